import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledPathway, compilePathway } from "../src/pathway/compile/compile-pathway.ts";
import { adviseCompiled } from "../src/pathway/compile/evaluate-compiled.ts";
import { consultPathway } from "../src/pathway/consult/consult-pathway.ts";
import { evaluatePathway } from "../src/pathway/evaluate/evaluate-pathway.ts";
import { assembleFacts } from "../src/pathway/facts/assemble-facts.ts";
import { featuresIn } from "../src/pathway/language/features-in.ts";
import type { Evaluation } from "../src/pathway/model/evaluation.ts";
import type { Statement } from "../src/pathway/model/finding.ts";
import { completionOf, conclusionOf, diagramOutcome, passOutcome } from "./support/compiled-agreement.ts";
import { Dice } from "./support/dice.ts";
import { legDvt, PROFILES } from "./support/leg-dvt.ts";
import { completePatient, randomStatements } from "./support/random-findings.ts";

const compiled: ReadonlyMap<string, CompiledPathway> = new Map(
  PROFILES.map((profile) => {
    const made = compilePathway(legDvt, profile);
    if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join("\n"));
    return [profile, made.value];
  }),
);
const profile = fc.constantFrom(...PROFILES);

function diagramOf(under: string): CompiledPathway {
  const made = compiled.get(under);
  if (made === undefined) throw new Error(`no diagram of \`${under}\``);
  return made;
}

function consultation(statements: readonly Statement[], under: string): Evaluation {
  const consulted = consultPathway(legDvt, statements, under);
  if (!consulted.ok) throw new Error(consulted.diagnostics.map(({ message }) => message).join("\n"));
  return consulted.value.evaluation;
}

/** An item and everything that it can be worked out from, so that it is hidden for good. */
function withSources(id: string): readonly string[] {
  const from = legDvt.features.find((feature) => feature.id === id)?.derive;
  const implying = legDvt.features.filter(({ implies }) => implies.some(({ feature }) => feature === id));
  return [id, ...(from === undefined ? [] : featuresIn(from)).flatMap(withSources), ...implying.map((one) => one.id)];
}

describe("the compiled form of the shipped pathway", () => {
  test("says the same as the interpreter of every patient of whom everything is known", () => {
    fc.assert(
      fc.property(completePatient(legDvt), profile, (statements, under) => {
        const concluded = conclusionOf(evaluatePathway(legDvt, statements, under));
        const { outcome } = adviseCompiled(diagramOf(under), statements);
        if (concluded === undefined) expect(outcome.kind).toBe("needs");
        else expect(outcome).toEqual(concluded);
      }),
      { numRuns: 1500 },
    );
  });

  test("concludes whatever the interpreter concludes while things are unknown", () => {
    fc.assert(
      fc.property(randomStatements(legDvt), profile, (statements, under) => {
        const concluded = conclusionOf(evaluatePathway(legDvt, statements, under));
        if (concluded !== undefined) expect(adviseCompiled(diagramOf(under), statements).outcome).toEqual(concluded);
      }),
      { numRuns: 1500 },
    );
  });

  test("concludes from a total or a category only what holds for the patient whose items it sums up", () => {
    const [wells] = legDvt.scores;
    const { total, category } = wells?.stated ?? {};
    if (wells === undefined || total === undefined || category === undefined)
      throw new Error("the Wells score takes both");
    const hidden = fc.uniqueArray(fc.constantFrom(...wells.items.map((item) => item.feature)), { minLength: 1 });
    const schemes = fc.constantFrom(undefined, ...wells.schemes.map(({ id }) => id));
    const concluded = { total: 0, category: 0 };
    fc.assert(
      fc.property(completePatient(legDvt), hidden, schemes, profile, (patient, hide, scheme, under) => {
        const said = patient.filter(({ feature }) => feature !== total && feature !== category);
        const whole = consultation(said, under);
        const counted = whole.scores.find(({ score }) => score === wells.id);
        // The score is not meant for everybody.
        if (counted === undefined) return;
        expect(counted.low).toBe(counted.high);
        const gone = new Set(hide.flatMap(withSources));
        const told = said.filter((one) => !gone.has(one.feature));
        const stratum = scheme === undefined ? undefined : counted.strata[scheme];
        const given: Statement =
          stratum === undefined
            ? { feature: total, kind: "value", value: counted.low }
            : { feature: category, kind: "value", value: stratum };
        const found = consultation([...told, given], under);
        if (found.kind !== "concluded" && found.kind !== "outOfScope") return;
        // What is presumed where nobody said anything may differ from what was hidden; the answer says so.
        if (found.presumed.length > 0) return;
        concluded[stratum === undefined ? "total" : "category"] += 1;
        expect(conclusionOf(found)).toEqual(conclusionOf(whole));
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(concluded.total, concluded.category)).toBeGreaterThan(150);
  });

  test("concludes only what the interpreter finds however the unknowns are filled in", () => {
    fc.assert(
      fc.property(randomStatements(legDvt, { silent: 10, unknown: 25 }), profile, fc.nat(), (said, under, seed) => {
        const { facts } = assembleFacts(diagramOf(under).index, said, under);
        const found = diagramOutcome(diagramOf(under), facts);
        if (found?.kind === "needs") return;
        const dice = new Dice(seed);
        for (let times = 0; times < 5; times++)
          expect(passOutcome(diagramOf(under), completionOf(legDvt.features, facts, dice))).toEqual(found);
      }),
      { numRuns: 1500 },
    );
  });

  test("lists what may still be advised, and never a single piece of advice it could have given", () => {
    const { outcome, possible } = adviseCompiled(diagramOf("sru"), []);
    expect(outcome).toEqual({ kind: "needs" });
    expect(possible.flatMap((one) => (one.kind === "advice" ? [one.code] : []))).toEqual([
      "COMPLETE_DUPLEX",
      "D_DIMER_FIRST",
    ]);
  });
});
