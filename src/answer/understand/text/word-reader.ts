import { stemmer } from "stemmer";
import { once } from "../../../kernel/once.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import { readNumber } from "./numbers.ts";
import type { Token } from "./tokens.ts";

/** Where in the text a piece stands, and behind what. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly glued: boolean;
  readonly previous: Token | undefined;
}

/** What belongs under a heading by its name alone, and the word that then is left out. */
interface NamedItem {
  readonly word: string;
  readonly names: (tokens: readonly Token[], at: number) => boolean;
}

/** Reads single words as a language does: abbreviations written out, one spelling, stems, number words. */
export class WordReader {
  readonly sentenceAbbreviations: ReadonlySet<string>;
  readonly months: ClinicalLanguage["months"];
  readonly headings: ClinicalLanguage["headings"];
  /** Single words that matter to what stands under a heading. */
  readonly underHeadings: Readonly<Record<keyof ClinicalLanguage["underHeadings"], ReadonlySet<string>>>;
  /** What an item under such a heading says without saying it. */
  readonly ofPast: NamedItem;
  readonly ofMedication: NamedItem;
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
    this.headings = language.headings;
    const { initials, notSo, places, denials } = language.underHeadings;
    this.underHeadings = {
      initials: new Set(initials),
      notSo: new Set(notSo),
      places: new Set(places),
      denials: new Set(denials),
    };
    this.ofPast = { word: "previous", names: this.#namesOf(language.classes.dvt) };
    this.ofMedication = { word: "on", names: this.#namesOf(language.classes["oral-anticoagulant"]) };
  }

  /** Whether one of the names of a class stands at a place; a class that a language has not names nothing. */
  #namesOf(names: readonly string[] = []): NamedItem["names"] {
    const stems = once(() =>
      names
        .filter((words) => /^[\p{L} ]+$/u.test(words))
        .map((words) => words.split(" ").map((word) => this.stemOf(word))),
    );
    return (tokens, at) => stems().some((words) => words.every((stem, index) => tokens[at + index]?.stem === stem));
  }

  /** Whether the piece is an abbreviation of the language. */
  knows(piece: string): boolean {
    return this.#abbreviations.has(piece);
  }

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

  canonical(word: string): string {
    return this.#spellings.reduce((spelt, [from, to]) => spelt.replaceAll(from, to), word.replaceAll("'", ""));
  }
}

/** A long-running process must not remember every word that anybody ever typed. */
const MAX_REMEMBERED = 20_000;
