import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { TopicWords } from "../../library/model/words.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { ClinicalLanguage } from "./clinical-language.ts";
import { conditionedValues } from "./conditions.ts";
import type { AskedFocus, CueKind, Entry, SummaryKind, SummaryLimitKind, Target } from "./entry.ts";
import type { MeasuredTwice } from "./measured-twice.ts";
import type { MeasureWords } from "./measures.ts";
import { normalise } from "./normalise.ts";
import { PartIndex } from "./part-index.ts";
import type { BoundOperator, PhraseContext, PhraseMark } from "./phrase.ts";
import { parsePhrase } from "./phrase.ts";
import type { SentenceWords } from "./sentence-words.ts";
import { tokenise, WordReader } from "./tokens.ts";
import { Vocabulary } from "./vocabulary.ts";
import type { When } from "./when-measured.ts";

/** What of a topic `understand` needs: its pathway's features and score, and how people say them. */
export interface SpokenTopic {
  readonly pathway?: Pick<Pathway, "features" | "scores" | "decidingScore" | "parameters">;
  readonly words: TopicWords;
}

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
  /** Values that are read only beside certain other words. */
  readonly conditioned: ReadonlySet<string>;
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

function compile(topic: SpokenTopic, language: ClinicalLanguage): Lexicon {
  const plain = new WordReader(language);
  const context: PhraseContext = { language, reader: plain, parameters: topic.pathway?.parameters ?? [] };
  const diagnostics: Diagnostic[] = [];
  const entries: Entry[] = [];
  for (const { written, mayDeny, target } of writtenEntries(topic, language)) {
    const phrase = parsePhrase(written, mayDeny, context);
    if (phrase.ok) entries.push({ phrase: phrase.value, target });
    else diagnostics.push(...phrase.diagnostics);
  }
  const sides = new Set([...language.sides.left, ...language.sides.right].map((word) => plain.stemOf(word)));
  const skippable = language.skippable.map((word) => plain.stemOf(word));
  const vocabulary = vocabularyOf(topic, language, plain);
  return {
    reader: new WordReader(language, (word, stem) => vocabulary.correct(word, stem)),
    measureWords: measureWordsOf(language, plain),
    entries,
    index: new PartIndex(entries, [plain.stemOf("left"), plain.stemOf("right")]),
    barring: barringStems(entries, [
      ...DIVIDING,
      "negationBefore",
      "negationAfter",
      "negationOfWord",
      "notKnownBefore",
    ]),
    dividing: barringStems(entries, DIVIDING),
    skippable: new Set(skippable),
    smallWords: new Set(skippable.filter((stem) => !sides.has(stem))),
    ofOtherSide: new Set(entries.flatMap(measuredOnOtherSide)),
    predicates: new Set(language.context.predicates),
    sentenceWords: language.sentenceWords,
    commonStems: new Set([...language.commonWords, ...language.skippable].map((word) => plain.stemOf(word))),
    conditioned: conditionedValues(entries),
    measuredTwice: measuredTwiceOf(topic),
    diagnostics,
  };
}

interface WrittenEntry {
  readonly written: string;
  readonly mayDeny: boolean;
  readonly target: Target;
}

function writtenEntries(topic: SpokenTopic, language: ClinicalLanguage): readonly WrittenEntry[] {
  const entries: WrittenEntry[] = [];
  const add = (phrases: readonly string[], mayDeny: boolean, target: Target): void => {
    for (const written of phrases) entries.push({ written, mayDeny, target });
  };
  for (const feature of topic.pathway?.features ?? []) {
    const words = topic.words.get(feature.id);
    if (words === undefined) continue;
    add(words.phrases, false, { kind: "states", feature, choice: undefined });
    add(words.denials, true, { kind: "denies", feature });
    for (const [choice, phrases] of Object.entries(words.choices))
      add(phrases, true, { kind: "states", feature, choice });
    add(words.watch ?? [], false, { kind: "watched", feature, choice: undefined });
    for (const [choice, phrases] of Object.entries(words.watchFor ?? {}))
      add(phrases, false, { kind: "watched", feature, choice });
    const twice = words.measuredTwice;
    for (const role of ["of", "place", "notOf"] as const)
      for (const [nth, phrase] of (twice?.[role === "place" ? "places" : role] ?? []).entries())
        add([phrase], false, { kind: "measured", feature, role, nth });
    for (const kind of ["onlyWith", "unless"] as const)
      for (const [choice, phrases] of Object.entries(words[kind] ?? {})) add(phrases, false, { kind, feature, choice });
  }
  // Object.entries forgets that the keys are those of the shape.
  for (const [summary, phrases] of Object.entries(language.summaries) as [SummaryKind, readonly string[]][])
    add(phrases, true, { kind: "summary", summary });
  for (const [limit, phrases] of Object.entries(language.summaryLimits) as [SummaryLimitKind, readonly string[]][])
    add(phrases, false, { kind: "summaryLimit", limit });
  for (const [cue, phrases] of Object.entries(language.context) as [CueKind, readonly string[]][])
    add(phrases, false, { kind: "cue", cue });
  for (const [focus, phrases] of Object.entries(language.focus) as [AskedFocus, readonly string[]][])
    add(phrases, false, { kind: "focus", focus });
  for (const [when, phrases] of Object.entries(language.measuredWhen) as [When, readonly string[]][])
    add(phrases, false, { kind: "when", when });
  add(language.idle, false, { kind: "idle" });
  add(language.drugDose, false, { kind: "drugDose" });
  add(language.clinicalHints, false, { kind: "hint", harmless: false });
  add(language.harmlessHints, false, { kind: "hint", harmless: true });
  return entries;
}

