import type { MatchedText } from "../match/matched-text.ts";
import type { Cue, CueKind } from "../phrases/entry.ts";
import type { SentenceWords } from "../sentence-words.ts";
import { isBreak, isSentenceEnd, type Token } from "../text/tokens.ts";

/** What of the lexicon the reader of context needs. */
export interface ContextWords {
  readonly sentenceWords: SentenceWords;
  /** Adjectives, as written, that close a telegraphic statement. */
  readonly predicates: ReadonlySet<string>;
}

/** Units of time: "surgery in the last 12 weeks" states no more than "surgery" does. */
const TIMES: ReadonlySet<string> = new Set(["d", "wk", "mo", "a", "h"]);

/** A text as the reader of context sees it: what kind of word stands where. */
export class ContextText {
  readonly text: MatchedText;
  readonly #words: ContextWords;
  readonly #cues: Readonly<Partial<Record<CueKind, ReadonlySet<number>>>>;

  constructor(text: MatchedText, cues: readonly Cue[], words: ContextWords) {
    this.text = text;
    this.#words = words;
    const places: Partial<Record<CueKind, Set<number>>> = {};
    for (const { kind, from, to } of cues) {
      const set = places[kind] ?? new Set();
      places[kind] = set;
      for (let at = from; at < to; at += 1) if (!(kind === "verbs" && this.isOneOf("notVerbs", at))) set.add(at);
    }
    this.#cues = places;
  }

  token(at: number): Token | undefined {
    return this.text.tokens[at];
  }

  /** The word as written, in lower case. */
  raw(at: number): string | undefined {
    return this.text.tokens[at]?.raw;
  }

  /** Whether a cue of that kind stands there. */
  is(kind: CueKind, at: number): boolean {
    return this.#cues[kind]?.has(at) ?? false;
  }

  isOneOf(list: keyof SentenceWords, at: number): boolean {
    return this.#words.sentenceWords[list].has(this.raw(at) ?? "");
  }

  /** Compared as written: "tender" says something of the calf, "tenderness" is a thing that may be listed. */
  isPredicate(at: number): boolean {
    // "The calf the same size".
    const here = this.raw(at) === "the" && this.raw(at + 1) === "same" ? at + 1 : at;
    return this.#words.predicates.has(this.raw(here) ?? "");
  }

  isBreak(at: number): boolean {
    return isBreak(this.text.tokens[at]);
  }

  isSentenceEnd(at: number): boolean {
    return isSentenceEnd(this.text.tokens[at]);
  }

  /** What parts the items of a list: a break, or a word that joins them. */
  isSeparator(at: number): boolean {
    return this.isBreak(at) || this.isOneOf("conjunctions", at);
  }

  /** A measurement other than of time opens a statement. */
  isLength(at: number): boolean {
    const unit = this.text.measures.get(at)?.unit;
    return unit !== undefined && !TIMES.has(unit);
  }

  /** A bare number that is a year of this age. */
  isYear(at: number): boolean {
    const measure = this.text.measures.get(at);
    return measure?.unit === undefined && /^(?:19[5-9]|20[0-4])\d$/.test(measure?.raw ?? "");
  }

  /** Whether something is said there of what stands beside it: a verb, a measurement, an affirmation. */
  isStating(at: number): boolean {
    return this.is("verbs", at) || this.is("affirmations", at) || this.isLength(at);
  }

  /** "And has she had a clot" asks; "nor has she had a clot" and "as does her sister" do not. */
  opensClause(at: number): boolean {
    return this.isBreak(at - 1) || this.isOneOf("beforeQuestion", at - 1);
  }
}
