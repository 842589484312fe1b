import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { type Understanding, understand } from "../understand/understand.ts";
import { isAccounted } from "./accounted.ts";

/**
 * What a reply says that names what is there of all that was asked, and denies the others: "none except pitting", "just pitting", "cancer, nothing
 * else". Nothing is denied unless each of its words was read: what was not may be one of the others.
 */
export function namedAlone(
  reply: string,
  open: readonly FeatureId[],
  topic: RunnableTopic,
  language: ClinicalLanguage,
): readonly Statement[] {
  const named = leftAlone(reply, language);
  if (named === undefined || open.length < 2) return [];
  const read: Understanding = understand(named, topic, language);
  const said = new Map(read.statements.map((one) => [one.feature, one]));
  const isThere = open.some((feature) => isTrue(said.get(feature)));
  if (!isThere || read.statements.some((one) => !isTrue(one)) || !isAccounted(named, 0, read.statements, language))
    return [];
  return open.map((feature) => ({ feature, kind: "value", value: said.has(feature), inferred: true }));
}

function isTrue(statement: Statement | undefined): boolean {
  return statement?.kind === "value" && statement.value === true;
}

/** What stands beside the words that leave it alone. */
export function leftAlone(
  reply: string,
  { followUps: { noneBut, onlyNamed, nothingElse } }: ClinicalLanguage,
): string | undefined {
  const anyOf = (phrases: readonly string[]) => phrases.map((phrase) => RegExp.escape(phrase)).join("|");
  const text = reply.trim().replace(/[.!]+$/, "");
  const [, after] = new RegExp(`^(?:${anyOf(noneBut)})\\s+(.+)$`, "isu").exec(text) ?? [];
  const [, only] = new RegExp(`^(?:${anyOf(onlyNamed)})\\s+(.+)$`, "isu").exec(text) ?? [];
  const [, before] = new RegExp(`^(.+?)[\\s,;.:–-]+(?:${anyOf(nothingElse)})$`, "isu").exec(text) ?? [];
  const named = after ?? only ?? before;
  return named?.replace(/^(?:yes|the|for)\b[\s:,]*/iu, "");
}
