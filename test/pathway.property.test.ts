import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { decimal } from "../src/clinical/quantity.ts";
import { evaluatePathway } from "../src/pathway/evaluate/evaluate-pathway.ts";
import { codeOf } from "../src/pathway/evaluate/grounds.ts";
import { assembleFacts } from "../src/pathway/facts/assemble-facts.ts";
import { getPart, indexOf } from "../src/pathway/facts/pathway-index.ts";
import type { Evaluation } from "../src/pathway/model/evaluation.ts";
import type { Statement } from "../src/pathway/model/finding.ts";
import { feu, legDvt, nextStepFor, PROFILES, ruleOf, SENSITIVE, type SentFindings, wells } from "./support/leg-dvt.ts";
import { completePatient, randomStatements } from "./support/random-findings.ts";

// Many evaluations in one test: on a busy machine five seconds are not enough.
vi.setConfig({ testTimeout: 60_000 });

const profile = fc.constantFrom(...PROFILES);
const RUNS = { numRuns: 400 };
const CODES = new Set(legDvt.recommendations.map(({ code }) => code));

/** The advice as a reader sees it: what to do, and when. */
function advice(evaluation: Evaluation): string {
  const followUp = "advice" in evaluation ? evaluation.advice.followUp?.id : undefined;
  return followUp === undefined ? codeOf(evaluation) : `${codeOf(evaluation)} ${followUp}`;
}

function valueOfFeature(statements: readonly Statement[], feature: string): unknown {
  return statements.flatMap((statement) =>
    statement.feature === feature && statement.kind === "value" ? [statement.value] : [],
  )[0];
}

