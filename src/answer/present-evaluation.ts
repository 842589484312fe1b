import { renderQuantity } from "../clinical/quantity.ts";
import { type Citation, toCitation } from "../evidence/citation.ts";
import type { Consultation } from "../pathway/consult/consult-pathway.ts";
import type { Question } from "../pathway/consult/explain-questions.ts";
import { printReason } from "../pathway/consult/print-reason.ts";
import { isSameAdvice } from "../pathway/evaluate/run-stages.ts";
import type { Advice, Evaluation, ScoreInterval } from "../pathway/model/evaluation.ts";
import type { CaseFeature, FindingValue } from "../pathway/model/feature.ts";
import type { Finding, Statement, TextSpan } from "../pathway/model/finding.ts";
import type { AlsoDo, FollowUp, Pathway, Recommendation, Rule, Score } from "../pathway/model/pathway.ts";
import type { Answer, AnswerFinding } from "./answer-shape.ts";

/** The parts of an answer that come from running the pathway. */
export type PatientAnswer = Pick<
  Answer,
  | "alarm"
  | "nextStep"
  | "secondReading"
  | "possible"
  | "alsoDo"
  | "score"
  | "strata"
  | "scores"
  | "followUp"
  | "warnings"
  | "warningTexts"
  | "findings"
  | "needs"
  | "presumed"
  | "contradictions"
  | "trace"
>;

/** Renders an evaluation for the page, the API and the command line alike. */
export function presentEvaluation(
  pathway: Pathway,
  { evaluation, questions }: Consultation,
  statements: readonly Statement[],
): PatientAnswer {
  const deciding = evaluation.scores.find(({ score }) => score === pathway.decidingScore);
  const followUp = "advice" in evaluation ? evaluation.advice.followUp : undefined;
  return {
    alarm: "advice" in evaluation && evaluation.advice.recommendation.emergency,
    nextStep: presentNextStep(evaluation),
    secondReading: null,
    possible: "possible" in evaluation ? presentPossible(evaluation.possible) : [],
    alsoDo: evaluation.alsoDo.map((also) => presentAlsoDo(pathway, also)),
    score: deciding === undefined ? null : { lo: deciding.low, hi: deciding.high, version: deciding.version },
    strata: deciding === undefined ? null : presentStrata(deciding),
    scores: evaluation.scores.flatMap((interval) => presentScore(pathway, interval)),
    followUp: followUp === undefined ? null : presentFollowUp(followUp),
    warnings: evaluation.warnings.map(({ code }) => code),
    warningTexts: evaluation.warnings.map(({ code, text, cite }) => ({
      code,
      text,
      citations: presentCitations(cite),
    })),
    findings: [
      ...evaluation.findings.map((finding) => presentFinding(pathway, finding)),
      ...presentOpen(pathway, statements),
    ],
    needs: questions.map((question) => presentNeed(pathway, question)),
    presumed: evaluation.presumed.map((finding) => presentFinding(pathway, finding)),
    contradictions: evaluation.contradictions.map(({ features, message }) => ({ features: [...features], message })),
    trace: evaluation.trace.map(({ cite, findings, ...step }) => ({
      ...step,
      findings: [...findings],
      citations: presentCitations(cite),
    })),
  };
}

function presentNextStep(evaluation: Evaluation): Answer["nextStep"] {
  const alsoDo = evaluation.alsoDo.map(({ advise }) => advise);
  if (evaluation.kind === "concluded" || evaluation.kind === "outOfScope") {
    const { recommendation, rule, cases = [rule], notes } = evaluation.advice;
    const action = [recommendation.action, ...notes].join(" ");
    const own = distinct(cases.flatMap((one) => one.cite));
    const cite = [...own, ...recommendation.cite.filter((c) => !own.some(({ source }) => source === c.source))];
    return {
      ...shared(recommendation),
      action,
      because: presentBecause(cases),
      alsoDo,
      citations: presentCitations(cite),
      rule: rule.id,
    };
  }
  const because =
    evaluation.kind === "conflict"
      ? [
          ...evaluation.contradictions.map(({ message }) => message),
          ...evaluation.rules.map((rule) => `rule ${rule}`),
        ].join("; ")
      : "what is listed as still needed can change the advice";
  const { code } = evaluation;
  const choices = presentPossible(evaluation.possible).map(({ title }) => title);
  const action = [code.action, ...(choices.length > 0 ? [`It decides between: ${choices.join("; ")}.`] : [])].join(" ");
  return { ...shared(code), action, because, alsoDo, citations: presentCitations(code.cite), rule: null };
}

/** Where it takes a distinction of cases, the reason of each: which one applies depends on what is not known. */
function presentBecause(cases: readonly Rule[]): string {
  const reasons = [...new Set(cases.map(({ because }) => because))].join("; or ");
  return cases.length > 1 ? `whatever is still unknown, one of these holds: ${reasons}` : reasons;
}

function shared({ code, title, strength, certainty, next }: Recommendation) {
  return { code, title, strength, certainty, next: next.map(({ on, step }) => ({ on, step })) };
}

/** The same advice may be open for several reasons; it is shown once with all of them. */
function presentPossible(possible: readonly Advice[]): Answer["possible"] {
  const groups: Advice[][] = [];
  for (const advice of possible) {
    const group = groups.find(([first]) => first !== undefined && isSameAdvice(first, advice));
    if (group === undefined) groups.push([advice]);
    else group.push(advice);
  }
  return groups.flatMap((group) => presentAdvice(group));
}

