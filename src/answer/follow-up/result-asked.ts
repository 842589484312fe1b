import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { TopicTest } from "../../library/model/topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { hasPhrase, isWholly } from "./phrases.ts";

interface ResultAsked {
  readonly test: TopicTest;
  /** The findings that the word may mean; more than one where it leaves that open. */
  readonly results: readonly (readonly Statement[])[];
}

/** Of what a follow-up is asked: the topic, and the code of the advice that it follows. */
interface AskedOf {
  readonly topic: RunnableTopic;
  readonly language: ClinicalLanguage;
  readonly advised: string | undefined;
}

/**
 * The result of a test that is named by its outcome alone. "Negative" is taken for the test that was advised and for no
 * other: a scan that nobody asked for may have been a lesser one, so how far it looked stays open.
 */
export function resultAsked(
  text: string,
  read: readonly Statement[],
  { topic, language: { followUps }, advised }: AskedOf,
): ResultAsked | undefined {
  const isNegative = hasPhrase(text, followUps.negative);
  const isPositive = hasPhrase(text, followUps.positive);
  if (isNegative === isPositive || / (?:not|isn't|never|neither) /.test(text)) return undefined;
  const named = topic.tests.find(({ words }) => hasPhrase(text, words));
  const meant =
    named ??
    (hasPhrase(text, followUps.pronouns) || isBare(text, followUps)
      ? topic.tests.find((test) => isAdvised(test, advised))
      : undefined);
  if (meant === undefined) return undefined;
  const isRead = read.some(({ feature, kind }) => kind === "value" && meant.features.includes(feature));
  if (isRead || (isNegative && !isAdvised(meant, advised))) return undefined;
  const results = isNegative ? meant.negative : meant.positive;
  return { test: meant, results: results.map((findings) => statementsOf(topic.pathway, findings)) };
}

/** "And if positive?": nothing but the result. */
function isBare(
  text: string,
  { fresh, adding, askingBare, negative, positive, afterResult }: ClinicalLanguage["followUps"],
): boolean {
  return isWholly(text, [...fresh, ...adding, ...askingBare, ...negative, ...positive, ...afterResult]);
}

function isAdvised({ advisedBy }: TopicTest, advised: string | undefined): boolean {
  return advised !== undefined && advisedBy.includes(advised);
}

function statementsOf(pathway: Pathway, findings: Readonly<Record<string, unknown>>): readonly Statement[] {
  const read = parseFindings(pathway, findings);
  if (!read.ok) throw new Error(`a checked topic has results that its pathway takes: ${JSON.stringify(findings)}`);
  return read.value;
}
