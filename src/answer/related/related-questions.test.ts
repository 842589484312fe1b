import { expect, test } from "vitest";
import { loadShippedLanguage, loadShippedTopic } from "../../../test/support/shipped-topic.ts";
import type { Library } from "../../library/model/library.ts";
import type { Topic } from "../../library/model/topic.ts";
import { NO_REVIEWS } from "../../review/reader/reviews.ts";
import type { AnswerReview } from "../answer-shape.ts";
import { presentReview } from "../present/present-review.ts";
import { relatedTo } from "./related-questions.ts";

const shipped = loadShippedTopic();
const language = loadShippedLanguage();

function topicOf(slug: string, title: string, question: string, terms: readonly string[]): Topic {
  return { ...shipped, slug, title, question, askedAs: [question], terms: [...terms], related: [] };
}

const embolism = topicOf(
  "embolism",
  "Suspected pulmonary embolism",
  "Which test comes first in a suspected pulmonary embolism?",
  ["pulmonary embolism", "venous thrombosis", "D-dimer", "Wells score", "CT pulmonary angiography", "anticoagulation"],
);
const cyst = topicOf("baker-cyst", "Baker cyst of the knee", "How is a swelling behind the knee imaged?", [
  "Baker cyst",
  "popliteal swelling",
  "ruptured cyst",
  "calf swelling",
  "ultrasound",
]);
const varices = topicOf("varices", "Varicose veins", "Which duplex is done before varicose veins are treated?", [
  "varicose veins",
  "venous duplex",
  "saphenous vein",
  "reflux",
]);
const throat = topicOf("sore-throat", "Sore throat", "Does a sore throat need an antibiotic?", [
  "tonsillitis",
  "antibiotic",
  "group A streptococcus",
]);
const heart = topicOf("failure", "Chronic heart failure", "How is chronic heart failure treated?", [
  "ejection fraction",
  "natriuretic peptide",
  "diuretic",
]);

/** What the record says of each topic; of others it says nothing. */
const relatedIn = (
  topics: readonly Topic[],
  reviews: Readonly<Record<string, Partial<AnswerReview>>> = {},
  own: Topic = shipped,
) => {
  const library: Library = {
    topics: new Map([own, ...topics].map((topic) => [topic.slug, topic])),
    sources: new Map(),
    sets: new Map(),
    subjects: [],
    hazardTerms: [],
    concepts: [],
  };
  return relatedTo(own, {
    library,
    language,
    reviewOf: (topic) => ({ ...presentReview(topic, NO_REVIEWS), ...reviews[topic.slug] }),
  });
};
const similar = (related: ReturnType<typeof relatedIn>) =>
  related.filter(({ relation }) => relation === "similar question");

test("with one topic there are the questions that its author names, and no more", () => {
  const related = relatedIn([]);
  expect(related.map(({ question }) => question)).toEqual(shipped.related.map(({ question }) => question));
  expect(related.every(({ status }) => status === null)).toBe(true);
});

test("topics that speak of the same are offered with what they share and their status; strangers are not", () => {
  const found = similar(relatedIn([throat, cyst, heart, embolism, varices]));
  expect(found.map(({ href }) => href).toSorted()).toEqual([
    "/topics/baker-cyst",
    "/topics/embolism",
    "/topics/varices",
  ]);
  expect(found.find(({ href }) => href === "/topics/embolism")?.why).toMatch(/^shares: .*(?:wells|dimer|venous)/);
  expect(found.every(({ status }) => status === "Submitted")).toBe(true);
});

test("approved topics come first, and one that nothing is answered from any more is not offered", () => {
  const found = similar(
    relatedIn([cyst, embolism, varices], {
      varices: { status: "Approved" },
      embolism: { status: "Withdrawn", usable: false },
    }),
  );
  expect(found.map(({ href, status }) => [href, status])).toEqual([
    ["/topics/varices", "Approved"],
    ["/topics/baker-cyst", "Submitted"],
  ]);
});

test("a topic that the author names keeps the author's reason, with its status", () => {
  const named = {
    question: "Is it an embolism?",
    relation: "wider problem",
    why: "The same clot.",
    answeredIn: "embolism",
  };
  const own = { ...shipped, related: [named] };
  const related = relatedIn([embolism], {}, own);
  expect(related).toEqual([
    {
      question: named.question,
      relation: named.relation,
      why: named.why,
      href: "/topics/embolism",
      status: "Submitted",
    },
  ]);
  expect(relatedIn([], {}, own)[0]).toMatchObject({ href: null, status: null });
});
