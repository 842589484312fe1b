import fc from "fast-check";
import { expect } from "vitest";
import { compilePathway } from "../../src/pathway/compile/compile-pathway.ts";
import { runStages } from "../../src/pathway/evaluate/run-stages.ts";
import { assembleFacts } from "../../src/pathway/facts/assemble-facts.ts";
import { Interpreter } from "../../src/pathway/facts/evaluate-expression.ts";
import { indexOf } from "../../src/pathway/facts/pathway-index.ts";
import type { Pathway } from "../../src/pathway/model/pathway.ts";
import type { Finding } from "../../src/pathway/verify/verification-rule.ts";
import { verifyPathway } from "../../src/pathway/verify/verify-pathway.ts";
import { anyFacts, completionOf, expectAgreement, passOutcome } from "./compiled-agreement.ts";
import { Dice } from "./dice.ts";
import { everyPatient } from "./every-patient.ts";
import { randomPathway } from "./random-pathway.ts";

const PATIENTS = 12;

/** Random patients of random pathways: the diagram and the interpreter say the same. */
export function checkEvaluation(numRuns: number, seed: number): void {
  const property = fc.property(randomPathway, fc.nat(), (pathway, dieSeed) => {
    const compiled = compilePathway(pathway, "only");
    if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
    const dice = new Dice(dieSeed);
    for (let count = 0; count < PATIENTS; count++)
      expectAgreement(compiled.value, anyFacts(pathway.features, dice), dice);
  });
  fc.assert(property, { numRuns, seed, endOnFailure: true });
}

/** Random pathways, every patient of whom everything is known: the verifier finds the gaps, overlaps and dead rules there are. */
export function checkVerdicts(numRuns: number, seed: number): void {
  const property = fc.property(randomPathway, (pathway) => {
    const verified = verifyPathway(pathway);
    if (!verified.ok) throw new Error(verified.diagnostics[0]?.message);
    const findings = verified.value[0]?.findings ?? [];
    const seen = enumerate(pathway);
    expectVerdict(pathway, findings, "total", seen.gaps, "gap");
    expectVerdict(pathway, findings, "consistent", seen.clashes, "clash");
    const dead = findings.flatMap(({ property, subject, verdict }) =>
      property === "live" && verdict.kind !== "proven" ? [subject] : [],
    );
    const reached = new Set(findings.flatMap((one) => (one.property === "live" ? [one.subject] : [])));
    const rules = pathway.stages.flatMap((stage) => stage.rules.map(({ id }) => id));
    const silent = rules.filter((id) => !seen.firing.has(id));
    expect(rules.filter((id) => dead.includes(id) || !reached.has(id))).toEqual(silent);
    for (const name of ["guarded", "monotone"])
      expect(findings.filter((one) => one.property === name && one.verdict.kind !== "proven")).toEqual([]);
  });
  fc.assert(property, { numRuns, seed, endOnFailure: true });
}

function expectVerdict(
  pathway: Pathway,
  findings: readonly Finding[],
  property: string,
  faults: number,
  kind: "gap" | "clash",
): void {
  const verdict = findings.find((one) => one.property === property)?.verdict;
  if (faults > 0) expect(verdict?.kind).toBe("refuted");
  else expect(verdict?.kind).not.toBe("refuted");
  if (verdict?.kind !== "refuted" || verdict.counterexample === undefined) return;
  const index = indexOf(pathway);
  const { facts } = assembleFacts(index, verdict.counterexample.statements, "only");
  const everything = completionOf(pathway.features, facts, new Dice(faults));
  expect(passOutcome({ index, profile: "only" }, everything).kind).toBe(kind);
}

interface Enumeration {
  readonly gaps: number;
  readonly clashes: number;
  readonly firing: ReadonlySet<string>;
}

function enumerate(pathway: Pathway): Enumeration {
  const index = indexOf(pathway);
  const firing = new Set<string>();
  let gaps = 0;
  let clashes = 0;
  for (const facts of everyPatient(pathway.features)) {
    const pass = runStages(new Interpreter(index, facts, "only"));
    for (const { rule, outcome } of pass.trace) if (outcome === true) firing.add(rule);
    if (pass.kind === "clash") clashes++;
    if (pass.kind === "open") gaps++;
  }
  return { gaps, clashes, firing };
}
