import { loadPathway } from "../pathway/consult/load-pathway.ts";
import type { parsePathway } from "../pathway/parse/parse-pathway.ts";
import { parseArticle } from "./article/parse-article.ts";
import { readExamples } from "./files/examples-file.ts";
import { parseFacts } from "./files/facts-file.ts";
import { parseGlossary } from "./files/glossary-file.ts";
import { parseNamedSets } from "./files/named-sets-file.ts";
import { parseSources } from "./files/sources-file.ts";
import { parseSubjects } from "./files/subjects-file.ts";
import { parseTools } from "./files/tools-file.ts";
import { parseTopicFile } from "./files/topic-file.ts";
import { parseWords } from "./files/words-file.ts";

/** How each file of a library is read: from its text, and from what other files say. */
export interface FileReaders {
  /** A pathway that cannot be run has none and says why. */
  readonly readPathway: (...given: Parameters<typeof parsePathway>) => ReturnType<typeof loadPathway>;
  readonly parseArticle: typeof parseArticle;
  readonly readExamples: typeof readExamples;
  readonly parseFacts: typeof parseFacts;
  readonly parseGlossary: typeof parseGlossary;
  readonly parseNamedSets: typeof parseNamedSets;
  readonly parseSources: typeof parseSources;
  readonly parseSubjects: typeof parseSubjects;
  readonly parseTools: typeof parseTools;
  readonly parseTopicFile: typeof parseTopicFile;
  readonly parseWords: typeof parseWords;
}

export const FILE_READERS: FileReaders = {
  readPathway: (file, text) => loadPathway(file, text),
  parseArticle,
  readExamples,
  parseFacts,
  parseGlossary,
  parseNamedSets,
  parseSources,
  parseSubjects,
  parseTools,
  parseTopicFile,
  parseWords,
};

/**
 * Readers that give again what they gave for a file the last time, as long as its text and all that it is read by are the same. INVARIANT: a reader is a function of what
 * it is given and nothing that it gives is changed afterwards, so what was read stays good.
 */
export function rememberingReaders(): FileReaders {
  const { readPathway, ...others } = FILE_READERS;
  return {
    readPathway: remembering(readPathway),
    parseArticle: remembering(others.parseArticle),
    readExamples: remembering(others.readExamples),
    parseFacts: remembering(others.parseFacts),
    parseGlossary: remembering(others.parseGlossary),
    parseNamedSets: remembering(others.parseNamedSets),
    parseSources: remembering(others.parseSources),
    parseSubjects: remembering(others.parseSubjects),
    parseTools: remembering(others.parseTools),
    parseTopicFile: remembering(others.parseTopicFile),
    parseWords: remembering(others.parseWords),
  };
}

/** Of each file the last reading alone is kept. */
function remembering<Given extends readonly unknown[], Read>(
  reader: (file: string, ...given: Given) => Read,
): (file: string, ...given: Given) => Read {
  const last = new Map<string, { readonly given: Given; readonly read: Read }>();
  return (file, ...given) => {
    const before = last.get(file);
    if (before !== undefined && isSame(before.given, given)) return before.read;
    const read = reader(file, ...given);
    last.set(file, { given, read });
    return read;
  };
}

/** The same things, or the same by the same names: a record of what a file is read by is made anew for each reading. */
function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((one, at) => one === right[at] || areAlike(one, right[at]));
}

function areAlike(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  const [ofLeft, ofRight] = [new Map<string, unknown>(Object.entries(left)), Object.entries(right)];
  return (
    ofLeft.size === ofRight.length && ofRight.every(([name, value]) => ofLeft.has(name) && ofLeft.get(name) === value)
  );
}
