import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { understand } from "../src/answer/understand/understand.ts";
import { LIBRARY_FOLDER } from "./real-library.ts";
import { Dice } from "./support/dice.ts";
import { hostileShapes, wordsIn } from "./support/hostile-text.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();
const declarations = readdirSync(LIBRARY_FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => /(words|clinical-language)\.yaml$/.test(name))
  .map((name) => readFileSync(join(LIBRARY_FOLDER, name), "utf8"));

test.each(hostileShapes(wordsIn(declarations.join("\n"))))(
  "$title: hostile text of any length is read, and every finding points at its words",
  ({ write }) => {
    const dice = new Dice(20_261_125);
    for (const size of [1, 10, 100, 1000, 10_000, 100_000]) {
      const text = write(dice, size);
      for (const { span } of understand(text, topic, language).statements)
        if (span !== undefined) expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  },
);
