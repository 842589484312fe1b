import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { lexiconOf, type SpokenTopic } from "./understand/lexicon.ts";
import { readTokens } from "./understand/read-tokens.ts";

/** Stems of the words that say what a text is about. */
export function contentStems(text: string, topic: SpokenTopic, language: ClinicalLanguage): ReadonlySet<string> {
  const { reader, commonStems } = lexiconOf(topic, language);
  const words = readTokens(text, reader).tokens.filter(
    (token) => token.kind === "word" && /\p{L}{2}/u.test(token.stem),
  );
  return new Set(words.map((token) => token.stem).filter((stem) => !commonStems.has(stem)));
}
