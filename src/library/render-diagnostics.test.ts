import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { renderCounts, renderDiagnostics } from "./render-diagnostics.ts";

const text = "## Bottom line {#bottom-line}\n\nScan in 7 days. [house-rule]\n";
const files = [{ path: "topics/leg/article.md", text }];

function diagnostic(offset: number, length: number, more: Partial<Diagnostic> = {}): Diagnostic {
  const span = { file: "topics/leg/article.md", line: 3, column: offset - 30, offset, length, heading: "Bottom line" };
  return {
    code: "number-typed-in-prose",
    severity: "error",
    message: "the number `7` is typed by hand",
    help: "print it",
    span,
    ...more,
  };
}

test("a diagnostic shows its place, the heading it lies under, the line with the words underlined, and what to do", () => {
  expect(renderDiagnostics([diagnostic(39, 1)], files)).toBe(
    [
      "error[number-typed-in-prose] topics/leg/article.md:3:9 (Bottom line)",
      "  the number `7` is typed by hand",
      "  3 | Scan in 7 days. [house-rule]",
      "    |         ^",
      "  help: print it",
      "",
      "1 error",
    ].join("\n"),
  );
});

test("of a long line the part around the place is shown", () => {
  const long = [{ path: "topics/leg/article.md", text: `${"a".repeat(300)}X${"b".repeat(300)}` }];
  const lines = renderDiagnostics([diagnostic(300, 500)], long).split("\n");
  expect(lines[2]).toBe(`  3 | …${"a".repeat(50)}X${"b".repeat(49)}…`);
  expect(lines[3]).toBe(`    | ${" ".repeat(51)}${"^".repeat(50)}`);
});

test("a place in a file that is not at hand, or no place, is shown without its line", () => {
  const [first, , third] = renderDiagnostics([diagnostic(39, 1)], []).split("\n");
  expect([first, third]).toEqual([
    "error[number-typed-in-prose] topics/leg/article.md:3:9 (Bottom line)",
    "  help: print it",
  ]);
  const { span: _place, ...placeless } = diagnostic(0, 1);
  expect(renderDiagnostics([placeless], files).split("\n")[0]).toBe("error[number-typed-in-prose]");
});

test("an author's text cannot steer the terminal", () => {
  const rendered = renderDiagnostics(
    [diagnostic(0, 1, { message: "has `\u001b[2J\u202e`" })],
    [{ path: "topics/leg/article.md", text: "\u001b]0;title\u0007 text" }],
  );
  expect(rendered).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
});

describe("the count", () => {
  test("names each severity", () => {
    expect(renderCounts([diagnostic(0, 1), diagnostic(0, 1), diagnostic(0, 1, { severity: "warning" })])).toBe(
      "2 errors, 1 warning",
    );
  });

  test("says so when nothing is wrong", () => {
    expect(renderDiagnostics([], files)).toBe("nothing is wrong");
  });
});
