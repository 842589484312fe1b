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

/** A member of an open stretch, inside the declared range when the stretch reaches in there, and next to a cut-off where it can be. */
function memberBetween(
  from: Decimal | undefined,
  to: Decimal | undefined,
  low: Decimal,
  high: Decimal,
  whole: boolean,
): Decimal | undefined {
  const inside = (member: Decimal) => (from === undefined || member.gt(from)) && (to === undefined || member.lt(to));
  const accepted = (member: Decimal) => member.gte(low) && member.lte(high);
  const lowest = from === undefined || from.lt(low) ? low : from;
  const highest = to === undefined || to.gt(high) ? high : to;
  const next = from === undefined ? [to?.minus(1), low] : [from.plus(1), to?.minus(1)];
  const middle = lowest.plus(highest).div(2);
  const between = from !== undefined && to !== undefined ? from.plus(to).div(2) : undefined;
  const members = [...next, low, high, middle, between].filter((member) => member !== undefined);
  const possible = members.filter((member) => inside(member) && (!whole || isWhole(member)));
  return possible.find(accepted) ?? possible[0];
}

function isWhole(member: Decimal): boolean {
  return member.mod(1).eq(0);
}

function labelOf(onPoint: boolean, from: Decimal | undefined, to: Decimal | undefined): string {
  if (onPoint) return `= ${from?.toString() ?? ""}`;
  if (from === undefined) return to === undefined ? "any" : `< ${to.toString()}`;
  return to === undefined ? `> ${from.toString()}` : `> ${from.toString()} and < ${to.toString()}`;
}
