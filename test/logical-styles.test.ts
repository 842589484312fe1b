import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = join(import.meta.dirname, "..", "src", "http", "styles");

/** Properties that name a side of the screen. A page that is read from right to left needs those that name a side of the text. */
const PHYSICAL = new RegExp(
  [
    "^\\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-\\w+)*|left|right|top|bottom)\\s*:",
    "^\\s*(?:min-|max-)?(?:width|height)\\s*:",
    "^\\s*(?:text-align|float|clear)\\s*:\\s*(?:left|right)\\b",
    "^\\s*border-(?:top|bottom)-(?:left|right)-radius\\s*:",
  ].join("|"),
);

test.each(readdirSync(FOLDER).filter((name) => name.endsWith(".css")))("%s names no side of the screen", (name) => {
  const lines = readFileSync(join(FOLDER, name), "utf8").split("\n");
  expect(lines.flatMap((line, index) => (PHYSICAL.test(line) ? [`${index + 1}: ${line.trim()}`] : []))).toEqual([]);
});
