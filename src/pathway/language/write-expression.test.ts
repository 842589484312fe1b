import { describe, expect, test } from "vitest";
import { getPathway, withLine } from "../testing/small-pathway.ts";
import { writeExpression } from "./write-expression.ts";

function written(condition: string): string {
  const pathway = getPathway(
    withLine("definitions", `  - { id: tried, label: tried, when: ${JSON.stringify(condition)} }`),
  );
  const definition = pathway.definitions.find(({ id }) => id === "tried");
  if (definition === undefined) throw new Error(`the pathway takes no \`${condition}\``);
  return writeExpression(definition.when);
}

describe("a condition is written so that it reads as what it was", () => {
  test.each([
    ["swollen and tender or not below", "(swollen and tender) or not below"],
    ["swollen and (tender or below)", "swollen and (tender or below)"],
    ["not (swollen = true)", "not (swollen = true)"],
    ["not (scan in {'none', 'clear'})", "not (scan in {'none', 'clear'})"],
    ["(age + 2) * 3 < 100", "((age + 2) * 3) < 100"],
    ["age + 2 * 3 < 100", "(age + (2 * 3)) < 100"],
    ["points.level = 'low'", "points.level = 'low'"],
  ])("%s", (condition, expected) => {
    expect(written(condition)).toBe(expected);
    expect(written(expected)).toBe(expected);
  });
});
