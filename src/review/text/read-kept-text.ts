import type { Library, LibraryFile } from "../../library/model/library.ts";
import type { Topic } from "../../library/model/topic.ts";
import { parseLibrary } from "../../library/parse-library.ts";
import { parsePathway } from "../../pathway/parse/parse-pathway.ts";
import type { KeptText } from "../record-port.ts";

/** Files that topics share are named from the topic's folder. */
const SHARED = "../../";

/** A kept text as it was read: its topic, and the sources, terms and lists that it stands on. */
export interface ReadText {
  readonly topic: Topic;
  readonly library: Library;
}

/** The files of a kept text, named as they lie in a library. */
export function libraryFilesOf({ topic, files }: KeptText): readonly LibraryFile[] {
  return files.map(({ name, text }) => ({
    path: name.startsWith(SHARED) ? name.slice(SHARED.length) : `topics/${topic}/${name}`,
    text,
  }));
}

/** What this exact text says. Its pathway is read and not compiled: it is compared, never run. */
export function readKeptText(kept: KeptText): ReadText | undefined {
  const { library } = parseLibrary(libraryFilesOf(kept), { readPathway: parsePathway });
  const topic = library.topics.get(kept.topic);
  return topic === undefined ? undefined : { topic, library };
}

/** Files that no page of a topic is made from. To read them takes longer than all others together. */
export const BEHIND_THE_PAGES: readonly string[] = ["words.yaml", "examples.yaml"];

/** What this exact text says to readers. How questions are understood and what the pathway was tried on is left out. */
export function readPagesOf(kept: KeptText): ReadText | undefined {
  return readKeptText({ ...kept, files: kept.files.filter(({ name }) => !BEHIND_THE_PAGES.includes(name)) });
}

/** Texts that are read at once when two editions are compared, and a few more. */
const MOST_READ = 16;

/** Reads kept texts by their hash. Texts are immutable, so what was read of one stays good. */
export function createTextReader(
  findText: (hash: string) => Promise<KeptText | undefined>,
): (hash: string) => Promise<ReadText | undefined> {
  const read = new Map<string, ReadText | undefined>();
  return async (hash) => {
    if (read.has(hash)) return read.get(hash);
    const kept = await findText(hash);
    // It may be kept a moment later.
    if (kept === undefined) return undefined;
    const whole = readKeptText(kept);
    // A text whose files are no longer those of its hash is none.
    const text = whole?.topic.hash === hash ? whole : undefined;
    const [oldest] = read.keys();
    if (read.size >= MOST_READ && oldest !== undefined) read.delete(oldest);
    read.set(hash, text);
    return text;
  };
}
