import { expect, test } from "vitest";
import { loadShippedTopic } from "../../../test/support/shipped-topic.ts";
import { profilesNamedIn } from "./named-profile.ts";

const { pathway } = loadShippedTopic();
if (pathway === undefined) throw new Error("the shipped topic has a pathway");
const named = (question: string) => profilesNamedIn(question, pathway).map(({ id }) => id);

test.each([
  ["and what does NICE say?", ["nice"]],
  ["by the ash guideline?", ["ash"]],
  ["what would accp advise", ["accp"]],
  ["according to nice, is that enough?", ["nice"]],
  ["NICE or ASH?", ["nice", "ash"]],
])("%s names a guideline", (question, expected) => {
  expect(named(question)).toEqual(expected);
});

test.each([
  "nice, thanks",
  "that would be nice to know",
  "covered with ash from the fire",
  "WHAT IF IT IS NICE AND WARM?",
  "a nice and easy scan",
])("%s names none", (question) => {
  expect(named(question)).toEqual([]);
});
