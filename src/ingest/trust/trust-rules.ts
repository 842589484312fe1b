import { z } from "zod";
import { type Located, parseYaml } from "../../kernel/located-yaml.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { toSkeleton } from "./look-alikes.ts";

const phrases = z.array(z.string().regex(/[\p{L}\p{N}]/u)).readonly();

const shape = z.strictObject({
  hosts: z
    .array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w/-]+)?$/))
    .readonly()
    .describe("sites whose pages machines write"),
  machineVoice: phrases.describe("what only a machine says of itself"),
  machineCredits: phrases.describe("how pages credit a machine; not looked for in literature"),
  orders: phrases.describe("orders to a machine that reads"),
  marks: z.array(z.string().min(4)).readonly().describe("marks that chat programs put around what is said, as written"),
});

/** What is not taken for evidence. Its content is `library/trust-rules.yaml`. */
export type TrustRules = z.infer<typeof shape>;

export function parseTrustRules(file: string, text: string): Result<Located<TrustRules>> {
  const parsed = parseYaml(file, text, shape);
  return parsed.ok ? ok(parsed.value) : parsed;
}

/** In a phrase: some words may stand here. */
export const GAP_MARK = "...";
/** How many at most. */
const GAP = 4;
const BETWEEN = "[^\\p{L}\\p{N}]+";

/** One expression that finds any of the phrases in a text. Never matches when there are none. */
export function phrasePattern(list: readonly string[]): RegExp {
  if (list.length === 0) return /(?!)/u;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.map(phraseSource).join("|")})(?![\\p{L}\\p{N}])`, "iu");
}

function phraseSource(phrase: string): string {
  let source = "";
  let isGap = false;
  for (const part of phrase.split(/\s+/)) {
    if (part === GAP_MARK) isGap = true;
    else {
      const words = wordsOfPart(part);
      if (source !== "") source += isGap ? `${BETWEEN}(?:[\\p{L}\\p{N}]+${BETWEEN}){0,${GAP}}?` : BETWEEN;
      source += words.length === 1 ? words[0] : `(?:${words.join("|")})`;
      isGap = false;
    }
  }
  return source;
}

/** The words that may stand at one place of a phrase. */
export function wordsOfPart(part: string): readonly string[] {
  return part.split("|").map((word) => toSkeleton(word).replace(/[^\p{L}\p{N}]/gu, ""));
}
