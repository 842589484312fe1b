import { expect, test } from "vitest";
import { loadShippedLanguage } from "../../../../test/support/shipped-topic.ts";
import { spanAt } from "../../../kernel/source-span.ts";
import type { FeatureWords } from "../../../library/model/words.ts";
import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { SpokenTopic } from "../spoken-topic.ts";
import { checkTakenWords } from "./check-taken-words.ts";

const language = loadShippedLanguage();

function feature(id: string, presume: boolean | undefined): CaseFeature {
  const span = spanAt("test", "test", 0, 1);
  const silent = presume === undefined ? {} : { presume };
  const said = { label: id, plain: id, ask: id, group: "test", span };
  return {
    id,
    type: { kind: "truth" },
    cost: "examination",
    input: true,
    implies: [],
    codings: [],
    ...said,
    ...silent,
  };
}

/** A topic of two signs, the second of which is presumed absent; its medicine is for tests. */
function topicOf(whole: Partial<FeatureWords>, dent: Partial<FeatureWords>): SpokenTopic {
  const none: FeatureWords = { phrases: [], choices: {}, denials: [] };
  return {
    words: new Map([
      ["whole", { ...none, ...whole }],
      ["dent", { ...none, ...dent }],
    ]),
    pathway: { features: [feature("whole", undefined), feature("dent", false)], scores: [], parameters: [] },
  };
}

const reported = (topic: SpokenTopic) => checkTakenWords(topic, language).map(({ message }) => message);

const only = "pitting of (the) lower leg only";

test("a phrase that another feature's longer one leaves unread is reported, with a text that shows it", () => {
  expect(reported(topicOf({ denials: [only] }, { phrases: ["pitting"] }))).toEqual([
    "`pitting of (the) lower leg only` of `whole` takes the words of `pitting` of `dent`, which goes unread in `pitting of lower leg only`",
  ]);
});

test.each([
  ["a longer phrase that is declared for both", { denials: [only] }, { phrases: ["pitting", only] }],
  ["words that a gap covers", { denials: ["pain ... lower leg only"] }, { phrases: ["pitting"] }],
  ["a phrase of words in another order", { denials: ["leg with pitting only"] }, { phrases: ["pitting leg"] }],
  ["what counts only where it is denied", { denials: [only] }, { denials: ["no pitting"] }],
  ["what is said to be meant", { denials: [only], takesFrom: ["dent"] }, { phrases: ["pitting"] }],
])("%s is not reported", (_, whole, dent) => {
  expect(reported(topicOf(whole, dent))).toEqual([]);
});

test("a feature that is asked for wherever nobody speaks of it is not reported", () => {
  const asked = topicOf({ denials: [only] }, { phrases: ["pitting"] });
  const features = [feature("whole", undefined), feature("dent", undefined)];
  expect(reported({ ...asked, pathway: { features, scores: [], parameters: [] } })).toEqual([]);
});

test.each([
  ["one of several words", "swelling|pitting .. lower leg", "pitting"],
  ["a class", "<swollen> && <whole-leg>", "puffy"],
  ["words near each other, in either order", "leg badly && pitting", "pitting && leg"],
  ["a phrase with words left out", "soft (and) pitting leg", "soft pitting"],
  ["a phrase with a number", "pitting since {>2d} only", "pitting"],
])("%s is looked into", (_, longer, shorter) => {
  expect(reported(topicOf({ phrases: [longer] }, { phrases: [shorter] }))).toHaveLength(1);
});

test("leave to take words that nothing takes is reported", () => {
  expect(reported(topicOf({ denials: ["calf"], takesFrom: ["dent"] }, { phrases: ["pitting"] }))).toEqual([
    "no phrase of `whole` takes words of `dent`, and `takesFrom` says that one may",
  ]);
});
