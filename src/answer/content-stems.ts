import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { lexiconOf, type SpokenTopic } from "./understand/lexicon.ts";
import { normalise } from "./understand/normalise.ts";
import { tokenise } from "./understand/tokens.ts";

/** Stems of the words that say what a text is about. */
export function contentStems(text: string, topic: SpokenTopic, language: ClinicalLanguage): ReadonlySet<string> {
  const { reader, commonStems } = lexiconOf(topic, language);
  const words = tokenise(normalise(text), reader).filter(
    (token) => token.kind === "word" && /\p{L}{2}/u.test(token.stem),
  );
  return new Set(words.map((token) => token.stem).filter((stem) => !commonStems.has(stem)));
}
