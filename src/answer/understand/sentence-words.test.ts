import { describe, expect, test } from "vitest";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { sentenceWordsShape } from "./sentence-words.ts";

const NAMES = Object.keys(sentenceWordsShape.shape);
const problemsOf = (conjunctions: string) => {
  const lists = NAMES.map((name) => `${name}: ${name === "conjunctions" ? conjunctions : "[word]"}`).join("\n");
  const parsed = parseYaml("clinical-language.yaml", lists, sentenceWordsShape);
  return parsed.ok ? [] : parsed.diagnostics.map(({ message, span }) => ({ message, line: span?.line }));
};
const line = NAMES.indexOf("conjunctions") + 1;

describe("words of sentences are compared as written, so a list that could never match is a mistake of its author", () => {
  test.each([
    ["a phrase", "[and, as well as]", "is not a single word in lower case"],
    ["a word with a capital letter", "[And]", "is not a single word in lower case"],
    ["a word that the text cuts at its hyphen", "[and-or]", "is not a single word in lower case"],
    ["a word named twice", "[and, or, and]", "names a word twice"],
    ["no word at all", "[]", "holds no word"],
  ])("%s", (_, written, problem) => {
    expect(problemsOf(written)).toEqual([{ message: expect.stringContaining(problem), line }]);
  });

  test("a word with an apostrophe is a single word", () => {
    expect(problemsOf("[and, hasn't]")).toEqual([]);
  });
});
