import type { Diagnostic } from "../../../kernel/diagnostic.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import { type Lexicon, lexiconOf } from "../lexicon/lexicon.ts";
import { type MatchedText, matchText, NO_WORD } from "../match/matched-text.ts";
import type { NumberedPart, Sequence } from "../match/step.ts";
import { MAX_GAP, Walk } from "../match/walk.ts";
import { type Reading, readingsOf } from "../readings/readings.ts";
import { withoutPieces } from "../readings/without-pieces.ts";
import type { SpokenTopic } from "../spoken-topic.ts";
import { normalise } from "../text/normalise.ts";
import { tokenise } from "../text/tokenise.ts";
import { Containment, type Place, placesOf, requiredWords } from "./containment.ts";
import { SampleText } from "./sample-text.ts";
import { type TakenWords, wordsDiagnostics } from "./words-diagnostics.ts";

/** Ways to write one phrase that are tried for one shorter phrase inside it. */
const MOST_WAYS = 8;

/**
 * The longest phrase takes its words for itself, so that a phrase of one feature can leave another's unread: a sign that is told is then taken
 * for one that was not. Every phrase is looked for in every longer one of another feature, by the words that it needs, and a text that holds
 * both is read. What the reader still reads is not reported, nor what `takesFrom` of the longer phrase's feature says is meant.
 */
export function checkTakenWords(topic: SpokenTopic, language: ClinicalLanguage): readonly Diagnostic[] {
  const meant = [...topic.words].flatMap(([by, { takesFrom = [] }]) => takesFrom.map((from) => ({ by, from })));
  const isMeant = new Set(meant.map(pairOf));
  const found = takenWords(topic, language, isMeant);
  const pairs = new Set(found.map(pairOf));
  return [
    ...found
      .filter((taken) => !isMeant.has(pairOf(taken)))
      .map((taken) => wordsDiagnostics.report("words-taken", taken)),
    ...meant
      .filter((pair) => !pairs.has(pairOf(pair)))
      .map((pair) => wordsDiagnostics.report("words-taken-none", pair)),
  ];
}

/** What each longer phrase takes from each other feature, once; of two features of which it is meant, whether there is any. */
function takenWords(
  topic: SpokenTopic,
  language: ClinicalLanguage,
  isMeant: ReadonlySet<string>,
): readonly TakenWords[] {
  const lexicon = lexiconOf(topic, language);
  const sample = new SampleText(topic, language, lexicon);
  const isTaken = readerOf(topic, lexicon);
  const whole = lexicon.index.parts.filter(
    ({ entry: { phrase } }) => phrase.parts.length === 1 && !phrase.marks.has("alarm"),
  );
  const shorter = byWord(whole.filter(isOfSilence(topic)));
  const skippable = new Set([...lexicon.skippable].map((stem) => lexicon.index.numberOf(stem)));
  const found = new Map<string, TakenWords>();
  for (const longer of whole.filter((part) => featureIdOf(part) !== "")) {
    const places = placesOf(longer);
    const containment = new Containment(places, skippable, MOST_WAYS);
    const by = featureIdOf(longer);
    const keyOf = (phrase: NumberedPart) => {
      const pair = pairOf({ by, from: featureIdOf(phrase) });
      return isMeant.has(pair) ? pair : `${pair}\n${longer.entry.phrase.written}`;
    };
    const isOpen = (phrase: NumberedPart) => featureIdOf(phrase) !== by && !found.has(keyOf(phrase));
    for (const phrase of candidatesIn(places, shorter, isOpen)) {
      if (!isOpen(phrase)) continue;
      const text = containment
        .of(phrase)
        .map((choice) => sample.of(places, choice))
        .find((written) => isTaken(written, longer, phrase));
      if (text === undefined) continue;
      found.set(keyOf(phrase), {
        by,
        from: featureIdOf(phrase),
        longer: longer.entry.phrase.written,
        shorter: phrase.entry.phrase.written,
        text,
      });
    }
  }
  return [...found.values()];
}

function pairOf({ by, from }: Pick<TakenWords, "by" | "from">): string {
  return `${by} ${from}`;
}

/** A phrase that may go unread, with the words that it needs. */
interface Shorter {
  readonly part: NumberedPart;
  readonly required: readonly (readonly Sequence[])[];
}

