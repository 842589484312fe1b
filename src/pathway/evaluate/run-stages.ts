import type { Truth } from "../../kernel/truth.ts";
import type { Interpreter } from "../facts/evaluate-expression.ts";
import { getPart } from "../facts/pathway-index.ts";
import { unite } from "../facts/unite.ts";
import type { Advice, TraceStep } from "../model/evaluation.ts";
import type { FeatureId } from "../model/feature.ts";
import type { Rule, RuleId, Stage } from "../model/pathway.ts";

/**
 * What one pass over the stages comes to. `settled`: the advice holds whatever the unknowns are, as far as three-valued
 * logic alone can see. `open`: `possible` may each come true and `features` leave it open. `clash`: rules of one stage differ.
 */
export type Pass = { readonly trace: readonly TraceStep[]; readonly leanedOn: readonly FeatureId[] } & (
  | { readonly kind: "settled"; readonly advice: Advice }
  | {
      readonly kind: "open";
      readonly possible: readonly Advice[];
      readonly features: readonly FeatureId[];
      readonly complete: boolean;
    }
  | { readonly kind: "clash"; readonly rules: readonly RuleId[]; readonly possible: readonly Advice[] }
);

interface Tried {
  readonly rule: Rule;
  readonly advice: Advice;
  readonly truth: Truth;
  readonly features: readonly FeatureId[];
}

/**
 * Tries the stages in order. A stage with a rule that holds ends the pass; a stage that may still fire is remembered and the
 * pass goes on, because the advice is settled all the same when everything that may fire says the same thing.
 */
export function runStages(interpreter: Interpreter): Pass {
  const { pathway } = interpreter.index;
  const trace: TraceStep[] = [];
  const open: Tried[] = [];
  const leanedOn: FeatureId[] = [];
  for (const stage of pathway.stages) {
    const tried = tryStage(stage, interpreter);
    trace.push(...tried.map((entry) => toTraceStep(stage, entry)));
    leanedOn.push(...tried.flatMap(({ features }) => features));
    open.push(...tried.filter(({ truth }) => truth === "unknown"));
    const holding = tried.filter(({ truth }) => truth === true);
    const first = holding[0];
    if (first === undefined) continue;
    const grounds = { trace, leanedOn: unite([leanedOn]) };
    if (holding.some((other) => !isSameAdvice(other.advice, first.advice)))
      return {
        ...grounds,
        kind: "clash",
        rules: holding.map(({ rule }) => rule.id),
        possible: holding.map(({ advice }) => advice),
      };
    if (open.every((other) => isSameAdvice(other.advice, first.advice)))
      return { ...grounds, kind: "settled", advice: first.advice };
    return { ...grounds, ...opened([...open, first], open), complete: true };
  }
  return { trace, leanedOn: unite([leanedOn]), ...opened(open, open), complete: false };
}

function opened(possible: readonly Tried[], open: readonly Tried[]) {
  return {
    kind: "open" as const,
    possible: possible.map(({ advice }) => advice),
    features: unite(open.map(({ features }) => features)),
  };
}

function tryStage(stage: Stage, interpreter: Interpreter): readonly Tried[] {
  return stage.rules
    .filter(({ profiles }) => profiles.length === 0 || profiles.includes(interpreter.profile))
    .map((rule) => ({ rule, advice: adviceOf(rule, interpreter), ...tryRule(rule, interpreter) }));
}

/** INVARIANT: a rule that rules out never holds on what is only presumed or assumed; it stays open instead. */
function tryRule(
  rule: Rule,
  interpreter: Interpreter,
): { readonly truth: Truth; readonly features: readonly FeatureId[] } {
  const judged = interpreter.judge(rule.when);
  if (judged.truth !== true) return judged;
  const missing = rule.known.filter((feature) => !interpreter.facts.isEstablished(feature));
  return missing.length === 0 ? judged : { truth: "unknown", features: missing };
}

/** A rule's advice, with the notes that hold for this patient. */
export function adviceOf(rule: Rule, interpreter: Interpreter): Advice {
  const { followUps, recommendations } = interpreter.index;
  const named = rule.followUp && (rule.followUp.byProfile[interpreter.profile] ?? rule.followUp.default);
  return {
    recommendation: getPart(recommendations, rule.advise),
    rule,
    notes: rule.notes
      .filter(({ when }) => when === undefined || interpreter.judge(when).truth === true)
      .map(({ text }) => text),
    ...(named === undefined ? {} : { followUp: getPart(followUps, named) }),
  };
}

/** The same recommendation with the same window. */
export function isSameAdvice(left: Advice, right: Advice): boolean {
  return left.recommendation.code === right.recommendation.code && left.followUp?.id === right.followUp?.id;
}

function toTraceStep(stage: Stage, { rule, truth, features }: Tried): TraceStep {
  return { stage: stage.id, rule: rule.id, outcome: truth, because: rule.because, findings: features, cite: rule.cite };
}
