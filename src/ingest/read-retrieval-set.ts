import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import type { EvidenceDocument, RankingProfile } from "../evidence/corpus.ts";
import type { RetrievalSet } from "../evidence/retrieval-set.ts";
import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { readBioasq, readEvidenceInference, readMedquad, readScifact } from "./json-kinds.ts";
import { openText } from "./open-text.ts";
import { jsonLinesReader } from "./read-json-lines.ts";
import type { RecordReader } from "./read-record.ts";

export const retrievalSetDiagnostics = defineDiagnostics({
  "retrieval-set-unreadable": {
    severity: "error",
    message: ({ path }: { path: string; reason: string }) =>
      `\`${path}\` is no set of documents, questions and judgements`,
    help: ({ reason }: { path: string; reason: string }) =>
      `give a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv as BEIR has them, or one of the data sets that are known by their files (${reason})`,
  },
});

/** Reads a folder: BEIR's layout, or the files of LiveQA-Med, SciFact, BioASQ or Evidence Inference. */
export async function readRetrievalSet(path: string): Promise<Result<RetrievalSet>> {
  const folder = resolve(path);
  const has = (file: string) => existsSync(join(folder, file));
  try {
    if (has("topics.jsonl.gz") && has("qrels.txt.gz")) return ok(await readLiveqa(folder));
    if (has("articles.jsonl.gz")) return ok(await readTrialReports(folder));
    if (has("claims.jsonl.gz")) return ok(await readJudgedQuestions(folder, "claims.jsonl.gz", readScifact));
    if (has("questions.jsonl.gz") && has("corpus.jsonl.gz"))
      return ok(await readJudgedQuestions(folder, "questions.jsonl.gz", readBioasq));
    return ok(await readBeir(folder));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    return failed(retrievalSetDiagnostics.report("retrieval-set-unreadable", { path, reason }));
  }
}

type Judged = Map<string, Map<string, number>>;

const judgedQuestion = z.object({
  id: z.string(),
  claim: z.string().optional(),
  question: z.string().optional(),
  relevant: z.array(z.string()),
  evidence: z.array(z.object({ doc: z.string(), sentences: z.array(z.int()) })).default([]),
  snippets: z.array(z.object({ text: z.string() })).default([]),
});

const abstract = z.object({ id: z.string(), sentences: z.array(z.string()).optional() });

async function readJudgedQuestions(folder: string, file: string, reader: RecordReader): Promise<RetrievalSet> {
  const questions = await readShaped(join(folder, file), judgedQuestion);
  const topics = questions.map(({ id, claim, question }) => ({ id, text: claim ?? question ?? "" }));
  const judged: Judged = new Map(questions.map(({ id, relevant }) => [id, new Map(relevant.map((doc) => [doc, 1]))]));
  const corpus = join(folder, "corpus.jsonl.gz");
  const documents = () => documentsOf(corpus, reader);
  const sentences = new Map((await readShaped(corpus, abstract)).map((one) => [one.id, one.sentences ?? []]));
  const gold = new Map(
    questions.map(({ id, evidence, snippets }) => [
      id,
      [
        ...snippets.map(({ text }) => text),
        ...evidence.flatMap(({ doc, sentences: at }) => at.flatMap((one) => sentences.get(doc)?.[one] ?? [])),
      ],
    ]),
  );
  return { ...setOf(folder, "literature", judged, 1), gold, documents, wordings: [{ name: "questions", topics }] };
}

const report = z.object({
  pmcid: z.string(),
  prompts: z.array(
    z.object({
      outcome: z.string(),
      intervention: z.string(),
      comparator: z.string(),
      evidence: z.array(z.object({ text: z.string() })),
    }),
  ),
});

/** Each prompt of a trial report asks about that report alone. */
async function readTrialReports(folder: string): Promise<RetrievalSet> {
  const file = join(folder, "articles.jsonl.gz");
  const topics: { id: string; text: string }[] = [];
  const gold = new Map<string, readonly string[]>();
  const within = new Map<string, string>();
  const judged: Judged = new Map();
  for (const { pmcid, prompts } of await readShaped(file, report))
    for (const [at, { outcome, intervention, comparator, evidence }] of prompts.entries()) {
      const id = `${pmcid}/${at}`;
      topics.push({ id, text: `${outcome} with ${intervention} compared with ${comparator}` });
      const spans = evidence.map(({ text }) => text);
      gold.set(id, spans);
      within.set(id, pmcid);
      judged.set(id, new Map([[pmcid, 1]]));
    }
  const documents = () => documentsOf(file, readEvidenceInference);
  return {
    ...setOf(folder, "literature", judged, 1),
    gold,
    within,
    documents,
    wordings: [{ name: "prompts", topics }],
  };
}

