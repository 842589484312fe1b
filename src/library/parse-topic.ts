import { contentHash } from "../kernel/content-hash.ts";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { Located } from "../kernel/located-yaml.ts";
import type { Steps } from "../kernel/steps.ts";
import type { ArticleContext } from "./article/article-parse.ts";
import { checkHazardTerms } from "./check/check-hazard-terms.ts";
import { checkPathwayTexts } from "./check/check-pathway-texts.ts";
import { checkTests } from "./check/check-tests.ts";
import { checkVariant } from "./check/check-variant.ts";
import type { FileReaders } from "./file-readers.ts";
import { checkExamples } from "./files/examples-file.ts";
import { readRelated, type TopicFile } from "./files/topic-file.ts";
import { libraryDiagnostics } from "./library-diagnostics.ts";
import { ARTICLE_FILES, type Article, READERS, type Reader } from "./model/article.ts";
import type { LibraryFile } from "./model/library.ts";
import type { Concept } from "./model/terms.ts";
import type { Topic } from "./model/topic.ts";
import { makeRegister } from "./register.ts";

/** What topics share: the three files at the top of a library, and how files are read. */
export interface Shared extends Pick<ArticleContext, "sources" | "sets" | "hazardTerms"> {
  readonly files: readonly LibraryFile[];
  readonly concepts: readonly Concept[];
  readonly readers: FileReaders;
}

/** The files of one topic's folder by name. */
export type TopicFiles = ReadonlyMap<string, LibraryFile>;

