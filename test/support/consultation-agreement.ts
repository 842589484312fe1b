import fc from "fast-check";
import { expect } from "vitest";
import type { Outcome } from "../../src/pathway/compile/outcome.ts";
import { type Consultation, consultPathway } from "../../src/pathway/consult/consult-pathway.ts";
import { preparePathway } from "../../src/pathway/consult/prepare-pathway.ts";
import { runStages } from "../../src/pathway/evaluate/run-stages.ts";
import { assembleFacts } from "../../src/pathway/facts/assemble-facts.ts";
import { Interpreter } from "../../src/pathway/facts/evaluate-expression.ts";
import { Facts, type Knowledge } from "../../src/pathway/facts/facts.ts";
import { indexOf } from "../../src/pathway/facts/pathway-index.ts";
import type { CaseFeature, FeatureId } from "../../src/pathway/model/feature.ts";
import type { Statement } from "../../src/pathway/model/finding.ts";
import type { Pathway } from "../../src/pathway/model/pathway.ts";
import { anyFacts, passOutcome, stated } from "./compiled-agreement.ts";
import { Dice } from "./dice.ts";
import { valuesOf } from "./every-patient.ts";
import { measureStrategy } from "./question-strategy.ts";
import { randomPathway } from "./random-pathway.ts";

const PROFILE = "only";
const NEEDS = JSON.stringify({ kind: "needs" });

export function consult(pathway: Pathway, statements: readonly Statement[], profile: string): Consultation {
  const consulted = consultPathway(pathway, statements, profile);
  if (!consulted.ok) throw new Error(consulted.diagnostics[0]?.message);
  return consulted.value;
}

/** What a consultation comes to, in one word that two of them can be compared by. */
export function resultOf({ evaluation }: Consultation): string {
  if (!("advice" in evaluation)) return evaluation.kind;
  const { recommendation, followUp } = evaluation.advice;
  return followUp === undefined ? recommendation.code : `${recommendation.code} ${followUp.id}`;
}

/**
 * A patient of whom `open` features are unknown; the rest is stated, or left unsaid where something is presumed that no
 * rule wants known. (That a presumption is asked about where a rule wants it known has a test of its own.)
 */
function draw({ features, stages }: Pathway, dice: Dice, open: number): readonly Statement[] {
  let left = open;
  const guarded = stages.flatMap(({ rules }) => rules.flatMap(({ known }) => known));
  const order = features.map((feature) => ({ feature, at: dice.roll(1000) })).sort((a, b) => a.at - b.at);
  return order.flatMap(({ feature }): Statement[] => {
    const { id, presume } = feature;
    if (left > 0) {
      left--;
      return [{ feature: id, kind: "unknown" }];
    }
    if (presume !== undefined && !guarded.includes(id) && dice.roll(2) === 0) return [];
    return [{ feature: id, kind: "value", value: dice.valueOf(feature) }];
  });
}

/** The outcome by enumeration: what every completion of the unknown comes to, none of which counts as known. */
class Enumeration {
  readonly #pathway: Pathway;
  readonly #memo = new Map<string, string>();

  constructor(pathway: Pathway) {
    this.#pathway = pathway;
  }

  outcomeOf(facts: Facts): string {
    const key = this.#pathway.features.map(({ id }) => JSON.stringify(facts.of(id))).join();
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const made = this.#enumerate(facts);
    this.#memo.set(key, made);
    return made;
  }

  #enumerate(facts: Facts): string {
    const unknown = this.#pathway.features.find(({ id }) => facts.valueOf(id) === undefined);
    if (unknown === undefined) return this.#known(facts);
    const outcomes = new Set(
      valuesOf(unknown).map((value) => this.#enumerate(facts.with(unknown.id, { kind: "assumed", value }))),
    );
    const [only] = outcomes;
    return outcomes.size === 1 && only !== undefined ? only : NEEDS;
  }

