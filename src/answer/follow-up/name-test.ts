import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";

/**
 * The question with a test in place of the word that stands for it: in "and if it had come back 300?" and in "and at exactly 610?" a bare
 * number is the result of the one test of which the conversation holds a number. One of two digits by itself may as well be an age.
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
  const [, alone] =
    new RegExp(
      `^\\W*(?:${anyOf(followUps.bareResult)})(?: (?:${anyOf(followUps.afterResult)}))? ([<>]?(?:\\d{3,}|\\d+[.,]\\d+))\\s*\\?\\s*$`,
      "iu",
    ).exec(question) ?? [];
  if (alone !== undefined) return `${followUps.fresh[0]} ${name} ${alone}?`;
  return question.replace(bare, `${name} `);
}

function isNumber(said: Statement, { features }: Pathway, ofTest: readonly string[]): boolean {
  const isOf = (id: string) => features.find((feature) => feature.id === id)?.type.kind === "quantity";
  return ofTest.includes(said.feature) && isOf(said.feature);
}
