import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadShippedLanguage, loadShippedTopic } from "../../../../test/support/shipped-topic.ts";
import { lexiconOf } from "../lexicon/lexicon.ts";
import { normalise } from "../text/normalise.ts";
import { tokenise } from "../text/tokenise.ts";
import { matchText } from "./matched-text.ts";
import { Walk } from "./walk.ts";

const topic = loadShippedTopic();
const lexicon = lexiconOf(topic, loadShippedLanguage());
const features = new Map((topic.pathway?.features ?? []).map((feature) => [feature.id, feature]));
const { index } = lexicon;
const sides = { same: index.numberOf("left"), other: index.numberOf("right") };

const file = new URL("../../../../test/fixtures/development-vignettes.json", import.meta.url);
const { vignettes }: { readonly vignettes: readonly { readonly text: string }[] } = JSON.parse(
  readFileSync(file, "utf8"),
);
const sentences = vignettes.flatMap(({ text }) => text.split(/(?<=[.;])\s+/)).filter((text) => text.length < 120);

test("a text calls up every part of a phrase that it holds anywhere", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 2 }), (said) => {
      const text = matchText(tokenise(normalise(said.join(" ")), lexicon.reader), lexicon);
      const walk = new Walk(text, features, { maxGap: 9, claimed: new Map(), sides });
      const beginnings = index.beginningsIn(text, () => [...text.measures.keys()]);
      const called = new Set(
        beginnings.flatMap((parts, at) => parts.map((part) => `${index.parts.indexOf(part)} ${at}`)),
      );
      const missed: string[] = [];
      for (const [place, part] of index.parts.entries())
        for (let at = 0; at < text.tokens.length; at += 1) {
          const [first] = part.steps;
          const begins = first?.kind !== "words" || first.byFirst.has(text.words[at] ?? -1);
          const comparesBefore = first?.kind === "number" || first?.kind === "bound" ? !text.measures.has(at) : false;
          if (begins && !comparesBefore && !called.has(`${place} ${at}`) && walk.find(part, at) !== undefined)
            missed.push(`${part.entry.phrase.written} at ${at}`);
        }
      expect(missed).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
