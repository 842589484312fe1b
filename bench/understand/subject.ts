// The reader of free text with the library that ships, for benches to call.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseClinicalLanguage } from "../../src/answer/understand/clinical-language.ts";
import type { Telling } from "../../src/answer/understand/mood.ts";
import { understand } from "../../src/answer/understand/understand.ts";
import type { AskRequest } from "../../src/answer/wellspring.ts";
import { openLibrary } from "../../src/store/open-library.ts";
import { onDayOfTests, SIGNING_KEY } from "../../test/real-library.ts";
import { wordsIn } from "../../test/support/hostile-text.ts";

export const LIBRARY = join(import.meta.dirname, "..", "..", "library");

export async function openSubject() {
  const opened = await openLibrary(LIBRARY, SIGNING_KEY, onDayOfTests);
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
  const { wellspring } = opened.value;
  const topic = [...wellspring.library.topics.values()].find(({ pathway }) => pathway !== undefined);
  if (topic === undefined) throw new Error("no topic with a pathway");
  const file = "clinical-language.yaml";
  const language = parseClinicalLanguage(file, readFileSync(join(LIBRARY, file), "utf8"));
  if (!language.ok) throw new Error(JSON.stringify(language.diagnostics));
  return {
    read: (text: string, telling?: Telling) => understand(text, topic, language.value.value, telling),
    ask: (request: AskRequest) => wellspring.ask(request),
    words: wordsOfLibrary(),
  };
}

/** Every word that the declarations of words use, so that hostile texts can be made of what the reader looks for. */
function wordsOfLibrary() {
  const files = readdirSync(LIBRARY, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(words|clinical-language)\.yaml$/.test(name),
  );
  return wordsIn(files.map((name) => readFileSync(join(LIBRARY, name), "utf8")).join("\n"));
}
