import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { TextSpan } from "../../pathway/model/finding.ts";
import { type AssayContext, assayContext } from "./assay-context.ts";
import type { ClinicalLanguage } from "./clinical-language.ts";
import { withoutUnmet } from "./conditions.ts";
import type { NamedTokens } from "./context/denied-lists.ts";
import type { Lights } from "./context/light.ts";
import { readLights } from "./context/read-lights.ts";
import type { CueKind, Target } from "./entry.ts";
import { isSpokenIn } from "./fit.ts";
import { type Lexicon, lexiconOf, type SpokenTopic } from "./lexicon.ts";
import { Matcher } from "./match.ts";
import { type MatchedText, matchText } from "./matched-text.ts";
import { withPairs } from "./measured-twice.ts";
import { type NormalisedText, originalSpan } from "./normalise.ts";
import { readTokens } from "./read-tokens.ts";
import { type Reading, readingsOf, withoutPieces } from "./readings.ts";
import { sideFeatureOf } from "./side-feature.ts";
import {
  affectedSide,
  isOfOtherSide,
  isOnlyCompared,
  orderPair,
  type Side,
  type SideWords,
  withoutMeasuredSide,
} from "./sides.ts";
import { isBreak, isSentenceEnd, type Token } from "./tokens.ts";
import type { Capture, Match, Sides } from "./walk.ts";

/** A text with everything that was found in it, before any of it becomes a statement. */
export interface Scene extends AssayContext {
  readonly text: MatchedText;
  readonly lights: Lights;
  readonly readings: readonly Reading[];
  readonly features: ReadonlyMap<string, CaseFeature>;
  readonly spanOf: (from: number, to: number) => TextSpan;
  readonly capturesOf: (reading: Reading) => readonly Capture[];
  readonly unitLeftOut: (capture: Capture) => string | undefined;
  readonly isSpokenSo: (capture: Capture) => boolean;
  readonly isLimit: (capture: Capture) => boolean;
  readonly negatives: ReadonlySet<string>;
  /** Words that begin what is left out of a list, and words that point to what was told before. */
  readonly exceptions: ReadonlySet<string>;
  readonly pointing: ReadonlySet<string>;
  /** Whether the clause of the reading supposes that there is more than it names: "the other items", "apart from this". */
  readonly supposesMore: (reading: Reading) => boolean;
  /** Whether its sentence has a word that leaves something out: "the rest of the leg, calf included, is normal". */
  readonly speaksOfRest: (reading: Reading) => boolean;
}

/**
 * How a text is taken. `supposed`: what it only supposes ("what if the scan is negative?") is read as if it were so, for a
 * follow-up that asks what would then be advised.
 */
export type Mood = "stated" | "supposed";

/** Reads the text once for the side in question, and again where phrases that mean that side or the other are found. */
export function readScene(
  question: string,
  topic: SpokenTopic,
  language: ClinicalLanguage,
  mood: Mood = "stated",
): Scene {
  const lexicon = lexiconOf(topic, language);
  const { normalised, tokens } = readTokens(question, lexicon.reader);
  const features = new Map((topic.pathway?.features ?? []).map((feature) => [feature.id, feature]));
  const words = sideWords(language, lexicon);
  const text = matchText(tokens, lexicon);
  const matcher = new Matcher(text, lexicon.index, features);
  const first = readOnce(text, matcher.find(undefined), lexicon, features, mood);
  const sideFeature = sideFeatureOf(features.values());
  const ofSides = ({ readings, lights }: Once) =>
    withoutPastSides(
      withoutMeasuredSide(readings, sideFeature, tokens, words, lexicon.ofOtherSide),
      sideFeature,
      tokens,
    )
      .filter((reading) => !(isAbout(reading, sideFeature) && isOnlyCompared(reading, tokens, lights, words)))
      // A doubtful diagnosis does not make the side of it doubtful ("?cellulitis of the left leg").
      .map((reading) =>
        reading.light === "uncertain" && isAbout(reading, sideFeature) ? { ...reading, light: undefined } : reading,
      );
  const side = affectedSide(ofSides(first), sideFeature);
  const sides = side === undefined ? undefined : sidesFrom(side, lexicon);
  const settled =
    sides === undefined || !matcher.isMeantBySome(sides)
      ? first
      : readOnce(text, matcher.find(sides), lexicon, features, mood);
  const supposes = ({ raw }: Token) => lexicon.sentenceWords.supposingMore.has(raw);
  const said = { lights: settled.lights, idle: idleTokens(withoutSide(settled.readings)) };
  return {
    text,
    lights: settled.lights,
    readings: ofSides(settled).map((reading) =>
      isOfOtherSide(reading, side, said, tokens, words) ? { ...reading, light: "otherSide" } : reading,
    ),
    features,
    spanOf: spansOf(normalised, tokens),
    capturesOf: (reading) => {
      const pair = withUnitOfPair(reading.captures);
      return saysWhichSide(reading) ? pair : orderPair(pair, tokens, side, words, lexicon.ofOtherSide);
    },
    ...assayContext(text, lexicon.measureWords),
    unitLeftOut: (capture) => unitLeftOut(capture, topic),
    isSpokenSo: (capture) => isSpokenSo(capture, topic),
    isLimit: ({ feature }) => topic.words.get(feature)?.isLimit ?? false,
    negatives: lexicon.sentenceWords.negatives,
    exceptions: lexicon.sentenceWords.exceptions,
    pointing: lexicon.sentenceWords.pointing,
    supposesMore: (reading) => wordsAround(reading, tokens, isBreak).some(supposes),
    speaksOfRest: (reading) => wordsAround(reading, tokens, isSentenceEnd).some(supposes),
  };
}

