import { PhraseSet } from "./phrase-set.ts";
import type { QuotingWords } from "./quoting-words.ts";

/** The quoting words, made ready to be looked for. */
export interface Cues {
  readonly abbreviations: ReadonlySet<string>;
  readonly results: PhraseSet;
  readonly conclusions: PhraseSet;
  readonly recommendations: PhraseSet;
  readonly purposes: PhraseSet;
  readonly methods: PhraseSet;
  readonly pointers: PhraseSet;
  readonly directions: Readonly<Record<keyof QuotingWords["directions"], PhraseSet>>;
  readonly advice: Readonly<Record<keyof QuotingWords["advice"], PhraseSet>>;
}

/** Prepares the words by which sentences are told apart. */
export function makeCues(words: QuotingWords): Cues {
  const { directions, advice } = words;
  return {
    abbreviations: new Set(words.abbreviations),
    results: new PhraseSet(words.results),
    conclusions: new PhraseSet(words.conclusions),
    recommendations: new PhraseSet(words.recommendations),
    purposes: new PhraseSet(words.purposes),
    methods: new PhraseSet(words.methods),
    pointers: new PhraseSet(words.pointers),
    directions: {
      unchanged: new PhraseSet(directions.unchanged),
      up: new PhraseSet(directions.up),
      down: new PhraseSet(directions.down),
    },
    advice: { against: new PhraseSet(advice.against), favour: new PhraseSet(advice.favour) },
  };
}
