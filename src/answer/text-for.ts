import type { Topic } from "../library/model/topic.ts";
import { directFrom, findDirectAnswer } from "./asked/find-direct-answer.ts";
import { rankAnswers } from "./asked/rank-answers.ts";
import { speaksOfSubject, subjectWords } from "./asked/subject-words.ts";
import type { AnswerText } from "./compose-answer.ts";
import { findSections } from "./find-sections.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import type { Understanding } from "./understand/understand.ts";

/** What of a topic's text answers the question: what is declared for it, and the sections that fit. */
export function textFor(
  question: string,
  topic: Topic,
  language: ClinicalLanguage,
  understanding: Understanding,
): AnswerText {
  const sections = findSections(question, topic, language, understanding);
  const match = findDirectAnswer(question, topic, language, understanding);
  if (match === undefined || match.score < answeredFrom(question, topic, language, understanding)) {
    const nearest = isAsked(question, understanding) ? nearestTo(question, topic, language, understanding) : [];
    return { direct: [], nearest, isLoose: nearest.length > 0, tells: [], isGeneral: false, sections };
  }
  const isGeneral = match.isGeneral && (understanding.statements.length === 0 || understanding.focus !== "next-test");
  const isLoose = match.score < SURELY_FROM && isAsked(question, understanding);
  return { direct: match.statements, nearest: [], isLoose, tells: match.tells, isGeneral, sections };
}

/** Below this score the best answer is the right one about every second time: it is shown, and not as if it answered. */
const SURELY_FROM = 0.4;

/** From here on a declared answer answers a question that speaks of the subject and of no patient: nothing but the topic's text can. */
const OF_THE_SUBJECT_FROM = 0.22;

function answeredFrom(
  question: string,
  topic: Topic,
  language: ClinicalLanguage,
  { statements }: Understanding,
): number {
  const from = directFrom(question, topic, language);
  const isOurs = statements.length === 0 && speaksOfSubject(subjectWords(question, topic, language), 0);
  return isOurs ? Math.min(from, OF_THE_SUBJECT_FROM) : from;
}

/** More findings tell a case, and a question behind it is for what the case comes to. */
const MOST_OF_A_QUESTION = 2;
/** "DVT?" asks what the pathway answers. */
const ASKS = /(?:\S+\s+){3,}\S+\?\s*$/;

/** A case that asks for its next step, or asks nothing, is answered by the pathway. */
function isAsked(question: string, { statements, questions }: Understanding): boolean {
  if (statements.length === 0) return true;
  if (questions.length > 0) return questions.some(({ focus }) => focus !== "next-test");
  return statements.length <= MOST_OF_A_QUESTION && ASKS.test(question);
}

/** So many statements of the best answer and of the second are near enough to be shown where none fits. */
const NEAREST_OF_EACH = 2;

/** What stands nearest to a question that nothing declared answers; none where the topic's bottom line is its answer, or nothing is near. */
function nearestTo(
  question: string,
  topic: Topic,
  language: ClinicalLanguage,
  understanding: Understanding,
): readonly string[] {
  const [best, second] = rankAnswers(question, topic, language, understanding);
  if (best === undefined || best.statements.length === 0) return [];
  const near = [best, second].filter((one) => one !== undefined && one.score > 0);
  return [...new Set(near.flatMap((one) => one?.statements.slice(0, NEAREST_OF_EACH) ?? []))];
}
