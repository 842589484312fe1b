import { stemmer } from "stemmer";
import { contentHash } from "../kernel/content-hash.ts";
import type { SearchWords } from "./search-words.ts";

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
/** Words whose stems are kept. */
const MOST_WORDS = 100_000;
/** Text of these characters needs no folding beyond its case. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/**
 * In text of these characters only ASCII has letters and digits: punctuation, spaces, arrows and signs of mathematics, however they are taken
 * apart (NFKD), stand between words.
 */
export const PLAIN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  /^[\u0000-\u007f\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u2190-\u22ff]*$/;

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

  get stopWords(): readonly string[] {
    return [...this.#stops];
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
    const stem = stemmer(word);
    if (this.#stems.size >= MOST_WORDS) this.#stems.clear();
    this.#stems.set(word, stem);
    return stem;
  }

  /** Stems in the order of the text, stop words left out. */
  terms(text: string): readonly string[] {
    return this.words(text)
      .filter((word) => !this.#stops.has(word))
      .map((word) => this.stem(word))
      .filter((stem) => stem !== "");
  }
}

export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize("NFKD").replace(MARKS, "").toLowerCase();
}
