import { stemmer } from "stemmer";
import { contentHash } from "../kernel/content-hash.ts";
import type { SearchWords } from "./search-words.ts";

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
/** Text of these characters needs no folding beyond its case. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/** Stems are kept for as many words; a corpus of millions has about as many that occur more than once. */
const MOST_STEMS = 400_000;

/**
 * Turns text into terms: accents and case folded, words cut at everything that is no letter or digit, stop words left out, Porter's
 * stems (the same as SQLite's `porter`, so that both stages of search agree). One analyser reads passages and questions alike.
 */
export class Analyser {
  /** Raised with every change of how terms are made; an index made with another version is made anew. */
  static readonly version = "1";

  /** Says which terms this analyser makes: the version and the words it leaves out. */
  readonly fingerprint: string;
  readonly #stops: ReadonlySet<string>;
  readonly #stems = new Map<string, string>();

  constructor({ stopWords }: Pick<SearchWords, "stopWords">) {
    this.#stops = new Set(stopWords);
    const left = [...this.#stops].sort().join(" ");
    this.fingerprint = contentHash([{ name: Analyser.version, text: left }]);
  }

  /** Words as written, folded; stop words too. */
  words(text: string): readonly string[] {
    return fold(text).match(WORD) ?? [];
  }

  isStopWord(word: string): boolean {
    return this.#stops.has(word);
  }

  stem(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const made = stemmer(word);
    if (this.#stems.size >= MOST_STEMS) this.#stems.clear();
    this.#stems.set(word, made);
    return made;
  }

  /** Stems in the order of the text, stop words left out. */
  terms(text: string): readonly string[] {
    const terms: string[] = [];
    for (const word of this.words(text)) if (!this.#stops.has(word)) terms.push(this.stem(word));
    return terms;
  }
}

export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize("NFKD").replace(MARKS, "").toLowerCase();
}
