import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Understanding } from "../understand/understand.ts";
import {
  type AnsweringTopic,
  type AskedUnit,
  type DeclaredAnswer,
  type DeclaredAnswers,
  declaredIn,
  findingName,
  findingsOf,
  type Spoken,
  unitsOf,
} from "./declared-answers.ts";

/** What a topic declares to answer a question by itself. */
export interface DirectMatch {
  readonly statements: readonly string[];
  /** Whether all that was read of a patient is what the declared question speaks of, so that it tells of no patient. */
  readonly isGeneral: boolean;
  /** How surely it is what was asked, from 0 to 1. */
  readonly score: number;
}

/** Below this score a declared answer answers something else. Calibrated on the questions of the tests (docs/evaluation.md). */
export const DIRECT_FROM = 0.45;

/** A word that stands in the answer says less of what is asked than one that stands in a wording of the question. */
const IN_THE_ANSWER = 0.6;
/** What a word of no content counts where a wording has it too. */
const IDLE_WORD = 0.5;
/** How many of the rarest words in common halve the doubt that what is shared is shared by chance. */
const DOUBT = 0.75;
/** How much of the score is what one wording says as a whole; the rest is what all wordings and the answer hold of the question. */
const ONE_WORDING = 0.45;
/** One thing in common is a coincidence, unless it is all that is asked. */
const FEWEST_SHARED = 2;
const SAME_FROM = 0.9;

/**
 * The declared answer that fits the question best. Question and wordings are compared by what they are about: concepts, weighted by how
 * rare they are among the declared answers; and the findings they speak of, whatever the words for them. Two things count: how alike one
 * wording is as a whole (Dice's coefficient), and how much of the question the wordings and the answer hold together.
 */
export function findDirectAnswer(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): DirectMatch | undefined {
  const [best] = rankAnswers(question, topic, language, understanding);
  return best?.statements.length === 0 ? undefined : best;
}

/** Every declared answer with its score, best first. */
export function rankAnswers(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): readonly DirectMatch[] {
  const all = declaredIn(topic, language);
  const units = unitsOf(question, topic, language, understanding);
  return all.declared
    .filter((declared) => isFor(declared, understanding))
    .map((declared) => ({
      statements: declared.statements,
      isGeneral: understanding.statements.every((statement) => declared.findings.has(findingName(statement))),
      score: scoreOf(units, declared, all),
    }))
    .toSorted((left, right) => right.score - left.score);
}

/** What is declared of a special group is no answer to who did not name it, nor to who denied it: "not pregnant" names nobody who is. */
function isFor({ onlyFor, findings }: DeclaredAnswer, understanding: Understanding): boolean {
  const isOfGroup = (finding: Spoken) =>
    typeof finding.value === "boolean"
      ? finding.value
      : finding.value === undefined || findings.has(findingName(finding));
  return (
    onlyFor === undefined || findingsOf(understanding).some((one) => onlyFor.includes(one.feature) && isOfGroup(one))
  );
}

function scoreOf(
  units: readonly AskedUnit[],
  { wordings, names, answerNames }: DeclaredAnswer,
  { weightOf, isKnown, rarest }: DeclaredAnswers,
): number {
  const massOfUnit = (unit: AskedUnit) => {
    if (!unit.names.some(isKnown)) return unit.isIdle ? 0 : rarest;
    return (unit.isIdle ? IDLE_WORD : 1) * weightOf(unit);
  };
  const massOf = (share: (unit: AskedUnit) => number) =>
    units.reduce((sum, unit) => sum + share(unit) * massOfUnit(unit), 0);
  const told = massOf(() => 1);
  if (told === 0) return 0;
  const alike = Math.max(
    ...wordings.map((wording) => (2 * massOf((unit) => heldBy(unit, wording.names))) / (told + wording.mass)),
  );
  const heldOf = (unit: AskedUnit) => Math.max(heldBy(unit, names), IN_THE_ANSWER * heldBy(unit, answerNames));
  if (alike < SAME_FROM && units.filter((unit) => heldOf(unit) > 0).length < FEWEST_SHARED) return 0;
  const held = massOf(heldOf);
  const covered = (held / told) * (held / (held + DOUBT * rarest));
  return ONE_WORDING * alike + (1 - ONE_WORDING) * covered;
}

/** A finding is held by its name, or as far as its words are. */
function heldBy({ names: [name = "", ...words], isFinding }: AskedUnit, held: ReadonlySet<string>): number {
  if (held.has(name)) return 1;
  return isFinding && words.length > 0 ? words.filter((word) => held.has(word)).length / words.length : 0;
}