describe("whatever is said of a patient", () => {
  test("there is exactly one answer of the closed list", () => {
    fc.assert(
      fc.property(randomStatements(legDvt), profile, (statements, under) => {
        expect(CODES).toContain(codeOf(evaluatePathway(legDvt, statements, under)));
      }),
      RUNS,
    );
  });

  test("the order of the statements does not matter", () => {
    const shuffled = randomStatements(legDvt).chain((statements) =>
      fc.tuple(fc.constant(statements), fc.shuffledSubarray([...statements], { minLength: statements.length })),
    );
    fc.assert(
      fc.property(shuffled, profile, ([statements, other], under) => {
        expect(advice(evaluatePathway(legDvt, other, under))).toBe(advice(evaluatePathway(legDvt, statements, under)));
      }),
      { numRuns: 150 },
    );
  });

  test("DVT is excluded only on facts that the rule wants known, none of them presumed", () => {
    fc.assert(
      fc.property(randomStatements(legDvt, { silent: 20, unknown: 3 }), profile, (statements, under) => {
        const found = evaluatePathway(legDvt, statements, under);
        if (!("advice" in found) || !found.advice.recommendation.rulesOut) return;
        const established = new Set(found.findings.map(({ feature }) => feature));
        expect(found.advice.rule.known.length).toBeGreaterThan(0);
        expect(found.advice.rule.known.filter((feature) => !established.has(feature))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("an emergency sign is answered with the emergency, whatever else is said", () => {
    const signs = [
      "phlegmasia",
      "limbIschaemia",
      "compartmentSyndrome",
      "necrotisingInfection",
      "unstable",
      "otherRedFlag",
    ];
    fc.assert(
      fc.property(randomStatements(legDvt), fc.constantFrom(...signs), profile, (statements, sign, under) => {
        const others = statements.filter(({ feature }) => feature !== sign);
        const found = evaluatePathway(legDvt, [...others, { feature: sign, kind: "value", value: true }], under);
        expect(codeOf(found)).toBe("EMERGENCY_NOW");
      }),
      { numRuns: 300 },
    );
  });
});

describe("a patient of whom everything is known", () => {
  test("gets advice in every profile: no rule is missing and no two differ", () => {
    fc.assert(
      fc.property(completePatient(legDvt), profile, (statements, under) => {
        const found = evaluatePathway(legDvt, statements, under);
        expect(found.contradictions).toEqual([]);
        expect(["concluded", "outOfScope"]).toContain(found.kind);
      }),
      { numRuns: 1200 },
    );
  });

  test("with a lump that is not explained has the lump addressed", () => {
    fc.assert(
      fc.property(completePatient(legDvt), profile, (statements, under) => {
        const lump: Statement[] = [
          { feature: "calfMass", kind: "value", value: true },
          { feature: "massExplained", kind: "value", value: false },
        ];
        const others = statements.filter(({ feature }) => feature !== "calfMass" && feature !== "massExplained");
        const found = evaluatePathway(legDvt, [...others, ...lump], under);
        if (["EMERGENCY_NOW", "OUT_OF_SCOPE"].includes(codeOf(found))) return;
        expect([codeOf(found), ...found.alsoDo.map(({ advise }) => advise)]).toContain("MASS_IMAGING");
      }),
      RUNS,
    );
  });

  /** Rules that exclude although a D-dimer is positive and the calf was not cleared: each names a guideline that says so. */
  const EXCLUDE_DESPITE_POSITIVE: Readonly<Record<string, string>> = {
    proximalUnlikelyPositiveStop: "NICE and ASH stop after a negative proximal scan when DVT is unlikely",
    proximalLowPositiveStop: "ACCP stops after a negative proximal scan at low probability",
    pregnantSuspicionLow: "RCOG decides by suspicion; a D-dimer does not count in pregnancy",
  };

  test("is never called free of DVT with a positive D-dimer, unless by a complete scan or a guideline named here", () => {
    fc.assert(
      fc.property(completePatient(legDvt), profile, (statements, under) => {
        const positive = { value: decimal(5000), unit: "ug/L{FEU}" };
        const dDimers = ["dDimerFeu", "dDimerDdu", "dDimerLabel"];
        const measured = [
          ...statements.filter(({ feature }) => !dDimers.includes(feature)),
          { feature: "dDimerFeu", kind: "value", value: positive } as const,
        ];
        const found = evaluatePathway(legDvt, measured, under);
        if (codeOf(found) !== "DVT_EXCLUDED" || valueOfFeature(measured, "scan") === "normal-complete") return;
        expect(Object.keys(EXCLUDE_DESPITE_POSITIVE)).toContain(ruleOf(found));
      }),
      RUNS,
    );
  });

  test("is never called free of DVT on treatment doses or in pregnancy by a D-dimer", () => {
    fc.assert(
      fc.property(
        completePatient(legDvt),
        profile,
        fc.constantFrom("therapeutic", "pregnant"),
        (statements, under, why) => {
          const changed: Statement =
            why === "pregnant"
              ? { feature: "pregnant", kind: "value", value: true }
              : { feature: "anticoagulation", kind: "value", value: why };
          const others = statements.filter(({ feature }) => feature !== changed.feature && feature !== "sex");
          const found = evaluatePathway(legDvt, [...others, changed], under);
          const byDDimer = [
            "unlikelyNegative",
            "unlikelyReportedNegative",
            "proximalAndDDimerNegative",
            "highDDimerNegative",
          ];
          expect(byDDimer).not.toContain(ruleOf(found));
        },
      ),
      RUNS,
    );
  });
});

describe("more information", () => {
  const index = indexOf(legDvt);
  /** A complete patient, and the same with some of what may not be presumed left unsaid. */
  const partAndWhole = fc
    .tuple(
      completePatient(legDvt),
      fc.array(fc.nat(99), { minLength: 90, maxLength: 90 }),
      fc.integer({ min: 5, max: 60 }),
    )
    .map(([whole, dice, share]) => {
      const isKept = ({ feature }: Statement, at: number) =>
        getPart(index.features, feature).presume !== undefined || (dice[at] ?? 0) >= share;
      return { whole, part: whole.filter(isKept) };
    });

  /** Whether something that was presumed turned out otherwise: then the advice may change, and says that it was presumed. */
  function overturnsPresumption(part: readonly Statement[], whole: readonly Statement[], under: string): boolean {
    const before = assembleFacts(index, part, under).facts;
    const after = assembleFacts(index, whole, under).facts;
    return before
      .findings(legDvt.features)
      .some(
        ({ feature, value, from }) =>
          from === "presumed" && JSON.stringify(after.valueOf(feature)) !== JSON.stringify(value),
      );
  }

  test("never contradicts a conclusion, unless it overturns what was presumed", () => {
    fc.assert(
      fc.property(partAndWhole, profile, ({ part, whole }, under) => {
        const early = evaluatePathway(legDvt, part, under);
        if (!("advice" in early) || overturnsPresumption(part, whole, under)) return;
        expect(advice(evaluatePathway(legDvt, whole, under))).toBe(advice(early));
      }),
      { numRuns: 800 },
    );
  });
});

describe("the unit in which a D-dimer is given", () => {
  const units = [
    ["ug/L", 1],
    ["ng/mL", 1],
    ["mg/L", 1000],
    ["ug/mL", 1000],
  ] as const;

  test("does not change the answer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 3000 }),
        fc.integer({ min: 18, max: 95 }),
        profile,
        (value, age, under) => {
          const patient: SentFindings = { ...wells("deepVeinTenderness"), ...SENSITIVE, age };
          const answers = units.map(([unit, per]) =>
            nextStepFor({ ...patient, ...feu(decimal(value).div(per).toNumber(), unit) }, under),
          );
          expect(new Set(answers).size).toBe(1);
          expect(answers[0]).toBe(value < (age > 50 ? age * 10 : 500) ? "DVT_EXCLUDED" : "COMPLETE_DUPLEX");
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("an early conclusion", () => {
  const OPEN = [
    "deepVeinTenderness",
    "pittingOedema",
    "alternativeDiagnosis",
    "dDimerLabel",
    "dDimerAssay",
    "calfScanAvailable",
    "inpatient",
  ];
  const index = indexOf(legDvt);

  const caseWithOpenFeatures = fc.tuple(
    fc.subarray(OPEN, { minLength: 1, maxLength: 4 }),
    fc.constantFrom("none", "normal-complete", "normal-proximal-only"),
    fc.subarray(["paralysisOrPlaster", "calfSwelling", "collateralVeins"] as const),
    fc.boolean(),
    profile,
  );

  function completionsOf(open: readonly string[]): readonly SentFindings[] {
    return open.reduce<readonly SentFindings[]>(
      (cases, id) => cases.flatMap((findings) => valuesOf(id).map((value) => ({ ...findings, [id]: value }))),
      [{}],
    );
  }

  function valuesOf(id: string): readonly unknown[] {
    const { type } = getPart(index.features, id);
    return type.kind === "choice" ? type.choices.map(({ code }) => code) : [true, false];
  }

  test("is drawn exactly when every completion agrees, but for ruling out, which waits for what must be known", () => {
    fc.assert(
      fc.property(caseWithOpenFeatures, ([open, scan, present, labelled, under]) => {
        const base: SentFindings = {
          ...wells(...present),
          age: 40,
          scan,
          calfScanAvailable: false,
          dDimerAssay: "high-sensitivity",
          ...(labelled ? { dDimerLabel: "negative" } : {}),
        };
        const asked = {
          ...base,
          ...Object.fromEntries(open.map((id) => [id, null])),
          ...(open.includes("dDimerLabel") ? { dDimerLabelled: true } : {}),
        };
        const outcomes = new Set(
          completionsOf(open).map((completion) => nextStepFor({ ...asked, ...completion }, under)),
        );
        const [only] = outcomes;
        const found = nextStepFor(asked, under);
        if (outcomes.size > 1) expect(found).toBe("ASK_MISSING");
        else expect(only === "DVT_EXCLUDED" ? ["DVT_EXCLUDED", "ASK_MISSING"] : [only]).toContain(found);
      }),
      { numRuns: 200 },
    );
  });
});
