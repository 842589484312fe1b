import { ANSWERABLE_FEATURES, answerableFeatures } from "../../answer/quotes/answerable.ts";
import { makeCues } from "../../answer/quotes/cues.ts";
import { rankSentences } from "../../answer/quotes/find-quotable.ts";
import type { Hit, SearchResult } from "../../search/search-passages.ts";
import { type CliEffects, EXIT } from "../command.ts";
import { readArguments } from "../read-arguments.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { type Asked, type Calibration, calibrate } from "./calibrate.ts";
import { type OpenedSet, openSet, percent, questionsOf } from "./open-set.ts";

const USAGE = { usage: "eval abstain <folder> <folder>… [--most <questions>] [--json]" };

/** Passages that quotation reads; more are asked for, so that as many are left when those that answer are taken away. */
const PASSAGES = 20;
const SPARE = 25;
/** Questions of each other set. */
const FOREIGN = 300;

/**
 * `wellspring eval abstain`: how well questions that the sources answer are told from those that they do not. Each set is asked its own
 * questions, the same with the documents that answer taken away, and questions of the other sets.
 */
export async function evaluateAbstention(args: readonly string[], effects: CliEffects): Promise<number> {
  const read = readArguments(args, { json: { type: "boolean" }, most: { type: "string" } });
  if (!read.ok) return reportUsage(USAGE, read.message, effects);
  const most = Number(read.text("most") ?? Number.POSITIVE_INFINITY);
  if (read.positionals.length < 2 || Number.isNaN(most))
    return reportUsage(USAGE, "name two folders or more: each lends the others its questions", effects);
  const opened: OpenedSet[] = [];
  try {
    for (const path of read.positionals) {
      const one = await openSet(path, effects);
      if (!one.ok) return reportFailure(one.diagnostics, effects);
      opened.push(one.value);
    }
    const asked: Asked[] = [];
    for (const one of opened) asked.push(...(await askSet(one, opened, most)));
    const calibration = calibrate(asked);
    effects.write(read.has("json") ? `${JSON.stringify(toJson(calibration), null, 2)}\n` : render(calibration));
    return EXIT.ok;
  } finally {
    for (const { store } of opened) store.close();
  }
}

async function askSet({ set, store }: OpenedSet, all: readonly OpenedSet[], most: number): Promise<readonly Asked[]> {
  const { evidence, weights, words } = store.quoting;
  const parts = { evidence, weights, cues: makeCues(words) };
  const featuresOf = (result: SearchResult, mayAnswer: (hit: Hit) => boolean) => {
    const found = { ...result, hits: result.hits.filter(mayAnswer).slice(0, PASSAGES) };
    const features = answerableFeatures(found, rankSentences(found, parts));
    return ANSWERABLE_FEATURES.map((name) => features[name]);
  };
  const asked: Asked[] = [];
  for (const { id, text } of questionsOf(set, most)) {
    const relevant = [...(set.judged.get(id) ?? [])].filter(([, grade]) => grade >= set.relevantFrom);
    const answering = new Set(relevant.map(([document]) => document));
    // Where a set says which words answer, a question without such words is answered by nothing that was judged, and tells nothing.
    const isSettled = set.gold.size === 0 || (set.gold.get(id) ?? []).length > 0;
    if (answering.size === 0 || !isSettled) continue;
    const result = await store.search(text, PASSAGES + SPARE);
    const question = `${set.name} ${id}`;
    asked.push({ set: set.name, question, kind: "answered", features: featuresOf(result, () => true) });
    // Where it does not say, pages that nobody judged may answer just as well: taking the judged ones away proves nothing.
    if (set.gold.size === 0) continue;
    const without = featuresOf(result, ({ found }) => !answering.has(found.passage.document));
    asked.push({ set: set.name, question, kind: "taken-away", features: without });
  }
  for (const other of all.filter((one) => one.set !== set))
    for (const { id, text } of questionsOf(other.set, Math.min(most, FOREIGN))) {
      const features = featuresOf(await store.search(text, PASSAGES), () => true);
      asked.push({ set: set.name, question: `${set.name} ${other.set.name} ${id}`, kind: "foreign", features });
    }
  return asked;
}

/** What `library/quoting-weights.json` holds under `answerable`, and the figures. */
function toJson({ model, threshold, curve, rows }: Calibration) {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const weights = Object.fromEntries(ANSWERABLE_FEATURES.map((name, at) => [name, round(model.weights[at] ?? 0)]));
  return { answerable: { intercept: round(model.intercept), weights, threshold, calibration: curve }, rows };
}

function span([low, high]: readonly [number, number]): string {
  return `${percent(low, 1)} to ${percent(high, 1)}`;
}

function render({ threshold, curve, rows }: Calibration): string {
  const lines = rows.map(
    ({
      set,
      lost,
      lostInterval,
      answered,
      refused,
      refusedInterval,
      unanswered,
      kind,
      refusedAtTenth,
      lostAtNineTenths,
    }) =>
      `${set}, ${kind}: refused ${percent(refused, unanswered)} (${span(refusedInterval)}) of ${unanswered}, ` +
      `lost ${percent(lost, answered)} (${span(lostInterval)}) of ${answered}; ` +
      `at a threshold of its own: ${percent(refusedAtTenth, 1)} refused at 10 % lost, ${percent(lostAtNineTenths, 1)} lost at 90 % refused`,
  );
  const bins = curve.map(
    ({ from, to, questions, answerable }) =>
      `  ${from.toFixed(1)} to ${to.toFixed(1)}: ${answerable.toFixed(2)} answered of ${questions}`,
  );
  return `threshold ${threshold}, out of fold\n${lines.join("\n")}\ncalibration\n${bins.join("\n")}\n`;
}
