import type { Topic } from "../../library/model/topic.ts";
import { parseLibrary } from "../../library/parse-library.ts";
import { parsePathway } from "../../pathway/parse/parse-pathway.ts";
import type { KeptText } from "../record-port.ts";

/** Files that topics share are named from the topic's folder. */
const SHARED = "../../";

/** The topic as this exact text has it. Its pathway is read and not compiled: it is compared, never run. */
export function readKeptText({ topic, files }: KeptText): Topic | undefined {
  const named = files.map(({ name, text }) => ({
    path: name.startsWith(SHARED) ? name.slice(SHARED.length) : `topics/${topic}/${name}`,
    text,
  }));
  return parseLibrary(named, parsePathway).library.topics.get(topic);
}
