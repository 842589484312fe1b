import type { Arith, Bool } from "z3-solver";
import type { CaseFeature, FindingValue } from "../../../src/pathway/model/feature.ts";
import type { Pathway } from "../../../src/pathway/model/pathway.ts";
import type { Z3 } from "./kleene.ts";

/** One feature of an arbitrary patient: its value, whether there is one, and whether the patient or a measurement says so. */
export interface SmtFeature {
  readonly feature: CaseFeature;
  readonly known: Bool<"pathway">;
  /** Neither presumed nor unknown. Implies `known`. */
  readonly established: Bool<"pathway">;
  /** Numbers and quantities in the feature's own unit; a choice by its place among all codes; yes is 1 and no is 0. */
  readonly value: Arith<"pathway">;
}

/** Any patient there can be: values in range, each established, presumed or unknown. */
export class SmtPatient {
  readonly z3: Z3;
  readonly features: ReadonlyMap<string, SmtFeature>;
  readonly #codes: ReadonlyMap<string, number>;

  constructor(z3: Z3, pathway: Pathway) {
    this.z3 = z3;
    const codes = pathway.features.flatMap(({ type }) =>
      type.kind === "choice" ? type.choices.map(({ code }) => code) : [],
    );
    const strata = pathway.scores.flatMap(({ schemes }) =>
      schemes.flatMap(({ strata: all }) => all.map(({ id }) => id)),
    );
    const profiles = pathway.profiles.map(({ id }) => id);
    this.#codes = new Map([...new Set([...codes, ...strata, ...profiles])].map((code, at) => [code, at + 2]));
    this.features = new Map(
      pathway.features.map((feature) => [
        feature.id,
        {
          feature,
          known: z3.Bool.const(`${feature.id} known`),
          established: z3.Bool.const(`${feature.id} established`),
          value: z3.Real.const(feature.id),
        },
      ]),
    );
  }

  get(id: string): SmtFeature {
    const found = this.features.get(id);
    if (found === undefined) throw new Error(`no feature \`${id}\``);
    return found;
  }

  codeOf(code: string): number {
    const found = this.#codes.get(code);
    if (found === undefined) throw new Error(`no code \`${code}\``);
    return found;
  }

  /** The number that stands for a value. */
  numberOf(value: FindingValue): Arith<"pathway"> {
    const { Real } = this.z3;
    if (typeof value === "boolean") return Real.val(value ? 1 : 0);
    if (typeof value === "string") return Real.val(this.codeOf(value));
    return Real.val(typeof value === "number" ? String(value) : value.value.toString());
  }

  /** What holds of the state of every feature by itself. */
  constraints(): readonly Bool<"pathway">[] {
    const { And, Implies, Not, Or } = this.z3;
    return [...this.features.values()].flatMap(({ feature, known, established, value }) => {
      const { type, presume } = feature;
      const presumed =
        presume === undefined
          ? Not(And(known, Not(established)))
          : Implies(And(known, Not(established)), value.eq(this.numberOf(presume)));
      // What is derived may lie outside the declared range; what is said there is refused.
      const accepted =
        type.kind === "truth"
          ? Or(value.eq(0), value.eq(1))
          : type.kind === "choice"
            ? Or(...type.choices.map(({ code }) => value.eq(this.codeOf(code))))
            : feature.derive === undefined
              ? And(value.ge(this.numberOf(type.low)), value.le(this.numberOf(type.high)))
              : this.z3.Bool.val(true);
      // A whole number is the real number of an integer.
      const whole =
        type.kind === "wholeNumber" ? [value.eq(this.z3.ToReal(this.z3.Int.const(`${feature.id} whole`)))] : [];
      return [Implies(established, known), presumed, accepted, ...whole];
    });
  }
}
