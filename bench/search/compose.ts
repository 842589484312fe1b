// Passages made from the sentences of real sets in new company, by a fixed seed: as many as are wanted, with the words and their
// frequencies of the sets. And the questions that are asked of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { seeded } from "../../src/kernel/seeded.ts";

const FEWEST = 3;
const MOST = 8;

export interface Pool {
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
}

export interface BenchPassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The sets are files of our own choosing: what a line holds is known where it is read. */
const lines = <Line>(data: string, file: string): readonly Line[] =>
  gunzipSync(readFileSync(join(data, file)))
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

/** Titles and sentences of MedQuAD, SciFact and BioASQ as they lie in a folder of data. */
export function readPool(data: string): Pool {
  const pages = lines<{ question: string; answer: string }>(data, "medquad/qa.jsonl.gz");
  const abstracts = lines<{ title: string; sentences: string[] }>(data, "scifact/corpus.jsonl.gz");
  const snippets = lines<{ body: string }>(data, "bioasq/corpus.jsonl.gz");
  const cut = (text: string) => text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.length > 20);
  return {
    titles: [...pages.map(({ question }) => question), ...abstracts.map(({ title }) => title)],
    sentences: [
      ...pages.flatMap(({ answer }) => cut(answer)),
      ...abstracts.flatMap(({ sentences }) => sentences),
      ...snippets.flatMap(({ body }) => cut(body)),
    ],
  };
}

export function* composePassages(
  { titles, sentences }: Pool,
  count: number,
  seed = 20_261_129,
): Generator<BenchPassage> {
  const next = seeded(seed);
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? "";
  for (let at = 0; at < count; at++) {
    const length = FEWEST + Math.floor(next() * (MOST - FEWEST + 1));
    yield { id: String(at), title: pick(titles), text: Array.from({ length }, () => pick(sentences)).join(" ") };
  }
}

/** Questions of three sets by turns: short, long, and claims. */
export function readQuestions(data: string, count: number): readonly string[] {
  const topics = lines<{ summary: string; message: string }>(data, "liveqa-med/topics.jsonl.gz").flatMap(
    ({ summary, message }) => [summary, message],
  );
  const expert = lines<{ question: string }>(data, "bioasq/questions.jsonl.gz").map(({ question }) => question);
  const claims = lines<{ claim: string }>(data, "scifact/claims.jsonl.gz").map(({ claim }) => claim);
  const questions: string[] = [];
  for (let at = 0; questions.length < count; at++)
    for (const set of [topics, expert, claims]) questions.push(set[at % set.length] ?? "");
  return questions.slice(0, count);
}