/** Phrases by one of the words that each must have: of all the words that it needs, those of the place with the fewest. */
function byWord(parts: readonly NumberedPart[]): ReadonlyMap<number, readonly Shorter[]> {
  const index = new Map<number, Shorter[]>();
  for (const part of parts) {
    const required = requiredWords(part).toSorted((left, right) => left.length - right.length);
    for (const word of new Set(required[0]?.map(([first = NO_WORD]) => first) ?? [])) {
      const there = index.get(word);
      if (there === undefined) index.set(word, [{ part, required }]);
      else there.push({ part, required });
    }
  }
  return index;
}

/** Phrases of other features of which these places can hold every word that they need. */
function candidatesIn(
  places: readonly Place[],
  index: ReadonlyMap<number, readonly Shorter[]>,
  isWanted: (part: NumberedPart) => boolean,
): readonly NumberedPart[] {
  const words = new Set<number>();
  for (const place of places)
    for (const sequence of place.kind === "words" ? place.sequences : []) for (const word of sequence) words.add(word);
  // Phrases share the words of a place: each is asked about once.
  const held = new Map<readonly Sequence[], boolean>();
  const holds = (sequences: readonly Sequence[]) => {
    const known = held.get(sequences) ?? sequences.some((sequence) => sequence.every((word) => words.has(word)));
    held.set(sequences, known);
    return known;
  };
  const near = new Set<NumberedPart>();
  for (const word of words)
    for (const { part, required } of index.get(word) ?? [])
      if (!near.has(part) && isWanted(part) && required.every(holds)) near.add(part);
  return [...near];
}

/** Whether it tells what would be taken for absent if it went unread: an item of a score, or what is presumed where nothing is said. */
function isOfSilence({ pathway }: SpokenTopic): (part: NumberedPart) => boolean {
  const items = new Set((pathway?.scores ?? []).flatMap((score) => score.items.map(({ feature }) => feature)));
  return ({ entry: { target, phrase }, part, numbers, needsSide }) => {
    // What takes a number or means a side may find another one in the text: which, is not for a phrase to say.
    if (target.kind !== "states" || part.whenDenied || numbers > 0 || needsSide || phrase.marks.has("notKnown"))
      return false;
    const { id, presume } = target.feature;
    return items.has(id) || (presume !== undefined && presume !== (target.choice ?? true));
  };
}

/** Reads a text for two phrases: whether the longer leaves nothing to be read of the shorter one's feature. */
function readerOf(
  { pathway }: SpokenTopic,
  lexicon: Lexicon,
): (text: string, longer: NumberedPart, shorter: NumberedPart) => boolean {
  const features = new Map((pathway?.features ?? []).map((feature) => [feature.id, feature]));
  const { index, reader, smallWords } = lexicon;
  const sides = { same: index.numberOf(reader.stemOf("left")), other: index.numberOf(reader.stemOf("right")) };
  const told = Map.groupBy(index.parts, featureIdOf);
  return (written, longer, shorter) => {
    const text = matchText(tokenise(normalise(written), reader), lexicon);
    const walk = new Walk(text, features, { maxGap: MAX_GAP, claimed: new Map(), sides });
    const find = (part: NumberedPart) => beginningsOf(part, text).flatMap((at) => walk.find(part, at) ?? []);
    const feature = featureIdOf(shorter);
    const both = [longer, ...(told.get(feature) ?? [])].flatMap(find);
    if (!both.some(({ entry }) => entry === shorter.entry)) return false;
    const isSmallWord = (at: number) => smallWords.has(text.tokens[at]?.stem ?? "");
    const left = readingsOf(withoutPieces(both, isSmallWord), []);
    return left.some(({ entry }) => entry === longer.entry) && !left.some((reading) => tells(reading, feature));
  };
}

function beginningsOf({ steps: [first] }: NumberedPart, { words, tokens }: MatchedText): readonly number[] {
  const places = [...tokens.keys()];
  return first?.kind === "words" ? places.filter((at) => first.byFirst.has(words[at] ?? NO_WORD)) : places;
}

function isAbout({ entry: { target } }: Pick<NumberedPart, "entry">, feature: string): boolean {
  return (target.kind === "states" || target.kind === "denies") && target.feature.id === feature;
}

/** What counts only where it is denied says nothing here, and words of alarm give way to whatever else is read. */
function tells({ entry }: Reading, feature: string): boolean {
  const { parts, marks } = entry.phrase;
  return isAbout({ entry }, feature) && !marks.has("alarm") && !(parts.length === 1 && parts[0]?.whenDenied === true);
}

function featureIdOf({ entry: { target } }: NumberedPart): string {
  return target.kind === "states" || target.kind === "denies" ? target.feature.id : "";
}
