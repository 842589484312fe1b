import { decimal } from "../../../src/clinical/quantity.ts";
import { atomsOf, buildDiagrams } from "../../../src/pathway/compile/build-diagrams.ts";
import type { OpaqueComparison } from "../../../src/pathway/compile/classify-comparison.ts";
import { rulesOf } from "../../../src/pathway/compile/compile-stages.ts";
import { assembleFacts } from "../../../src/pathway/facts/assemble-facts.ts";
import { Interpreter } from "../../../src/pathway/facts/evaluate-expression.ts";
import { Facts } from "../../../src/pathway/facts/facts.ts";
import { indexOf } from "../../../src/pathway/facts/pathway-index.ts";
import type { CaseFeature, FeatureId, FindingValue } from "../../../src/pathway/model/feature.ts";
import type { Statement } from "../../../src/pathway/model/finding.ts";
import type { Pathway } from "../../../src/pathway/model/pathway.ts";
import { findCompletePatient } from "../../../src/pathway/verify/find-complete-patient.ts";
import { acceptedValues, domainConditions, possibleFacts } from "../../../src/pathway/verify/possible-facts.ts";
import { stated } from "../compiled-agreement.ts";
import type { Dice } from "../dice.ts";
import { quotientDomain, type Sayable } from "./said-of-features.ts";

function factsOf(said: Said): Facts {
  const values = [...said.values()].flatMap((one) =>
    one.kind === "value" ? [[one.feature, stated(one.feature, one.value)] as const] : [],
  );
  return new Facts(new Map(values));
}

type Said = ReadonlyMap<FeatureId, Statement>;

/** One patient for each rule of the profile, of whom the rule holds and no earlier stage does. */
export function witnesses(pathway: Pathway, profile: string): readonly (readonly Statement[])[] {
  const built = buildDiagrams(pathway, profile, undefined, domainConditions({ pathway }));
  if (!built.ok) throw new Error(built.diagnostics[0]?.message);
  const diagrams = built.value;
  const { complete, stages } = diagrams;
  const completeDomain = acceptedValues(diagrams, complete);
  const context = { diagrams, completeDomain, domain: () => possibleFacts(diagrams) };
  return stages.reached.flatMap(({ stage, running }) =>
    rulesOf(stage.rules, profile).flatMap(({ id }) => {
      const holds = stages.rules.get(id);
      if (holds === undefined) throw new Error("every rule of the profile has its diagram");
      const goal = complete.connect("and", running, complete.connect("and", holds, completeDomain));
      const patient = findCompletePatient(context, goal);
      return patient === undefined ? [] : [patient.statements];
    }),
  );
}

/**
 * Seeded patients of three kinds in turn: anything said of anything; one yes in four and mostly what is presumed, so that late
 * stages are reached; and, twice as often, a rule's witness with a few words changed. Most that contradict themselves are mended.
 */
export class StatementDraw {
  readonly #pathway: Pathway;
  readonly #profile: string;
  readonly #domain: readonly Sayable[];
  readonly #witnesses: readonly (readonly Statement[])[];
  readonly #followers: ReadonlySet<FeatureId>;
  readonly #opaque: readonly OpaqueComparison[];
  readonly #near: readonly number[];
  readonly #dice: Dice;

  constructor(pathway: Pathway, profile: string, dice: Dice) {
    this.#pathway = pathway;
    this.#profile = profile;
    this.#domain = quotientDomain(pathway, profile);
    this.#witnesses = witnesses(pathway, profile);
    const implied = pathway.features.flatMap(({ implies }) => implies.map(({ feature }) => feature));
    const derived = pathway.features.flatMap(({ id, derive }) => (derive === undefined ? [] : [id]));
    this.#followers = new Set([...implied, ...derived]);
    this.#opaque = atomsOf(pathway, profile, []).flatMap((atom) => (atom.kind === "opaque" ? [atom.comparison] : []));
    this.#near = pathway.parameters.flatMap(({ value }) => [-1, 0, 1].map((step) => value.value.toNumber() + step));
    this.#dice = dice;
  }

