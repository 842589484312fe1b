import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { Statement, TextSpan } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "./clinical-language.ts";
import { type Lights, readLights } from "./context.ts";
import { type Focus, focusOf } from "./focus.ts";
import { type Lexicon, lexiconOf, type SpokenTopic } from "./lexicon.ts";
import { findMatches, type Match, type MatchedText } from "./match.ts";
import { readMeasures } from "./measures.ts";
import { type NormalisedText, normalise, originalSpan } from "./normalise.ts";
import { type Reading, readingsOf, withoutPieces } from "./readings.ts";
import { affectedSide, isOnlyCompared, orderPair, type SideWords, sideFeatureOf } from "./sides.ts";
import { type NotOfPatient, type Outcome, outcomesOf, type Unsettled } from "./statements.ts";
import { type Implied, statementsOfSummaries } from "./summaries.ts";
import { isSentenceEnd, type Token, tokenise } from "./tokens.ts";
import { unreadClauses } from "./unread.ts";

/** What a text says, of whom, and what it asks. Every span points into the reader's own text. */
export interface Understanding {
  /** Findings of the patient, in the order of the text. Statements that contradict each other are all here. */
  readonly statements: readonly Statement[];
  /** Which of the statements were read from a summary ("no other Wells feature"), for the reader to confirm. */
  readonly implied: readonly Implied[];
  /** Words about a feature that state nothing: hedged, past, or not specific enough. */
  readonly uncertain: readonly Unsettled[];
  readonly notOfPatient: readonly NotOfPatient[];
  /** Clauses that look clinical and were not read. */
  readonly unread: readonly TextSpan[];
  readonly focus: Focus;
  /** Where the focus is said; absent when nothing was asked in words. */
  readonly focusSpan?: TextSpan;
  /** Where a drug or a dose is asked for. */
  readonly drugDose?: TextSpan;
  /** How many general clinical words the text holds: what tells a question of another field from one of none. */
  readonly clinicalWords: number;
}

/** Reads a clinician's free text with the words of one topic. Deterministic and local; silence about a feature gives no statement. */
export function understand(question: string, topic: SpokenTopic, language: ClinicalLanguage): Understanding {
  const scene = readScene(question, topic, language);
  const outcomes = outcomesOf(scene.readings, scene);
  const direct = outcomes.flatMap(({ statement }) => statement ?? []);
  const spoken = new Set(outcomes.flatMap(({ statement }) => (statement === undefined ? [] : [statement.feature])));
  const summed = statementsOfSummaries(scene.readings, topic, outcomes, scene);
  const statements = withoutRepeats([...direct, ...summed.statements]);
  const drugDose = scene.readings.find(({ entry }) => entry.target.kind === "drugDose");
  return {
    statements,
    implied: summed.implied,
    uncertain: unsettledOf(outcomes, spoken),
    notOfPatient: outcomes.flatMap(({ notOfPatient }) => notOfPatient ?? []),
    unread: unreadClauses(scene.text, scene.lights, readTokens(scene.readings), hintTokens(scene.readings), scene.spanOf),
    ...focusOf(scene.readings, statements.length > 0, scene.spanOf),
    clinicalWords: hintTokens(scene.readings).size + medicalWords(scene.text.tokens, language),
    ...(drugDose === undefined ? {} : { drugDose: scene.spanOf(drugDose.from, drugDose.to) }),
  };
}

/** Unsettled words, without those that another phrase has read as a statement. */
function unsettledOf(outcomes: readonly Outcome[], spoken: ReadonlySet<string>): readonly Unsettled[] {
  const read = new Set(outcomes.flatMap(({ statement, reading }) => (statement === undefined ? [] : reading.at)));
  const seen = new Set<string>();
  return outcomes.flatMap(({ unsettled, reading, feature }) => {
    if (unsettled === undefined || spoken.has(unsettled.feature)) return [];
    const key = `${unsettled.feature} ${unsettled.reason}`;
    const vague = unsettled.reason === "not-specific" || unsettled.reason === "denied-in-part";
    // The name of a test is no vague finding.
    const isTest = feature.cost === "laboratory" || feature.cost === "imaging";
    if (seen.has(key) || (vague && (isTest || reading.at.every((at) => read.has(at))))) return [];
    seen.add(key);
    return [unsettled];
  });
}

