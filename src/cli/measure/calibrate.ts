import { bootstrapInterval } from "../../search/evaluate/bootstrap-interval.ts";
import { type Example, fitLogistic, foretell, type LogisticModel } from "../../search/evaluate/fit-logistic.ts";

/** A question asked of a set: its own, its own without the documents that answer it, or another set's. */
export interface Asked {
  readonly set: string;
  /** Questions of one name are never on both sides of a fold. */
  readonly question: string;
  readonly kind: "answered" | "taken-away" | "foreign";
  readonly features: readonly number[];
}

/** Of a share: the middle 95 % over questions drawn anew. */
type Interval = readonly [number, number];

export interface CalibrationRow {
  readonly set: string;
  readonly kind: Exclude<Asked["kind"], "answered">;
  readonly answered: number;
  readonly lost: number;
  readonly lostInterval: Interval;
  readonly unanswered: number;
  readonly refused: number;
  readonly refusedInterval: Interval;
  /** Share refused when the threshold is set so that a tenth of this set's answered questions is lost. */
  readonly refusedAtTenth: number;
  /** Share of this set's answered questions lost when nine tenths of these are refused. */
  readonly lostAtNineTenths: number;
}

export interface Calibration {
  /** Fitted on all questions; the figures are of models that had not seen the question. */
  readonly model: LogisticModel;
  readonly threshold: number;
  readonly curve: readonly { from: number; to: number; questions: number; answerable: number }[];
  readonly rows: readonly CalibrationRow[];
}

const FOLDS = 5;
const LOST = 0.1;
const REFUSED = 0.9;
const BINS = 10;
/** Every set counts the same, and in each its answered questions as much as those that are not. */
const WEIGHT_OF_SET = 500;

/** Fits by logistic regression and foretells each question out of fold. The threshold loses a tenth of what is answered, over all sets. */
export function calibrate(asked: readonly Asked[]): Calibration {
  const examples = asked.map((one) => ({ ...one, holds: one.kind === "answered", weight: weightOf(one, asked) }));
  const folds = foldsOf(asked);
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(examples.filter(({ question }) => folds.get(question) !== fold)),
  );
  const foretold = examples.map((one) => {
    const model = models[folds.get(one.question) ?? 0];
    return { ...one, probability: model === undefined ? 0 : foretell(model, one.features) };
  });
  const threshold =
    Math.round(
      1000 *
        quantile(
          foretold.filter(({ holds }) => holds),
          LOST,
        ),
    ) / 1000;
  return { model: fitLogistic(examples), threshold, curve: curveOf(foretold), rows: rowsOf(foretold, threshold) };
}

type Foretold = Asked & Example & { readonly probability: number };

function weightOf({ set, kind }: Asked, asked: readonly Asked[]): number {
  const count = counts.get(asked) ?? countKinds(asked);
  const share = kind === "answered" ? 1 : count.has(`${set} taken-away`) && count.has(`${set} foreign`) ? 0.5 : 1;
  return (WEIGHT_OF_SET * share) / (count.get(`${set} ${kind}`) ?? 1);
}

const counts = new WeakMap<readonly Asked[], ReadonlyMap<string, number>>();

function countKinds(asked: readonly Asked[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { set, kind } of asked) count.set(`${set} ${kind}`, (count.get(`${set} ${kind}`) ?? 0) + 1);
  counts.set(asked, count);
  return count;
}

/** By turns, in the order of the questions. */
function foldsOf(asked: readonly Asked[]): ReadonlyMap<string, number> {
  const questions = [...new Set(asked.map(({ question }) => question))];
  return new Map(questions.map((question, at) => [question, at % FOLDS]));
}

/** The probability below which a share of the examples lies, by their weight. */
function quantile(examples: readonly Foretold[], share: number): number {
  const sorted = [...examples].sort((a, b) => a.probability - b.probability);
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  for (const { probability, weight } of sorted) {
    below += weight;
    if (below > share * whole) return probability;
  }
  return 1;
}

function curveOf(foretold: readonly Foretold[]): Calibration["curve"] {
  return Array.from({ length: BINS }, (_, bin) => {
    const [from, to] = [bin / BINS, (bin + 1) / BINS];
    const here = foretold.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin);
    const weight = here.reduce((sum, one) => sum + one.weight, 0);
    const held = here.reduce((sum, one) => sum + (one.holds ? one.weight : 0), 0);
    return {
      from,
      to,
      questions: here.length,
      answerable: weight === 0 ? 0 : Math.round((1000 * held) / weight) / 1000,
    };
  });
}

function rowsOf(foretold: readonly Foretold[], threshold: number): readonly CalibrationRow[] {
  const sets = [...new Set(foretold.map(({ set }) => set))];
  return sets.flatMap((set) => {
    const answered = foretold.filter((one) => one.set === set && one.holds);
    return (["taken-away", "foreign"] as const).flatMap((kind) => {
      const unanswered = foretold.filter((one) => one.set === set && one.kind === kind);
      if (unanswered.length === 0) return [];
      const shareBelow = (some: readonly Foretold[], at: number) =>
        some.filter(({ probability }) => probability < at).length / some.length;
      const isRefused = ({ probability }: Foretold) => probability < threshold;
      const intervalOf = (some: readonly Foretold[]) => bootstrapInterval(some.map((one) => (isRefused(one) ? 1 : 0)));
      const row = {
        set,
        kind,
        answered: answered.length,
        lost: answered.filter(isRefused).length,
        lostInterval: intervalOf(answered),
        unanswered: unanswered.length,
        refused: unanswered.filter(isRefused).length,
        refusedInterval: intervalOf(unanswered),
        refusedAtTenth: shareBelow(unanswered, quantile(answered, LOST)),
        lostAtNineTenths: shareBelow(answered, quantile(unanswered, REFUSED)),
      };
      return [row];
    });
  });
}
