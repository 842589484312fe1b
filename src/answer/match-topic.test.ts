import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadShippedLanguage, loadShippedTopic } from "../../test/support/shipped-topic.ts";
import { findTopic, type MatchableTopic, rankTopics } from "./match-topic.ts";

const vignettes = z
  .object({ vignettes: z.array(z.object({ text: z.string() })) })
  .parse(JSON.parse(readFileSync(new URL("../../test/fixtures/vignettes.json", import.meta.url), "utf8"))).vignettes;

const language = loadShippedLanguage();
const topic = loadShippedTopic();
const slugOf = (question: string, topics: readonly MatchableTopic[] = [topic]) =>
  findTopic(question, topics, language)?.topic.slug;

test.each([topic.question, ...topic.askedAs])("the topic answers: %s", (question) => {
  expect(slugOf(question)).toBe("suspected-leg-dvt");
});

test.each(vignettes)("the topic answers a case: $text", ({ text }) => {
  expect(slugOf(text)).toBe("suspected-leg-dvt");
});

test.each([
  "DVT?",
  "suspected deep venous thrombosis workup",
  "duplx for swolen calf, or d-dimer frist?",
  "67M swollen L calf, ? clot, what scan",
  "How do I investigate a patient with a calf clot and cancer?",
  "Is a proximal scan enough for DVT?",
])("other wording, abbreviations and slips do not matter: %s", (question) => {
  expect(slugOf(question)).toBe("suspected-leg-dvt");
});

describe("questions of other fields are not answered by it", () => {
  test.each([
    "Müller-Weiss disease of the navicular with sclerosis: how is it managed?",
    "A 73-year-old with knee pain after a fall: MRI shows a Baker cyst, meniscal tears, cartilage loss, quadriceps tendinopathy and lax ACL fibres. What is the best treatment?",
    "How is achalasia diagnosed and treated?",
    "The monitor shows a heart rate of 160 but the manual pulse is 90. What should I do?",
    "A 4-year-old has dark circles under the eyes, like his father. How should this be evaluated?",
    "12 weeks pregnant with bipolar disorder: should aripiprazole and fluoxetine be restarted?",
    "best treatment for migraine with aura",
    "What is the capital of France?",
    "How do I make pancakes?",
    "hello",
    "",
    "breast lump in a 40-year-old",
    "Doppler of the carotids",
    "Ottawa rules for an ankle sprain",
  ])("%s", (question) => {
    expect(slugOf(question)).toBeUndefined();
  });
});

test("of several topics the better match comes first", () => {
  const migraine: MatchableTopic = {
    words: new Map(),
    related: [],
    articles: {},
    slug: "migraine",
    title: "Acute migraine",
    question: "What is the best treatment for acute migraine?",
    answers: [],
    sameInQuestions: [],
    idleInQuestions: [],
    askedAs: ["Triptan for migraine with aura?"],
    terms: ["migraine", "triptan", "aura"],
  };
  const topics = [topic, migraine];
  expect(slugOf("Can I give a triptan for migraine with aura?", topics)).toBe("migraine");
  expect(slugOf("Suspected DVT of the calf, which scan?", topics)).toBe("suspected-leg-dvt");
  expect(rankTopics("Suspected DVT of the calf, which scan?", topics, language)).toHaveLength(2);
});

test("a question is understood with the words of the topic that it matched", () => {
  expect(findTopic("Left calf mass and suspected DVT", [topic], language)?.understanding.statements).toContainEqual(
    expect.objectContaining({ feature: "calfMass", value: true }),
  );
});
