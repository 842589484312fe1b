import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { TopicTest } from "../../library/model/topic.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Telling } from "../understand/mood.ts";
import { understand } from "../understand/understand.ts";
import { isAccounted } from "./accounted.ts";
import { beginsWith, wordsOf } from "./phrases.ts";

interface Told extends Telling {
  readonly carried: readonly Statement[];
  /** Code of the advice that the question follows. */
  readonly advised: string | undefined;
}

/**
 * What a follow-up says that reads as nothing by itself, and as a result behind the name of a test: "popliteal clot" where a scan was advised,
 * "groin to knee only" where one is known. The test that was advised comes first. Every word that may say something must have been read: what else
 * it says might take the result back.
 */
export function namedByContext(
  question: string,
  topic: RunnableTopic,
  language: ClinicalLanguage,
  { carried, advised, ...telling }: Told,
): readonly Statement[] {
  if (beginsWith(wordsOf(question), language.followUps.acknowledging)) return [];
  const due = topic.tests.filter(({ advisedBy }) => advised !== undefined && advisedBy.includes(advised));
  const held = topic.tests.filter(({ features }) => carried.some(({ feature }) => features.includes(feature)));
  for (const test of new Set([...due, ...held])) {
    const read = behindNameOf(test, question, topic, language, telling);
    // A result that is known is not made a better one by words that do not name it.
    if (read.length > 0 && (due.includes(test) || !read.some((one) => isNegative(one, test)))) return read;
  }
  return [];
}

function isNegative({ feature, ...statement }: Statement, { negative }: TopicTest): boolean {
  return statement.kind === "value" && negative.some((findings) => findings[feature] === statement.value);
}

function behindNameOf(
  { words: [name], features }: TopicTest,
  question: string,
  topic: RunnableTopic,
  language: ClinicalLanguage,
  telling: Telling,
): readonly Statement[] {
  if (name === undefined) return [];
  const start = name.length + 1;
  const { statements } = understand(`${name} ${question}`, topic, language, telling);
  if (!statements.some(({ kind, feature }) => kind === "value" && features.includes(feature))) return [];
  return isAccounted(question, start, statements, language)
    ? statements.map(({ span: _elsewhere, ...statement }) => statement)
    : [];
}
