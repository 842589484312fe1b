import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { type Lexicon, lexiconOf } from "../understand/lexicon/lexicon.ts";
import type { SpokenTopic } from "../understand/spoken-topic.ts";
import { normalise } from "../understand/text/normalise.ts";
import { readTokens } from "../understand/text/read-tokens.ts";
import { tokenise } from "../understand/text/tokenise.ts";

/** What kind of thing a question asks for, by the names that the language gives them: a reason, a time, a number. */
export function waysOfAsking(question: string, topic: SpokenTopic, language: ClinicalLanguage): ReadonlySet<string> {
  const lexicon = lexiconOf(topic, language);
  const phrases = phrasesOf(lexicon, language);
  const stems = readTokens(question, lexicon.reader).tokens.map(({ stem }) => stem);
  const found = new Set<string>();
  for (const [at, first] of stems.entries())
    for (const phrase of phrases.get(first) ?? [])
      if (phrase.stems.every((stem, offset) => stems[at + offset] === stem)) found.add(phrase.name);
  return found;
}

interface AskingPhrase {
  readonly name: string;
  readonly stems: readonly string[];
}

const compiled = new WeakMap<Lexicon, ReadonlyMap<string, readonly AskingPhrase[]>>();

/** Phrases by their first stem. Remembered by identity: a lexicon is an immutable value. */
function phrasesOf(
  lexicon: Lexicon,
  { waysOfAsking: ways }: ClinicalLanguage,
): ReadonlyMap<string, readonly AskingPhrase[]> {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const phrases = Object.entries(ways).flatMap(([name, written]) =>
    written.map((phrase) => ({ name, stems: tokenise(normalise(phrase), lexicon.reader).map(({ stem }) => stem) })),
  );
  const made = Map.groupBy(phrases, ({ stems }) => stems[0] ?? "");
  compiled.set(lexicon, made);
  return made;
}
