import type { Decimal } from "../../clinical/quantity.ts";
import type { Truth } from "../../kernel/truth.ts";
import type { Arithmetic, Comparison } from "../language/expression.ts";

/** All values a number may still have, both ends included. A known number has equal ends; an unknown one its declared range. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The interval of one value. */
export function point(value: Decimal): Interval {
  return { low: value, high: value };
}

/**
 * Compares every value of `left` with every value of `right`: true or false when all pairs agree, else unknown.
 * INVARIANT: narrowing either interval can turn unknown into true or false and never one of these into the other.
 */
export function compare(operator: Comparison, left: Interval, right: Interval): Truth {
  switch (operator) {
    case "<":
      return left.high.lt(right.low) ? true : left.low.gte(right.high) ? false : "unknown";
    case "<=":
      return left.high.lte(right.low) ? true : left.low.gt(right.high) ? false : "unknown";
    case ">":
      return compare("<", right, left);
    case ">=":
      return compare("<=", right, left);
    case "=": {
      if (left.high.lt(right.low) || right.high.lt(left.low)) return false;
      return left.low.eq(left.high) && right.low.eq(right.high) ? true : "unknown";
    }
    default: {
      const equal = compare("=", left, right);
      return equal === "unknown" ? equal : !equal;
    }
  }
}

/** Interval arithmetic (Moore): the hull of the operation over all pairs. */
export function compute(operator: Arithmetic, left: Interval, right: Interval): Interval {
  if (operator === "+") return { low: left.low.plus(right.low), high: left.high.plus(right.high) };
  if (operator === "-") return { low: left.low.minus(right.high), high: left.high.minus(right.low) };
  const corners = [left.low, left.high].flatMap((a) => [right.low, right.high].map((b) => a.times(b)));
  return {
    low: corners.reduce((least, next) => (next.lt(least) ? next : least)),
    high: corners.reduce((most, next) => (next.gt(most) ? next : most)),
  };
}

/** Every value of an interval times a factor above zero. */
export function scale(interval: Interval, factor: Decimal): Interval {
  return { low: interval.low.times(factor), high: interval.high.times(factor) };
}
