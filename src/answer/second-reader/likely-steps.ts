import { type VisitGram, visitGrams } from "./grams.ts";
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
  const { stems, rowOf, weights } = fileGrams(reader);
  const found = new Set<number>();
  const totals = new Int32Array(reader.bias.length);
  visitGrams(
    text,
    (stem) => stems.get(stem) ?? NOT_MET,
    (stem, other, isApart) => {
      const row = rowOf(stem, other, isApart);
      if (row === undefined || found.has(row)) return;
      found.add(row);
      for (let step = 0; step < totals.length; step += 1)
        totals[step] = (totals[step] ?? 0) + (weights[row * totals.length + step] ?? 0);
    },
  );
  const norm = Math.sqrt(Math.max(1, found.size));
  const scores = reader.bias.map((bias, step) => bias + (reader.scale * (totals[step] ?? 0)) / norm);
  return { probabilities: softmax(scores), known: found.size };
}

/** Stands for a stem that is in no gram of the reader. */
const NOT_MET = -2;
/** Stands for the second stem of a gram that is one stem alone. */
const ALONE = -1;

interface FiledGrams {
  /** The number of each stem. */
  readonly stems: ReadonlyMap<string, number>;
  /** The row of a gram, if the reader has met it. */
  readonly rowOf: RowOf;
  /** Row by row a weight for each step: whole numbers up to `LARGEST_WEIGHT`. */
  readonly weights: Int8Array;
}

type RowOf = (...gram: Parameters<VisitGram<number>>) => number | undefined;

const filed = new WeakMap<SecondReader, FiledGrams>();

/** The grams of a reader by numbers of their stems, so that those of a text are found without writing them out. Remembered by identity: a reader is immutable. */
function fileGrams(reader: SecondReader): FiledGrams {
  const known = filed.get(reader);
  if (known !== undefined) return known;
  const grams = Object.keys(reader.grams).map((gram) => gram.split(" "));
  const stems = new Map([...new Set(grams.flat())].map((stem, at) => [stem, at]));
  const keyOf = (first: number, second: number, isApart: boolean) =>
    ((isApart ? 1 : 0) * stems.size + first) * (stems.size + 1) + second + 1;
  const numberOf = (stem: string | undefined) => (stem === undefined ? ALONE : (stems.get(stem) ?? NOT_MET));
  const rows = new Map(
    grams.map(([stem, next, apart], row) => [keyOf(numberOf(stem), numberOf(apart ?? next), apart !== undefined), row]),
  );
  const made: FiledGrams = {
    stems,
    rowOf: (first, second, isApart) =>
      first === NOT_MET || second === NOT_MET ? undefined : rows.get(keyOf(first, second ?? ALONE, isApart)),
    weights: Int8Array.from(Object.values(reader.grams).flat()),
  };
  filed.set(reader, made);
  return made;
}

/** Shares that sum to one, each as its score is above the others; the greatest is taken off first, so that none overflows. */
export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
