import type { Consultation } from "../../pathway/consult/consult-pathway.ts";
import type { Question } from "../../pathway/consult/explain-questions.ts";
import { printReason } from "../../pathway/consult/print-reason.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway, Warning } from "../../pathway/model/pathway.ts";
import type { Answer } from "../answer-shape.ts";
import {
  presentAlsoDo,
  presentCitations,
  presentFollowUp,
  presentNextStep,
  presentPossible,
} from "./present-advice.ts";
import { featureOf, presentFinding, presentOpen } from "./present-findings.ts";
import { presentScore, presentStrata } from "./present-scores.ts";

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
    warningTexts: presentWarnings(evaluation.warnings),
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

/** Warnings with their words and citations. */
export function presentWarnings(warnings: readonly Warning[]): PatientAnswer["warningTexts"] {
  return warnings.map(({ code, text, cite }) => ({ code, text, citations: presentCitations(cite) }));
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
