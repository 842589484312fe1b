import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { holding, type State } from "./held-findings.ts";
import { hasPhrase, isWholly, withoutPhrases, wordsOf } from "./phrases.ts";

/** What a reply makes of what was only supposed: it is so, it is not so, or the talk returns to the patient as he is. */
export type AfterSupposing = "confirms" | "denies" | "returns";

/** "What if she is pregnant?", then "she is", "she isn't", "back to her"; undefined where it says none of these. */
export function afterSupposing(question: string, { followUps }: ClinicalLanguage): AfterSupposing | undefined {
  if (isWholly(question, followUps.confirmingSupposed)) return "confirms";
  if (isWholly(question, followUps.denyingSupposed)) return "denies";
  return withoutPhrases(wordsOf(question), followUps.returning) === undefined ? undefined : "returns";
}

/** What is told with "she isn't": of findings that one has or has not, the opposite of what was supposed. */
export function deniedOf(state: State, { pathway }: RunnableTopic): readonly Statement[] {
  const truths = new Set(pathway.features.flatMap(({ id, type }) => (type.kind === "truth" ? [id] : [])));
  return holding(state).flatMap(({ statement, supposed }): Statement[] => {
    if (!supposed || statement.kind !== "value" || !truths.has(statement.feature)) return [];
    return [{ feature: statement.feature, kind: "value", value: statement.value !== true, inferred: true }];
  });
}

/**
 * Whether "and if positive?" is asked of the test whose result was supposed before: then it stands in the place of that result, and all else is
 * as it is known.
 */
export function supposesOtherResult(
  question: string,
  state: State,
  topic: RunnableTopic,
  { followUps }: ClinicalLanguage,
): boolean {
  const text = wordsOf(question);
  const isResult = hasPhrase(text, [...followUps.negative, ...followUps.positive]);
  if (!isResult || topic.tests.some(({ words }) => hasPhrase(text, words))) return false;
  return supposesResult(state, topic);
}

/** Whether the result of a test is supposed. */
export function supposesResult(state: State, topic: RunnableTopic): boolean {
  const supposed = holding(state).filter((one) => one.supposed);
  return topic.tests.some(({ features }) => supposed.some(({ statement }) => features.includes(statement.feature)));
}
