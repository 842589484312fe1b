import type { ClinicalLanguage } from "../clinical-language.ts";
import type { MeasureWords } from "../measures/measure-words.ts";
import type { BoundOperator } from "../phrases/phrase.ts";
import { normalise } from "../text/normalise.ts";
import { tokenise } from "../text/tokenise.ts";
import type { Token } from "../text/tokens.ts";
import type { WordReader } from "../text/word-reader.ts";

/** Units, bases, comparators and times of the language as sequences of tokens, in the order in which they are tried. */
export function measureWordsOf(language: ClinicalLanguage, reader: WordReader): MeasureWords {
  const tokensOf = (text: string): readonly Token[] =>
    tokenise(normalise(text), reader).filter((token) => token.kind !== "break");
  const raws = (text: string) => tokensOf(text).map((token) => token.raw);
  const stems = (text: string) => tokensOf(text).map((token) => token.stem);
  const units = writtenFor(language.units).map(([unit, text]) => ({ unit, raws: raws(text) }));
  // Object.entries forgets that the keys are those of the shape.
  const comparators = writtenFor(language.comparators) as readonly [BoundOperator | "about", string][];
  return {
    units,
    unitsByWord: Map.groupBy(
      units.toSorted((left, right) => right.raws.length - left.raws.length),
      ({ raws: [first = ""] }) => first,
    ),
    bases: writtenFor(language.bases)
      .map(([basis, text]) => ({ basis, raws: raws(text) }))
      .sort((left, right) => right.raws.length - left.raws.length),
    comparators: comparators
      .map(([operator, text]) => ({ operator, stems: stems(text) }))
      .sort((left, right) => right.stems.length - left.stems.length),
    relativeTimes: Map.groupBy(
      Object.entries(language.relativeTimes).map(([text, days]) => ({ days, stems: stems(text) })),
      ({ stems: [first = ""] }) => first,
    ),
    scales: new Map(Object.entries(language.numberScales)),
    sentenceWords: language.sentenceWords,
  };
}

/** Every way in which something is written, each with what it stands for. */
function writtenFor(lists: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, string])[] {
  return Object.entries(lists).flatMap(([meaning, written]) => written.map((text) => [meaning, text] as const));
}