interface Scene {
  readonly text: MatchedText;
  readonly lights: Lights;
  readonly readings: readonly Reading[];
  readonly features: ReadonlyMap<string, CaseFeature>;
  readonly spanOf: (from: number, to: number) => TextSpan;
  readonly capturesOf: (reading: Reading) => Match["captures"];
  readonly basisNear: (capture: Match["captures"][number]) => string | undefined;
  readonly unitNear: (capture: Match["captures"][number]) => string | undefined;
}

function readScene(question: string, topic: SpokenTopic, language: ClinicalLanguage): Scene {
  const lexicon = lexiconOf(topic, language);
  const normalised = normalise(question);
  const tokens = tokenise(normalised, lexicon.reader);
  const features = new Map((topic.pathway?.features ?? []).map((feature) => [feature.id, feature]));
  const words = sideWords(language, lexicon);
  const first = readOnce(tokens, lexicon, features, undefined);
  const sideFeature = sideFeatureOf(features.values());
  const ofSides = ({ readings, lights }: Once) =>
    readings
      .filter((reading) => !(isAbout(reading, sideFeature) && isOnlyCompared(reading, tokens, lights, words)))
      // A doubtful diagnosis does not make the side of it doubtful ("?cellulitis of the left leg").
      .map((reading) =>
        reading.light === "uncertain" && isAbout(reading, sideFeature) ? { ...reading, light: undefined } : reading,
      );
  const side = affectedSide(ofSides(first), sideFeature);
  const settled =
    side === undefined
      ? first
      : readOnce(tokens, lexicon, features, {
          same: lexicon.reader.stemOf(side),
          other: lexicon.reader.stemOf(side === "left" ? "right" : "left"),
        });
  return {
    ...settled,
    readings: ofSides(settled),
    features,
    spanOf: spansOf(normalised, tokens),
    capturesOf: (reading) => orderPair(withUnitOfPair(reading.captures), tokens, side, words),
    ...assayContext(settled.text, lexicon),
  };
}

interface Once {
  readonly text: MatchedText;
  readonly lights: Lights;
  readonly readings: readonly Reading[];
}

function readOnce(
  tokens: readonly Token[],
  lexicon: Lexicon,
  features: ReadonlyMap<string, CaseFeature>,
  sides: MatchedText["sides"],
): Once {
  const measures = readMeasures(tokens, lexicon.measureWords);
  const bare: MatchedText = { tokens, measures, barriers: new Set(), sides };
  const text = { ...bare, barriers: barriersOf(bare, lexicon) };
  const matches = withoutPieces(findMatches(text, lexicon, features));
  const consumed = new Set(matches.flatMap((match) => (isConsuming(match) ? match.at : [])));
  const lights = readLights(
    text,
    matches.filter(({ entry }) => entry.target.kind === "cue"),
    consumed,
  );
  return { text, lights, readings: readingsOf(matches.filter(({ entry }) => entry.target.kind !== "cue"), lights) };
}

/** A word that is part of a longer phrase ("not visualised") is no cue of its own. */
function isConsuming({ entry }: Match): boolean {
  return entry.phrase.parts.length === 1 && ["states", "denies", "idle", "summary"].includes(entry.target.kind);
}

