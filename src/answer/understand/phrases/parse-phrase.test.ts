import { describe, expect, test } from "vitest";
import { loadShippedLanguage, loadShippedTopic } from "../../../../test/support/shipped-topic.ts";
import { WordReader } from "../text/word-reader.ts";
import { type PhraseContext, parsePhrase } from "./parse-phrase.ts";

const language = loadShippedLanguage();
const context: PhraseContext = {
  language,
  reader: new WordReader(language),
  parameters: loadShippedTopic().pathway?.parameters ?? [],
};

test("British and American spelling, and endings, meet in one stem", () => {
  const stems = (text: string) => parsePhrase(text, false, context);
  const elements = (text: string) => {
    const phrase = stems(text);
    return phrase.ok ? phrase.value.parts : phrase;
  };
  expect(elements("oedema")).toEqual(elements("edema"));
  expect(elements("haematoma")).toEqual(elements("hematoma"));
  expect(elements("visualised")).toEqual(elements("visualized"));
  expect(elements("calves")).toEqual(elements("calf"));
});

test("a leading no means where the text denies it, but only where denials are written", () => {
  const denial = parsePhrase("no swelling", true, context);
  const phrase = parsePhrase("no swelling", false, context);
  expect(denial.ok && denial.value.parts[0]?.whenDenied).toBe(true);
  expect(phrase.ok && phrase.value.parts[0]?.whenDenied).toBe(false);
});

describe("a phrase that cannot be read is reported with what is wrong", () => {
  test.each([
    ["<no-such-class> leg", "`<no-such-class>` is not a class of the clinical language"],
    ["calf {>=noSuchParameter}", "`noSuchParameter` is neither a number nor a parameter of the pathway"],
    ["saturation {<90[%]}", "`[%]` is not a UCUM unit"],
    ["swollen by {>=3cmm}", "`cmm` is not a UCUM unit"],
    ["... leg", "begins with nothing to look for"],
    ["leg |", "`|` holds no word"],
    ["swollen && #", "only words can stand near each other"],
    ["swollen && ... calf", "begins with nothing to look for"],
  ])("%s", (written, problem) => {
    const parsed = parsePhrase(written, false, context);
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ message }) => message)).toEqual([`\`${written}\`: ${problem}`]);
  });
});