  /** Rules that clash behind an earlier rule that waits for something to be known are a question first. */
  #known(facts: Facts): string {
    const outcome = passOutcome({ index: indexOf(this.#pathway), profile: PROFILE }, facts);
    if (outcome.kind !== "clash") return JSON.stringify(outcome);
    const { trace } = runStages(new Interpreter(indexOf(this.#pathway), facts, PROFILE));
    return trace.some(({ outcome: truth }) => truth === "unknown") ? NEEDS : JSON.stringify(outcome);
  }

  /** The features that to learn can change the outcome, whatever else is learnt before or not at all. */
  canChange(facts: Facts): readonly FeatureId[] {
    const unknown = this.#pathway.features.filter(({ id }) => facts.valueOf(id) === undefined);
    return unknown.flatMap((feature) => {
      const others = unknown.filter((other) => other !== feature);
      return this.#partly(facts, others).some((one) => this.#changes(one, feature)) ? [feature.id] : [];
    });
  }

  #partly(facts: Facts, features: readonly CaseFeature[]): readonly Facts[] {
    return features.reduce<readonly Facts[]>(
      (all, feature) =>
        all.flatMap((one) => [
          one,
          ...valuesOf(feature).map((value) => one.with(feature.id, stated(feature.id, value))),
        ]),
      [facts],
    );
  }

  #changes(facts: Facts, feature: CaseFeature): boolean {
    const before = this.outcomeOf(facts);
    return valuesOf(feature).some(
      (value) => this.outcomeOf(facts.with(feature.id, stated(feature.id, value))) !== before,
    );
  }
}

/** True when the conditions compare two unknown numbers, so that the diagram's atoms depend on each other. */
function hasDependentAtoms(pathway: Pathway): boolean {
  const prepared = preparePathway(pathway, PROFILE);
  return !prepared.ok || prepared.value.atoms.some(({ kind }) => kind === "opaque");
}

/** Random pathways, patients with few unknowns: concluded exactly when all completions agree, asked exactly what can matter. */
export function checkConsultation(numRuns: number, seed: number): void {
  const property = fc.property(randomPathway, fc.nat(), (pathway, dieSeed) => {
    const dice = new Dice(dieSeed);
    const enumeration = new Enumeration(pathway);
    const exact = !hasDependentAtoms(pathway);
    for (let open = 0; open <= 3; open++) {
      const statements = draw(pathway, dice, open);
      const { facts } = assembleFacts(indexOf(pathway), statements, PROFILE);
      const found = consult(pathway, statements, PROFILE);
      expectOutcome(found, enumeration.outcomeOf(facts), exact);
      if (!("features" in found.evaluation) || found.evaluation.kind === "conflict") continue;
      const asked = found.evaluation.features;
      const able = enumeration.canChange(facts);
      if (exact) expect([...asked].sort()).toEqual([...able].sort());
      else expect(able.filter((feature) => !asked.includes(feature))).toEqual([]);
    }
  });
  fc.assert(property, { numRuns, seed, endOnFailure: true });
}

/** Where atoms depend on each other the diagram may ask where enumeration concludes, and never the other way round. */
function expectOutcome(found: Consultation, enumerated: string, exact: boolean): void {
  const { evaluation } = found;
  // `Enumeration` wrote it: an outcome of the diagram.
  const { kind } = JSON.parse(enumerated) as Outcome;
  const expected = { clash: "conflict", gap: "needs", needs: "needs", advice: "concluded" }[kind];
  if (!exact && evaluation.kind === "needs") return;
  expect(evaluation.kind).toBe(expected);
  if ("advice" in evaluation)
    expect(JSON.parse(enumerated)).toEqual({ kind: "advice", code: evaluation.advice.recommendation.code });
}

/** Rules that are said to carry a conclusion case by case: each decides some completion, and together they decide all. */
export function checkCases(numRuns: number, seed: number): number {
  let seen = 0;
  const property = fc.property(randomPathway, fc.nat(), (pathway, dieSeed) => {
    if (hasDependentAtoms(pathway)) return;
    const statements = draw(pathway, new Dice(dieSeed), 3);
    const { evaluation } = consult(pathway, statements, PROFILE);
    if (!("advice" in evaluation) || evaluation.advice.cases === undefined) return;
    seen++;
    const { facts } = assembleFacts(indexOf(pathway), statements, PROFILE);
    const deciding = completions(pathway, facts).map((complete) => firstHolding(pathway, complete));
    const cases = evaluation.advice.cases.map(({ id }) => id);
    expect(deciding.every((rules) => rules.some((rule) => cases.includes(rule)))).toBe(true);
    expect(cases.filter((rule) => !deciding.some((rules) => rules.includes(rule)))).toEqual([]);
  });
  fc.assert(property, { numRuns, seed, endOnFailure: true });
  return seen;
}

function completions(pathway: Pathway, facts: Facts): readonly Facts[] {
  return pathway.features.reduce<readonly Facts[]>(
    (all, feature) =>
      facts.valueOf(feature.id) !== undefined
        ? all
        : all.flatMap((one) =>
            valuesOf(feature).map((value): Facts => one.with(feature.id, { kind: "assumed", value })),
          ),
    [facts],
  );
}

/** The rules that hold in the stage that ends the pass. */
function firstHolding(pathway: Pathway, facts: Facts): readonly string[] {
  const { trace } = runStages(new Interpreter(indexOf(pathway), facts, PROFILE));
  return trace.flatMap(({ outcome, rule }) => (outcome === true ? [rule] : []));
}

/** How near the order of questions comes to the best there is. */
export interface Nearness {
  readonly patients: number;
  /** Share of patients for whom no strategy needs fewer questions. */
  readonly optimal: number;
  /** Questions asked over questions that the best strategy asks, over all patients, and in the worst. */
  readonly mean: number;
  readonly worst: number;
}

/** Measures the order of questions on random pathways against exhaustive search. */
export function checkQuestions(numRuns: number, seed: number): Nearness {
  const ratios: { best: number; ours: number }[] = [];
  const property = fc.property(randomPathway, fc.nat(), (pathway, dieSeed) => {
    const prepared = preparePathway(pathway, PROFILE);
    if (!prepared.ok) throw new Error(prepared.diagnostics[0]?.message);
    const nothing = new Facts(new Map<FeatureId, Knowledge>());
    for (const facts of [nothing, anyFacts(pathway.features, new Dice(dieSeed))]) {
      const { best, ours, announced, questions } = measureStrategy(prepared.value, facts);
      if (questions < 2) continue;
      expect(best).toBeLessThanOrEqual(ours + 1e-9);
      expect(ours).toBeLessThanOrEqual(announced + 1e-9);
      ratios.push({ best, ours });
    }
  });
  fc.assert(property, { numRuns, seed, endOnFailure: true });
  const sum = (pick: "best" | "ours") => ratios.reduce((total, one) => total + one[pick], 0);
  return {
    patients: ratios.length,
    optimal: ratios.filter(({ best, ours }) => ours <= best + 1e-9).length / ratios.length,
    mean: sum("ours") / sum("best"),
    worst: Math.max(...ratios.map(({ best, ours }) => ours / best)),
  };
}
