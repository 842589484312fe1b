import type { RetrievalSet } from "../evidence/retrieval-set.ts";
import { bootstrapInterval } from "../search/evaluate/bootstrap-interval.ts";
import { type Measures, measure } from "../search/evaluate/measures.ts";
import { type CliEffects, EXIT } from "./command.ts";
import type { MeasuredStore } from "./evidence-desk.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** Passages asked for, so that a hundred documents are among them. */
const DEPTH = 200;

const USAGE = { usage: "eval retrieval <folder> [--json]" };

interface Row {
  readonly wording: string;
  readonly list: "raw" | "condensed";
  readonly measures: Omit<Measures, "perTopic">;
  /** 95 % interval of nDCG@10 over topics. */
  readonly interval: readonly [number, number];
}

/** `wellspring eval retrieval`: how well search ranks the documents of a judged set. */
export async function evaluateRetrieval(args: readonly string[], effects: CliEffects): Promise<number> {
  const read = readArguments(args, { json: { type: "boolean" } });
  if (!read.ok) return reportUsage(USAGE, read.message, effects);
  const [path, ...rest] = read.positionals;
  if (path === undefined || rest.length > 0) return reportUsage(USAGE, "name one folder", effects);
  const set = await effects.readRetrievalSet(path);
  if (!set.ok) return reportFailure(set.diagnostics, effects);
  const opened = await effects.openMeasuredStore(set.value);
  if (!opened.ok) return reportFailure(opened.diagnostics, effects);
  const store = opened.value;
  try {
    const rows: Row[] = [];
    for (const wording of set.value.wordings) rows.push(...(await measureWording(wording, set.value, store)));
    const { name, profile } = set.value;
    if (read.has("json"))
      effects.write(`${JSON.stringify({ name, profile, passages: store.passages, rows }, null, 2)}\n`);
    else effects.write(`${name}, ${store.passages} passages ranked as ${profile}\n${rows.map(renderRow).join("\n")}\n`);
    return EXIT.ok;
  } finally {
    store.close();
  }
}

async function measureWording(
  { name, topics }: RetrievalSet["wordings"][number],
  { judged, relevantFrom }: RetrievalSet,
  store: MeasuredStore,
): Promise<readonly Row[]> {
  const runs = new Map<string, readonly string[]>();
  for (const { id, text } of topics) {
    const { hits } = await store.search(text, DEPTH);
    // A document stands where its best passage does.
    runs.set(id, [...new Set(hits.map(({ found }) => found.passage.document))]);
  }
  const asked = new Map([...judged].filter(([topic]) => runs.has(topic)));
  return (["raw", "condensed"] as const).map((list) => {
    const { perTopic, ...measures } = measure(runs, asked, { relevantFrom, condensed: list === "condensed" });
    return { wording: name, list, measures, interval: bootstrapInterval([...perTopic.values()]) };
  });
}

function renderRow({ wording, list, measures, interval }: Row): string {
  const { topics, ndcg10, map10, mrr10, recall100, averageScore } = measures;
  const figure = (value: number) => value.toFixed(3);
  return [
    `${wording}, ${list} list, ${topics} topics:`,
    `nDCG@10 ${figure(ndcg10)} (95 % ${figure(interval[0])} to ${figure(interval[1])}),`,
    `MAP@10 ${figure(map10)}, MRR@10 ${figure(mrr10)}, recall@100 ${figure(recall100)}, first answer ${figure(averageScore)}`,
  ].join(" ");
}
