import { conversionFactor, type Decimal, decimal } from "../../../clinical/quantity.ts";
import { unreachable } from "../../../kernel/result.ts";
import { compare, compute, type Interval, point, scale } from "../../facts/interval.ts";
import { getPart, type PathwayIndex } from "../../facts/pathway-index.ts";
import type { Comparison, Expression } from "../../language/expression.ts";
import type { CaseFeature, FeatureId } from "../../model/feature.ts";
import { bracket, choose, join, nameOf, numberOf, textOf } from "./cql-text.ts";

/**
 * A number as CQL: `low` and `high` are the ends of what it may still be; the same text twice when it is one value.
 * `bounds` are these ends when nothing is known. `open` counts the unknowns it leans on, a score as two.
 */
interface Measure {
  readonly low: string;
  readonly high: string;
  readonly plain: string;
  readonly unit: string;
  readonly bounds: Interval;
  readonly open: number;
}

/**
 * Writes conditions as CQL that is unknown (null) exactly where ours is. CQL's own tables for `and`, `or`, `not`, `implies` and `=`
 * are ours. Two things differ and are spelt out: `null in {…}` is false in CQL, so membership is written as equalities; and a number that is
 * not known still lies in its declared range, so comparisons that the range can decide are made of both ends.
 */
export class ConditionWriter {
  readonly #index: PathwayIndex;
  readonly #featureName: (feature: CaseFeature) => string;

  /** `featureName` says under which name a feature's value is found: with its presumption or without. */
  constructor(index: PathwayIndex, featureName: (feature: CaseFeature) => string) {
    this.#index = index;
    this.#featureName = featureName;
  }

  /** A condition: true, false or null. */
  truth(expression: Expression): string {
    switch (expression.kind) {
      case "truth":
        return String(expression.value);
      case "code":
        return textOf(expression.value);
      case "profile":
        return nameOf("profile");
      case "feature":
        return this.#feature(expression.id);
      case "definition":
        return nameOf(expression.id);
      case "stratum":
        return nameOf(`${expression.score}.${expression.scheme}`);
      case "not":
        return `not ${bracket(this.truth(expression.operand))}`;
      case "connective":
        return this.#connective(expression);
      case "membership": {
        const element = bracket(this.truth(expression.element));
        return join(
          "or",
          expression.list.map((member) => `${element} = ${bracket(this.truth(member))}`),
        );
      }
      case "comparison":
        return this.#comparison(expression);
      case "isNull":
      case "number":
      case "quantity":
      case "parameter":
      case "score":
      case "arithmetic":
        throw new Error(`the type check lets no \`${expression.kind}\` stand as a condition of a rule`);
      default:
        return unreachable(expression);
    }
  }

  /** A number in `unit`: null as soon as a part is unknown, unless the range alone decides it. */
  number(expression: Expression, unit: string): string {
    const measure = this.#measure(expression);
    const [plain, low, high] = [measure.plain, measure.low, measure.high].map((text) =>
      inUnit(text, measure.unit, unit),
    );
    if (plain === undefined || low === undefined || high === undefined) throw new Error("three texts stay three");
    // Only a product can be one value while a part of it is open: nought times anything.
    return /\*/.test(measure.plain) && measure.open > 0
      ? choose([[`${bracket(low)} = ${bracket(high)}`, low]], "null")
      : plain;
  }

  #feature(id: FeatureId): string {
    return nameOf(this.#featureName(getPart(this.#index.features, id)));
  }