function measuredOnOtherSide({ target, phrase }: Entry): readonly string[] {
  const elements = phrase.parts.flatMap((part) => part.elements);
  const isMeasured = elements.some(({ kind }) => kind === "number");
  const isOther = elements.some((element) => element.kind === "side" && element.which === "other");
  return target.kind === "states" && isMeasured && isOther ? [target.feature.id] : [];
}

function measuredTwiceOf({ pathway, words }: SpokenTopic): readonly MeasuredTwice[] {
  const features = pathway?.features ?? [];
  const entry = (id: string, choice?: string): readonly Entry[] =>
    features
      .filter((feature) => feature.id === id)
      .map((feature) => ({
        phrase: { written: id, parts: [], marks: new Set<PhraseMark>() },
        target: { kind: "states", feature, choice },
      }));
  return [...words].flatMap(([id, { measuredTwice: twice, spokenIn }]) => {
    const [[now], [before]] = [entry(id), entry(twice?.before ?? "")];
    if (twice === undefined || now === undefined || before === undefined) return [];
    const tells = Object.entries(twice.tells).flatMap(([of, { value, against }]) =>
      entry(of, value === true ? undefined : value).map((told) => ({ entry: told, against })),
    );
    return [{ now, before, spokenIn, ratherThan: new Set(twice.ratherThan), tells }];
  });
}

const DIVIDING: readonly CueKind[] = ["scopeEnds", "supposing", "hypothetical"];

/** Words that are a cue of one of these kinds by themselves. */
function barringStems(entries: readonly Entry[], kinds: readonly CueKind[]): ReadonlySet<string> {
  const barring = new Set<string>();
  for (const { target, phrase } of entries) {
    if (target.kind !== "cue" || !kinds.includes(target.cue)) continue;
    for (const { elements, near } of phrase.parts) {
      const [element] = elements;
      if (near.length > 0 || elements.length !== 1 || element?.kind !== "words") continue;
      for (const [stem, sequences] of element.byFirst)
        if (sequences.some((sequence) => sequence.length === 1)) barring.add(stem);
    }
  }
  return barring;
}

function measureWordsOf(language: ClinicalLanguage, reader: WordReader): MeasureWords {
  const tokensOf = (text: string) => tokenise(normalise(text), reader).filter((token) => token.kind !== "break");
  const raws = (text: string) => tokensOf(text).map((token) => token.raw);
  const stems = (text: string) => tokensOf(text).map((token) => token.stem);
  const units = Object.entries(language.units).flatMap(([unit, written]) =>
    written.map((text) => ({ unit, raws: raws(text) })),
  );
  return {
    units,
    unitsByWord: Map.groupBy(
      units.toSorted((left, right) => right.raws.length - left.raws.length),
      ({ raws: [first = ""] }) => first,
    ),
    bases: Object.entries(language.bases).flatMap(([basis, written]) =>
      written.map((text) => ({ basis, raws: raws(text) })),
    ),
    // Object.entries forgets that the keys are those of the shape.
    comparators: (Object.entries(language.comparators) as [BoundOperator | "about", readonly string[]][])
      .flatMap(([operator, written]) => written.map((text) => ({ operator, stems: stems(text) })))
      .sort((left, right) => right.stems.length - left.stems.length),
    relativeTimes: Map.groupBy(
      Object.entries(language.relativeTimes).map(([text, days]) => ({ days, stems: stems(text) })),
      ({ stems: [first = ""] }) => first,
    ),
    scales: new Map(Object.entries(language.numberScales)),
    sentenceWords: language.sentenceWords,
  };
}

/**
 * Every word that a phrase may be written with, so that misspellings of it are recognised. Words of context are left out: a slip
 * there would turn what is said round ("farmer" is not "former").
 */
function vocabularyOf(topic: SpokenTopic, language: ClinicalLanguage, reader: WordReader): Vocabulary {
  const texts = [
    ...[...topic.words.values()].flatMap((words) => [
      ...words.phrases,
      ...words.denials,
      ...(words.watch ?? []),
      ...(words.measuredTwice?.of ?? []),
      ...[words.choices, words.onlyWith, words.unless, words.watchFor].flatMap((lists) =>
        Object.values(lists ?? {}).flat(),
      ),
    ]),
    ...Object.values(language.classes).flat(),
    ...Object.values(language.summaries).flat(),
    ...Object.values(language.focus).flat(),
    ...Object.values(language.measuredWhen).flat(),
    ...language.idle,
    ...language.clinicalHints,
    ...language.harmlessHints,
    ...Object.values(language.abbreviations),
    ...Object.values(language.units).flat(),
    ...Object.keys(language.numberWords),
    ...language.skippable,
  ];
  const words = new Map<string, string>();
  for (const text of texts)
    for (const [word] of text.matchAll(/\p{L}+/gu))
      words.set(reader.canonical(word.toLowerCase()), reader.stemOf(word));
  const cueWords = Object.values(language.context)
    .flat()
    .flatMap((cue) => cue.match(/\p{L}+/gu) ?? []);
  const never = [...language.neverCorrected, ...language.commonWords, ...cueWords].map((word) => reader.stemOf(word));
  return new Vocabulary(words, new Set(never));
}
