// node bench/search/small-stores.ts <liveqa-med> [seeds] [sizes,…] [share]: draws small stores by lot out of the pages of a set, so many of them (all) judged, and prints how well each way of weighing
// ranks them: nDCG@10 of the condensed and the raw list, the mean over topics with a relevant page in the store and over draws.
import { join } from "node:path";
import type { EvidenceDocument } from "../../src/evidence/corpus.ts";
import { readRetrievalSet } from "../../src/ingest/read-retrieval-set.ts";
import { seeded } from "../../src/kernel/seeded.ts";
import { Analyser } from "../../src/search/analyser.ts";
import { cutPassages } from "../../src/search/cut-passages.ts";
import { type Judgements, measure } from "../../src/search/evaluate/measures.ts";
import { MemoryIndex } from "../../src/search/memory-index.ts";
import { RANKING_SETTINGS, type RankingSettings } from "../../src/search/ranking-settings.ts";
import { searchPassages } from "../../src/search/search-passages.ts";
import { SubjectDictionary } from "../../src/search/subject-dictionary.ts";
import { readWords } from "../../src/store/evidence/open-evidence.ts";

const [folder = "", seeds = "20", sizes = "100,300,900", share = "1"] = process.argv.slice(2);
const library = join(import.meta.dirname, "..", "..", "library");
const DEPTH = 200;

const given = RANKING_SETTINGS["topic-pages"];
const weighed = (titleShare: number, meaningShare: number): RankingSettings => ({ ...given, titleShare, meaningShare });
const ways = {
  "shares as they are, nothing learned": { settings: given, learn: false },
  "the others' shares made to fill the whole": { settings: weighed(0.4, 0), learn: false },
  "less for the title": { settings: weighed(0.25, 0), learn: false },
  "more for the title": { settings: weighed(0.55, 0), learn: false },
  "shares as they are, learned from so few": { settings: given, learn: true },
  "half the share, learned from so few": { settings: weighed(0.35, 0.125), learn: true },
};

const read = await readWords(library);
const set = await readRetrievalSet(folder);
if (!read.ok || !set.ok) throw new Error("the library or the set cannot be read");
const words = read.value;
const analyser = new Analyser(words);
const { judged, relevantFrom, wordings } = set.value;
const isJudged = new Set([...judged.values()].flatMap((grades) => [...grades.keys()]));
const pages = Map.groupBy(await allOf(set.value.documents()), ({ key }) => (isJudged.has(key) ? "judged" : "other"));

async function allOf<T>(iterable: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of iterable) all.push(one);
  return all;
}

function draw(size: number, seed: number): readonly EvidenceDocument[] {
  const next = seeded(seed);
  const drawn = (among: readonly EvidenceDocument[], count: number) =>
    among
      .map((page) => [next(), page] as const)
      .sort(([one], [other]) => one - other)
      .slice(0, count)
      .map(([, page]) => page);
  const wanted = Math.round(size * Number(share));
  return [...drawn(pages.get("judged") ?? [], wanted), ...drawn(pages.get("other") ?? [], size - wanted)];
}

function indexOf(store: readonly EvidenceDocument[], learn: boolean): MemoryIndex {
  const index = new MemoryIndex(analyser);
  for (const { title, type, status, subjects, ...document } of store)
    for (const draft of cutPassages("s", { ...document, title, type, status, subjects }))
      index.add({ passage: { ...draft, version: 1 }, title, type, status }, subjects);
  if (learn) index.learn();
  return index;
}

/** Judgements of pages that are there. */
function judgedIn(store: readonly EvidenceDocument[]): ReadonlyMap<string, Judgements> {
  const there = new Set(store.map(({ key }) => key));
  return new Map([...judged].map(([topic, grades]) => [topic, new Map([...grades].filter(([key]) => there.has(key)))]));
}

/** The four figures of one way in one store. */
async function figuresOf(
  index: MemoryIndex,
  settings: RankingSettings,
  subjects: SubjectDictionary,
  grades: ReadonlyMap<string, Judgements>,
): Promise<readonly number[]> {
  const figures: number[] = [];
  for (const wording of wordings) {
    const runs = new Map<string, readonly string[]>();
    for (const { id, text } of wording.topics) {
      const request = { question: text, profile: "topic-pages", limit: DEPTH, settings } as const;
      const { hits } = await searchPassages(request, { index, analyser, words, subjects });
      runs.set(id, [...new Set(hits.map(({ found }) => found.passage.document))]);
    }
    for (const condensed of [false, true]) figures.push(measure(runs, grades, { relevantFrom, condensed }).ndcg10);
  }
  return figures;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

for (const size of sizes.split(",").map(Number)) {
  const draws: (readonly number[])[][] = Object.keys(ways).map(() => []);
  for (let seed = 1; seed <= Number(seeds); seed++) {
    const store = draw(size, seed);
    const subjects = new SubjectDictionary([...store.map((page) => page.subjects), ...set.value.subjects], analyser);
    const indexes = { plain: indexOf(store, false), learned: indexOf(store, true) };
    for (const [at, { settings, learn }] of Object.values(ways).entries())
      draws[at]?.push(await figuresOf(learn ? indexes.learned : indexes.plain, settings, subjects, judgedIn(store)));
  }
  console.log(
    `${size} pages, ${share} of them judged, ${seeds} draws: short raw, condensed, own words raw, condensed; draws whose sum is better and worse than the first way's`,
  );
  for (const [at, name] of Object.keys(ways).entries()) {
    const of = draws[at] ?? [];
    const means = [0, 1, 2, 3].map((which) => (sum(of.map((one) => one[which] ?? 0)) / of.length).toFixed(3));
    const gains = of.map((one, draw) => sum(one) - sum(draws[0]?.[draw] ?? []));
    const [better, worse] = [gains.filter((gain) => gain > 1e-9), gains.filter((gain) => gain < -1e-9)];
    console.log(`  ${means.join("  ")}  ${better.length}:${worse.length}  ${name}`);
  }
}
