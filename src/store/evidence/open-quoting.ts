import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Quoting } from "../../answer/quotes/find-quotes.ts";
import { parseQuotingWeights, quotingDiagnostics } from "../../answer/quotes/quoting-weights.ts";
import { parseQuotingWords } from "../../answer/quotes/quoting-words.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { SearchableEvidence } from "./open-evidence.ts";

const WORDS_FILE = "quoting-words.yaml";
const WEIGHTS_FILE = "quoting-weights.json";

/** What is needed to quote from an open store, with the words and weights of a library. */
export async function openQuoting(
  libraryFolder: string,
  { store, search }: SearchableEvidence,
): Promise<Result<Quoting>> {
  const words = await readFrom(libraryFolder, WORDS_FILE, parseQuotingWords);
  if (!words.ok) return words;
  const weights = await readFrom(libraryFolder, WEIGHTS_FILE, parseQuotingWeights);
  if (!weights.ok) return weights;
  const evidence = {
    analyser: store.analyser,
    search,
    findSource: (id: string) => store.findSource(id),
    getPassages: (hashes: readonly string[]) => store.index.getPassages(hashes),
  };
  return ok({ evidence, words: words.value, weights: weights.value });
}

async function readFrom<T>(
  folder: string,
  file: string,
  parse: (file: string, text: string) => Result<T>,
): Promise<Result<T>> {
  let text: string;
  try {
    text = await readFile(join(folder, file), "utf8");
  } catch {
    return failed(quotingDiagnostics.report("quoting-files-missing", { folder, file }));
  }
  return parse(file, text);
}
