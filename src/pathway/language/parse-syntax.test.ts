import { describe, expect, test } from "vitest";
import { MAX_DEPTH, MAX_TOKENS, parseSyntax } from "./parse-syntax.ts";
import type { Syntax } from "./syntax.ts";

/** A condition written back with every bracket, so that a test shows how it was understood. */
function bracketed(text: string): string {
  const parsed = parseSyntax(text);
  return parsed.ok ? write(parsed.syntax) : `expected ${parsed.fault.expected}`;
}

function write(syntax: Syntax): string {
  switch (syntax.kind) {
    case "truth":
      return String(syntax.value);
    case "string":
      return `'${syntax.value}'`;
    case "number":
      return syntax.text;
    case "quantity":
      return `${syntax.text} '${syntax.unit}'`;
    case "name":
      return syntax.name;
    case "not":
      return `(not ${write(syntax.operand)})`;
    case "isNull":
      return `(${write(syntax.operand)} is ${syntax.negated ? "not " : ""}null)`;
    case "membership":
      return `(${write(syntax.element)} in {${syntax.list.map(write).join(", ")}})`;
    default:
      return `(${write(syntax.left)} ${syntax.operator} ${write(syntax.right)})`;
  }
}

describe("operators bind as in CQL", () => {
  test.each([
    ["a implies b or c", "(a implies (b or c))"],
    ["a or b and c", "(a or (b and c))"],
    ["a xor b and c", "(a xor (b and c))"],
    ["a or b xor c", "((a or b) xor c)"],
    ["a and b or c and d", "((a and b) or (c and d))"],
    ["not a and b", "((not a) and b)"],
    ["not not a", "(not (not a))"],
    ["not a or b", "((not a) or b)"],
    ["a < 3 and b = 'x'", "((a < 3) and (b = 'x'))"],
    ["a + b * c < d", "((a + (b * c)) < d)"],
    ["a - b - c >= d", "(((a - b) - c) >= d)"],
    ["not (a = b)", "(not (a = b))"],
    ["not a is null", "(not (a is null))"],
    ["a + b is not null", "((a + b) is not null)"],
    ["scan in {'x', 'y'} or b", "((scan in {'x', 'y'}) or b)"],
    ["a implies b implies c", "((a implies b) implies c)"],
    ["value < 500 'ug/L{FEU}'", "(value < 500 'ug/L{FEU}')"],
    ["\"a b\" and wells.twoLevel = 'low'", "(a b and (wells.twoLevel = 'low'))"],
    ["a // the rest is a comment\n and b", "(a and b)"],
  ])("%s", (text, understood) => {
    expect(bracketed(text)).toBe(understood);
  });
});

describe("a fault underlines the words where reading stopped", () => {
  test.each([
    ["a and", "", "a name, a number, a quoted word or `(`"],
    ["a and or b", "or", "a name, a number, a quoted word or `(`"],
    ["a greater b", "greater", "`and`, `or`, a comparison, or the end of the condition"],
    ["(a and b", "", "`)`"],
    ["a in 'x'", "'x'", "`{`"],
    ["a in {'x' 'y'}", "'y'", "`}`"],
    ["a is b", "b", "`null`"],
    ["a < b < c", "<", "`and`, `or`, a comparison, or the end of the condition"],
    ["not a = b", "=", "brackets around the comparison after `not`"],
    ["not scan in {'x'}", "in", "brackets around the comparison after `not`"],
    ["a & b", "&", "`and`, `or`, a comparison, or the end of the condition"],
    ["a = 'open", "'", "a name, a number, a quoted word or `(`"],
    ["", "", "a name, a number, a quoted word or `(`"],
  ])("%s", (text, underlined, expected) => {
    const parsed = parseSyntax(text);
    if (parsed.ok) throw new Error("was read");
    expect(parsed.fault.expected).toBe(expected);
    expect(text.slice(parsed.fault.start, parsed.fault.end)).toBe(underlined);
  });
});

describe("no condition exhausts the reader", () => {
  test("brackets nest to the limit and not beyond", () => {
    const nested = (depth: number) => `${"(".repeat(depth)}a${")".repeat(depth)}`;
    expect(parseSyntax(nested(MAX_DEPTH)).ok).toBe(true);
    expect(parseSyntax(nested(MAX_DEPTH + 1)).ok).toBe(false);
    expect(parseSyntax(nested(100_000)).ok).toBe(false);
  });

  test("`not` repeats to the limit and not beyond", () => {
    expect(parseSyntax(`${"not ".repeat(MAX_DEPTH)}a`).ok).toBe(true);
    expect(parseSyntax(`${"not ".repeat(50_000)}a`).ok).toBe(false);
  });

  test("a chain of operators is as long as the limit and not longer", () => {
    const chain = (words: number) => Array.from({ length: words / 2 }, () => "a").join(" or ");
    expect(parseSyntax(chain(MAX_TOKENS)).ok).toBe(true);
    expect(parseSyntax(chain(MAX_TOKENS + 4)).ok).toBe(false);
  });
});
