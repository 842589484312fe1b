import type { TextSpan } from "../../pathway/model/finding.ts";
import type { AnswerText } from "../compose-answer.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { AnsweringTopic } from "./declared-answers.ts";
import { isInItsWords } from "./find-direct-answer.ts";

/** What the text that answers directly takes care of, so that it is not listed as unanswered. */
export interface AnsweredBy {
  /** A question of knowledge: what it names is its subject, and no patient's finding that would be open. */
  readonly isGeneral: boolean;
  /** Whether words that were read as no finding are part of the question that is answered. */
  readonly covers: (span: TextSpan) => boolean;
}

/** Nothing of a question is answered. */
export const ANSWERED_BY_NOTHING: AnsweredBy = { isGeneral: false, covers: () => false };

/** Words of a question in words of the topic are answered with it; those that tell of a patient beside it are not. */
export function answeredBy(
  question: string,
  { direct, isGeneral }: AnswerText,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
): AnsweredBy {
  if (direct.length === 0) return ANSWERED_BY_NOTHING;
  return {
    isGeneral,
    covers: (span) => (isGeneral || isAsked(question, span)) && isInItsWords(span.text, topic, language),
  };
}

/** Whether the sentence in which it stands ends as a question. */
function isAsked(question: string, { end }: TextSpan): boolean {
  return /^[^.?!;\n]*\?/.test(question.slice(end));
}
