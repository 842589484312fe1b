import fc from "fast-check";
import { expect, test } from "vitest";
import type { TopicName } from "../topic-names.ts";
import { matchTopics } from "./match-topics.ts";

const topic = (title: string, ...names: string[]): TopicName => ({ address: `/${title}`, title, question: "", names });
const TOPICS = [
  topic("Pulmonary embolism", "a clot of the leg that moved"),
  topic("Ménière's disease"),
  topic("Clot of the leg", "DVT", "D-dimer or scan?"),
];
const titles = (typed: string, topics = TOPICS) => matchTopics(typed, topics).map(({ title }) => title);

test("each word typed must begin a word of the topic, wherever it stands", () => {
  expect(titles("dvt sc")).toEqual(["Clot of the leg"]);
  expect(titles("dvt scx")).toEqual([]);
  expect(titles("ot")).toEqual([]);
});

test("topics that have the words in their title come first", () => {
  expect(titles("clot leg")).toEqual(["Clot of the leg", "Pulmonary embolism"]);
});

test("case, marks over letters and signs between words make no difference", () => {
  expect(titles("MENIERE")).toEqual(["Ménière's disease"]);
  expect(titles("d dimer")).toEqual(["Clot of the leg"]);
});

test.each(["", " ", "c", "?!", "clot\nleg", `clot ${"leg ".repeat(20)}`])("nothing is suggested for %j", (typed) => {
  expect(titles(typed)).toEqual([]);
});

test("more topics than fit are cut, and no text of any kind throws", () => {
  const many = Array.from({ length: 20 }, (_, index) => topic(`clot ${index}`));
  expect(titles("clot", many)).toHaveLength(6);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      expect(TOPICS).toEqual(expect.arrayContaining([...matchTopics(typed, TOPICS)]));
    }),
  );
});
