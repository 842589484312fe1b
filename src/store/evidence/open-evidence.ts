import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RankingProfile } from "../../evidence/corpus.ts";
import { defineDiagnostics } from "../../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { Analyser } from "../../search/analyser.ts";
import type { CandidateIndex } from "../../search/candidate-index.ts";
import { type SearchParts, type SearchResult, searchAmong, searchPassages } from "../../search/search-passages.ts";
import { parseSearchWords, type SearchWords } from "../../search/search-words.ts";
import { SubjectDictionary } from "../../search/subject-dictionary.ts";
import { EvidenceReader } from "./evidence-reader.ts";
import { EvidenceStore } from "./evidence-store.ts";
import { EVIDENCE_FILE, openToRead } from "./open-database.ts";

const WORDS_FILE = "search-words.yaml";

export const evidenceDiagnostics = defineDiagnostics({
  "search-words-missing": {
    severity: "error",
    message: ({ folder }: { folder: string }) => `\`${folder}\` has no ${WORDS_FILE}, so no text can be searched`,
    help: "copy the file from the library that ships with Wellspring",
  },
  "evidence-missing": {
    severity: "error",
    message: ({ folder }: { folder: string }) => `there is no evidence store in \`${folder}\``,
    help: "name a folder that `wellspring import` has filled, or fill this one first",
  },
  "evidence-unreadable": {
    severity: "error",
    message: ({ folder }: { folder: string; reason: string }) => `the evidence store in \`${folder}\` cannot be opened`,
    help: ({ reason }: { folder: string; reason: string }) =>
      `check that it is there and that no other program holds it (${reason})`,
  },
  "evidence-not-copied": {
    severity: "error",
    message: ({ place }: { place: string; reason: string }) => `no evidence was copied to \`${place}\``,
    help: ({ reason }: { place: string; reason: string }) =>
      `a copy that was there is as it was, except that what is no longer released may have left it (${reason})`,
  },
  "evidence-copy-missing": {
    severity: "error",
    message: ({ place }: { place: string }) => `there is no copy of an evidence store at \`${place}\``,
    help: "make one with `wellspring evidence copy <address>`, where the store lies",
  },
  "evidence-copy-outdated": {
    severity: "error",
    message: ({ place }: { place: string }) =>
      `the evidence at \`${place}\` was copied by another version of Wellspring, or with other stop words`,
    help: "copy it again with this version and this library: `wellspring evidence copy <address>`",
  },
  "evidence-on-server": {
    severity: "error",
    message: ({ place }: { place: string }) => `\`${place}\` holds a copy of an evidence store, which is only read`,
    help: "name the folder of the store itself with `--store`, and copy it again afterwards",
  },
});

/** A store with the search over it. */
export interface SearchableEvidence {
  readonly store: Pick<EvidenceReader, "analyser" | "findSource"> & {
    readonly index: Pick<CandidateIndex, "getPassages">;
  };
  /** Subjects are those of the released documents, and of groups of names that are given. */
  search(question: string, profile: RankingProfile, limit: number): Promise<SearchResult>;
}

/** The same of a store that lies here. */
export interface ReadableEvidence extends SearchableEvidence {
  readonly store: EvidenceReader;
}

/** The same of a store that is written to as well. */
export interface OpenEvidence extends SearchableEvidence {
  readonly store: EvidenceStore;
  /** The passages of one document, whatever the state of its source, as search would order them. */
  searchDocument(question: string, profile: RankingProfile, source: string, key: string): SearchResult;
}

/** Whether a folder holds a store. Opening one makes it. */
export function hasEvidence(folder: string): boolean {
  return existsSync(join(folder, EVIDENCE_FILE));
}

/** Opens the store in a folder, or an empty one in memory without it, with the words of a library. */
export async function openEvidence(
  libraryFolder: string,
  folder: string | undefined,
  moreSubjects: readonly (readonly string[])[] = [],
): Promise<Result<OpenEvidence>> {
  return openWith(libraryFolder, folder, (words) => {
    const store = new EvidenceStore(folder, words);
    const { search, parts } = searcher(store, words, moreSubjects);
    const searchDocument: OpenEvidence["searchDocument"] = (question, profile, source, key) =>
      searchAmong({ question, profile }, store.getFoundPassages(source, key), parts());
    return { store, search, searchDocument };
  });
}

/** Opens the store in a folder for reading, beside whoever writes to it. It has been opened for writing before, which brings it up to date. */
export async function readEvidence(libraryFolder: string, folder: string): Promise<Result<ReadableEvidence>> {
  return openWith(libraryFolder, folder, (words) => {
    const store = new EvidenceReader(openToRead(folder), new Analyser(words));
    return { store, search: searcher(store, words, []).search };
  });
}

async function openWith<Opened>(
  libraryFolder: string,
  folder: string | undefined,
  open: (words: SearchWords) => Opened,
): Promise<Result<Opened>> {
  const words = await readWords(libraryFolder);
  if (!words.ok) return words;
  try {
    return ok(open(words.value));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    return failed(evidenceDiagnostics.report("evidence-unreadable", { folder: folder ?? "memory", reason }));
  }
}

/** The words that questions and passages are read with. */
export async function readWords(libraryFolder: string): Promise<Result<SearchWords>> {
  let text: string;
  try {
    text = await readFile(join(libraryFolder, WORDS_FILE), "utf8");
  } catch {
    return failed(evidenceDiagnostics.report("search-words-missing", { folder: libraryFolder }));
  }
  const parsed = parseSearchWords(WORDS_FILE, text);
  return parsed.ok ? ok(parsed.value.value) : parsed;
}

/** The dictionary of subjects is made with the first question, and again when what is released has changed. */
function searcher(
  store: EvidenceReader,
  words: SearchWords,
  moreSubjects: readonly (readonly string[])[],
): Pick<SearchableEvidence, "search"> & { readonly parts: () => SearchParts } {
  const { index, analyser } = store;
  let known: { readonly generation: number; readonly subjects: SubjectDictionary } | undefined;
  const parts = () => {
    const generation = index.generation();
    if (known?.generation !== generation)
      known = { generation, subjects: new SubjectDictionary([...store.subjectGroups(), ...moreSubjects], analyser) };
    return { index, analyser, words, subjects: known.subjects };
  };
  return { parts, search: (question, profile, limit) => searchPassages({ question, profile, limit }, parts()) };
}
