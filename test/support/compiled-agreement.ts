import { expect } from "vitest";
import type { CompiledPathway } from "../../src/pathway/compile/compile-pathway.ts";
import { encodeFacts } from "../../src/pathway/compile/encode-facts.ts";
import { evaluateCompiled } from "../../src/pathway/compile/evaluate-compiled.ts";
import type { Outcome } from "../../src/pathway/compile/outcome.ts";
import { runStages } from "../../src/pathway/evaluate/run-stages.ts";
import { Interpreter } from "../../src/pathway/facts/evaluate-expression.ts";
import { Facts, type Knowledge } from "../../src/pathway/facts/facts.ts";
import type { Evaluation } from "../../src/pathway/model/evaluation.ts";
import type { CaseFeature, FindingValue } from "../../src/pathway/model/feature.ts";
import type { Dice } from "./dice.ts";

/** What the interpreter concludes, as the diagram would write it; undefined while it asks. */
export function conclusionOf(evaluation: Evaluation): Outcome | undefined {
  if (evaluation.kind === "conflict" && evaluation.rules.length > 0) return { kind: "clash" };
  if (evaluation.kind !== "concluded" && evaluation.kind !== "outOfScope") return undefined;
  return toOutcome(evaluation.advice.recommendation.code, evaluation.advice.followUp?.id);
}

function toOutcome(code: string, followUp: string | undefined): Outcome {
  return { kind: "advice", code, ...(followUp === undefined ? {} : { followUp }) };
}

/** The diagram's outcome on facts. */
export function diagramOutcome(compiled: CompiledPathway, facts: Facts): Outcome | undefined {
  const states = encodeFacts(compiled.index, compiled.atoms, facts);
  return compiled.outcomes[evaluateCompiled(compiled.diagram, states)];
}

/** The interpreter's first pass on facts: advice, a clash, a gap (no rule can hold), or questions. */
export function passOutcome({ index, profile }: Pick<CompiledPathway, "index" | "profile">, facts: Facts): Outcome {
  const pass = runStages(new Interpreter(index, facts, profile));
  if (pass.kind === "settled") return toOutcome(pass.advice.recommendation.code, pass.advice.followUp?.id);
  if (pass.kind === "clash") return { kind: "clash" };
  return { kind: pass.possible.length === 0 ? "gap" : "needs" };
}

/** Facts in which every feature that is unknown in `facts` has one of its values, stated. */
export function completionOf(features: readonly CaseFeature[], facts: Facts, dice: Dice): Facts {
  return features.reduce(
    (known, feature) =>
      known.valueOf(feature.id) === undefined
        ? known.with(feature.id, stated(feature.id, dice.valueOf(feature)))
        : known,
    facts,
  );
}

export function stated(feature: string, value: FindingValue): Knowledge {
  return { kind: "known", finding: { feature, value, from: "stated" } };
}

/** Any facts: each feature stated, presumed where it may be, or unknown. */
export function anyFacts(features: readonly CaseFeature[], dice: Dice): Facts {
  return new Facts(
    new Map(
      features.map((feature) => {
        const rolled = dice.roll(6);
        const value = dice.valueOf(feature);
        return [feature.id, rolled < 3 ? stated(feature.id, value) : rolled < 5 ? unstated(feature) : NOT_KNOWN];
      }),
    ),
  );
}

const NOT_KNOWN: Knowledge = { kind: "unknown", why: "not-known" };

function unstated({ id, presume }: CaseFeature): Knowledge {
  return presume === undefined
    ? { kind: "unknown", why: "not-asked" }
    : { kind: "known", finding: { feature: id, value: presume, from: "presumed" } };
}

/**
 * Holds the two forms against each other on one patient: what the interpreter settles the diagram settles alike, and what
 * the diagram settles the interpreter finds once the unknowns are filled in, whatever with.
 */
export function expectAgreement(compiled: CompiledPathway, facts: Facts, dice: Dice): void {
  const { features } = compiled.index.pathway;
  const found = diagramOutcome(compiled, facts);
  const pass = passOutcome(compiled, facts);
  if (pass.kind === "advice") expect(found).toEqual(pass);
  if (features.every(({ id }) => facts.isEstablished(id))) expect(found).toEqual(pass);
  if (found?.kind === "needs") return;
  expect(passOutcome(compiled, completionOf(features, facts, dice))).toEqual(found);
}
