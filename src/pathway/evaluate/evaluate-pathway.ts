import { assembleFacts } from "../facts/assemble-facts.ts";
import { Interpreter } from "../facts/evaluate-expression.ts";
import type { Facts } from "../facts/facts.ts";
import { getPart, indexOf } from "../facts/pathway-index.ts";
import type { Advice, Evaluation, Grounds, ScoreInterval } from "../model/evaluation.ts";
import type { FeatureId } from "../model/feature.ts";
import type { Finding, Statement } from "../model/finding.ts";
import type { Pathway, RecommendationCode, Score, Warning, WarningEvent } from "../model/pathway.ts";
import { findCommonAdvice } from "./analyse-cases.ts";
import { orderQuestions } from "./next-questions.ts";
import { type Pass, runStages } from "./run-stages.ts";

/**
 * Says what the pathway advises for one patient. Every feature may be unknown; nothing unknown counts as "no".
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
  const events = eventsOf(pathway, interpreter, outcome, contradictions.length > 0);
  const presumed = facts.findings(pathway.features).filter(({ from }) => from === "presumed");
  const grounds: Grounds = {
    findings: facts.findings(pathway.features).filter(({ from }) => from !== "presumed"),
    presumed: onlyUsed(presumed, pass.leanedOn),
    contradictions,
    scores: pathway.scores.flatMap((score) => scoreOf(score, interpreter)),
    ...companions(pathway, interpreter, codeOf(outcome), events),
    trace: pass.trace,
  };
  return { ...grounds, ...outcome };
}

type Outcome = Evaluation extends infer Kind ? (Kind extends Evaluation ? Omit<Kind, keyof Grounds> : never) : never;

function outcomeOf(pathway: Pathway, facts: Facts, pass: Pass, common: Advice | undefined): Outcome {
  const index = indexOf(pathway);
  const advice = pass.kind === "settled" ? pass.advice : common;
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

/** The code an outcome is known by in the closed list. */
export function codeOf(outcome: Outcome): RecommendationCode {
  return outcome.kind === "concluded" || outcome.kind === "outOfScope"
    ? outcome.advice.recommendation.code
    : outcome.code.code;
}

function onlyUsed(presumed: readonly Finding[], leanedOn: readonly FeatureId[]): readonly Finding[] {
  return presumed.filter(({ feature }) => leanedOn.includes(feature));
}

/** A score has no value for patients it is not meant for. */
function scoreOf(score: Score, interpreter: Interpreter): ScoreInterval[] {
  if (score.appliesWhen !== undefined && interpreter.judge(score.appliesWhen).truth === false) return [];
  const { low, high, strata, items } = interpreter.total(score.id);
  return [
    {
      score: score.id,
      version: score.version,
      low,
      high,
      strata: Object.fromEntries(score.schemes.map((scheme) => [scheme.id, strata.get(scheme.id)])),
      items: items.map(({ item, holds }) => ({ id: item.id, points: item.points, holds })),
    },
  ];
}

/** What the evaluation itself has to warn of: advice that waits for something, a score in use with open items, a contradiction. */
function eventsOf(
  pathway: Pathway,
  interpreter: Interpreter,
  outcome: Outcome,
  contradicted: boolean,
): ReadonlySet<WarningEvent> {
  const score = pathway.decidingScore;
  const inUse = score !== undefined && interpreter.hasTotalled(score) ? interpreter.total(score) : undefined;
  const missing = outcome.kind === "needs" || (inUse !== undefined && inUse.low < inUse.high);
  return new Set([...(missing ? ["missing" as const] : []), ...(contradicted ? ["contradiction" as const] : [])]);
}

/** Warnings and further advice that go with an outcome. */
function companions(
  pathway: Pathway,
  interpreter: Interpreter,
  code: RecommendationCode,
  events: ReadonlySet<WarningEvent>,
): Pick<Grounds, "warnings" | "alsoDo"> {
  const goesWith = (entry: { readonly with: readonly string[]; readonly except: readonly string[] }) =>
    (entry.with.length === 0 || entry.with.includes(code)) && !entry.except.includes(code);
  const holds = ({ when, on }: Warning) =>
    when === undefined ? on !== undefined && events.has(on) : interpreter.judge(when).truth === true;
  const alsoDo = pathway.alsoDo.filter(
    (also) => also.advise !== code && goesWith(also) && interpreter.judge(also.when).truth === true,
  );
  const warnings = pathway.warnings.filter((warning) => goesWith(warning) && holds(warning));
  return {
    warnings: warnings.filter((warning, at) => warnings.findIndex((other) => other.code === warning.code) === at),
    alsoDo: alsoDo.filter((also, at) => alsoDo.findIndex((other) => other.advise === also.advise) === at),
  };
}
