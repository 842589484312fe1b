import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";

/**
 * The question with a test in place of the word that stands for it: in "and if it had come back 300?" a bare number is the result of the
 * one test of which the conversation holds a number.
 */
export function nameTest(
  question: string,
  topic: RunnableTopic,
  { followUps }: ClinicalLanguage,
  carried: readonly Statement[],
): string {
  const measured = topic.tests.filter(({ features }) =>
    carried.some((said) => isNumber(said, topic.pathway, features)),
  );
  const [test, another] = measured;
  const name = test?.words[0];
  if (name === undefined || another !== undefined) return question;
  const anyOf = (phrases: readonly string[]) => phrases.map((phrase) => RegExp.escape(phrase)).join("|");
  const bare = new RegExp(
    `\\b(?:${anyOf(followUps.pronouns)}) (?=(?:${anyOf(followUps.resultVerbs)})(?: \\w+)? [<>]?\\d[\\d.,]*(?: (?:${anyOf(followUps.afterResult)}))?(?:[^\\w\\s/%]|$))`,
    "iu",
  );
  return question.replace(bare, `${name} `);
}

function isNumber(said: Statement, { features }: Pathway, ofTest: readonly string[]): boolean {
  const isOf = (id: string) => features.find((feature) => feature.id === id)?.type.kind === "quantity";
  return ofTest.includes(said.feature) && isOf(said.feature);
}
