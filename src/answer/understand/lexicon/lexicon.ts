import type { Diagnostic } from "../../../kernel/diagnostic.ts";
import type { TopicWords } from "../../../library/model/words.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import { PartIndex } from "../match/part-index.ts";
import type { MeasureWords } from "../measures/measure-words.ts";
import type { CueKind, Entry } from "../phrases/entry.ts";
import { type PhraseContext, parsePhrase } from "../phrases/parse-phrase.ts";
import type { SentenceWords } from "../sentence-words.ts";
import type { SpokenTopic } from "../spoken-topic.ts";
import { WordReader } from "../text/word-reader.ts";
import { type Conditions, conditionsOf } from "./conditions.ts";
import { declaredPairs, type MeasuredTwice } from "./declared-pairs.ts";
import { measureWordsOf } from "./measure-words.ts";
import { featuresOfOtherSide } from "./side-feature.ts";
import { singleWordCues } from "./single-word-cues.ts";
import { vocabularyOf } from "./vocabulary-of-topic.ts";
import { writtenEntries } from "./written-entries.ts";

/** A topic's words and the general language, compiled once into one index. */
export interface Lexicon {
  readonly reader: WordReader;
  readonly measureWords: MeasureWords;
  readonly entries: readonly Entry[];
  readonly index: PartIndex;
  /** Single words of denial, "but" and "if": no gap reaches across them. */
  readonly barring: ReadonlySet<string>;
  /** The same without denials: "but" and "if" part what stands near each other, "not" only denies it. */
  readonly dividing: ReadonlySet<string>;
  readonly skippable: ReadonlySet<string>;
  /** Skippable words that mean nothing by themselves: all but the sides. */
  readonly smallWords: ReadonlySet<string>;
  /** Features measured on the opposite side: a pair with one of them compares sides, any other pair compares times. */
  readonly ofOtherSide: ReadonlySet<string>;
  /** Adjectives, as written, that close a telegraphic statement. */
  readonly predicates: ReadonlySet<string>;
  readonly sentenceWords: SentenceWords;
  readonly commonStems: ReadonlySet<string>;
  readonly conditions: Conditions;
  /** Pairs of features that are one thing measured at two times. */
  readonly measuredTwice: readonly MeasuredTwice[];
  /** Phrases that cannot be read; a lint reports them, and matching goes on without them. */
  readonly diagnostics: readonly Diagnostic[];
}

const compiled = new WeakMap<TopicWords, WeakMap<ClinicalLanguage, Lexicon>>();

/** The compiled lexicon. Remembered by identity: words and language are immutable values. */
export function lexiconOf(topic: SpokenTopic, language: ClinicalLanguage): Lexicon {
  const byLanguage = compiled.get(topic.words) ?? new WeakMap<ClinicalLanguage, Lexicon>();
  compiled.set(topic.words, byLanguage);
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const lexicon = compile(topic, language);
  byLanguage.set(language, lexicon);
  return lexicon;
}

/** What is wrong with the phrases of a topic or of the language. */
export function checkPhrases(topic: SpokenTopic, language: ClinicalLanguage): readonly Diagnostic[] {
  return lexiconOf(topic, language).diagnostics;
}

const DIVIDING: readonly CueKind[] = ["scopeEnds", "supposing", "hypothetical"];
const BARRING: readonly CueKind[] = [
  ...DIVIDING,
  "negationBefore",
  "negationAfter",
  "negationOfWord",
  "notKnownBefore",
];

function compile(topic: SpokenTopic, language: ClinicalLanguage): Lexicon {
  const plain = new WordReader(language);
  const stemsOf = (words: readonly string[]) => words.map((word) => plain.stemOf(word));
  const { entries, diagnostics } = parseEntries(topic, language, plain);
  const sides = new Set(stemsOf([...language.sides.left, ...language.sides.right]));
  const skippable = stemsOf(language.skippable);
  const vocabulary = vocabularyOf(topic, language, plain);
  return {
    reader: new WordReader(language, (word, stem) => vocabulary.correct(word, stem)),
    measureWords: measureWordsOf(language, plain),
    entries,
    index: new PartIndex(entries, stemsOf(["left", "right"])),
    barring: singleWordCues(entries, BARRING),
    dividing: singleWordCues(entries, DIVIDING),
    skippable: new Set(skippable),
    smallWords: new Set(skippable.filter((stem) => !sides.has(stem))),
    ofOtherSide: featuresOfOtherSide(entries),
    predicates: new Set(language.context.predicates),
    sentenceWords: language.sentenceWords,
    commonStems: new Set(stemsOf([...language.commonWords, ...language.skippable])),
    conditions: conditionsOf(entries, topic.words),
    measuredTwice: declaredPairs(topic),
    diagnostics,
  };
}

function parseEntries(
  topic: SpokenTopic,
  language: ClinicalLanguage,
  reader: WordReader,
): Pick<Lexicon, "entries" | "diagnostics"> {
  const context: PhraseContext = { language, reader, parameters: topic.pathway?.parameters ?? [] };
  const entries: Entry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { written, mayDeny, target } of writtenEntries(topic, language)) {
    const phrase = parsePhrase(written, mayDeny, context);
    if (phrase.ok) entries.push({ phrase: phrase.value, target });
    else diagnostics.push(...phrase.diagnostics);
  }
  return { entries, diagnostics };
}
