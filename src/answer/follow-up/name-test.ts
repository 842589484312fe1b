import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";

type FollowUpWords = ClinicalLanguage["followUps"];

/**
 * The question with a test in place of the word that stands for it: in "and if it had come back 300?" and in "and at exactly 610?" a bare
 * number is the result of the one test of which the conversation holds a number. One of two digits by itself may as well be an age. A reply that is
 * nothing but a result ("negative", "320 ug/L FEU") is one of the test that was advised.
 */
export function nameTest(
  asked: string,
  topic: RunnableTopic,
  { followUps }: ClinicalLanguage,
  { carried, advised }: { readonly carried: readonly Statement[]; readonly advised: string | undefined },
): string {
  const question = asked.replaceAll(/\b(it|that|this)['’]s\b/giu, "$1 is");
  if (isBareResult(question, followUps)) {
    const due = topic.tests.find(({ advisedBy }) => advised !== undefined && advisedBy.includes(advised));
    if (due?.words[0] !== undefined) return `${due.words[0]} ${question}`;
  }
  const measured = topic.tests.filter(({ features }) =>
    carried.some((said) => isNumber(said, topic.pathway, features)),
  );
  const [test, another] = measured;
  const name = test?.words[0];
  if (name === undefined || another !== undefined) return asked;
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
  return bare.test(question) ? question.replace(bare, `${name} `) : asked;
}

function anyOf(phrases: readonly string[]): string {
  return phrases.map((phrase) => RegExp.escape(phrase)).join("|");
}

/** A number with a unit of concentration or an assay basis, or by itself one that is no age and no time. */
const RESULT_NUMBER =
  "[<>]?\\s?(?:\\d[\\d.,]*\\s?(?:[\\p{L}]+\\/[\\p{L}]+(?:\\s[FD][ED]U)?|[FD][ED]U)|\\d{3,}|\\d+[.,]\\d+)";

/** "It came back raised", "negative", "was 320 ug/L FEU". What asks is none. */
function isBareResult(
  reply: string,
  { pronouns, resultVerbs, negative, positive, afterResult }: FollowUpWords,
): boolean {
  const said = `(?:${anyOf([...negative, ...positive])}|${RESULT_NUMBER})`;
  const result = new RegExp(
    `^\\W*(?:(?:${anyOf(pronouns)}) )?(?:(?:${anyOf(resultVerbs)}) (?:at )?)?${said}(?: (?:${anyOf(afterResult)}))?[\\s.!]*$`,
    "iu",
  );
  return result.test(reply);
}

function isNumber(said: Statement, { features }: Pathway, ofTest: readonly string[]): boolean {
  const isOf = (id: string) => features.find((feature) => feature.id === id)?.type.kind === "quantity";
  return ofTest.includes(said.feature) && isOf(said.feature);
}
