import fc from "fast-check";
import { test } from "vitest";
import { parseSyntax } from "./parse-syntax.ts";
import { tokenise } from "./tokenise.ts";

const word = fc.constantFrom(
  "a",
  "and",
  "or",
  "not",
  "is",
  "null",
  "in",
  "{",
  "}",
  "(",
  ")",
  "<",
  "=",
  "+",
  "*",
  ",",
  "3",
  "'x'",
  '"',
  "'",
  "//",
  "\n",
  "µ",
);

test("any text is read or refused, and never throws", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(word, { maxLength: 60 }).map((words) => words.join(" ")),
      ),
      (text) => {
        const parsed = parseSyntax(text);
        return parsed.ok || (parsed.fault.start >= 0 && parsed.fault.end > parsed.fault.start);
      },
    ),
  );
});

test("tokens stand in the order of the text and do not overlap", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const tokens = tokenise(text);
      return tokens.every((token, at) => token.start <= token.end && (tokens[at - 1]?.end ?? 0) <= token.start);
    }),
  );
});
