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
  const { rowOf, weights } = fileGrams(reader);
  const found = new Set<number>();
  visitGrams(text, (stem, other, isApart) => {
    const row = rowOf(stem, other, isApart);
    if (row !== undefined) found.add(row);
  });
  const totals = reader.bias.map(() => 0);
  for (const row of found)
    for (let step = 0; step < totals.length; step += 1)
      totals[step] = (totals[step] ?? 0) + (weights[row * totals.length + step] ?? 0);
  const norm = Math.sqrt(Math.max(1, found.size));
  const scores = reader.bias.map((bias, step) => bias + (reader.scale * (totals[step] ?? 0)) / norm);
  return { probabilities: softmax(scores), known: found.size };
}

interface FiledGrams {
  /** The row of a gram, if the reader has met it. */
  readonly rowOf: (stem: string, other: string | undefined, isApart: boolean) => number | undefined;
  /** Row by row a weight for each step: whole numbers up to `LARGEST_WEIGHT`. */
  readonly weights: Int8Array;
}

const filed = new WeakMap<SecondReader, FiledGrams>();

/** The grams of a reader by numbers of their stems, so that those of a text are found without writing them out. Remembered by identity: a reader is immutable. */
function fileGrams(reader: SecondReader): FiledGrams {
  const known = filed.get(reader);
  if (known !== undefined) return known;
  const grams = Object.keys(reader.grams).map((gram) => gram.split(" "));
  const stems = new Map([...new Set(grams.flat())].map((stem, at) => [stem, at]));
  const keyOf = (stem: string, other: string | undefined, isApart: boolean) => {
    const [first, second] = [stems.get(stem), other === undefined ? -1 : stems.get(other)];
    return first === undefined || second === undefined
      ? undefined
      : ((isApart ? 1 : 0) * stems.size + first) * (stems.size + 1) + second + 1;
  };
  const rows = new Map(
    grams.map(([stem = "", next, apart], row) => [keyOf(stem, apart ?? next, apart !== undefined), row]),
  );
  const made = {
    rowOf: (...gram: Parameters<typeof keyOf>) => rows.get(keyOf(...gram)),
    weights: Int8Array.from(Object.values(reader.grams).flat()),
  };
  filed.set(reader, made);
  return made;
}

export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
