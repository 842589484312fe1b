import type { RetrievalSet } from "../evidence/retrieval-set.ts";
import { bootstrapInterval } from "../search/evaluate/bootstrap-interval.ts";
import { type Measures, measure } from "../search/evaluate/measures.ts";
import type { CliEffects } from "./command.ts";
import type { MeasuredStore } from "./evidence-desk.ts";
import { measureSet } from "./measure/measure-set.ts";

/** Passages asked for, so that a hundred documents are among them. */
const DEPTH = 200;

interface Row {
  readonly wording: string;
  readonly list: "raw" | "condensed";
  readonly measures: Omit<Measures, "perTopic">;
  /** 95 % interval of nDCG@10 over topics. */
  readonly interval: readonly [number, number];
}

/** `wellspring eval retrieval`: how well search ranks the documents of a judged set. */
export function evaluateRetrieval(args: readonly string[], effects: CliEffects): Promise<number> {
  return measureSet("retrieval", args, effects, async ({ set, store }) => {
    const rows: Row[] = [];
    for (const wording of set.wordings) rows.push(...(await measureWording(wording, set, store)));
    const { name, profile } = set;
    const { passages } = store;
    return {
      json: { name, profile, passages, rows },
      text: `${name}, ${passages} passages ranked as ${profile}\n${rows.map(renderRow).join("\n")}\n`,
    };
  });
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
