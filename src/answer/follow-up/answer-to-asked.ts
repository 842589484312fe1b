import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Answer } from "../answer-shape.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { wordsOf } from "./phrases.ts";

/**
 * What a reply says that is nothing but an answer to what was asked: "no" and "yes" where one thing was asked, "none of these" and "no to all" of
 * all that was. Only findings that one has or has not are answered so; "yes" to several says not which.
 */
export function answersToAsked(
  reply: string,
  asked: Answer["needs"],
  { pathway }: RunnableTopic,
  { followUps: { answeringYes, answeringNo, answeringNone } }: ClinicalLanguage,
): readonly Statement[] {
  const text = wordsOf(reply).trim();
  const truths = new Set(pathway.features.flatMap(({ id, type }) => (type.kind === "truth" ? [id] : [])));
  const open = asked.map(({ feature }) => feature).filter((feature) => truths.has(feature));
  const answer = (value: boolean): readonly Statement[] =>
    // Read from no words of their own: for the reader to confirm.
    open.map((feature) => ({ feature, kind: "value", value, inferred: true }));
  if (answeringNone.includes(text)) return answer(false);
  if (asked.length !== 1) return [];
  if (answeringNo.includes(text)) return answer(false);
  return answeringYes.includes(text) ? answer(true) : [];
}
