import { expect, test } from "vitest";
import { buildDiagrams, type Diagrams } from "../compile/build-diagrams.ts";
import { TRUE } from "../compile/compile-condition.ts";
import { FIRST_ADVICE, NEEDS } from "../compile/outcome.ts";
import { getPathway, pathwayText } from "../testing/small-pathway.ts";
import { guarded } from "./rules/guarded.ts";
import { monotone } from "./rules/monotone.ts";
import { total } from "./rules/total.ts";
import type { VerificationContext } from "./verification-rule.ts";

/** The compiler guards and closes by construction, so these rules are shown diagrams that no compiler made. */
function diagramsOf(text = pathwayText()): Diagrams {
  const built = buildDiagrams(getPathway(text), "first");
  if (!built.ok) throw new Error(built.diagnostics.map(({ message }) => message).join("\n"));
  return built.value;
}

function contextOf(diagrams: Diagrams): VerificationContext {
  const always = diagrams.closed.coding.store.terminal(TRUE);
  return { diagrams, domain: () => always, completeDomain: diagrams.complete.coding.store.terminal(TRUE) };
}

function endOfCode({ outcomes }: Diagrams, code: string): number {
  return outcomes.findIndex((outcome) => outcome.kind === "advice" && outcome.code === code);
}

test("a diagram that excludes where it should ask is not guarded", () => {
  const diagrams = diagramsOf();
  const stop = endOfCode(diagrams, "STOP");
  const outcome = diagrams.closed.coding.store.map(diagrams.outcome, (end) => (end === NEEDS ? stop : end));
  expect(guarded.check(contextOf({ ...diagrams, outcome }))).toMatchObject([
    { subject: "STOP", verdict: { kind: "refuted", counterexample: { statements: [] } } },
  ]);
});

test("a diagram that concludes on nothing and differs once something is known is not monotone", () => {
  const diagrams = diagramsOf();
  const look = endOfCode(diagrams, "LOOK");
  const outcome = diagrams.closed.coding.store.map(diagrams.outcome, (end) => (end === NEEDS ? look : end));
  expect(monotone.check(contextOf({ ...diagrams, outcome }))).toMatchObject([{ verdict: { kind: "refuted" } }]);
});

test("a fault that lies only where no patient can be written is undecided, never proven", () => {
  // The diagram wants a lesser left leg, and both legs unknown: comparison and quantities are atoms of their own.
  const text = pathwayText({
    stages: `stages:
  - id: only
    label: Only
    why: one stage
    rules:
      - { id: legs, when: left < right and left > 20 'cm' and right > 20 'cm', advise: LOOK, because: b, cite: ["[house-rule]"] }
      - { id: rest, when: not (left < right and left > 20 'cm' and right > 20 'cm'), advise: TREAT, because: b, cite: ["[house-rule]"] }`,
  });
  const diagrams = diagramsOf(text);
  const { closed, atoms } = diagrams;
  const level = atoms.findIndex(({ kind }) => kind === "opaque");
  const { store } = closed.coding;
  const known = closed.connect(
    "and",
    closed.literal("left", (value) => value?.label === "> 20"),
    closed.literal("right", (value) => value?.label === "= 20"),
  );
  const lesser = store.node(
    level,
    [0, 0, TRUE].map((end) => store.terminal(end)),
  );
  const impossible = store.map(closed.connect("and", known, lesser), (end) => (end === TRUE ? 0 : FIRST_ADVICE));
  expect(total.check(contextOf({ ...diagrams, outcome: impossible }))).toMatchObject([
    { verdict: { kind: "undecided" } },
  ]);
});
