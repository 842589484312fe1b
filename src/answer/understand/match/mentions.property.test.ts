import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadShippedLanguage, loadShippedTopic } from "../../../../test/support/shipped-topic.ts";
import { namedIn } from "../context/named-tokens.ts";
import { lexiconOf } from "../lexicon/lexicon.ts";
import { normalise } from "../text/normalise.ts";
import { tokenise } from "../text/tokenise.ts";
import { matchText } from "./matched-text.ts";
import { Matcher } from "./matcher.ts";
import { MAX_GAP, type Match, Walk } from "./walk.ts";

const topic = loadShippedTopic();
const lexicon = lexiconOf(topic, loadShippedLanguage());
const features = new Map((topic.pathway?.features ?? []).map((feature) => [feature.id, feature]));

const file = new URL("../../../../test/fixtures/development-vignettes.json", import.meta.url);
const { vignettes }: { readonly vignettes: readonly { readonly text: string }[] } = JSON.parse(
  readFileSync(file, "utf8"),
);
const sentences = vignettes.flatMap(({ text }) => text.split(/(?<=[.;])\s+/));

test("finds that are left out as repeated name nothing that the others do not name, and complete no phrase", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 }), (said) => {
      const text = matchText(tokenise(normalise(said.join(" ")), lexicon.reader), lexicon);
      const walk = new Walk(text, features, { maxGap: MAX_GAP, claimed: new Map(), sides: undefined });
      const plain = lexicon.index
        .beginningsIn(text, () => [...text.measures.keys()])
        .flatMap((parts, at) =>
          parts.flatMap((part) => (part.numbers > 0 || part.needsSide ? [] : (walk.find(part, at) ?? []))),
        );
      const found = new Matcher(text, lexicon.index, features).find(undefined).filter(isPlain);
      const [all, kept] = [namedIn(plain)(), namedIn(found)()];
      for (const kind of ["things", "outright", "denials", "others", "tests"] as const)
        expect(new Set(kept[kind])).toEqual(new Set(all[kind]));
      expect(wholePhrases(found)).toEqual(wholePhrases(plain));
    }),
    { numRuns: 60 },
  );
});

function isPlain({ part: { elements } }: Match): boolean {
  return !elements.some(({ kind }) => kind === "number");
}

/** Phrases of which all parts are found, with how often each of them is. */
function wholePhrases(found: readonly Match[]): ReadonlyMap<string, number> {
  const whole = [...Map.groupBy(found, ({ entry }) => entry)].filter(([{ phrase }, finds]) =>
    phrase.parts.every((part) => part.absent || finds.some((find) => find.part === part)),
  );
  return new Map(
    whole.map(([{ phrase, target }, finds]) => [`${phrase.written} ${JSON.stringify(target)}`, finds.length]),
  );
}
