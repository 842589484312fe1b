import { conversionFactor } from "../../clinical/quantity.ts";
import { unreachable } from "../../kernel/result.ts";
import { AND, combine, IMPLIES, not, OR, type Truth, XOR } from "../../kernel/truth.ts";
import type { Connective, Expression } from "../language/expression.ts";
import type { FeatureId, FindingValue } from "../model/feature.ts";
import type { Facts } from "./facts.ts";
import { compare, compute, type Interval, point, scale } from "./interval.ts";
import { measureOf } from "./measure-of-feature.ts";
import { getPart, type PathwayIndex } from "./pathway-index.ts";
import { type ScoreTotal, totalOf } from "./score-total.ts";
import { statedTotal } from "./stated-total.ts";
import { unite } from "./unite.ts";

/** A truth with the features it was read from. For `unknown` these are the features that leave it open. */
export interface Judgement {
  readonly truth: Truth;
  readonly features: readonly FeatureId[];
}

const TABLES = { and: AND, or: OR, xor: XOR, implies: IMPLIES } as const;

/**
 * The plain interpreter of conditions: Kleene's three-valued logic over what is known of one patient. It is the oracle
 * that the compiled form is tested against, so it is written to be read and shares nothing with it but the model.
 */
export class Interpreter {
  readonly index: PathwayIndex;
  readonly facts: Facts;
  readonly profile: string;
  readonly #definitions = new Map<string, Judgement>();
  readonly #totals = new Map<string, ScoreTotal>();

  constructor(index: PathwayIndex, facts: Facts, profile: string) {
    this.index = index;
    this.facts = facts;
    this.profile = profile;
  }

  judge(expression: Expression): Judgement {
    switch (expression.kind) {
      case "truth":
        return { truth: expression.value, features: [] };
      case "feature":
        return this.#judgeFeature(expression.id);
      case "definition":
        return this.#judgeDefinition(expression.id);
      case "not": {
        const { truth, features } = this.judge(expression.operand);
        return { truth: not(truth), features };
      }
      case "connective":
        return this.#judgeConnective(expression.operator, expression.left, expression.right);
      case "comparison":
        return this.#judgeComparison(expression);
      case "membership":
        return this.#judgeMembership(expression.element, expression.list);
      case "isNull": {
        const features = [...this.#featuresOf(expression.operand)];
        const known = features.every((feature) => this.facts.valueOf(feature) !== undefined);
        return { truth: known === expression.negated, features };
      }
      default:
        throw new Error(`the type check lets no \`${expression.kind}\` stand as a condition`);
    }
  }

  /** Whether any condition judged so far asked for this score. */
  hasTotalled(score: string): boolean {
    return this.#totals.has(score);
  }

  total(score: string): ScoreTotal {
    const known = this.#totals.get(score);
    if (known !== undefined) return known;
    const declared = getPart(this.index.scores, score);
    const total = totalOf(declared, (item) => this.judge(item.when), statedTotal(declared, this.facts));
    this.#totals.set(score, total);
    return total;
  }

  #judgeDefinition(id: string): Judgement {
    const known = this.#definitions.get(id);
    if (known !== undefined) return known;
    const judgement = this.judge(getPart(this.index.definitions, id).when);
    this.#definitions.set(id, judgement);
    return judgement;
  }

