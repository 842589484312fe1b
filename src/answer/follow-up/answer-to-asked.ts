import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Answer } from "../answer-shape.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { leftAlone, namedAlone } from "./named-alone.ts";
import { answersByNumber, answersSomeByNumber } from "./numbered-answers.ts";
import { isWholly, wordsOf } from "./phrases.ts";

/** What a reply answers of what was asked, apart from what it says in words of its own. */
export interface Answering {
  readonly statements: readonly Statement[];
  /** The reply says no more than that; otherwise the rest of it is read too. */
  readonly isAll: boolean;
  /** It answers by number and not all of it is understood: what it sums up ("rest no") is not known to leave out what it affirms. */
  readonly isUnclear: boolean;
}

/**
 * What a reply says that answers what was asked: "no" and "yes" where one thing was asked, "none of these" and "no to all" of
 * all that was, "the first yes, rest no" of each by its place, "don't know" of what is not known. Only findings that one has or has not are answered
 * so; "yes" to several says not which.
 */
export function answersToAsked(
  reply: string,
  asked: Answer["needs"],
  topic: RunnableTopic,
  language: ClinicalLanguage,
): Answering {
  const { followUps } = language;
  const text = wordsOf(reply).trim();
  const truths = new Set(topic.pathway.features.flatMap(({ id, type }) => (type.kind === "truth" ? [id] : [])));
  const open = asked.map(({ feature }) => feature).filter((feature) => truths.has(feature));
  const all = (answer: "yes" | "no" | "unknown"): Answering => ({
    statements: open.map((feature) => toStatement(feature, answer)),
    isAll: true,
    isUnclear: false,
  });
  if (open.length === 0) return NOTHING;
  if (isWholly(reply, followUps.answeringNone)) return all("no");
  if (isWholly(reply, followUps.answeringUnknown)) return all("unknown");
  const placed = answersByNumber(reply, asked.length, followUps.byNumber);
  if (placed !== undefined) return atTheirPlaces(placed, asked, truths);
  // "All no except number 1".
  const excepted = leftAlone(reply, language);
  const byNumber =
    excepted === undefined
      ? undefined
      : answersByNumber(`${followUps.byNumber.only[0]} ${excepted}`, asked.length, followUps.byNumber);
  if (byNumber !== undefined) return atTheirPlaces(byNumber, asked, truths);
  if (answersSomeByNumber(reply, asked.length, followUps.byNumber)) return { ...NOTHING, isUnclear: true };
  const alone = namedAlone(reply, open, topic, language);
  if (alone.length > 0) return { statements: alone, isAll: true, isUnclear: false };
  const [only] = asked.length === 1 ? open : [];
  if (only === undefined) return NOTHING;
  if (followUps.answeringNo.includes(text)) return all("no");
  if (followUps.answeringYes.includes(text)) return all("yes");
  // "Yes, cellulitis": the answer, and more about it.
  const [, first = ""] = /^\s*([\p{L}]+)\s*[,;:.!–-]\s*\S/u.exec(reply) ?? [];
  const leading = first.toLowerCase();
  if (followUps.byNumber.yes.includes(leading)) return { ...all("yes"), isAll: false };
  return followUps.byNumber.no.includes(leading) ? { ...all("no"), isAll: false } : NOTHING;
}

const NOTHING: Answering = { statements: [], isAll: false, isUnclear: false };

function atTheirPlaces(
  placed: ReadonlyMap<number, "yes" | "no" | "unknown">,
  asked: Answer["needs"],
  truths: ReadonlySet<FeatureId>,
): Answering {
  const answered = [...placed].flatMap(([place, answer]) => {
    const feature = asked[place - 1]?.feature;
    return feature === undefined ? [] : [{ feature, answer }];
  });
  // "2: yes" to a question for a number answers nothing that one could count.
  if (answered.some(({ feature }) => !truths.has(feature))) return { ...NOTHING, isUnclear: true };
  const statements = answered.map(({ feature, answer }) => toStatement(feature, answer));
  return { statements, isAll: true, isUnclear: false };
}

/** Read from no words of their own: for the reader to confirm. */
function toStatement(feature: FeatureId, answer: "yes" | "no" | "unknown"): Statement {
  if (answer === "unknown") return { feature, kind: "unknown" };
  return { feature, kind: "value", value: answer === "yes", inferred: true };
}
