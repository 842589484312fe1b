import { assembleFacts } from "../facts/assemble-facts.ts";
import { Interpreter } from "../facts/evaluate-expression.ts";
import type { Facts } from "../facts/facts.ts";
import { getPart, indexOf } from "../facts/pathway-index.ts";
import { totalsBarring } from "../facts/stated-total.ts";
import type { Advice, Evaluation } from "../model/evaluation.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway } from "../model/pathway.ts";
import { findCommonAdvice } from "./analyse-cases.ts";
import { groundsOf, type Outcome } from "./grounds.ts";
import { orderQuestions } from "./next-questions.ts";
import { type Pass, runStages } from "./run-stages.ts";

/**
 * The oracle: what the pathway advises for one patient, by the plain interpreter. The product consults the compiled form
 * (`consult/consult-pathway`), which concludes all that this concludes. Every feature may be unknown; nothing unknown counts as "no".
 * `profile` must be one of the pathway's: under any other, rules would be missing in silence.
 */
export function evaluatePathway(pathway: Pathway, statements: readonly Statement[], profile: string): Evaluation {
  if (!pathway.profiles.some(({ id }) => id === profile))
    throw new Error(`\`${pathway.id}\` has no profile \`${profile}\``);
  const index = indexOf(pathway);
  const { facts, contradictions } = assembleFacts(index, statements, profile);
  const interpreter = new Interpreter(index, facts, profile);
  const pass = runStages(interpreter);
  const run = (assumed: Facts) => runStages(new Interpreter(index, assumed, profile));
  const common = pass.kind === "open" ? findCommonAdvice(index, facts, run, pass) : undefined;
  const outcome = outcomeOf(pathway, facts, pass, common);
  return { ...groundsOf(interpreter, pass, contradictions, outcome), ...outcome };
}

function outcomeOf(pathway: Pathway, facts: Facts, pass: Pass, common: Advice | undefined): Outcome {
  const index = indexOf(pathway);
  const advice = pass.kind === "settled" ? pass.advice : common;
  const totals = advice === undefined ? [] : totalsBarring(advice.recommendation, pathway.scores, facts);
  if (advice !== undefined && totals.length > 0)
    return {
      kind: "conflict",
      rules: [],
      features: totals,
      possible: [advice],
      code: getPart(index.recommendations, pathway.outcomes.contradiction),
    };
  if (advice !== undefined) return { kind: advice.recommendation.outOfScope ? "outOfScope" : "concluded", advice };
  const contradiction = getPart(index.recommendations, pathway.outcomes.contradiction);
  if (pass.kind === "clash")
    return { kind: "conflict", rules: pass.rules, features: [], possible: pass.possible, code: contradiction };
  if (pass.kind === "settled") throw new Error("a settled pass has its advice");
  const leftOpen = pass.trace.filter(({ outcome }) => outcome === "unknown").map(({ findings }) => findings);
  const features = orderQuestions(index, pass.features, leftOpen);
  const disputed = pass.features.filter((feature) => facts.isDisputed(feature));
  if (disputed.length > 0)
    return { kind: "conflict", rules: [], features: disputed, possible: pass.possible, code: contradiction };
  return {
    kind: "needs",
    features,
    possible: pass.possible,
    code: getPart(index.recommendations, pathway.outcomes.needs),
  };
}
