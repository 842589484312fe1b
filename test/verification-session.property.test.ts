import fc from "fast-check";
import { expect, test } from "vitest";
import type { Result } from "../src/kernel/result.ts";
import { type FrozenDiagram, freezeDiagram } from "../src/pathway/compile/freeze-diagram.ts";
import type { Expression } from "../src/pathway/language/expression.ts";
import type { Pathway, Rule } from "../src/pathway/model/pathway.ts";
import { VerificationSession } from "../src/pathway/verify/verification-session.ts";
import { type ProfileVerification, verifyPathway } from "../src/pathway/verify/verify-pathway.ts";
import { legDvt } from "./support/leg-dvt.ts";
import { randomPathway } from "./support/random-pathway.ts";

/** What an editor does to a pathway, at a place that is drawn. */
type Edit = (pathway: Pathway, place: number) => Pathway;

const rulesOf = (pathway: Pathway): readonly Rule[] => pathway.stages.flatMap(({ rules }) => rules);

const negated = (operand: Expression): Expression => ({ kind: "not", operand, span: operand.span });

/** One rule is changed, or left out. */
function changeRule(pathway: Pathway, place: number, change: (rule: Rule) => readonly Rule[]): Pathway {
  const rules = rulesOf(pathway);
  const chosen = rules[place % Math.max(1, rules.length)];
  const stages = pathway.stages.map((stage) => ({
    ...stage,
    rules: stage.rules.flatMap((rule) => (rule === chosen ? change(rule) : [rule])),
  }));
  return { ...pathway, stages };
}

const edits: Readonly<Record<string, Edit>> = {
  dropRule: (pathway, place) => changeRule(pathway, place, () => []),
  otherAdvice: (pathway, place) =>
    changeRule(pathway, place, (rule) => [{ ...rule, advise: rulesOf(pathway)[place % 3]?.advise ?? rule.advise }]),
  otherCondition: (pathway, place) =>
    changeRule(pathway, place, (rule) => [{ ...rule, when: rulesOf(pathway)[place % 5]?.when ?? rule.when }]),
  negate: (pathway, place) => changeRule(pathway, place, (rule) => [{ ...rule, when: negated(rule.when) }]),
  reword: (pathway, place) => changeRule(pathway, place, (rule) => [{ ...rule, because: `because ${place}` }]),
  moveDown: (pathway, place) =>
    changeRule(pathway, place, (rule) => [{ ...rule, span: { ...rule.span, line: rule.span.line + 1 } }]),
  lastStageFirst: (pathway) => ({
    ...pathway,
    stages: pathway.stages.toSorted((one) => (one === pathway.stages.at(-1) ? -1 : 0)),
  }),
  presumeNothing: (pathway, place) => ({
    ...pathway,
    features: pathway.features.map(({ presume, ...feature }, at) =>
      presume === undefined || at === place % pathway.features.length ? feature : { ...feature, presume },
    ),
  }),
};

const edit = fc.record({ name: fc.constantFrom(...Object.keys(edits)), place: fc.nat(1000) });

function apply(pathway: Pathway, { name, place }: { name: string; place: number }): Pathway {
  return edits[name]?.(pathway, place) ?? pathway;
}

/** Findings with their spans and patients, and the diagram as it is certified. */
function reportOf(verified: Result<readonly ProfileVerification[]>): unknown {
  if (!verified.ok) return verified.diagnostics;
  return verified.value.map(({ profile, diagrams, findings }) => ({
    profile,
    findings,
    outcomes: diagrams.outcomes,
    diagram: textOf(freezeDiagram(diagrams.closed.coding.store, diagrams.outcome)),
  }));
}

/** Long lists are compared as text. */
function textOf({ root, levels, children }: FrozenDiagram): string {
  return `${root}: ${levels.join(" ")}: ${children.join(" ")}`;
}

test("after any edits of a random pathway a session reports what a verification from the beginning reports", () => {
  const property = fc.property(randomPathway, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, changes) => {
    const session = new VerificationSession();
    let pathway = first;
    session.verify(pathway);
    for (const change of changes) {
      pathway = apply(pathway, change);
      expect(reportOf(session.verify(pathway))).toEqual(reportOf(verifyPathway(pathway)));
    }
  });
  fc.assert(property);
});

test("after edits of the shipped pathway too", () => {
  const session = new VerificationSession();
  session.verify(legDvt);
  let pathway = legDvt;
  for (const [at, name] of ["reword", "dropRule", "negate", "presumeNothing", "otherAdvice"].entries()) {
    pathway = apply(pathway, { name, place: 17 * at + 5 });
    expect(reportOf(session.verify(pathway))).toEqual(reportOf(verifyPathway(pathway)));
  }
});

test("a session whose bench is full sets up another, and refuses only what is too large by itself", () => {
  const first = verifyPathway(legDvt);
  if (!first.ok) throw new Error("the shipped pathway is verified");
  const sizes = first.value.map(({ diagrams }) =>
    Math.max(diagrams.complete.coding.store.size, diagrams.closed.coding.store.size),
  );
  const session = new VerificationSession({ maxNodes: Math.max(...sizes), maxSteps: 1_000_000 });
  for (let place = 0; place < 3; place++)
    expect(session.verify(apply(legDvt, { name: "reword", place })).ok).toBe(true);
  const narrow = new VerificationSession({ maxNodes: 1000, maxSteps: 1_000_000 });
  expect(narrow.verify(legDvt)).toMatchObject({ ok: false, diagnostics: [{ code: "diagram-too-large" }] });
});