/** Bounded: a hostile text is one clause. */
const CLAUSE_REACH = 30;

function wordsAround(
  { from, to }: Reading,
  tokens: readonly Token[],
  ends: (token: Token | undefined) => boolean,
): readonly Token[] {
  let first = from;
  while (first > 0 && from - first < CLAUSE_REACH && !ends(tokens[first - 1])) first -= 1;
  let end = to;
  while (end - to < CLAUSE_REACH && end < tokens.length && !ends(tokens[end])) end += 1;
  return tokens.slice(first, end);
}

/** "L calf 41.5, R 37" is in centimetres: no calf measures 41 inches, nor 41 millimetres. The topic says so for its features. */
function unitLeftOut({ feature, measure: { unit, value } }: Capture, { words }: SpokenTopic): string | undefined {
  const bare = words.get(feature)?.bareNumber;
  if (bare === undefined || unit !== undefined || value === undefined) return undefined;
  return value.gte(bare.from) && value.lte(bare.to) ? bare.unit : undefined;
}

/** "The difference is 4.5 mm" is no calf's. The topic says so for its features. */
function isSpokenSo({ feature, measure }: Capture, { words }: SpokenTopic): boolean {
  return isSpokenIn(words.get(feature)?.spokenIn, measure);
}

/** "After a DVT in the right leg; now the left calf": the side of an earlier clot counts only where no other side is named. */
function withoutPastSides(
  readings: readonly Reading[],
  feature: CaseFeature | undefined,
  tokens: readonly Token[],
): readonly Reading[] {
  const timeless = readings.filter(({ entry }) => entry.phrase.marks.has("timeless") && entry.target.kind !== "focus");
  const isPast = (reading: Reading) =>
    timeless.some(
      ({ entry, from, to }) =>
        (entry.target.kind !== "states" || entry.target.feature !== feature) &&
        isOfHistory(entry.target) &&
        (reading.from >= to ? reading.from - to : from - reading.to) <= SIDE_OF_HISTORY &&
        !tokens.slice(Math.min(to, reading.to), Math.max(from, reading.from)).some(isBreak),
    );
  const sides = readings.filter((reading) => isAbout(reading, feature) && reading.light === undefined);
  const present = sides.filter((reading) => !isPast(reading));
  if (present.length === 0) return readings;
  return readings.filter((reading) => !isAbout(reading, feature) || !isPast(reading));
}

/** Words between an earlier event and the side it was on. */
const SIDE_OF_HISTORY = 3;

/** A yes/no of the patient's history: neither who the patient is, nor a value of a list. */
function isOfHistory(target: Reading["entry"]["target"]): boolean {
  return (target.kind === "states" || target.kind === "denies") && target.feature.type.kind === "truth";
}

/** Tokens of words that are known to mean nothing here. */
export function idleTokens(readings: readonly Reading[]): ReadonlySet<number> {
  return new Set(readings.flatMap(({ entry, at }) => (entry.target.kind === "idle" ? at : [])));
}

/** Those that name no side either, as "left out" does; the other leg's do ("the left leg is normal"). */
function withoutSide(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter(({ entry: { phrase } }) => !/@(?:same|other)/.test(phrase.written));
}

interface Once {
  readonly lights: Lights;
  readonly readings: readonly Reading[];
}

function sidesFrom(side: Side, { reader, index }: Lexicon): Sides {
  const wordFor = (name: Side) => index.numberOf(reader.stemOf(name));
  return { same: wordFor(side), other: wordFor(side === "left" ? "right" : "left") };
}

/** Words that tell what a number was measured of, and when. */
const OF_MEASURES: ReadonlySet<Target["kind"]> = new Set(["measured", "when"]);

