import type { Diagnostic } from "../kernel/diagnostic.ts";
import { runThrough, type Steps } from "../kernel/steps.ts";
import { checkInvisibleCharacters } from "./check/check-invisible-characters.ts";
import { checkRelatedTargets } from "./check/check-related-targets.ts";
import { FILE_READERS, type FileReaders } from "./file-readers.ts";
import { libraryDiagnostics } from "./library-diagnostics.ts";
import { ARTICLE_FILES } from "./model/article.ts";
import type { Library, LibraryFile } from "./model/library.ts";
import { type ParsedTopic, parseTopic, type Shared, type TopicFiles } from "./parse-topic.ts";

/** The files that all topics share, with what each is for. */
const SHARED_FILES: Readonly<Record<string, string>> = {
  "sources.yaml": "every publication that is cited stands there, once",
  "glossary.yaml": "definitions and hazard terms stand there",
  "named-sets.yaml": "the lists that text and pathway share stand there",
  "subjects.yaml": "what a refusal says of subjects that no topic covers, and their urgent signs, stand there",
};

/** A library may cover all that it is asked about. */
const OPTIONAL_FILE = "subjects.yaml";

/** The files of a topic's folder. */
export const TOPIC_FILES = [
  "topic.yaml",
  ...Object.values(ARTICLE_FILES),
  "facts.yaml",
  "pathway.yaml",
  "words.yaml",
  "examples.yaml",
  "tools.yaml",
] as const;

/** A library as it was read, and all that is wrong with it. */
export interface ParsedLibrary {
  readonly library: Library;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the files of a library into its typed model. Never throws, whatever the files hold: what is wrong is reported at
 * its place, all of it at once, and what can be read is kept.
 */
export function parseLibrary(files: readonly LibraryFile[], otherReaders: Partial<FileReaders> = {}): ParsedLibrary {
  return runThrough(parseLibraryInSteps(files, otherReaders));
}

/** The same, file by file: a library takes a second to read, and a server answers others meanwhile. */
export function* parseLibraryInSteps(
  files: readonly LibraryFile[],
  otherReaders: Partial<FileReaders> = {},
): Steps<ParsedLibrary> {
  const readers = { ...FILE_READERS, ...otherReaders };
  const sorted = sortFiles(files);
  const at = (path: string): readonly [string, string] => [path, sorted.shared.get(path)?.text ?? ""];
  const diagnostics: Diagnostic[] = [...sorted.diagnostics, ...files.flatMap(checkInvisibleCharacters)];
  const keep = <T extends { readonly diagnostics: readonly Diagnostic[] }>(path: string, result: T): T => {
    // A missing file was reported as missing; that its absence is no list is not news.
    if (sorted.shared.has(path)) diagnostics.push(...result.diagnostics);
    return result;
  };
  yield;
  const { sources } = keep("sources.yaml", readers.parseSources(...at("sources.yaml")));
  yield;
  const glossary = keep("glossary.yaml", readers.parseGlossary(...at("glossary.yaml"), sources));
  const { sets } = keep("named-sets.yaml", readers.parseNamedSets(...at("named-sets.yaml"), sources));
  const { subjects } = keep("subjects.yaml", readers.parseSubjects(...at("subjects.yaml"), sources));
  const shared: Shared = {
    // No topic's pages are made from the subjects.
    files: [...sorted.shared.values()].filter(({ path }) => path !== OPTIONAL_FILE),
    sources,
    sets,
    hazardTerms: glossary.hazardTerms,
    concepts: glossary.concepts,
    readers,
  };
  const parsed = new Map<string, ParsedTopic>();
  for (const [slug, topicFiles] of sorted.topics) parsed.set(slug, yield* parseTopic(slug, topicFiles, shared));
  for (const topic of parsed.values()) diagnostics.push(...topic.diagnostics);
  diagnostics.push(...checkRelatedTargets(parsed));
  const library: Library = {
    sources: sources.entries,
    concepts: glossary.concepts,
    hazardTerms: glossary.hazardTerms,
    sets: sets.entries,
    subjects,
    topics: new Map([...parsed].flatMap(([slug, { topic }]) => (topic === undefined ? [] : [[slug, topic]]))),
  };
  return { library, diagnostics };
}

interface SortedFiles {
  readonly shared: ReadonlyMap<string, LibraryFile>;
  readonly topics: ReadonlyMap<string, TopicFiles>;
  readonly diagnostics: readonly Diagnostic[];
}

function sortFiles(files: readonly LibraryFile[]): SortedFiles {
  const shared = new Map<string, LibraryFile>();
  const topics = new Map<string, Map<string, LibraryFile>>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const [, slug, name] = /^topics\/([^/]+)\/([^/]+)$/.exec(file.path) ?? [];
    let folder: Map<string, LibraryFile> | undefined;
    if (slug !== undefined && TOPIC_FILES.some((known) => known === name)) {
      folder = topics.get(slug) ?? new Map<string, LibraryFile>();
      topics.set(slug, folder);
    } else if (Object.hasOwn(SHARED_FILES, file.path)) folder = shared;
    if (folder === undefined) {
      if (!isAside(file.path)) diagnostics.push(reportFile("file-unknown", file.path));
      continue;
    }
    const key = folder === shared ? file.path : (name ?? "");
    if (folder.has(key)) diagnostics.push(reportFile("file-repeated", file.path));
    else folder.set(key, file);
  }
  for (const [file, why] of Object.entries(SHARED_FILES))
    if (!shared.has(file) && file !== OPTIONAL_FILE)
      diagnostics.push(libraryDiagnostics.report("file-missing", { file, why }, startOf(file)));
  return { shared, topics, diagnostics };
}

/** Files that lie in a library for people and editors, and hold no content. */
function isAside(path: string): boolean {
  // These are read by the answering engine and by search, not into a topic.
  return (
    path === "clinical-language.yaml" ||
    path === "identifiers.yaml" ||
    path === "search-words.yaml" ||
    path === "quoting-words.yaml" ||
    path === "quoting-weights.json" ||
    path === "trust-rules.yaml" ||
    /^second-readers\/[^/]+\.json$/.test(path) ||
    /^schemas\/[^/]+\.schema\.json$/.test(path) ||
    // Written from the pathway beside it, for reviewers.
    /^topics\/[^/]+\/census\.json$/.test(path) ||
    /^(?:.*\/)?(?:README|LICENSE)\.md$/.test(path)
  );
}

function reportFile(code: "file-unknown" | "file-repeated", file: string): Diagnostic {
  return libraryDiagnostics.report(code, { file }, startOf(file));
}

function startOf(file: string) {
  return { file, line: 1, column: 1, offset: 0, length: 1 };
}
