/** Judgements of one topic: document id to grade. A document without a grade was not judged. */
export type Judgements = ReadonlyMap<string, number>;

/** The standard measures of a ranked list, over topics with at least one relevant document. */
export interface Measures {
  readonly topics: number;
  /** Mean average precision of the first ten, over the relevant documents that fit into ten. */
  readonly map10: number;
  /** Mean reciprocal rank of the first relevant document among ten. */
  readonly mrr10: number;
  /** Normalised discounted cumulated gain of the first ten (gain = grade). */
  readonly ndcg10: number;
  readonly recall100: number;
  /** Mean grade of the first document. */
  readonly averageScore: number;
  /** nDCG of each topic, for confidence intervals and paired tests. */
  readonly perTopic: ReadonlyMap<string, number>;
}

export interface MeasureOptions {
  /** From this grade on a document is relevant for the binary measures. */
  readonly relevantFrom: number;
  /** Unjudged documents are taken out of the lists first (Sakai 2007). */
  readonly condensed: boolean;
}

const DEPTH = 10;
const RECALL_DEPTH = 100;

/** Measures as trec_eval defines them (`-m ndcg_cut.10`, `recip_rank`, `map_cut.10`, `recall.100`). */
export function measure(
  runs: ReadonlyMap<string, readonly string[]>,
  judged: ReadonlyMap<string, Judgements>,
  { relevantFrom, condensed }: MeasureOptions,
): Measures {
  const sums = { map10: 0, mrr10: 0, recall100: 0, averageScore: 0 };
  const perTopic = new Map<string, number>();
  for (const [topic, grades] of judged) {
    const relevant = [...grades.values()].filter((grade) => grade >= relevantFrom).length;
    if (relevant === 0) continue;
    const raw = runs.get(topic) ?? [];
    const list = condensed ? raw.filter((id) => grades.has(id)) : raw;
    const isRelevant = (id: string) => (grades.get(id) ?? 0) >= relevantFrom;
    const top = list.slice(0, DEPTH);
    const first = top.findIndex(isRelevant);
    sums.map10 += averagePrecision(top, isRelevant) / Math.min(relevant, DEPTH);
    sums.mrr10 += first < 0 ? 0 : 1 / (first + 1);
    sums.recall100 += list.slice(0, RECALL_DEPTH).filter(isRelevant).length / relevant;
    sums.averageScore += Math.max(0, grades.get(list[0] ?? "") ?? 0);
    perTopic.set(topic, normalisedGain(top, grades));
  }
  const topics = perTopic.size;
  const mean = (total: number) => (topics === 0 ? 0 : total / topics);
  return {
    topics,
    map10: mean(sums.map10),
    mrr10: mean(sums.mrr10),
    ndcg10: mean([...perTopic.values()].reduce((total, one) => total + one, 0)),
    recall100: mean(sums.recall100),
    averageScore: mean(sums.averageScore),
    perTopic,
  };
}

function averagePrecision(list: readonly string[], isRelevant: (id: string) => boolean): number {
  let hits = 0;
  let total = 0;
  for (const [at, id] of list.entries()) {
    if (!isRelevant(id)) continue;
    hits++;
    total += hits / (at + 1);
  }
  return total;
}

function normalisedGain(list: readonly string[], grades: Judgements): number {
  const gain = (ranked: readonly number[]) =>
    ranked.reduce((total, grade, at) => total + Math.max(0, grade) / Math.log2(at + 2), 0);
  const ideal = gain([...grades.values()].sort((a, b) => b - a).slice(0, DEPTH));
  return ideal === 0 ? 0 : gain(list.map((id) => grades.get(id) ?? 0)) / ideal;
}
