import { z } from "zod";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { ok, type Result } from "../../kernel/result.ts";

const phrases = z.array(z.string().min(1).toLowerCase()).readonly();

const shape = z.strictObject({
  abbreviations: phrases.describe("a full stop behind these ends no sentence"),
  results: phrases.describe("says what was found"),
  conclusions: phrases.describe("concludes"),
  recommendations: phrases.describe("advises"),
  purposes: phrases.describe("says what was to be found out"),
  methods: phrases.describe("says how it was done"),
  pointers: phrases.describe("at the start of a sentence: points back at what stands before"),
  directions: z.strictObject({ unchanged: phrases, up: phrases, down: phrases }),
  advice: z.strictObject({ against: phrases, favour: phrases }),
  say: z.strictObject({
    nothingGoodEnough: z.string().describe("added to a refusal after the sources were searched in vain"),
    direction: z.string().describe("beside sentences that say opposite things of what happens"),
    advice: z.string().describe("beside sentences that advise opposite things"),
    notCovered: z.string().describe("beside a word of the question that is in no quote"),
  }),
});

/** The words by which sentences are chosen. Their content is `library/quoting-words.yaml`. */
export type QuotingWords = z.infer<typeof shape>;

export function parseQuotingWords(file: string, text: string): Result<QuotingWords> {
  const parsed = parseYaml(file, text, shape);
  return parsed.ok ? ok(parsed.value.value) : parsed;
}
