import { gramsOf } from "./grams.ts";
import type { SecondReader } from "./second-reader.ts";

/** What the second reader makes of a text. */
export interface Likeness {
  /** The probability of each step, by the order of the reader's steps. */
  readonly probabilities: readonly number[];
  /** How many of the text's grams the reader has met. */
  readonly known: number;
}

/** How likely each next step is for the patient of a text, by its words alone. */
export function likelySteps(text: string, reader: SecondReader): Likeness {
  const rows = [...gramsOf(text)].flatMap((gram) => {
    const row = Object.hasOwn(reader.grams, gram) ? reader.grams[gram] : undefined;
    return row === undefined ? [] : [row];
  });
  const norm = Math.sqrt(Math.max(1, rows.length));
  const scores = reader.bias.map(
    (bias, step) => bias + (reader.scale * rows.reduce((sum, row) => sum + (row[step] ?? 0), 0)) / norm,
  );
  return { probabilities: softmax(scores), known: rows.length };
}

export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
