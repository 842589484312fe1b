import { type Decimal, decimal } from "../../clinical/quantity.ts";
import type { CaseFeature, FindingValue } from "../model/feature.ts";
import type { AtomValue, Cuts } from "./atom.ts";

/**
 * Cuts a number's line at its thresholds into points and the open stretches between them. Every comparison with a
 * threshold is constant on each cell, so one example of a cell speaks for all of it. Stretches without a member (between two
 * neighbouring whole numbers) are dropped.
 */
export function cutRange(
  feature: CaseFeature,
  given: readonly Decimal[],
): { readonly values: readonly AtomValue[]; readonly cuts: Cuts } {
  const { type } = feature;
  if (type.kind !== "wholeNumber" && type.kind !== "quantity") throw new Error(`\`${feature.id}\` is not a number`);
  const whole = type.kind === "wholeNumber";
  const low = type.kind === "quantity" ? type.low.value : decimal(type.low);
  const high = type.kind === "quantity" ? type.high.value : decimal(type.high);
  const sorted = [...given].sort((a, b) => a.cmp(b));
  const thresholds = sorted.filter((threshold, at) => at === 0 || !threshold.eq(sorted[at - 1] ?? threshold));
  const toValue = (member: Decimal): FindingValue =>
    type.kind === "quantity" ? { value: member, unit: type.unit } : member.toNumber();
  const values: AtomValue[] = [];
  const cells: number[] = [];
  for (let cell = 0; cell <= 2 * thresholds.length; cell++) {
    const from = thresholds[Math.floor((cell - 1) / 2)];
    const to = thresholds[Math.floor(cell / 2)];
    const onPoint = cell % 2 === 1;
    const member = onPoint ? from : memberBetween(from, to, low, high, whole);
    if (member === undefined || (whole && !isWhole(member))) {
      cells.push(-1);
      continue;
    }
    cells.push(values.length);
    const inRange = member.gte(low) && member.lte(high);
    values.push({ example: toValue(member), inRange, label: labelOf(onPoint, from, to) });
  }
  return { values, cuts: { thresholds, cells } };
}

/** The cell a number lies in, as position among the values. */
export function findCell({ thresholds, cells }: Cuts, number: Decimal): number {
  let cell = 2 * thresholds.length;
  for (const [at, threshold] of thresholds.entries()) {
    const order = number.cmp(threshold);
    if (order > 0) continue;
    cell = order === 0 ? 2 * at + 1 : 2 * at;
    break;
  }
  return cells[cell] ?? -1;
}

/** A member of an open stretch, inside the declared range when it reaches in there, and as round as can be had cheaply. */
function memberBetween(
  from: Decimal | undefined,
  to: Decimal | undefined,
  low: Decimal,
  high: Decimal,
  whole: boolean,
): Decimal | undefined {
  const lowest = from === undefined || from.lt(low) ? (to === undefined || to.gt(low) ? low : undefined) : undefined;
  if (lowest !== undefined && (from === undefined || lowest.gt(from)) && (to === undefined || lowest.lt(to))) {
    // The stretch begins below the range: its lowest accepted member, unless a step below the threshold reads better.
    const step = to?.minus(1);
    return step?.gte(low) ? step : lowest;
  }
  const above = from?.plus(1);
  if (above !== undefined && (to === undefined || above.lt(to)) && (above.lte(high) || whole)) return above;
  if (from !== undefined && to === undefined && from.lt(high)) return from.plus(high).div(2);
  if (from !== undefined && to !== undefined) return whole ? undefined : from.plus(to).div(2);
  return from === undefined ? to?.minus(1) : above;
}

function isWhole(member: Decimal): boolean {
  return member.mod(1).eq(0);
}

function labelOf(onPoint: boolean, from: Decimal | undefined, to: Decimal | undefined): string {
  if (onPoint) return `= ${from?.toString() ?? ""}`;
  if (from === undefined) return to === undefined ? "any" : `< ${to.toString()}`;
  return to === undefined ? `> ${from.toString()}` : `> ${from.toString()} and < ${to.toString()}`;
}
