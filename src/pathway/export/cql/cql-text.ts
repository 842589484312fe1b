import type { Decimal } from "../../../clinical/quantity.ts";

/** A name as CQL has it between quotation marks, which may hold any character. */
export function nameOf(id: string): string {
  return `"${id.replace(/[\\"]/g, (character) => `\\${character}`)}"`;
}

/** A CQL String. */
export function textOf(value: string): string {
  return `'${value.replace(/[\\']/g, (character) => `\\${character}`)}'`;
}

/** A CQL Integer where the number is whole and `whole` asks for one, else a CQL Decimal. */
export function numberOf(value: Decimal, whole: boolean): string {
  const digits = value.toFixed();
  return whole || digits.includes(".") ? digits : `${digits}.0`;
}

/** Brackets round whatever is not one word already. */
export function bracket(text: string): string {
  return /^("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.]+)$/.test(text) || isOneBracket(text) ? text : `(${text})`;
}

function isOneBracket(text: string): boolean {
  if (!text.startsWith("(") || !text.endsWith(")")) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth--;
    if (depth === 0) return false;
  }
  return true;
}

/** Joins conditions by `and` or `or`; one alone stands as it is. */
export function join(connective: "and" | "or", conditions: readonly string[]): string {
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return only;
  return conditions.map(bracket).join(` ${connective} `);
}

/** `define "name": expression`, with a comment above it. */
export function define(name: string, expression: string, comment?: string): string {
  return `${comment === undefined ? "" : commentOf(comment)}define ${nameOf(name)}:\n  ${expression}\n`;
}

/** Lines of comment. A comment holds no line break, whatever its words do. */
export function commentOf(...lines: readonly string[]): string {
  return lines.map((line) => `// ${line.replace(/\s+/g, " ").trim()}\n`).join("");
}

/** Cases tried from the top; what is unknown falls through to the next, so the last must be right for it too. */
export function choose(cases: readonly (readonly [when: string, then: string])[], otherwise: string): string {
  const lines = cases.map(([when, then]) => `    when ${when} then ${then}`);
  return ["case", ...lines, `    else ${otherwise}`, "  end"].join("\n");
}
