import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { preparePathway } from "../src/pathway/consult/prepare-pathway.ts";
import { evaluatePathway } from "../src/pathway/evaluate/evaluate-pathway.ts";
import { runStages } from "../src/pathway/evaluate/run-stages.ts";
import { assembleFacts } from "../src/pathway/facts/assemble-facts.ts";
import { Interpreter } from "../src/pathway/facts/evaluate-expression.ts";
import { getPart, indexOf } from "../src/pathway/facts/pathway-index.ts";
import { disputedTotals } from "../src/pathway/facts/stated-total.ts";
import { COSTS, type FeatureId, type FindingValue } from "../src/pathway/model/feature.ts";
import type { Statement } from "../src/pathway/model/finding.ts";
import { completionOf } from "./support/compiled-agreement.ts";
import { checkCases, checkConsultation, checkQuestions, consult, resultOf } from "./support/consultation-agreement.ts";
import { Dice } from "./support/dice.ts";
import { legDvt, PROFILES } from "./support/leg-dvt.ts";
import { measureStrategy } from "./support/question-strategy.ts";
import { completePatient, randomStatements } from "./support/random-findings.ts";

const profile = fc.constantFrom(...PROFILES);
const patient = fc.oneof(
  randomStatements(legDvt),
  randomStatements(legDvt, { silent: 10, unknown: 25 }),
  completePatient(legDvt),
);
const RUNS = { numRuns: 600 };

/** A family of features is asked for as one. */
function nameOf(feature: FeatureId): string {
  return getPart(indexOf(legDvt).features, feature).family ?? feature;
}

/** What three-valued logic leaves open. */
function leftOpen(statements: readonly Statement[], under: string): readonly FeatureId[] {
  const { facts } = assembleFacts(indexOf(legDvt), statements, under);
  const pass = runStages(new Interpreter(indexOf(legDvt), facts, under));
  return pass.kind === "open" ? pass.features : [];
}

describe("consulting the shipped pathway", () => {
  test("says what the interpreter says wherever that concludes, and asks for nothing that three-valued logic has settled", () => {
    fc.assert(
      fc.property(patient, profile, (statements, under) => {
        const oracle = evaluatePathway(legDvt, statements, under);
        const { evaluation, questions } = consult(legDvt, statements, under);
        if ("advice" in oracle) {
          expect(resultOf({ evaluation, questions })).toBe(resultOf({ evaluation: oracle, questions: [] }));
          if ("advice" in evaluation && evaluation.advice.cases === undefined)
            expect(evaluation).toMatchObject({ trace: oracle.trace, warnings: oracle.warnings, alsoDo: oracle.alsoDo });
          return;
        }
        const asked = "features" in evaluation ? evaluation.features : [];
        const { facts } = assembleFacts(indexOf(legDvt), statements, under);
        const openToIt = new Set([...leftOpen(statements, under), ...disputedTotals(legDvt.scores, facts)].map(nameOf));
        expect(asked.filter((feature) => !openToIt.has(nameOf(feature)))).toEqual([]);
        expect(questions.map(({ feature }) => feature)).toEqual(asked);
        expect(oracle.contradictions).toEqual(evaluation.contradictions);
      }),
      RUNS,
    );
  });

  test("concludes only what the interpreter finds however the unknowns are filled in, by a rule that it names", () => {
    const index = indexOf(legDvt);
    fc.assert(
      fc.property(patient, profile, fc.nat(), (statements, under, seed) => {
        const { evaluation } = consult(legDvt, statements, under);
        if (!("advice" in evaluation)) return;
        const { advice } = evaluation;
        const { facts } = assembleFacts(index, statements, under);
        const dice = new Dice(seed);
        for (let times = 0; times < 3; times++) {
          const pass = runStages(new Interpreter(index, completionOf(legDvt.features, facts, dice), under));
          if (pass.kind !== "settled") throw new Error(`a completion is ${pass.kind}`);
          expect(pass.advice.recommendation.code).toBe(advice.recommendation.code);
          expect(pass.advice.followUp?.id).toBe(advice.followUp?.id);
          if (advice.cases !== undefined) expect(advice.cases).toContain(pass.advice.rule);
        }
      }),
      RUNS,
    );
  });

  test("says of each answer what comes of it, and never sends for a test while the bedside can decide", () => {
    const index = indexOf(legDvt);
    const tier = (feature: FeatureId) => Math.max(1, COSTS.indexOf(getPart(index.features, feature).cost));
    fc.assert(
      fc.property(randomStatements(legDvt, { silent: 60, unknown: 15 }), profile, (statements, under) => {
        const { evaluation, questions } = consult(legDvt, statements, under);
        if (evaluation.kind !== "needs") return;
        const tiers = questions.map(({ feature }) => tier(feature));
        expect(tiers).toEqual([...tiers].sort((a, b) => a - b));
        for (const { feature, answers } of questions.slice(0, 2))
          for (const { answer, settles, leadsTo } of answers) {
            const value = valueBehind(feature, answer);
            if (value === undefined) continue;
            const others = statements.filter((one) => one.feature !== feature);
            const after = consult(legDvt, [...others, { feature, kind: "value", value }], under).evaluation;
            expect("advice" in after).toBe(settles);
            const codes =
              "advice" in after
                ? [after.advice.recommendation.code]
                : after.possible.map(({ recommendation }) => recommendation.code);
            expect(new Set(leadsTo)).toEqual(new Set(codes));
          }
      }),
      { numRuns: 200 },
    );
  });

  /** The value that an answer's words stand for; numbers are told apart in stretches and left out here. */
  function valueBehind(feature: FeatureId, answer: string): FindingValue | undefined {
    const { type } = getPart(indexOf(legDvt).features, feature);
    if (type.kind === "truth") return answer === "yes";
    return type.kind === "choice" ? type.choices.find(({ label }) => label === answer)?.code : undefined;
  }

  test.each<[string, readonly Statement[]]>([
    ["nothing", []],
    [
      "a tender, swollen calf",
      [
        { feature: "deepVeinTenderness", kind: "value", value: true },
        { feature: "calfSwelling", kind: "value", value: true },
      ],
    ],
    ["a normal complete scan", [{ feature: "scan", kind: "value", value: "normal-complete" }]],
    ["anticoagulation asked and not known", [{ feature: "anticoagulation", kind: "unknown" }]],
  ])("with %s known asks in an order that no other betters", (_, statements) => {
    const prepared = preparePathway(legDvt, "sru");
    if (!prepared.ok) throw new Error(prepared.diagnostics[0]?.message);
    const { facts } = assembleFacts(indexOf(legDvt), statements, "sru");
    const { best, ours } = measureStrategy(prepared.value, facts);
    expect(ours).toBeCloseTo(best, 9);
  });
});

describe("consulting random pathways", () => {
  test("concludes exactly when every completion agrees, and asks for exactly what can change the outcome", () => {
    checkConsultation(150, 20_261_125);
  });

  test("names the rules that carry a conclusion case by case: each of them carries one, and no case is without", () => {
    expect(checkCases(4000, 20_261_126)).toBeGreaterThan(15);
  });

  test("asks nearly as few questions as the best strategy that exhaustive search finds", () => {
    const { patients, optimal, mean, worst } = checkQuestions(700, 20_261_127);
    expect(patients).toBeGreaterThan(500);
    expect(optimal).toBeGreaterThan(0.97);
    expect(mean).toBeLessThan(1.005);
    expect(worst).toBeLessThan(1.5);
  });
});
