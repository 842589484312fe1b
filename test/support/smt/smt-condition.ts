import type { Arith } from "z3-solver";
import { conversionFactor } from "../../../src/clinical/quantity.ts";
import { unreachable } from "../../../src/kernel/result.ts";
import type { Comparison, Expression } from "../../../src/pathway/language/expression.ts";
import type { Pathway } from "../../../src/pathway/model/pathway.ts";
import { and, type Kleene, kleene, not, or, xor, type Z3 } from "./kleene.ts";
import type { SmtPatient } from "./smt-patient.ts";

type Real = Arith<"pathway">;

/** Every value a number may still have. */
interface Span {
  readonly low: Real;
  readonly high: Real;
  readonly unit: string;
}

/** A code that may not be known yet. */
interface Code {
  readonly known: Kleene;
  readonly value: Real;
}

/**
 * Conditions as formulas over an arbitrary patient, in Kleene's logic with intervals for what is unknown. Written from the language's
 * definition (docs/pathway-language.md); it shares the model with the compiler and the interpreter, and no code.
 */
export class SmtCondition {
  readonly #z3: Z3;
  readonly #pathway: Pathway;
  readonly #profile: string;
  readonly #patient: SmtPatient;
  readonly #definitions = new Map<string, Kleene>();
  readonly #totals = new Map<string, Span>();

  constructor(patient: SmtPatient, pathway: Pathway, profile: string) {
    this.#z3 = patient.z3;
    this.#patient = patient;
    this.#pathway = pathway;
    this.#profile = profile;
  }

