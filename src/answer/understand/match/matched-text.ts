import type { MeasureWords } from "../measures/measure-words.ts";
import { type Measure, readMeasures } from "../measures/measures.ts";
import type { SentenceWords } from "../sentence-words.ts";
import type { Token } from "../text/tokens.ts";

/** Stands for a break, for a word of no phrase, and for the end of the text. */
export const NO_WORD = -1;

/** The text as the matcher sees it. */
export interface MatchedText {
  readonly tokens: readonly Token[];
  /** For each token the number of its word in the index of phrases; else `NO_WORD`. */
  readonly words: Int32Array;
  readonly measures: ReadonlyMap<number, Measure>;
  /** Tokens that no gap reaches across: negations, "but", "if". */
  readonly barriers: ReadonlySet<number>;
  /** Tokens across which nothing stands near: "but", "if". */
  readonly dividers: ReadonlySet<number>;
  /** Tokens that may stand inside any phrase: small words that bar nothing. */
  readonly skippable: ReadonlySet<number>;
}

/** What of the lexicon a text is prepared with. */
export interface TextWords {
  readonly index: { readonly numberOf: (stem: string) => number };
  readonly measureWords: MeasureWords;
  /** Single words of denial, "but", "if" and "whether": no gap reaches across them. */
  readonly barring: ReadonlySet<string>;
  readonly dividing: ReadonlySet<string>;
  readonly sentenceWords: Pick<SentenceWords, "asides">;
  readonly skippable: ReadonlySet<string>;
}

/** Prepares the tokens of a text for the matcher. */
export function matchText(
  tokens: readonly Token[],
  { index, measureWords, barring, dividing, sentenceWords, skippable }: TextWords,
): MatchedText {
  const isAside = ({ raw }: Token, at: number) =>
    sentenceWords.asides.has(raw) && tokens[at - 1]?.raw === "," && tokens[at + 1]?.raw === ",";
  const isBarrier = (token: Token, at: number) =>
    token.kind !== "break" && barring.has(token.stem) && !isAside(token, at);
  return {
    tokens,
    words: Int32Array.from(tokens, ({ kind, stem }) => (kind === "break" ? NO_WORD : index.numberOf(stem))),
    measures: readMeasures(tokens, measureWords),
    barriers: placesOf(tokens, isBarrier),
    dividers: placesOf(tokens, ({ kind, stem }) => kind !== "break" && dividing.has(stem)),
    skippable: placesOf(
      tokens,
      (token, at) => token.kind === "word" && skippable.has(token.stem) && !isBarrier(token, at),
    ),
  };
}

/** Words of a comparator before its number, at most. */
const LONGEST_COMPARATOR = 4;

/** The measure whose number, or whose comparator before the number, stands there. */
export function measureAt(at: number, { measures }: MatchedText): Measure | undefined {
  const here = measures.get(at);
  if (here !== undefined) return here;
  for (let ahead = 1; ahead <= LONGEST_COMPARATOR; ahead += 1) {
    const measure = measures.get(at + ahead);
    if (measure !== undefined) return measure.from === at ? measure : undefined;
  }
  return undefined;
}

function placesOf(tokens: readonly Token[], holds: (token: Token, at: number) => boolean): ReadonlySet<number> {
  const places = new Set<number>();
  for (const [at, token] of tokens.entries()) if (holds(token, at)) places.add(at);
  return places;
}