export interface ParsedTopic {
  /** Absent when topic.yaml is missing or cannot be read: a topic without a question is none. */
  readonly topic?: Topic;
  /** For checks between topics, which need places. */
  readonly located?: Located<TopicFile>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one topic's folder, a file at each step; a broken file costs what it holds and nothing else. */
export function* parseTopic(slug: string, files: TopicFiles, shared: Shared): Steps<ParsedTopic> {
  const diagnostics: Diagnostic[] = [...checkFolder(slug, files)];
  /** Runs a reader on a file of the folder when it is there, and keeps its diagnostics. */
  const read = function* <T extends { readonly diagnostics: readonly Diagnostic[] }>(
    name: string,
    reader: (file: string, text: string) => T,
  ): Steps<T | undefined> {
    yield;
    const file = files.get(name);
    const result = file === undefined ? undefined : reader(file.path, file.text);
    diagnostics.push(...(result?.diagnostics ?? []));
    return result;
  };
  const { readers, sources, sets, hazardTerms } = shared;
  const loaded = yield* read("pathway.yaml", readers.readPathway);
  const pathway = loaded?.pathway;
  if (pathway !== undefined) {
    const path = files.get("pathway.yaml")?.path ?? "";
    diagnostics.push(...checkPathwayTexts(path, pathway, shared.sources, shared.hazardTerms));
  }
  const facts = (yield* read("facts.yaml", (file, text) => readers.parseFacts(file, text, sources)))?.facts;
  const words = (yield* read("words.yaml", (file, text) => readers.parseWords(file, text, pathway)))?.words;
  const examples = (yield* read("examples.yaml", (file, text) => {
    const listed = readers.readExamples(file, text);
    return { ...listed, diagnostics: [...listed.diagnostics, ...checkExamples(listed, pathway)] };
  }))?.examples;
  const context: ArticleContext = {
    sources,
    sets,
    hazardTerms,
    facts: facts ?? makeRegister(new Map(), new Set()),
    pathway,
    pathwayUnread: files.has("pathway.yaml") && pathway === undefined,
  };
  const tools = (yield* read("tools.yaml", (file, text) =>
    readers.parseTools(file, text, { facts: context.facts, sets, pathway }),
  ))?.tools;
  const pathwayText = files.get("pathway.yaml")?.text;
  const articles: Partial<Record<Reader, Article>> = {};
  for (const reader of READERS) {
    const article = (yield* read(ARTICLE_FILES[reader], (file, text) =>
      readers.parseArticle(file, text, reader, context, pathwayText),
    ))?.article;
    if (article === undefined) continue;
    articles[reader] = article;
    if (reader !== "clinician" && articles.clinician !== undefined)
      diagnostics.push(...checkVariant(articles.clinician, article));
  }
  const located = readTopicFile(slug, files, shared, diagnostics);
  if (located === undefined) return { diagnostics };
  diagnostics.push(...checkTests(located, pathway));
  const topic: Topic = {
    ...describeTopic(slug, located, diagnostics),
    articles,
    facts: context.facts.entries,
    ...(pathway === undefined ? refusalOf(loaded) : { pathway }),
    words: words ?? new Map(),
    examples: examples ?? [],
    ...(tools === undefined ? {} : { tools }),
    sources: sources.entries,
    sets: sets.entries,
    concepts: shared.concepts,
    ...keepTexts(files, shared),
  };
  return { topic, located, diagnostics };
}

function refusalOf(loaded: { readonly diagnostics: readonly Diagnostic[] } | undefined): Pick<Topic, "pathwayRefused"> {
  const error = loaded?.diagnostics.find(({ severity }) => severity === "error");
  return error === undefined ? {} : { pathwayRefused: error.message };
}

function readTopicFile(
  slug: string,
  files: TopicFiles,
  shared: Shared,
  diagnostics: Diagnostic[],
): Located<TopicFile> | undefined {
  const file = files.get("topic.yaml");
  if (file === undefined) return undefined;
  const read = shared.readers.parseTopicFile(file.path, file.text);
  if (!read.ok) {
    diagnostics.push(...read.diagnostics);
    return undefined;
  }
  const { value, spanOf } = read.value;
  if (value.slug !== undefined && value.slug !== slug)
    diagnostics.push(
      libraryDiagnostics.report("topic-slug-differs", { slug: value.slug, folder: slug }, spanOf(["slug"])),
    );
  for (const field of ["title", "question", "patientQuestion"] as const)
    diagnostics.push(...checkHazardTerms(value[field], shared.hazardTerms, () => spanOf([field])));
  return read.value;
}

type Description = Omit<
  Topic,
  | "articles"
  | "facts"
  | "pathway"
  | "pathwayRefused"
  | "words"
  | "examples"
  | "tools"
  | "sources"
  | "sets"
  | "concepts"
  | "hash"
  | "texts"
>;

function describeTopic(slug: string, located: Located<TopicFile>, diagnostics: Diagnostic[]): Description {
  const { slug: _written, related: _all, ...described } = located.value;
  const { related, diagnostics: problems } = readRelated(located);
  diagnostics.push(...problems);
  return { ...described, slug, related };
}

const REQUIRED: Readonly<Record<string, string>> = {
  "topic.yaml": "every topic states its question, scope and review policy there",
  "article.md": "every topic has the clinician's article",
};

const REQUIRED_WITH_PATHWAY: Readonly<Record<string, string>> = {
  "words.yaml": "a pathway needs the words people use for its case features",
  "examples.yaml": "a pathway needs patients with what must be advised",
};

function checkFolder(slug: string, files: TopicFiles): readonly Diagnostic[] {
  const required = { ...REQUIRED, ...(files.has("pathway.yaml") ? REQUIRED_WITH_PATHWAY : {}) };
  const missing = Object.entries(required)
    .filter(([name]) => !files.has(name))
    .map(([name, why]) => {
      const file = `topics/${slug}/${name}`;
      return libraryDiagnostics.report("file-missing", { file, why }, startOf(file));
    });
  if (/^[a-z0-9][a-z0-9-]*$/.test(slug)) return missing;
  const first = [...files.values()][0]?.path ?? slug;
  return [...missing, libraryDiagnostics.report("topic-name-malformed", { folder: slug }, startOf(first))];
}

function startOf(file: string) {
  return { file, line: 1, column: 1, offset: 0, length: 1 };
}

/** Every file that the topic's pages are made from, those it shares with other topics included, and the hash over them. */
function keepTexts(files: TopicFiles, shared: Shared): Pick<Topic, "hash" | "texts"> {
  const own = [...files].map(([name, file]) => ({ name, text: file.text }));
  const common = shared.files.map((file) => ({ name: `../../${file.path}`, text: file.text }));
  const texts = [...own, ...common].sort((left, right) => (left.name < right.name ? -1 : 1));
  return { hash: contentHash(texts), texts };
}