  truth(expression: Expression): Kleene {
    switch (expression.kind) {
      case "truth":
        return kleene(this.#z3, expression.value);
      case "feature": {
        const { And } = this.#z3;
        const { known, value } = this.#patient.get(expression.id);
        return { isTrue: And(known, value.eq(1)), isFalse: And(known, value.eq(0)) };
      }
      case "definition":
        return this.#definition(expression.id);
      case "not":
        return not(this.truth(expression.operand));
      case "connective": {
        const [left, right] = [this.truth(expression.left), this.truth(expression.right)];
        if (expression.operator === "and") return and(this.#z3, [left, right]);
        if (expression.operator === "or") return or(this.#z3, [left, right]);
        if (expression.operator === "xor") return xor(this.#z3, left, right);
        return or(this.#z3, [not(left), right]);
      }
      case "comparison":
        return this.#comparison(expression);
      case "membership":
        return or(
          this.#z3,
          expression.list.map((member) => this.#same(expression.element, member)),
        );
      default:
        throw new Error(`\`${expression.kind}\` is no condition of a rule`);
    }
  }

  #definition(id: string): Kleene {
    const known = this.#definitions.get(id);
    if (known !== undefined) return known;
    const definition = this.#pathway.definitions.find((one) => one.id === id);
    if (definition === undefined) throw new Error(`no definition \`${id}\``);
    const made = this.truth(definition.when);
    this.#definitions.set(id, made);
    return made;
  }

  #comparison({ operator, left, right }: Extract<Expression, { kind: "comparison" }>): Kleene {
    if (!this.#isNumber(left) && !this.#isNumber(right)) {
      const same = this.#same(left, right);
      return operator === "=" ? same : not(same);
    }
    const [one, other] = [this.#span(left), this.#span(right)];
    return this.#compare(operator, one, inUnit(other, one.unit));
  }

  #compare(operator: Comparison, left: Span, right: Span): Kleene {
    const { And, Or } = this.#z3;
    switch (operator) {
      case "<":
        return { isTrue: left.high.lt(right.low), isFalse: left.low.ge(right.high) };
      case "<=":
        return { isTrue: left.high.le(right.low), isFalse: left.low.gt(right.high) };
      case ">":
        return this.#compare("<", right, left);
      case ">=":
        return this.#compare("<=", right, left);
      case "=":
        return {
          isTrue: And(left.low.eq(left.high), right.low.eq(right.high), left.low.eq(right.low)),
          isFalse: Or(left.high.lt(right.low), right.high.lt(left.low)),
        };
      case "!=":
        return not(this.#compare("=", left, right));
      default:
        return unreachable(operator);
    }
  }

  #same(left: Expression, right: Expression): Kleene {
    const { And, Not } = this.#z3;
    const [one, other] = [this.#code(left), this.#code(right)];
    const known = And(one.known.isTrue, other.known.isTrue);
    const equal = one.value.eq(other.value);
    return { isTrue: And(known, equal), isFalse: And(known, Not(equal)) };
  }

  #code(expression: Expression): Code {
    const { Real } = this.#z3;
    const certain = kleene(this.#z3, true);
    switch (expression.kind) {
      case "code":
        return { known: certain, value: Real.val(this.#patient.codeOf(expression.value)) };
      case "profile":
        return { known: certain, value: Real.val(this.#patient.codeOf(this.#profile)) };
      case "truth":
        return { known: certain, value: Real.val(expression.value ? 1 : 0) };
      case "feature": {
        const { known, value } = this.#patient.get(expression.id);
        return { known: { isTrue: known, isFalse: this.#z3.Not(known) }, value };
      }
      case "stratum":
        return this.#stratum(expression.score, expression.scheme);
      default: {
        const { isTrue, isFalse } = this.truth(expression);
        const known = this.#z3.Or(isTrue, isFalse);
        return {
          known: { isTrue: known, isFalse: this.#z3.Not(known) },
          value: this.#z3.If(isTrue, Real.val(1), Real.val(0)),
        };
      }
    }
  }

  /** The category that holds the whole interval of the total. */
  #stratum(score: string, scheme: string): Code {
    const { And, Bool, If, Not, Or, Real } = this.#z3;
    const total = this.#total(score);
    const strata = this.#scoreOf(score).schemes.find(({ id }) => id === scheme)?.strata ?? [];
    const within = strata.map(({ from, to }) =>
      And(
        from === undefined ? Bool.val(true) : total.low.ge(from),
        to === undefined ? Bool.val(true) : total.high.le(to),
      ),
    );
    const known = Or(...within);
    const value = strata.reduce<Real>(
      (otherwise, { id }, at) => If(within[at] ?? Bool.val(false), Real.val(this.#patient.codeOf(id)), otherwise),
      Real.val(-1),
    );
    return { known: { isTrue: known, isFalse: Not(known) }, value };
  }

  #scoreOf(id: string): Pathway["scores"][number] {
    const score = this.#pathway.scores.find((one) => one.id === id);
    if (score === undefined) throw new Error(`no score \`${id}\``);
    return score;
  }

  /** An item that is not known adds its points to one end only. */
  #total(id: string): Span {
    const known = this.#totals.get(id);
    if (known !== undefined) return known;
    const { If, Real, Not } = this.#z3;
    const zero = Real.val(0);
    const ends = this.#scoreOf(id).items.map(({ points, when }) => {
      const { isTrue, isFalse } = this.truth(when);
      const full = Real.val(points);
      const surely = If(isTrue, full, zero);
      const perhaps = If(Not(isFalse), full, zero);
      return points < 0 ? { low: perhaps, high: surely } : { low: surely, high: perhaps };
    });
    const made = {
      low: ends.reduce<Real>((sum, { low }) => sum.add(low), zero),
      high: ends.reduce<Real>((sum, { high }) => sum.add(high), zero),
      unit: "1",
    };
    this.#totals.set(id, made);
    return made;
  }

  #isNumber(expression: Expression): boolean {
    if (expression.kind !== "feature")
      return ["number", "quantity", "parameter", "score", "arithmetic"].includes(expression.kind);
    const { kind } = this.#patient.get(expression.id).feature.type;
    return kind === "wholeNumber" || kind === "quantity";
  }

  #span(expression: Expression): Span {
    const { If, Real } = this.#z3;
    const point = (number: string, unit: string): Span => ({ low: Real.val(number), high: Real.val(number), unit });
    switch (expression.kind) {
      case "number":
        return point(expression.value.toString(), "1");
      case "quantity":
        return point(expression.value.value.toString(), expression.value.unit);
      case "parameter": {
        const parameter = this.#pathway.parameters.find(({ id }) => id === expression.id);
        if (parameter === undefined) throw new Error(`no parameter \`${expression.id}\``);
        return point(parameter.value.value.toString(), parameter.value.unit);
      }
      case "score":
        return this.#total(expression.id);
      case "feature": {
        const { feature, known, value } = this.#patient.get(expression.id);
        const { type } = feature;
        if (type.kind !== "wholeNumber" && type.kind !== "quantity") throw new Error(`\`${feature.id}\` is no number`);
        const [low, high] = [this.#patient.numberOf(type.low), this.#patient.numberOf(type.high)];
        return {
          low: If(known, value, low),
          high: If(known, value, high),
          unit: type.kind === "quantity" ? type.unit : "1",
        };
      }
      case "arithmetic":
        return this.#arithmetic(expression);
      default:
        throw new Error(`\`${expression.kind}\` is no number`);
    }
  }

  #arithmetic({ operator, left, right }: Extract<Expression, { kind: "arithmetic" }>): Span {
    const one = this.#span(left);
    const second = this.#span(right);
    if (operator === "*") {
      const { If } = this.#z3;
      const corners = [one.low, one.high].flatMap((a) => [second.low, second.high].map((b) => a.mul(b)));
      const pick = (better: (a: Real, b: Real) => Real) => corners.reduce(better);
      return {
        low: pick((a, b) => If(a.lt(b), a, b)),
        high: pick((a, b) => If(a.gt(b), a, b)),
        unit: one.unit === "1" ? second.unit : one.unit,
      };
    }
    const other = inUnit(second, one.unit);
    return operator === "+"
      ? { low: one.low.add(other.low), high: one.high.add(other.high), unit: one.unit }
      : { low: one.low.sub(other.high), high: one.high.sub(other.low), unit: one.unit };
  }
}

function inUnit(span: Span, unit: string): Span {
  if (span.unit === unit) return span;
  const factor = conversionFactor(span.unit, unit);
  if (!factor.ok) throw new Error(`\`${span.unit}\` does not meet \`${unit}\``);
  const by = factor.value.toString();
  return { low: span.low.mul(by), high: span.high.mul(by), unit };
}
