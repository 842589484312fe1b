import { visitGrams } from "./grams.ts";
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
  const known = filedGrams(reader);
  const found = new Set<Weights>();
  visitGrams(text, (stem, other, isApart) => {
    const filed = known.get(stem);
    const weights = other === undefined ? filed?.alone : filed?.[isApart ? "apart" : "next"].get(other);
    if (weights !== undefined) found.add(weights);
  });
  const totals = new Float64Array(reader.bias.length);
  for (const { row } of found)
    for (let step = 0; step < totals.length; step += 1) totals[step] = (totals[step] ?? 0) + (row[step] ?? 0);
  const norm = Math.sqrt(Math.max(1, found.size));
  const scores = reader.bias.map((bias, step) => bias + (reader.scale * (totals[step] ?? 0)) / norm);
  return { probabilities: softmax(scores), known: found.size };
}

/** Of one gram. */
interface Weights {
  readonly row: readonly number[];
}

/** The grams that begin with one stem. */
interface FiledGrams {
  alone?: Weights;
  readonly next: Map<string, Weights>;
  readonly apart: Map<string, Weights>;
}

const filed = new WeakMap<SecondReader, ReadonlyMap<string, FiledGrams>>();

/** The grams of a reader by their stems, so that those of a text are found without writing them out. Remembered by identity: a reader is immutable. */
function filedGrams(reader: SecondReader): ReadonlyMap<string, FiledGrams> {
  const known = filed.get(reader);
  if (known !== undefined) return known;
  const made = new Map<string, FiledGrams>();
  for (const [gram, row] of Object.entries(reader.grams)) {
    const [stem = "", next, apart] = gram.split(" ");
    const there: FiledGrams = made.get(stem) ?? { next: new Map(), apart: new Map() };
    made.set(stem, there);
    if (next === undefined) there.alone = { row };
    else if (apart === undefined) there.next.set(next, { row });
    else there.apart.set(apart, { row });
  }
  filed.set(reader, made);
  return made;
}

export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
