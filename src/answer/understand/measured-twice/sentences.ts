import type { MatchedText } from "../match/matched-text.ts";
import { cut, type Stretch, wholeOf } from "../text/stretch.ts";
import { isSentenceEnd } from "../text/tokens.ts";

export interface Sentence extends Stretch {
  readonly clauses: readonly Stretch[];
}

/** Sentences of the text, which a semicolon ends as well; their clauses lie between breaks, "but", and words that stand between two numbers ("against"). */
export function sentencesOf({ tokens, dividers }: MatchedText, between: ReadonlySet<string>): readonly Sentence[] {
  const endsSentence = (at: number) => isSentenceEnd(tokens[at]) || tokens[at]?.raw === ";";
  const endsClause = (at: number) =>
    tokens[at]?.kind === "break" || dividers.has(at) || between.has(tokens[at]?.raw ?? "");
  return cut(wholeOf(tokens), endsSentence).map((sentence) => ({
    ...sentence,
    clauses: cut(sentence, endsClause),
  }));
}