  #judgeFeature(id: FeatureId): Judgement {
    const value = this.facts.valueOf(id);
    if (value === undefined) return { truth: "unknown", features: [id] };
    if (typeof value !== "boolean")
      throw new Error(`the type check lets only a yes/no stand alone, but \`${id}\` is none`);
    return { truth: value, features: [id] };
  }

  /** One decisive side is reason enough; otherwise both sides are. An open side matters only while the whole is open. */
  #judgeConnective(operator: Connective, leftSide: Expression, rightSide: Expression): Judgement {
    const left = this.judge(leftSide);
    const right = this.judge(rightSide);
    const truth = combine(TABLES[operator], left.truth, right.truth);
    const decides = (side: Judgement, other: Truth) =>
      side.truth !== "unknown" && other === "unknown" && truth !== "unknown";
    if (decides(left, right.truth)) return { truth, features: left.features };
    if (decides(right, left.truth)) return { truth, features: right.features };
    if (truth === "unknown")
      return {
        truth,
        features: unite([left, right].filter((side) => side.truth === "unknown").map((side) => side.features)),
      };
    if (operator === "and" && !truth) return { truth, features: left.truth ? right.features : left.features };
    if (operator === "or" && truth) return { truth, features: left.truth ? left.features : right.features };
    return { truth, features: unite([left.features, right.features]) };
  }

  #judgeComparison(expression: Extract<Expression, { kind: "comparison" }>): Judgement {
    const { operator, left, right } = expression;
    const coded = this.#codeOf(left) ?? this.#codeOf(right);
    if (coded === undefined) return this.#compareNumbers(expression);
    const same = this.#judgeMembership(left, [right]);
    return operator === "=" ? same : { truth: not(same.truth), features: same.features };
  }

  #compareNumbers(expression: Extract<Expression, { kind: "comparison" }>): Judgement {
    const left = this.#measure(expression.left);
    const right = this.#measure(expression.right);
    const truth = compare(expression.operator, left.interval, inUnitOf(left, right));
    const open = truth === "unknown";
    const features = unite([this.#featuresOf(expression.left), this.#featuresOf(expression.right)]);
    return { truth, features: open ? features.filter((id) => this.facts.valueOf(id) === undefined) : features };
  }

  #judgeMembership(element: Expression, list: readonly Expression[]): Judgement {
    const value = this.#codeOf(element);
    if (value === undefined) throw new Error("the type check lets only a choice or a yes/no be a member of a list");
    if (value.value === undefined) return { truth: "unknown", features: value.features };
    const members = list.map((member) => this.#codeOf(member) ?? { value: undefined, features: [] });
    if (members.some((member) => member.value === value.value)) return { truth: true, features: value.features };
    const open = members.filter((member) => member.value === undefined);
    if (open.length > 0) return { truth: "unknown", features: unite(open.map(({ features }) => features)) };
    return { truth: false, features: unite([value.features, ...members.map(({ features }) => features)]) };
  }

  /** The code (or yes/no) an expression stands for; `value` undefined while unknown; nothing when it is a number. */
  #codeOf(
    expression: Expression,
  ): { readonly value: FindingValue | undefined; readonly features: readonly FeatureId[] } | undefined {
    switch (expression.kind) {
      case "code":
      case "truth":
        return { value: expression.value, features: [] };
      case "profile":
        return { value: this.profile, features: [] };
      case "stratum": {
        const total = this.total(expression.score);
        const value = total.strata.get(expression.scheme);
        return { value, features: value === undefined ? total.open : total.known };
      }
      case "feature": {
        const kind = getPart(this.index.features, expression.id).type.kind;
        if (kind !== "choice" && kind !== "truth") return undefined;
        return { value: this.facts.valueOf(expression.id), features: [expression.id] };
      }
      case "definition": {
        const { truth, features } = this.#judgeDefinition(expression.id);
        return { value: truth === "unknown" ? undefined : truth, features };
      }
      case "not":
      case "connective":
      case "comparison":
      case "membership":
      case "isNull": {
        const { truth, features } = this.judge(expression);
        return { value: truth === "unknown" ? undefined : truth, features };
      }
      case "number":
      case "quantity":
      case "parameter":
      case "score":
      case "arithmetic":
        return undefined;
      default:
        return unreachable(expression);
    }
  }

  #measure(expression: Expression): Measure {
    switch (expression.kind) {
      case "number":
        return { interval: point(expression.value), unit: "1" };
      case "quantity":
        return { interval: point(expression.value.value), unit: expression.value.unit };
      case "parameter": {
        const { value } = getPart(this.index.parameters, expression.id);
        return { interval: point(value.value), unit: value.unit };
      }
      case "score":
        return { interval: this.total(expression.id).interval, unit: "1" };
      case "feature":
        return measureOf(getPart(this.index.features, expression.id).type, this.facts.valueOf(expression.id));
      case "arithmetic": {
        const left = this.#measure(expression.left);
        const right = this.#measure(expression.right);
        if (expression.operator === "*")
          return {
            interval: compute("*", left.interval, right.interval),
            unit: left.unit === "1" ? right.unit : left.unit,
          };
        return { interval: compute(expression.operator, left.interval, inUnitOf(left, right)), unit: left.unit };
      }
      default:
        throw new Error(`the type check lets no \`${expression.kind}\` stand as a number`);
    }
  }

  /** The number an expression comes to when all of its parts are known; used for what is derived. */
  measureOf(expression: Expression): Measure {
    return this.#measure(expression);
  }

  #featuresOf(expression: Expression): readonly FeatureId[] {
    switch (expression.kind) {
      case "feature":
        return [expression.id];
      case "score": {
        const total = this.total(expression.id);
        return unite([total.known, total.open]);
      }
      case "arithmetic":
        return unite([this.#featuresOf(expression.left), this.#featuresOf(expression.right)]);
      case "number":
      case "quantity":
      case "parameter":
      case "truth":
      case "code":
      case "profile":
        return [];
      case "stratum":
      case "definition":
      case "not":
      case "connective":
      case "comparison":
      case "membership":
      case "isNull":
        return this.#codeOf(expression)?.features ?? this.judge(expression).features;
      default:
        return unreachable(expression);
    }
  }
}

/** A number that may still lie anywhere in an interval, in a unit (`1` for a bare number). */
export interface Measure {
  readonly interval: Interval;
  readonly unit: string;
}

function inUnitOf(left: Measure, right: Measure): Interval {
  if (left.unit === right.unit) return right.interval;
  const factor = conversionFactor(right.unit, left.unit);
  if (!factor.ok) throw new Error(`the type check lets no \`${right.unit}\` meet \`${left.unit}\``);
  return scale(right.interval, factor.value);
}