/** Denials, "but" and "if": a gap does not reach across them. */
function barriersOf(text: MatchedText, lexicon: Lexicon): ReadonlySet<number> {
  const barring: ReadonlySet<string> = new Set(["negationBefore", "scopeEnds", "supposing", "hypothetical", "negationAfter"]);
  const barriers = new Set<number>();
  text.tokens.forEach((token, at) => {
    for (const { entry, part } of lexicon.byFirstStem.get(token.stem) ?? []) {
      if (entry.target.kind !== "cue" || !barring.has(entry.target.cue)) continue;
      const [element] = part.elements;
      if (part.elements.length !== 1 || element?.kind !== "words") continue;
      if (element.byFirst.get(token.stem)?.some((stems) => stems.length === 1)) barriers.add(at);
    }
  });
  return barriers;
}

function sideWords(language: ClinicalLanguage, { reader }: Lexicon): SideWords {
  const stems = (words: readonly string[]) => new Set(words.map((word) => reader.stemOf(word)));
  return { left: stems(language.sides.left), right: stems(language.sides.right) };
}

function isAbout({ entry }: Reading, feature: CaseFeature | undefined): boolean {
  return entry.target.kind === "states" && entry.target.feature === feature;
}

function spansOf(normalised: NormalisedText, tokens: readonly Token[]): (from: number, to: number) => TextSpan {
  return (from, to) => originalSpan(normalised, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** "37.9 and 35.0 cm": the unit written once holds for both. */
function withUnitOfPair(captures: Match["captures"]): Match["captures"] {
  if (captures.length !== 2) return captures;
  const unit = captures.map(({ measure }) => measure.unit).find((written) => written !== undefined);
  return captures.map((capture) => ({ ...capture, measure: { ...capture.measure, unit: capture.measure.unit ?? unit } }));
}

/** Basis and unit that a number of the same sentence, or else the only one of the text, is given in. */
function assayContext(text: MatchedText, { measureWords }: Lexicon): Pick<Scene, "basisNear" | "unitNear"> {
  const raws = new Map(measureWords.bases.filter(({ raws: [, second] }) => second === undefined).map(({ basis, raws }) => [raws[0] ?? "", basis]));
  const named = text.tokens.flatMap((token, at) => {
    const basis = raws.get(token.raw);
    return basis === undefined ? [] : [{ at, basis }];
  });
  const withBasis = [...text.measures.values()].filter(({ basis, unit }) => basis !== undefined && unit !== undefined);
  const only = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);
  const inSentence = (at: number, other: number) =>
    !text.tokens.slice(Math.min(at, other), Math.max(at, other)).some(isSentenceEnd);
  return {
    basisNear: ({ measure }) =>
      only(named.filter(({ at }) => inSentence(at, measure.numberAt)).map(({ basis }) => basis)) ??
      only(named.map(({ basis }) => basis)),
    unitNear: ({ measure }) =>
      only(withBasis.filter(({ numberAt }) => inSentence(numberAt, measure.numberAt)).map(({ unit }) => unit)) ??
      only(withBasis.map(({ unit }) => unit)),
  };
}

function readTokens(readings: readonly Reading[]): ReadonlySet<number> {
  return new Set(readings.flatMap(({ entry, at }) => (entry.target.kind === "hint" ? [] : at)));
}

function hintTokens(readings: readonly Reading[]): ReadonlySet<number> {
  return new Set(readings.flatMap(({ entry, at }) => (entry.target.kind === "hint" ? at : [])));
}

/** Words shorter than this end so by chance ("oma", "diploma"). */
const SHORTEST_MEDICAL = 8;

function medicalWords(tokens: readonly Token[], { clinicalEndings }: ClinicalLanguage): number {
  return tokens.filter(({ raw }) => raw.length >= SHORTEST_MEDICAL && clinicalEndings.some((ending) => raw.endsWith(ending))).length;
}

function withoutRepeats(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return statements.filter((statement) => {
    const key = `${statement.feature}\n${statement.kind}\n${statement.kind === "value" ? valueKey(statement.value) : ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function valueKey(value: Outcome["statement"] extends infer S ? (S extends { readonly value: infer V } ? V : never) : never): string {
  return typeof value === "object" ? `${value.value.toString()} ${value.unit}` : String(value);
}
