import { renderUnit } from "../../clinical/quantity.ts";
import { statedStates } from "../compile/atom.ts";
import { encodeFacts } from "../compile/encode-facts.ts";
import { evaluateWithTotals } from "../compile/evaluate-compiled.ts";
import type { Totals } from "../compile/open-totals.ts";
import { FIRST_ADVICE, NEEDS } from "../compile/outcome.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import { unite } from "../facts/unite.ts";
import type { CaseFeature, FeatureId, FindingValue } from "../model/feature.ts";
import type { Contradiction, Statement } from "../model/finding.ts";
import type { RecommendationCode } from "../model/pathway.ts";
import { endsWithTotals } from "./open-with-totals.ts";
import type { PreparedPathway } from "./prepare-pathway.ts";
import type { RankedQuestion } from "./rank-questions.ts";

/** What one answer leads to. */
export interface AnswerLead {
  /** The value as one reads it: yes, a label, or a stretch of numbers. */
  readonly answer: string;
  /** True when this answer settles the advice. */
  readonly settles: boolean;
  /** The advice it leads to, or, while it settles nothing, the advice it leaves open; codes, in the order of the stages. */
  readonly leadsTo: readonly RecommendationCode[];
}

/** Why a question is asked. */
export interface Question {
  readonly feature: FeatureId;
  /** How many questions are to be expected until the advice is settled, this one included (see `ExpectedQuestions`). */
  readonly expected: number;
  /** Each answer with what it leads to; empty for a quantity that is compared with other quantities. */
  readonly answers: readonly AnswerLead[];
  /** What is open before it is answered. */
  readonly possible: readonly RecommendationCode[];
  /** True when what was said of it contradicts itself. */
  readonly disputed: boolean;
}

/** A patient as far as known: what was said, and the states of the atoms that it comes to. */
export interface Asked {
  readonly prepared: PreparedPathway;
  readonly statements: readonly Statement[];
  readonly contradictions: readonly Contradiction[];
  readonly states: Uint8Array;
  readonly totals: Totals;
}

/** Follows every answer of every question to what it leads to. */
export function explainQuestions(
  patient: Asked,
  questions: readonly RankedQuestion[],
  possible: readonly RecommendationCode[],
): readonly Question[] {
  return questions.map((question) => ({
    feature: question.feature.id,
    expected: question.expected,
    answers: answersOf(patient, question),
    possible,
    disputed: false,
  }));
}

function answersOf(patient: Asked, { feature, levels: [level, ...others] }: RankedQuestion): readonly AnswerLead[] {
  const { prepared, states } = patient;
  const atom = level === undefined || others.length > 0 ? undefined : prepared.atoms[level];
  if (level === undefined || atom?.kind !== "feature" || atom.feature !== feature.id) return [];
  return statedStates(atom).flatMap((state): AnswerLead[] => {
    const value = atom.values[state - 1];
    if (value === undefined) throw new Error("every state of an atom has its value");
    const after = prepared.entangled.has(feature.id)
      ? statesAfter(patient, feature, value.example)
      : states.with(level, state);
    return after === undefined ? [] : [{ answer: answerOf(feature, value.label), ...leadOf(patient, after) }];
  });
}

/** The states once the feature has been stated; undefined when that would contradict what was said before. */
function statesAfter(
  { prepared: { index, atoms, profile }, statements, contradictions }: Asked,
  { id, family }: CaseFeature,
  value: FindingValue,
): Uint8Array | undefined {
  const isReplaced = (other: FeatureId) =>
    other === id || (family !== undefined && index.features.get(other)?.family === family);
  const others = statements.filter(({ feature }) => !isReplaced(feature));
  const after = assembleFacts(index, [...others, { feature: id, kind: "value", value }], profile);
  return after.contradictions.length > contradictions.length ? undefined : encodeFacts(index, atoms, after.facts);
}

function leadOf({ prepared, totals }: Asked, states: Uint8Array): Omit<AnswerLead, "answer"> {
  const end = evaluateWithTotals(prepared, states, totals);
  const ends = end === NEEDS ? [...endsWithTotals(prepared, states, totals)].sort((a, b) => a - b) : [end];
  const codes = ends.flatMap((one) => {
    const outcome = prepared.outcomes[one];
    return outcome?.kind === "advice" ? [outcome.code] : [];
  });
  return { settles: end >= FIRST_ADVICE, leadsTo: unite([codes]) };
}

function answerOf({ type }: CaseFeature, label: string): string {
  return type.kind === "quantity" ? `${label} ${renderUnit(type.unit)}` : label;
}
