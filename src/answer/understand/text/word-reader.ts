import { stemmer } from "stemmer";
import type { ClinicalLanguage } from "../clinical-language.ts";
import { readNumber } from "./numbers.ts";
import { type HeadingWords, headingWordsOf } from "./sections/heading-words.ts";
import type { Token } from "./tokens.ts";

/** Where in the text a piece stands, and behind what. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly glued: boolean;
  readonly previous: Token | undefined;
}

/** Reads single words as a language does: abbreviations written out, one spelling, stems, number words. */
export class WordReader {
  readonly sentenceAbbreviations: ReadonlySet<string>;
  readonly months: ClinicalLanguage["months"];
  readonly headingWords: HeadingWords;
  /** Whether a text ends in what a total or a grade stands behind. */
  readonly isBeforeTotal: (text: string) => boolean;
  readonly #numberWords: ReadonlyMap<string, number>;
  readonly #spellings: readonly (readonly [string, string])[];
  readonly #abbreviations: ReadonlyMap<string, string>;
  readonly #correct: (canonical: string, stem: string) => string;
  readonly #stems = new Map<string, string>();

  constructor(language: ClinicalLanguage, correct: (canonical: string, stem: string) => string = (_, stem) => stem) {
    this.#numberWords = new Map(Object.entries(language.numberWords));
    this.#correct = correct;
    this.#spellings = Object.entries(language.spellings);
    this.#abbreviations = new Map(
      Object.entries(language.abbreviations).map(([short, long]) => [
        short.length > 3 ? short.toLowerCase() : short,
        long,
      ]),
    );
    this.sentenceAbbreviations = new Set(language.sentenceAbbreviations);
    this.months = language.months;
    const total = new RegExp(`(?:${[...language.sentenceWords.totals].join("|")}) ?[=:(]? ?\\+?$`, "i");
    this.isBeforeTotal = (text) => total.test(text);
    this.headingWords = headingWordsOf(language, (word) => this.stemOf(word));
  }

  /** Whether the piece is an abbreviation of the language. */
  knows(piece: string): boolean {
    return this.#abbreviations.has(piece);
  }

  /** A piece as the words it stands for, one where it is no abbreviation; all of them stand where it does. */
  read(piece: string, { start, end, glued, previous }: Place): readonly Token[] {
    const short = piece.length > 3 ? piece.toLowerCase() : piece;
    // After a slash a letter is part of a unit (`mg/L`), not an abbreviation.
    const long = previous?.raw === "/" && piece.length === 1 ? undefined : this.#abbreviations.get(short);
    const words = long === undefined ? [piece] : long.split(" ");
    return words.map((word, index) => {
      const lower = word.toLowerCase();
      const raw = long !== undefined && index === 0 ? piece.toLowerCase() : lower;
      const number = this.#numberWords.get(lower);
      return {
        kind: "word" as const,
        raw,
        stem: this.stemOf(word),
        start,
        end,
        glued: glued && index === 0,
        ...(number === undefined ? {} : { number: readNumber(String(number)) }),
      };
    });
  }

  /** What a word is compared by. */
  stemOf(word: string): string {
    const written = word.toLowerCase();
    const lower = written.endsWith("'s") ? written.slice(0, -2) : written;
    const known = this.#stems.get(lower);
    if (known !== undefined) return known;
    const canonical = this.canonical(lower);
    const stem = this.#correct(canonical, stemmer(canonical));
    if (this.#stems.size < MAX_REMEMBERED) this.#stems.set(lower, stem);
    return stem;
  }

  /** The one spelling of a word in lower case. */
  canonical(word: string): string {
    return this.#spellings.reduce((spelt, [from, to]) => spelt.replaceAll(from, to), word.replaceAll("'", ""));
  }
}

/** A long-running process must not remember every word that anybody ever typed. */
const MAX_REMEMBERED = 20_000;
