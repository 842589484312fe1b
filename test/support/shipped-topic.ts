import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClinicalLanguage, parseClinicalLanguage } from "../../src/answer/understand/clinical-language.ts";
import type { LibraryFile } from "../../src/library/model/library.ts";
import type { Topic } from "../../src/library/model/topic.ts";
import { parseLibrary } from "../../src/library/parse-library.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "library");

let topic: Topic | undefined;

/** The topic that ships, read by the library's own reader, once for all tests of a run. */
export function loadShippedTopic(): Topic {
  topic ??= readTopic();
  return topic;
}

/** Examples are left out: they are many, and no reader of free text looks at them. */
function readTopic(): Topic {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(yaml|md)$/.test(path) && !path.endsWith("examples.yaml"))
    .map((path): LibraryFile => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(FOLDER, path), "utf8") }));
  const read = parseLibrary(files).library.topics.get("suspected-leg-dvt");
  if (read?.pathway === undefined) throw new Error("the shipped topic or its pathway cannot be read");
  return read;
}

export function loadShippedLanguage(): ClinicalLanguage {
  const file = "clinical-language.yaml";
  const parsed = parseClinicalLanguage(file, readFileSync(join(FOLDER, file), "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics, null, 2));
  return parsed.value.value;
}
