import { expect, test } from "vitest";
import { isGold } from "./gold-text.ts";

test.each([
  ["the same words", "It helps.", ["It  helps"], true],
  ["a part of them", "It helps.", ["First. It helps. Then not."], true],
  ["more than them", "In all, it helps most.", ["it helps"], true],
  ["other words", "It helps.", ["It harms."], false],
  ["no words", " . ", ["It harms."], false],
  ["judged to be nothing", "It helps.", ["", " "], false],
])("a sentence that is %s", (_what, sentence, gold, is) => {
  expect(isGold(sentence, gold)).toBe(is);
});