  next(kind: number): readonly Statement[] {
    const drawn = kind % 4 === 0 ? this.#anything() : kind % 4 === 1 ? this.#usual() : this.#nearWitness();
    return [...this.#mend(this.#meetOpaque(drawn)).values()];
  }

  #anything(): Said {
    const unknown = [0, 5, 30][this.#dice.roll(3)] ?? 0;
    const silentWherePresumed = [0, 80, 95][this.#dice.roll(3)] ?? 0;
    return this.#say((sayable) => {
      if (this.#dice.roll(100) < unknown) return { feature: sayable.feature.id, kind: "unknown" };
      const { id, presume } = sayable.feature;
      const silent = this.#followers.has(id) ? 80 : presume === undefined ? unknown : silentWherePresumed;
      if (this.#dice.roll(100) < silent) return undefined;
      return this.#value(sayable);
    });
  }

  #usual(): Said {
    const unknown = [0, 2, 10][this.#dice.roll(3)] ?? 0;
    return this.#say((sayable) => {
      const { id, presume, type } = sayable.feature;
      const rolled = this.#dice.roll(100);
      if (rolled < unknown) return { feature: id, kind: "unknown" };
      if (this.#followers.has(id) && this.#dice.roll(10) > 0) return undefined;
      if (presume !== undefined && this.#dice.roll(10) > 0)
        return this.#dice.roll(2) === 0 ? undefined : { feature: id, kind: "value", value: presume };
      if (rolled < 2 * unknown) return undefined;
      if (type.kind === "truth") return { feature: id, kind: "value", value: this.#dice.roll(4) === 0 };
      return this.#value(sayable);
    });
  }

  #nearWitness(): Said {
    const from = this.#witnesses[this.#dice.roll(this.#witnesses.length)] ?? [];
    const said = new Map(from.map((statement) => [statement.feature, statement]));
    for (let changes = this.#dice.roll(5); changes > 0; changes--) {
      const sayable = this.#domain[this.#dice.roll(this.#domain.length)];
      if (sayable === undefined) continue;
      const { id } = sayable.feature;
      const rolled = this.#dice.roll(4);
      if (rolled === 0) said.delete(id);
      else said.set(id, rolled === 1 ? { feature: id, kind: "unknown" } : this.#value(sayable));
    }
    return said;
  }

  #say(word: (sayable: Sayable) => Statement | undefined): Said {
    return new Map(
      this.#domain.flatMap((sayable) => {
        const statement = word(sayable);
        return statement === undefined ? [] : [[sayable.feature.id, statement] as const];
      }),
    );
  }

  /** An example of a cell, or for numbers as often anything in the range, half of that near some constant. */
  #value({ feature, values }: Sayable): Statement {
    const numeric = feature.type.kind === "wholeNumber" || feature.type.kind === "quantity";
    const cell = numeric && this.#dice.roll(2) === 0 ? undefined : values[this.#dice.roll(values.length)];
    return { feature: feature.id, kind: "value", value: cell ?? this.#dice.valueOf(feature, this.#nearIn(feature)) };
  }

  #nearIn({ type }: CaseFeature): readonly number[] {
    if (type.kind !== "wholeNumber" && type.kind !== "quantity") return [];
    const [low, high] =
      type.kind === "wholeNumber" ? [type.low, type.high] : [type.low.value.toNumber(), type.high.value.toNumber()];
    return this.#near.filter(
      (number) => number >= low && number <= high && (type.kind === "quantity" || Number.isInteger(number)),
    );
  }

  /** Puts a number on, or next to, the quantity that it is compared with. */
  #meetOpaque(said: Said): Said {
    const index = indexOf(this.#pathway);
    let met = said;
    for (const { left, right } of this.#opaque) {
      if (this.#dice.roll(2) === 0) continue;
      const [one, other] = left.kind === "feature" ? [left, right] : [right, left];
      const feature = one.kind === "feature" ? index.features.get(one.id) : undefined;
      if (feature?.type.kind !== "quantity" || met.get(feature.id)?.kind !== "value") continue;
      const { interval, unit } = new Interpreter(index, factsOf(met), this.#profile).measureOf(other);
      if (!interval.low.eq(interval.high) || unit !== feature.type.unit) continue;
      const value: FindingValue = { value: interval.low.plus(decimal(this.#dice.roll(3) - 1)), unit };
      met = new Map(met).set(feature.id, { feature: feature.id, kind: "value", value });
    }
    return met;
  }

  /** Takes back what is in dispute, most of the time. */
  #mend(said: Said): Said {
    if (this.#dice.roll(20) === 0) return said;
    const mended = new Map(said);
    for (let round = 0; round < 5; round++) {
      const { contradictions } = assembleFacts(indexOf(this.#pathway), [...mended.values()], this.#profile);
      const disputed = contradictions.flatMap(({ features }) => features);
      if (disputed.length === 0) break;
      for (const feature of disputed) if (!mended.delete(feature)) mended.delete(this.#sourceOf(feature, mended));
    }
    return mended;
  }

  /** A statement that implies something of a feature of which nothing is said itself. */
  #sourceOf(target: FeatureId, said: Said): FeatureId {
    const implies = (id: FeatureId) =>
      this.#pathway.features.some((one) => one.id === id && one.implies.some(({ feature }) => feature === target));
    const sources = [...said.keys()].filter(implies);
    return sources[this.#dice.roll(sources.length)] ?? target;
  }
}
