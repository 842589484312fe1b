import { z } from "zod";
import { type Located, parseYaml } from "../kernel/located-yaml.ts";
import { ok, type Result } from "../kernel/result.ts";

const words = z.array(z.string().min(1)).readonly();

const shape = z.strictObject({
  stopWords: words.describe("never searched for"),
  fillers: words.describe("searched for only when nothing else is left"),
  questionTypes: z.record(z.string(), words).describe("words that ask for the same kind of answer"),
});

/** What search knows of the language of questions. Its content is `library/search-words.yaml`. */
export type SearchWords = z.infer<typeof shape>;

export function parseSearchWords(file: string, text: string): Result<Located<SearchWords>> {
  const parsed = parseYaml(file, text, shape);
  return parsed.ok ? ok(parsed.value) : parsed;
}
