import type { Fact } from "../../evidence/fact.ts";
import { decimalsOf, printNumber } from "../../pathway/print/print-number.ts";
import { printMeasured } from "../../pathway/print/print-quantity.ts";

/** The parts of a fact that text may print: `{{fact.x}}` prints all, `{{fact.x.count}}` the part named. */
export const FACT_PARTS = ["value", "interval", "count", "numerator", "denominator"] as const;
export type FactPart = (typeof FACT_PARTS)[number];

/** A fact in full: "63.5 % (95 % CI 59.8 to 67.0)"; without a point value, its range or count alone. */
export function printFact(fact: Fact): string {
  const value = printFactPart(fact, "value");
  const interval = printFactPart(fact, "interval");
  if (value !== undefined) return interval === undefined ? value : `${value} (${interval})`;
  return printBareRange(fact) ?? interval ?? printFactPart(fact, "count") ?? printFactPart(fact, "denominator") ?? "";
}

/** One part of a fact, or undefined when the fact does not have it. */
export function printFactPart(fact: Fact, part: FactPart): string | undefined {
  switch (part) {
    case "value":
      return fact.value === undefined ? undefined : printMeasured(fact.value, fact.unit, decimalsIn(fact, fact.value));
    case "interval":
      return printInterval(fact);
    case "count":
      return fact.numerator === undefined || fact.denominator === undefined
        ? undefined
        : `${printNumber(fact.numerator)} of ${printNumber(fact.denominator)}`;
    default:
      return fact[part] === undefined ? undefined : printNumber(fact[part]);
  }
}

function printInterval(fact: Fact): string | undefined {
  const interval = fact.interval;
  if (interval === undefined) return undefined;
  const bound = (value: number): string => printNumber(value, decimalsIn(fact, value));
  const bounds = `${bound(interval.low)} to ${bound(interval.high)}`;
  if (interval.kind === "range") return `range ${bounds}`;
  return interval.level === undefined ? `CI ${bounds}` : `${interval.level} % CI ${bounds}`;
}

/** A range that stands for the value itself: "83 to 92 %". */
function printBareRange(fact: Fact): string | undefined {
  if (fact.interval?.kind !== "range") return undefined;
  const { low, high } = fact.interval;
  return `${printNumber(low, decimalsIn(fact, low))} to ${printMeasured(high, fact.unit, decimalsIn(fact, high))}`;
}

/**
 * Decimals to print a number of this fact with. YAML reads 67.0 as 67, so a whole number beside numbers with decimals gets
 * its zero back ("59.8 to 67.0"); 0 and 100 % are limits and stay whole ("96.9 to 100").
 */
function decimalsIn(fact: Fact, value: number): number {
  const own = decimalsOf(value);
  if (own > 0 || value === 0 || (value === 100 && fact.unit === "%")) return own;
  const others = [fact.value, fact.interval?.low, fact.interval?.high]
    .filter((number) => number !== undefined)
    .map(decimalsOf)
    .filter((decimals) => decimals > 0);
  return others.length === 0 ? 0 : Math.min(...others);
}
