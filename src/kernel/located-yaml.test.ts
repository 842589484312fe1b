import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkShape, parseYaml } from "./located-yaml.ts";

const shape = z.strictObject({ name: z.string(), sizes: z.array(z.number()) });
const anything = z.unknown();

function problemsOf(text: string) {
  const read = parseYaml("a.yaml", text, shape);
  return read.ok ? [] : read.diagnostics;
}

describe("a well-formed file", () => {
  const text = "name: calf\nsizes:\n  - 1\n  - 25\n";
  const read = parseYaml("a.yaml", text, shape);

  test("gives its value", () => {
    expect(read.ok && read.value.value).toEqual({ name: "calf", sizes: [1, 25] });
  });

  test("finds the place of any part", () => {
    const span = read.ok ? read.value.spanOf(["sizes", 1]) : undefined;
    expect(span).toMatchObject({ file: "a.yaml", line: 4, column: 5, heading: "sizes.1" });
    expect(text.slice(span?.offset, (span?.offset ?? 0) + (span?.length ?? 0))).toBe("25");
  });

  test("gives the nearest ancestor of a part that is not there", () => {
    expect(read.ok && read.value.spanOf(["sizes", 7]).line).toBe(3);
  });
});

describe("a file that cannot be read", () => {
  test("every wrong field is reported at its place", () => {
    const problems = problemsOf("name: 3\nsizes: [1, two]\ncolour: red\n");
    expect(problems.map((problem) => problem.span?.line)).toEqual([1, 2, 3]);
    expect(problems[2]?.message).toContain("colour");
  });

  test.each([
    ["a tab as indentation", "name:\n\t- x\n"],
    ["an open quote", 'name: "calf\n'],
    ["a key written twice", "name: a\nname: b\nsizes: []\n"],
    ["two documents", "name: a\n---\nname: b\n"],
    ["a tag that asks for code", "name: !!js/function 'x'\nsizes: []\n"],
    ["brackets nested a hundred thousand deep", "[".repeat(100_000)],
    ["lists nested on one line", "- ".repeat(50_000)],
  ])("%s is a syntax problem", (_title, text) => {
    expect(problemsOf(text).map((problem) => problem.code)).toContain("yaml-syntax");
  });

  test("an alias bomb is refused", () => {
    const levels = Array.from({ length: 12 }, (_, n) =>
      n === 0
        ? "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"
        : `a${n}: &a${n} [${Array(10)
            .fill(`*a${n - 1}`)
            .join(", ")}]`,
    ).join("\n");
    const read = parseYaml("a.yaml", levels, anything);
    expect(read.ok ? [] : read.diagnostics.map((problem) => problem.code)).toEqual(["yaml-syntax"]);
  });

  test("a file beyond the size limit is refused unread", () => {
    expect(problemsOf("x".repeat(2_000_001)).map((problem) => problem.code)).toEqual(["yaml-too-large"]);
  });
});

test("a key named __proto__ changes no object", () => {
  const read = parseYaml("a.yaml", "__proto__: { polluted: true }\nname: a\nsizes: []\n", shape);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  expect(read.ok && "polluted" in read.value.value).toBe(false);
});

test("a part can be checked alone, and its problems keep their place", () => {
  const read = parseYaml("a.yaml", "list:\n  - 1\n  - x\n", z.object({ list: z.array(z.unknown()) }));
  const checked = read.ok ? checkShape("x", z.number(), read.value.spanOf, ["list", 1]) : read;
  expect(checked.ok ? [] : checked.diagnostics.map((problem) => problem.span?.line)).toEqual([3]);
});
