import type { TextSpan } from "../pathway/model/finding.ts";
import { directFrom, findDirectAnswer } from "./asked/find-direct-answer.ts";
import { contentStems } from "./content-stems.ts";
import type { TopicMatch } from "./match-topic.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { understand } from "./understand/understand.ts";

/**
 * Whether the sentences beside the one that asks what to give, and names no medicine, have an answer of their own: "the scan is not until
 * tomorrow. What can I give, and how much?" is answered in part.
 */
export function isAskedBesideDrug(
  question: string,
  { topic, understanding }: TopicMatch,
  language: ClinicalLanguage,
): boolean {
  const { drugDose, statements, uncertain, notOfPatient } = understanding;
  if (drugDose === undefined) return false;
  const asked = question.slice(drugDose.start, drugDose.end);
  if (contentStems(asked, topic, language).size > 0) return false;
  const sentence = sentenceOf(question, drugDose);
  const isIn = (span: TextSpan | undefined) =>
    span !== undefined && span.start < sentence.end && span.end > sentence.start;
  if ([...statements, ...uncertain, ...notOfPatient].some(({ span }) => isIn(span))) return false;
  const rest = `${question.slice(0, sentence.start)} ${question.slice(sentence.end)}`.trim();
  if (!/\p{L}/u.test(rest)) return false;
  const match = findDirectAnswer(rest, topic, language, understand(rest, topic, language));
  return match !== undefined && match.score >= directFrom(rest, topic, language);
}

function sentenceOf(question: string, { start, end }: TextSpan): { readonly start: number; readonly end: number } {
  const from = question.slice(0, start).search(/[^.?!;\n]*$/);
  const after = question.slice(end).search(/[.?!;\n]/);
  return { start: from, end: after < 0 ? question.length : end + after + 1 };
}