  /** Chains of one connective stay in one line, without brackets between. */
  #connective({ operator, left, right }: Extract<Expression, { kind: "connective" }>): string {
    const side = (part: Expression): string => {
      const text = this.truth(part);
      const same =
        part.kind === "connective" && part.operator === operator && (operator === "and" || operator === "or");
      // A plain comparison binds tighter than any connective.
      return same || (part.kind === "comparison" && !/^(case|not)\b/.test(text)) ? text : bracket(text);
    };
    return `${side(left)} ${operator} ${side(right)}`;
  }

  #comparison({ operator, left, right }: Extract<Expression, { kind: "comparison" }>): string {
    if (!this.#isNumber(left) || !this.#isNumber(right))
      return `${bracket(this.truth(left))} ${operator} ${bracket(this.truth(right))}`;
    const a = this.#measure(left);
    const b = toUnit(this.#measure(right), a.unit);
    const openOtherwise = compare(operator, a.bounds, b.bounds) === "unknown";
    if (a.open + b.open === 0 || (a.open + b.open === 1 && openOtherwise))
      return `${bracket(a.plain)} ${operator} ${bracket(b.plain)}`;
    return compareEnds(operator, a, b);
  }

  #isNumber(expression: Expression): boolean {
    if (expression.kind === "feature") return isNumeric(getPart(this.#index.features, expression.id));
    return ["number", "quantity", "parameter", "score", "arithmetic"].includes(expression.kind);
  }

  #measure(expression: Expression): Measure {
    switch (expression.kind) {
      case "number":
        return constant(numberOf(expression.value, isWhole(expression.value)), expression.value, "1");
      case "quantity":
        return constant(numberOf(expression.value.value, false), expression.value.value, expression.value.unit);
      case "parameter": {
        const { id, value } = getPart(this.#index.parameters, expression.id);
        return constant(nameOf(id), value.value, value.unit);
      }
      case "score":
        return this.#total(expression.id);
      case "feature":
        return this.#range(getPart(this.#index.features, expression.id));
      case "arithmetic":
        return this.#arithmetic(expression);
      default:
        throw new Error(`the type check lets no \`${expression.kind}\` stand as a number`);
    }
  }

  #total(id: string): Measure {
    const { items } = getPart(this.#index.scores, id);
    const sum = (counts: (points: number) => boolean) =>
      decimal(items.reduce((total, { points }) => (counts(points) ? total + points : total), 0));
    const bounds = { low: sum((points) => points < 0), high: sum((points) => points > 0) };
    const [low, high] = [nameOf(`${id} lowest`), nameOf(`${id} highest`)];
    return { low, high, plain: low, unit: "1", bounds, open: 2 };
  }

  #range(feature: CaseFeature): Measure {
    const { type } = feature;
    const plain = this.#feature(feature.id);
    if (type.kind !== "wholeNumber" && type.kind !== "quantity") throw new Error(`\`${feature.id}\` is not a number`);
    const whole = type.kind === "wholeNumber";
    const bounds = rangeOf(feature);
    const orEnd = (end: Decimal) => `Coalesce(${plain}, ${numberOf(end, whole)})`;
    const unit = type.kind === "quantity" ? type.unit : "1";
    return { low: orEnd(bounds.low), high: orEnd(bounds.high), plain, unit, bounds, open: 1 };
  }

  #arithmetic({ operator, left, right }: Extract<Expression, { kind: "arithmetic" }>): Measure {
    const a = this.#measure(left);
    const given = this.#measure(right);
    const b = operator === "*" ? given : toUnit(given, a.unit);
    const unit = operator === "*" && a.unit === "1" ? b.unit : a.unit;
    const open = a.open + b.open;
    const on = (x: string, y: string) => `${bracket(x)} ${operator} ${bracket(y)}`;
    const bounds = compute(operator, a.bounds, b.bounds);
    const plain = on(a.plain, b.plain);
    if (open === 0) return { low: plain, high: plain, plain, unit, bounds, open };
    if (operator === "+") return { low: on(a.low, b.low), high: on(a.high, b.high), plain, unit, bounds, open };
    if (operator === "-") return { low: on(a.low, b.high), high: on(a.high, b.low), plain, unit, bounds, open };
    const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => on(x, y)));
    const list = `{ ${[...new Set(corners)].join(", ")} }`;
    return { low: `Min(${list})`, high: `Max(${list})`, plain, unit, bounds, open };
  }
}

/** The declared range of a number. */
export function rangeOf({ id, type }: CaseFeature): Interval {
  if (type.kind === "wholeNumber") return { low: decimal(type.low), high: decimal(type.high) };
  if (type.kind === "quantity") return { low: type.low.value, high: type.high.value };
  throw new Error(`\`${id}\` is not a number`);
}

/** Whether a feature has a number as its value. */
export function isNumeric({ type }: CaseFeature): boolean {
  return type.kind === "wholeNumber" || type.kind === "quantity";
}

function constant(text: string, value: Decimal, unit: string): Measure {
  return { low: text, high: text, plain: text, unit, bounds: point(value), open: 0 };
}

function toUnit(measure: Measure, unit: string): Measure {
  if (measure.unit === unit) return measure;
  const [low, high, plain] = [measure.low, measure.high, measure.plain].map((text) => inUnit(text, measure.unit, unit));
  if (low === undefined || high === undefined || plain === undefined) throw new Error("three texts stay three");
  return { ...measure, low, high, plain, unit, bounds: scale(measure.bounds, factorOf(measure.unit, unit)) };
}

function inUnit(text: string, from: string, to: string): string {
  return from === to ? text : `${bracket(text)} * ${numberOf(factorOf(from, to), false)}`;
}

function factorOf(from: string, to: string): Decimal {
  const factor = conversionFactor(from, to);
  if (!factor.ok) throw new Error(`the type check lets no \`${from}\` meet \`${to}\``);
  return factor.value;
}

function isWhole(value: Decimal): boolean {
  return value.mod(1).eq(0);
}

/** True or false when every value of the one side and every value of the other agree; else null. */
function compareEnds(operator: Comparison, a: Measure, b: Measure): string {
  const [al, ah, bl, bh] = [a.low, a.high, b.low, b.high].map(bracket);
  switch (operator) {
    case "<":
      return choose(
        [
          [`${ah} < ${bl}`, "true"],
          [`${al} >= ${bh}`, "false"],
        ],
        "null",
      );
    case "<=":
      return choose(
        [
          [`${ah} <= ${bl}`, "true"],
          [`${al} > ${bh}`, "false"],
        ],
        "null",
      );
    case ">":
      return compareEnds("<", b, a);
    case ">=":
      return compareEnds("<=", b, a);
    case "=":
      return choose(
        [
          [`${ah} < ${bl} or ${bh} < ${al}`, "false"],
          [`${al} = ${ah} and ${bl} = ${bh}`, "true"],
        ],
        "null",
      );
    case "!=":
      return `not (${compareEnds("=", a, b)})`;
    default:
      return unreachable(operator);
  }
}
