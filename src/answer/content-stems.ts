import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { lexiconOf } from "./understand/lexicon/lexicon.ts";
import type { SpokenTopic } from "./understand/spoken-topic.ts";
import { type ReadTokens, readTokens } from "./understand/text/read-tokens.ts";

/** Stems of the words that say what a text is about. */
export function contentStems(text: string, topic: SpokenTopic, language: ClinicalLanguage): ReadonlySet<string> {
  const { reader, commonStems } = lexiconOf(topic, language);
  const read = readTokens(text, reader);
  const known = found.get(read);
  if (known !== undefined) return known;
  const stems = new Set<string>();
  for (const { kind, stem } of read.tokens)
    if (kind === "word" && !commonStems.has(stem) && LETTERS.test(stem)) stems.add(stem);
  found.set(read, stems);
  return stems;
}

const LETTERS = /\p{L}{2}/u;

/** Of a text that is looked at several times while it is answered. */
const found = new WeakMap<ReadTokens, ReadonlySet<string>>();
