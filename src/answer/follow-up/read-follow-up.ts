import type { Topic, TopicTest } from "../../library/model/topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { settleStatements } from "../settle-statements.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { normalise } from "../understand/normalise.ts";
import { type Understanding, understand } from "../understand/understand.ts";

/** What a follow-up says and supposes. */
export interface FollowUpReading {
  readonly understanding: Understanding;
  /** Said of the patient: it takes the place of what was said before. */
  readonly stated: readonly Statement[];
  /** Only asked about ("what if"): it holds for this question and is marked. */
  readonly supposed: readonly Statement[];
  /** "What if" begins again from what is known; "and if" keeps what was supposed before. */
  readonly startsAfresh: boolean;
  /** Results that a word leaves open ("what if it is positive?"), each as findings. */
  readonly outcomes: readonly (readonly Statement[])[];
}

export interface FollowUpContext {
  /** Code of the advice that the question follows: what "it" and "the scan" stand for. */
  readonly advised: string | undefined;
  /** What the conversation holds so far. */
  readonly carried: readonly Statement[];
}

/** Reads a follow-up of what has been said and advised. */
export function readFollowUp(
  question: string,
  topic: Topic & { readonly pathway: Pathway },
  language: ClinicalLanguage,
  { advised, carried }: FollowUpContext,
): FollowUpReading {
  const understanding = understand(question, topic, language);
  const text = wordsOf(question);
  const adds = hasPhrase(text, language.followUps.adding);
  const supposes = adds || hasPhrase(text, language.followUps.fresh);
  const settled = settleStatements(understanding);
  if (!supposes) return { understanding, stated: settled, supposed: [], startsAfresh: false, outcomes: [] };
  // "And if she were pregnant?" asked of a man supposes the sex as well.
  const stated = settled.filter((statement) => !carried.some((old) => old.feature === statement.feature));
  const said = new Set(stated.map(keyOf));
  const read = understand(question, topic, language, "supposed").statements.filter(
    (statement) => !said.has(keyOf(statement)),
  );
  const asked = resultAsked(text, topic, language, advised, read);
  const telling = asked === undefined ? read : read.filter(({ feature }) => !asked.test.features.includes(feature));
  const results = asked?.results.map((findings) => statementsOf(topic.pathway, findings)) ?? [];
  const [only] = results;
  return {
    understanding,
    stated,
    supposed: [...telling, ...(results.length === 1 && only !== undefined ? only : [])],
    startsAfresh: !adds,
    outcomes: results.length > 1 ? results : [],
  };
}

/** Whether a follow-up leaves the patient of the conversation for another, of whom nothing that was said before holds. */
export function isOfOtherPatient(question: string, { followUps }: ClinicalLanguage): boolean {
  return hasPhrase(wordsOf(question), followUps.otherPatient);
}

interface ResultAsked {
  readonly test: TopicTest;
  readonly results: TopicTest["negative"];
}

/**
 * The result of a test that is named by its outcome alone. "Negative" is taken for the test that was advised and for no
 * other: a scan that nobody asked for may have been a lesser one, so how far it looked stays open.
 */
function resultAsked(
  text: string,
  topic: Topic,
  { followUps }: ClinicalLanguage,
  advised: string | undefined,
  read: readonly Statement[],
): ResultAsked | undefined {
  const isNegative = hasPhrase(text, followUps.negative);
  const isPositive = hasPhrase(text, followUps.positive);
  if (isNegative === isPositive || / (?:not|isn't|never|neither) /.test(text)) return undefined;
  const named = topic.tests.find(({ words }) => hasPhrase(text, words));
  const meant =
    named ?? (hasPhrase(text, followUps.pronouns) ? topic.tests.find((test) => isAdvised(test, advised)) : undefined);
  if (meant === undefined) return undefined;
  const isRead = read.some(({ feature, kind }) => kind === "value" && meant.features.includes(feature));
  if (isRead || (isNegative && !isAdvised(meant, advised))) return undefined;
  return { test: meant, results: isNegative ? meant.negative : meant.positive };
}

function isAdvised({ advisedBy }: TopicTest, advised: string | undefined): boolean {
  return advised !== undefined && advisedBy.includes(advised);
}

function statementsOf(pathway: Pathway, findings: Readonly<Record<string, unknown>>): readonly Statement[] {
  const read = parseFindings(pathway, findings);
  if (!read.ok) throw new Error(`a checked topic has results that its pathway takes: ${JSON.stringify(findings)}`);
  return read.value;
}

/** Lower-case words between single spaces, one before the first and one after the last. */
function wordsOf(question: string): string {
  return ` ${normalise(question)
    .text.toLowerCase()
    .replaceAll(/'s\b/gu, " is")
    .replaceAll(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim()} `;
}

function hasPhrase(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}

/** Equal for statements that say the same of the same feature. */
export function keyOf(statement: Statement): string {
  if (statement.kind === "unknown") return `${statement.feature} ?`;
  if (statement.kind === "incomplete") return `${statement.feature} ${statement.given}`;
  const { value } = statement;
  return `${statement.feature} ${typeof value === "object" ? `${value.value.toString()} ${value.unit}` : String(value)}`;
}
