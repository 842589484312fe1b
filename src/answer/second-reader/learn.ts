import { gramsOf } from "./grams.ts";
import { softmax } from "./likely-steps.ts";
import { LARGEST_WEIGHT, type SecondReader, type UrgencyLevel } from "./second-reader.ts";

/** An example patient: a text, and the code of the next step that is right. */
export interface Example {
  readonly text: string;
  readonly step: string;
}

export interface LearnOptions {
  readonly topic: string;
  readonly urgency: readonly UrgencyLevel[];
  readonly indistinct: SecondReader["indistinct"];
  readonly doubtBelow: number;
}

/** A gram that fewer texts hold tells of them and not of patients. */
const FEWEST_TEXTS = 3;
const ROUNDS = 200;
const RATE = 0.5;
/** Ridge penalty. */
const RIDGE = 1e-4;

/**
 * Fits the second reader to examples: multinomial logistic regression with a ridge, all examples in every round, steps by AdaGrad (Duchi
 * et al. 2011). The same examples give the same reader, to the last digit. Weights are rounded to whole units, so that the file stays small.
 */
export function learnSecondReader(examples: readonly Example[], options: LearnOptions): SecondReader {
  const steps = [...new Set(examples.map(({ step }) => step))].toSorted();
  const grams = frequentGrams(examples);
  const rows = examples.map(({ text, step }) => toRow(text, grams, steps.indexOf(step)));
  const width = steps.length;
  const weights = new Float64Array((grams.size + 1) * width);
  const squares = new Float64Array(weights.length).fill(1e-6);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = gradientOf(rows, weights, width);
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (gradient[at] ?? 0) / rows.length + RIDGE * (weights[at] ?? 0);
      const square = (squares[at] ?? 0) + slope * slope;
      squares[at] = square;
      weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(square);
    }
  }
  return rounded({ weights, grams, steps, texts: examples.length }, options);
}

/** An example as the indices of its grams; the last index of all is that of the bias. */
interface Row {
  readonly at: Int32Array;
  readonly value: number;
  readonly step: number;
}

function frequentGrams(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of examples) for (const gram of gramsOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= FEWEST_TEXTS).map(([gram]) => gram);
  return new Map(frequent.toSorted().map((gram, at) => [gram, at]));
}

function toRow(text: string, grams: ReadonlyMap<string, number>, step: number): Row {
  const at = Int32Array.from([...gramsOf(text)].flatMap((gram) => grams.get(gram) ?? []));
  return { at, value: 1 / Math.sqrt(Math.max(1, at.length)), step };
}

function gradientOf(rows: readonly Row[], weights: Float64Array, width: number): Float64Array {
  const gradient = new Float64Array(weights.length);
  const bias = weights.length - width;
  for (const { at, value, step } of rows) {
    const scores = Array.from(weights.subarray(bias));
    for (const gram of at)
      for (let one = 0; one < width; one += 1)
        scores[one] = (scores[one] ?? 0) + value * (weights[gram * width + one] ?? 0);
    const errors = softmax(scores).map((share, one) => share - (one === step ? 1 : 0));
    for (const [one, error] of errors.entries()) {
      gradient[bias + one] = (gradient[bias + one] ?? 0) + error;
      for (const gram of at) gradient[gram * width + one] = (gradient[gram * width + one] ?? 0) + value * error;
    }
  }
  return gradient;
}

interface Fitted {
  readonly weights: Float64Array;
  readonly grams: ReadonlyMap<string, number>;
  readonly steps: readonly string[];
  readonly texts: number;
}

function rounded({ weights, grams, steps, texts }: Fitted, options: LearnOptions): SecondReader {
  const { topic, urgency, indistinct, doubtBelow } = options;
  const width = steps.length;
  const bias = Array.from(weights.subarray(grams.size * width), (weight) => Math.round(weight * 1000) / 1000);
  const largest = weights.subarray(0, grams.size * width).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = Math.max(largest, Number.EPSILON) / LARGEST_WEIGHT;
  const entries = [...grams].flatMap(([gram, at]) => {
    const row = Array.from(weights.subarray(at * width, (at + 1) * width), (weight) => Math.round(weight / scale));
    return row.every((weight) => weight === 0) ? [] : [[gram, row] as const];
  });
  return {
    topic,
    texts,
    urgency: urgency.map(({ codes, atOnce }) => ({ codes: [...codes], atOnce })),
    indistinct: [...indistinct],
    doubtBelow,
    steps: [...steps],
    scale,
    bias,
    grams: Object.fromEntries(entries),
  };
}