const liveqaTopic = z.object({
  id: z.string(),
  summary: z.string(),
  subject: z.string().nullish(),
  message: z.string(),
});

/** Topics of LiveQA-Med against the answers of MedQuAD beside them, and all judged documents: those without an answer by their names. */
async function readLiveqa(folder: string): Promise<RetrievalSet> {
  const topics = await readShaped(join(folder, "topics.jsonl.gz"), liveqaTopic);
  const judged = await readQrels(join(folder, "qrels.txt.gz"));
  const judgedIds = new Set([...judged.values()].flatMap((grades) => [...grades.keys()]));
  const pages = join(folder, "..", "medquad");
  async function* documents(): AsyncGenerator<EvidenceDocument> {
    yield* documentsOf(join(pages, "qa.jsonl.gz"), readMedquad);
    for await (const document of documentsOf(join(pages, "questions-without-answers.jsonl.gz"), readMedquad))
      if (judgedIds.has(document.key)) yield document;
  }
  const names = ["medquad.tsv.gz", "disease-ontology.tsv.gz"].map((name) =>
    join(folder, "..", "medical-synonyms", name),
  );
  const subjects: (readonly string[])[] = [];
  for (const name of names.filter((one) => existsSync(one)))
    for (const line of await linesOf(name)) subjects.push(line.split("\t"));
  return {
    ...setOf(folder, "topic-pages", judged, 2),
    documents,
    subjects,
    wordings: [
      { name: "short questions", topics: topics.map(({ id, summary }) => ({ id, text: summary })) },
      {
        name: "consumers' own words",
        topics: topics.map(({ id, subject, message }) => ({ id, text: `${subject ?? ""}. ${message}` })),
      },
    ],
  };
}

const beirDocument = z.object({ _id: z.string(), title: z.string().default(""), text: z.string() });
const beirQuery = z.object({ _id: z.string(), text: z.string() });
const readBeirCorpus = jsonLinesReader(beirDocument, ({ _id, title, text }) => ({
  key: _id,
  title,
  type: "study",
  language: "und",
  status: "current",
  identifiers: {},
  subjects: [],
  sections: [{ headings: [], text }],
}));

async function readBeir(folder: string): Promise<RetrievalSet> {
  const queries = await readShaped(join(folder, "queries.jsonl"), beirQuery);
  const judged = await readQrels(join(folder, "qrels", "test.tsv"));
  judged.delete("query-id");
  return {
    ...setOf(folder, "literature", judged, 1),
    documents: () => documentsOf(join(folder, "corpus.jsonl"), readBeirCorpus),
    wordings: [{ name: "queries", topics: queries.map(({ _id, text }) => ({ id: _id, text })) }],
  };
}

function setOf(folder: string, profile: RankingProfile, judged: Judged, relevantFrom: number) {
  return { name: basename(folder), profile, judged, relevantFrom, subjects: [], gold: new Map(), within: new Map() };
}

async function* documentsOf(path: string, reader: RecordReader): AsyncGenerator<EvidenceDocument> {
  for await (const record of reader(openText(path))) {
    if (record.kind === "refused") throw new Error(`${path}, ${record.place}: ${record.reason}`);
    if (record.kind === "document") yield record.document;
  }
}

async function linesOf(path: string): Promise<readonly string[]> {
  let text = "";
  for await (const chunk of openText(path)) text += chunk;
  return text.split("\n").filter((line) => line.trim() !== "");
}

async function readShaped<Shape extends z.ZodType>(path: string, shape: Shape): Promise<readonly z.output<Shape>[]> {
  return (await linesOf(path)).map((line) => shape.parse(JSON.parse(line)));
}

/** A line each of topic, document and grade. */
async function readQrels(path: string): Promise<Judged> {
  const judged: Judged = new Map();
  for (const line of await linesOf(path)) {
    const [topic, document, grade] = line.split(/\s+/);
    if (topic === undefined || document === undefined || grade === undefined)
      throw new Error(`${path} has a line without topic, document and grade`);
    const grades = judged.get(topic) ?? new Map<string, number>();
    judged.set(topic, grades.set(document, Number(grade)));
  }
  return judged;
}
