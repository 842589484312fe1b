import type { Topic } from "../library/model/topic.ts";
import { directFrom, findDirectAnswer } from "./asked/find-direct-answer.ts";
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
  if (match === undefined || match.score < directFrom(question, topic, language))
    return { direct: [], tells: [], isGeneral: false, sections };
  const isGeneral = match.isGeneral && (understanding.statements.length === 0 || understanding.focus !== "next-test");
  return { direct: match.statements, tells: match.tells, isGeneral, sections };
}