function presentAdvice(group: readonly Advice[]): Answer["possible"] {
  const [first] = group;
  if (first === undefined) return [];
  const { recommendation, followUp } = first;
  const cite = group.flatMap(({ rule }) => rule.cite);
  return [
    {
      code: recommendation.code,
      title: recommendation.title,
      action: [recommendation.action, ...new Set(group.flatMap(({ notes }) => notes))].join(" "),
      because: group.map(({ rule }) => rule.because).join("; or "),
      citations: presentCitations(distinct(cite)),
      followUp: followUp === undefined ? null : presentFollowUp(followUp),
    },
  ];
}

function distinct(cite: readonly Citation[]): readonly Citation[] {
  return cite.filter((one, at) => cite.findIndex((other) => isSameCitation(one, other)) === at);
}

function isSameCitation(left: Citation, right: Citation): boolean {
  return left.source === right.source && left.locator === right.locator;
}

function presentAlsoDo(pathway: Pathway, also: AlsoDo): Answer["alsoDo"][number] {
  const recommendation = pathway.recommendations.find(({ code }) => code === also.advise);
  if (recommendation === undefined) throw new Error(`a checked pathway has the recommendation \`${also.advise}\``);
  const followUp = pathway.followUps.find(({ id }) => id === also.followUp);
  return {
    code: recommendation.code,
    title: recommendation.title,
    action: recommendation.action,
    because: also.because,
    citations: presentCitations(also.cite),
    followUp: followUp === undefined ? null : presentFollowUp(followUp),
  };
}

export function presentFollowUp({ what, windows, countedFrom }: FollowUp): NonNullable<Answer["followUp"]> {
  return { what, windows: windows.map(([from, to]) => [from, to]), countedFrom };
}

function presentStrata({ strata }: ScoreInterval): Record<string, string | null> {
  return Object.fromEntries(Object.entries(strata).map(([scheme, stratum]) => [scheme, stratum ?? null]));
}

function presentScore(pathway: Pathway, interval: ScoreInterval): Answer["scores"] {
  const score = pathway.scores.find(({ id }) => id === interval.score);
  return score === undefined ? [] : [scoreAnswer(score, interval)];
}

function scoreAnswer(score: Score, interval: ScoreInterval): Answer["scores"][number] {
  return {
    score: score.id,
    label: score.label,
    version: score.version,
    lo: interval.low,
    hi: interval.high,
    stated: interval.stated !== undefined,
    strata: presentStrata(interval),
    items: interval.items.map(({ id, points, holds }) => ({
      id,
      label: score.items.find((item) => item.id === id)?.label ?? id,
      points,
      holds,
    })),
  };
}

export function presentCitations(cite: readonly Citation[]): Answer["statements"][number]["citations"] {
  return cite.map(toCitation);
}

function presentFinding(pathway: Pathway, finding: Finding): AnswerFinding {
  const feature = featureOf(pathway, finding.feature);
  return {
    feature: feature.id,
    label: feature.label,
    value: presentValue(finding.value),
    display: displayValue(feature, finding.value),
    from: finding.from,
    ...spanOf(finding.span),
  };
}

/** One statement as an answer shows it, before anything is computed from it. */
export function presentStatement(pathway: Pathway, statement: Statement): AnswerFinding {
  const [open] = presentOpen(pathway, [statement]);
  if (statement.kind !== "value" && open !== undefined) return open;
  if (statement.kind !== "value") throw new Error("what is open is shown as open");
  const from = statement.inferred === true ? "derived" : "stated";
  return presentFinding(pathway, { ...statement, from });
}

/** What was asked and not known, or given without its unit or basis, is shown as such rather than dropped. */
function presentOpen(pathway: Pathway, statements: readonly Statement[]): AnswerFinding[] {
  const seen = new Set<string>();
  return statements.flatMap((statement): AnswerFinding[] => {
    if (statement.kind === "value") return [];
    const feature = featureOf(pathway, statement.feature);
    const name = feature.family ?? feature.id;
    if (seen.has(name)) return [];
    seen.add(name);
    const display =
      statement.kind === "unknown" ? "not known" : `${statement.given}, without ${statement.missing.join(" and ")}`;
    return [{ feature: name, label: feature.label, value: null, display, from: "stated", ...spanOf(statement.span) }];
  });
}

function spanOf(span: TextSpan | undefined): { span?: TextSpan } {
  return span === undefined ? {} : { span: { start: span.start, end: span.end, text: span.text } };
}

function presentNeed(pathway: Pathway, question: Question): Answer["needs"][number] {
  const { id, family, label, ask, cost } = featureOf(pathway, question.feature);
  return {
    feature: family ?? id,
    label,
    ask,
    cost,
    why: printReason(pathway, question),
    answers: question.answers.map((lead) => ({ ...lead, leadsTo: [...lead.leadsTo] })),
  };
}

function presentValue(value: FindingValue): AnswerFinding["value"] {
  return typeof value === "object" ? { value: value.value.toString(), unit: value.unit } : value;
}

/** The value as a clinician reads it. */
export function displayValue(feature: CaseFeature, value: FindingValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return renderQuantity(value);
  if (feature.type.kind === "choice")
    return feature.type.choices.find(({ code }) => code === value)?.label ?? String(value);
  return String(value);
}

function featureOf(pathway: Pathway, id: string): CaseFeature {
  const feature = pathway.features.find((candidate) => candidate.id === id);
  if (feature === undefined) throw new Error(`an evaluation names only features of its pathway, but \`${id}\` is none`);
  return feature;
}
