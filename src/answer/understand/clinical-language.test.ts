import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseClinicalLanguage } from "./clinical-language.ts";

const FILE = "clinical-language.yaml";
const shipped = readFileSync(join(import.meta.dirname, "..", "..", "..", "library", FILE), "utf8");

test("a class that stands under a heading and that nobody has listed is a mistake of its author", () => {
  const read = parseClinicalLanguage(FILE, shipped.replace("class: oral-anticoagulant", "class: blood-thinner"));
  const line = shipped.slice(0, shipped.indexOf("  said:")).split("\n").length + 1;
  expect(read.ok ? [] : read.diagnostics.map(({ message, span }) => ({ message, line: span?.line }))).toEqual([
    { message: expect.stringContaining("names a class that `classes` has not"), line },
  ]);
});