function readOnce(
  text: MatchedText,
  found: readonly Match[],
  lexicon: Lexicon,
  features: ReadonlyMap<string, CaseFeature>,
  mood: Mood,
): Once {
  const isSmallWord = (at: number) => lexicon.smallWords.has(text.tokens[at]?.stem ?? "");
  const matches = withoutPieces(found, isSmallWord);
  const consumed = new Set(matches.flatMap((match) => (isConsuming(match) ? match.at : [])));
  const lights = readLights(
    text,
    {
      cues: matches.filter(({ entry }) => entry.target.kind === "cue" && !isSupposing(entry.target.cue, mood)),
      phrases: matches.filter((match) => isConsuming(match) && match.entry.target.kind !== "idle"),
      consumed,
      named: namedIn(matches),
    },
    lexicon,
    mood === "stated",
  );
  const ofKind = (are: boolean) => matches.filter(({ entry }) => OF_MEASURES.has(entry.target.kind) === are);
  const said = ofKind(false).filter(({ entry }) => entry.target.kind !== "cue");
  const readings = withoutUnmet(readingsOf(said, lights), text, lexicon.conditioned);
  const words = readingsOf(ofKind(true), lights);
  const twice = { text, words, lights, features, between: lexicon.sentenceWords.betweenNumbers };
  return { lights, readings: withPairs(readings, lexicon.measuredTwice, twice) };
}

/** Tokens with which a topic names something that one may have or not, and those that name a test: what is said of it is its result. */
function namedIn(matches: readonly Match[]): NamedTokens {
  const finds = matches.flatMap(({ at, entry: { target, phrase } }) =>
    // Words of alarm may tell of a scan, and need not: "a thrombosis" in a list of risks is none.
    (target.kind === "states" || target.kind === "denies") && !phrase.marks.has("alarm")
      ? [{ at, feature: target.feature, isWhole: phrase.parts.length === 1 }]
      : [],
  );
  const isTest = ({ feature: { cost } }: (typeof finds)[number]) => cost !== "history" && cost !== "examination";
  const things = finds.filter((one) => one.feature.type.kind === "truth" && !isTest(one));
  // A former thrombosis is no scan, though a scan may show one.
  const whole = new Set(things.flatMap(({ at, isWhole }) => (isWhole ? at : [])));
  // A word that tells of a scan only beside others ("clot") may be any clot in a list.
  const tests = finds.flatMap((one) => (isTest(one) && one.isWhole ? one.at.filter((at) => !whole.has(at)) : []));
  return { things: new Set(things.flatMap(({ at }) => at)), outright: whole, tests: new Set(tests) };
}

const SUPPOSING: ReadonlySet<CueKind> = new Set([
  "supposing",
  "hypothetical",
  "hypotheticalAfter",
  "asking",
  "askedAct",
]);

function isSupposing(cue: CueKind, mood: Mood): boolean {
  return mood === "supposed" && SUPPOSING.has(cue);
}

/** A word that is part of a longer phrase ("not visualised") is no cue of its own. */
function isConsuming({ entry, at }: Match): boolean {
  return (
    at.length > 1 &&
    entry.phrase.parts.length === 1 &&
    !entry.phrase.marks.has("alarm") &&
    ["states", "denies", "idle", "summary"].includes(entry.target.kind)
  );
}

function sideWords(language: ClinicalLanguage, { reader, sentenceWords }: Lexicon): SideWords {
  const stems = (words: readonly string[]) => new Set(words.map((word) => reader.stemOf(word)));
  const { betweenNumbers } = sentenceWords;
  return { left: stems(language.sides.left), right: stems(language.sides.right), betweenNumbers };
}

function isAbout({ entry }: Reading, feature: CaseFeature | undefined): boolean {
  return entry.target.kind === "states" && entry.target.feature === feature;
}

function spansOf(normalised: NormalisedText, tokens: readonly Token[]): (from: number, to: number) => TextSpan {
  return (from, to) => originalSpan(normalised, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** "37 to the right's 33.5": the phrase itself says which of its numbers is the other side's. */
function saysWhichSide({ entry }: Reading): boolean {
  return entry.phrase.parts.some(({ elements }) => elements.some(({ kind }) => kind === "side"));
}

/** "37.9 and 35.0 cm": the unit written once holds for both. */
function withUnitOfPair(captures: readonly Capture[]): readonly Capture[] {
  if (captures.length !== 2) return captures;
  const unit = captures.map(({ measure }) => measure.unit).find((written) => written !== undefined);
  return captures.map((capture) => ({
    ...capture,
    measure: { ...capture.measure, unit: capture.measure.unit ?? unit },
  }));
}
