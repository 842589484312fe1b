import type { Interpreter } from "../facts/evaluate-expression.ts";
import type { Evaluation, Grounds, ScoreInterval } from "../model/evaluation.ts";
import type { FeatureId } from "../model/feature.ts";
import type { Contradiction, Finding } from "../model/finding.ts";
import type { Pathway, RecommendationCode, Score, Warning, WarningEvent } from "../model/pathway.ts";
import { printQuantity } from "../print/print-quantity.ts";
import type { Pass } from "./run-stages.ts";

/** What an evaluation comes to, without what it leaned on. */
export type Outcome = Evaluation extends infer Kind
  ? Kind extends Evaluation
    ? Omit<Kind, keyof Grounds>
    : never
  : never;

/** The code an outcome is known by in the closed list. */
export function codeOf(outcome: Outcome): RecommendationCode {
  return outcome.kind === "concluded" || outcome.kind === "outOfScope"
    ? outcome.advice.recommendation.code
    : outcome.code.code;
}

/** What an outcome rests on, and what goes along with it. `interpreter` is the one that made the pass. */
export function groundsOf(
  interpreter: Interpreter,
  pass: Pass,
  contradictions: readonly Contradiction[],
  outcome: Outcome,
): Grounds {
  const { facts, index } = interpreter;
  const { pathway } = index;
  const scores = pathway.scores.flatMap((score) => scoreOf(score, interpreter));
  const events = eventsOf(interpreter, outcome, { scores, contradictions });
  const presumed = facts.findings(pathway.features).filter(({ from }) => from === "presumed");
  return {
    findings: facts.findings(pathway.features).filter(({ from }) => from !== "presumed"),
    presumed: onlyUsed(presumed, pass.leanedOn),
    contradictions,
    scores,
    ...companions(pathway, interpreter, codeOf(outcome), events),
    trace: pass.trace,
  };
}

function onlyUsed(presumed: readonly Finding[], leanedOn: readonly FeatureId[]): readonly Finding[] {
  return presumed.filter(({ feature }) => leanedOn.includes(feature));
}

/** A score has no value for patients it is not meant for. */
function scoreOf(score: Score, interpreter: Interpreter): ScoreInterval[] {
  if (score.appliesWhen !== undefined && interpreter.judge(score.appliesWhen).truth === false) return [];
  const { low, high, stated, strata, items } = interpreter.total(score.id);
  return [
    {
      score: score.id,
      version: score.version,
      low,
      high,
      stated: stated !== undefined,
      strata: Object.fromEntries(score.schemes.map((scheme) => [scheme.id, strata.get(scheme.id)])),
      items: items.map(({ item, holds }) => ({ id: item.id, points: item.points, holds })),
    },
  ];
}

/**
 * What the evaluation itself has to warn of: advice that waits for something, a score in use with open items or with a total that was
 * given, a contradiction.
 */
function eventsOf(
  interpreter: Interpreter,
  outcome: Outcome,
  { scores, contradictions }: Pick<Grounds, "scores" | "contradictions">,
): ReadonlySet<WarningEvent> {
  const score = interpreter.index.pathway.decidingScore;
  const inUse = score !== undefined && interpreter.hasTotalled(score) ? interpreter.total(score) : undefined;
  const missing = outcome.kind === "needs" || (inUse !== undefined && inUse.low < inUse.high);
  const isStated = inUse?.stated !== undefined && scores.some((one) => one.score === score);
  return new Set([
    ...(missing ? ["missing" as const] : []),
    ...(contradictions.length > 0 ? ["contradiction" as const] : []),
    ...(isStated ? ["statedTotal" as const] : []),
  ]);
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
    warnings: warnings
      .filter((warning, at) => warnings.findIndex((other) => other.code === warning.code) === at)
      .map((warning) => withAmounts(warning, interpreter)),
    alsoDo: alsoDo.filter((also, at) => alsoDo.findIndex((other) => other.advise === also.advise) === at),
  };
}

const AMOUNT = /\{\{amount\.([^{}]+)\}\}/g;

/** Whether every number that a warning tells of this patient is known. */
export function hasAmounts({ amounts }: Warning, interpreter: Interpreter): boolean {
  return Object.values(amounts).every((expression) => {
    const { low, high } = interpreter.measureOf(expression).interval;
    return low.eq(high);
  });
}

/** The texts with the numbers of this patient printed in; one that is not known says so. */
export function withAmounts(warning: Warning, interpreter: Interpreter): Warning {
  const print = (name: string): string => {
    const expression = warning.amounts[name];
    if (expression === undefined) return NOT_KNOWN;
    const { interval, unit } = interpreter.measureOf(expression);
    return interval.low.eq(interval.high) ? printQuantity({ value: interval.low, unit }) : NOT_KNOWN;
  };
  const fill = (text: string) => text.replace(AMOUNT, (_, name: string) => print(name));
  return { ...warning, text: fill(warning.text), plain: fill(warning.plain) };
}

const NOT_KNOWN = "not known yet";
