import type { FeatureWords } from "../../../library/model/words.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import type { SpokenTopic } from "../spoken-topic.ts";
import type { WordReader } from "../text/word-reader.ts";
import { Vocabulary } from "./vocabulary.ts";

/**
 * Every word that a phrase may be written with, so that misspellings of it are recognised. Words of context are left out: a slip
 * there would turn what is said round ("farmer" is not "former").
 */
export function vocabularyOf(topic: SpokenTopic, language: ClinicalLanguage, reader: WordReader): Vocabulary {
  const texts = [...[...topic.words.values()].flatMap(textsOfFeature), ...textsOfLanguage(language)];
  const words = new Map(
    texts.flatMap(wordsOf).map((word) => [reader.canonical(word.toLowerCase()), reader.stemOf(word)] as const),
  );
  const cueWords = Object.values(language.context).flat().flatMap(wordsOf);
  const never = [...language.neverCorrected, ...language.commonWords, ...cueWords].map((word) => reader.stemOf(word));
  return new Vocabulary(words, new Set(never));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

function textsOfFeature(words: FeatureWords): readonly string[] {
  const { choices, onlyWith, unless, watchFor } = words;
  return [
    ...words.phrases,
    ...words.denials,
    ...(words.watch ?? []),
    ...(words.about ?? []),
    ...(words.measuredTwice?.of ?? []),
    ...[choices, onlyWith, unless, watchFor].flatMap((lists) => Object.values(lists ?? {}).flat()),
  ];
}

function textsOfLanguage(language: ClinicalLanguage): readonly string[] {
  return [
    ...Object.values(language.classes).flat(),
    ...Object.values(language.summaries).flat(),
    ...Object.values(language.focus).flat(),
    ...Object.values(language.measuredWhen).flat(),
    ...Object.values(language.results).flat(),
    ...language.idle,
    ...language.clinicalHints,
    ...language.harmlessHints,
    ...Object.values(language.abbreviations),
    ...Object.values(language.units).flat(),
    ...Object.keys(language.numberWords),
    ...language.skippable,
  ];
}
