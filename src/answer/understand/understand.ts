import type { Statement, TextSpan } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "./clinical-language.ts";
import { doubtsOfSides } from "./doubts/doubts-of-sides.ts";
import { doubtsOfSilentSentences } from "./doubts/silent-sentences.ts";
import { type Doubt, doubtsOf } from "./doubts/words-in-doubt.ts";
import { type Asked, focusOf } from "./focus.ts";
import type { Telling } from "./mood.ts";
import { idleTokens, type Reading } from "./readings/readings.ts";
import { readScene } from "./scene.ts";
import type { SpokenTopic } from "./spoken-topic.ts";
import type { NotOfPatient, Outcome, Unsettled } from "./statements/outcome.ts";
import { outcomesOf } from "./statements/outcomes.ts";
import { type Implied, statementsOfSummaries } from "./summaries/summaries.ts";
import type { Token } from "./text/tokens.ts";
import { unreadClauses } from "./unread.ts";

/** What a text says, of whom, and what it asks. Every span points into the reader's own text. */
export interface Understanding extends Asked {
  /** Findings of the patient, in the order of the text. Statements that contradict each other are all here. */
  readonly statements: readonly Statement[];
  /** Which of the statements were read from a summary ("no other Wells feature"), for the reader to confirm. */
  readonly implied: readonly Implied[];
  /** Words about a feature that state nothing: hedged, past, or not specific enough. */
  readonly uncertain: readonly Unsettled[];
  readonly notOfPatient: readonly NotOfPatient[];
  /** Clauses that look clinical and were not read. */
  readonly unread: readonly TextSpan[];
  /** Those of them that may hold a finding: while there are any, a summary ("no other Wells feature") denies nothing. */
  readonly unreadThatMayBear: readonly TextSpan[];
  /** Words of a feature's field that nothing accounts for: while there are any, that feature may rule nothing out. */
  readonly doubts: readonly Doubt[];
  /** Where a drug or a dose is asked for. */
  readonly drugDose?: TextSpan;
  /** How many general clinical words the text holds: what tells a question of another field from one of none. */
  readonly clinicalWords: number;
}

/** Reads a clinician's free text with the words of one topic. Deterministic and local; silence about a feature gives no statement. */
export function understand(
  question: string,
  topic: SpokenTopic,
  language: ClinicalLanguage,
  telling: Telling = {},
): Understanding {
  const scene = readScene(question, topic, language, telling);
  const outcomes = outcomesOf(scene.readings, scene);
  const direct = outcomes.flatMap(({ statement }) => statement ?? []);
  const spoken = new Set(outcomes.flatMap(({ statement }) => (statement === undefined ? [] : [statement.feature])));
  const summed = statementsOfSummaries(topic, outcomes, scene, telling.known);
  const statements = withoutRepeats([...direct, ...summed.statements]).toSorted(byPlace);
  const drugDose = askedDose(scene.readings, outcomes);
  return {
    statements,
    implied: summed.implied,
    uncertain: unsettledOf(outcomes, spoken),
    notOfPatient: outcomes.flatMap(({ notOfPatient }) => notOfPatient ?? []),
    ...unreadClauses(
      scene.text,
      scene.lights,
      {
        read: readTokens(scene.readings),
        everyday: everydayWords(language),
        hints: hintTokens(scene.readings),
        harmless: hintTokens(scene.readings, true),
        idle: idleTokens(scene.readings),
      },
      scene.spanOf,
    ),
    doubts: [
      ...doubtsOf(scene.readings, scene),
      ...doubtsOfSilentSentences(scene.readings, scene),
      ...doubtsOfSides(statements, topic),
    ],
    ...focusOf(scene.readings, statements.length > 0, scene.spanOf),
    clinicalWords: hintTokens(scene.readings).size + medicalWords(scene.text.tokens, language),
    ...(drugDose === undefined ? {} : { drugDose: scene.spanOf(drugDose.from, drugDose.to) }),
  };
}

/** A question for a drug or a dose, unless the same words tell what the patient was given ("first dose of LMWH"). */
function askedDose(readings: readonly Reading[], outcomes: readonly Outcome[]): Reading | undefined {
  const told = new Set(outcomes.flatMap(({ statement, reading }) => (statement?.kind === "value" ? reading.at : [])));
  return readings.find(({ entry, at }) => entry.target.kind === "drugDose" && !at.some((index) => told.has(index)));
}

/** Unsettled words, without those that another phrase has read as a statement. */
function unsettledOf(outcomes: readonly Outcome[], spoken: ReadonlySet<string>): readonly Unsettled[] {
  const read = new Set(outcomes.flatMap(({ statement, reading }) => (statement === undefined ? [] : reading.at)));
  const seen = new Set<string>();
  return outcomes.flatMap(({ unsettled, reading, feature }) => {
    if (unsettled === undefined || spoken.has(unsettled.feature)) return [];
    const key = `${unsettled.feature} ${unsettled.reason}`;
    const vague = unsettled.reason === "not-specific" || unsettled.reason === "denied-in-part";
    // Only a sign can be vague; the name of a test or of a disease is no finding.
    const isSign = feature.cost === "examination";
    if (seen.has(key) || (vague && (!isSign || reading.at.every((at) => read.has(at))))) return [];
    seen.add(key);
    return [unsettled];
  });
}

/** Kinds of phrases that say nothing of the patient by themselves. */
const NOT_READING: ReadonlySet<Reading["entry"]["target"]["kind"]> = new Set([
  "hint",
  "idle",
  "watched",
  "about",
  "summaryLimit",
]);

function readTokens(readings: readonly Reading[]): ReadonlySet<number> {
  return new Set(readings.flatMap(({ entry: { target }, at }) => (NOT_READING.has(target.kind) ? [] : at)));
}

const everyday = new WeakMap<ClinicalLanguage, ReadonlySet<string>>();

function everydayWords(language: ClinicalLanguage): ReadonlySet<string> {
  const known = everyday.get(language) ?? new Set([...language.commonWords, ...language.skippable]);
  everyday.set(language, known);
  return known;
}

function hintTokens(readings: readonly Reading[], onlyHarmless = false): ReadonlySet<number> {
  return new Set(
    readings.flatMap(({ entry: { target }, at }) =>
      target.kind === "hint" && (target.harmless || !onlyHarmless) ? at : [],
    ),
  );
}

/** Words shorter than this end so by chance ("oma", "diploma"). */
const SHORTEST_MEDICAL = 8;

function medicalWords(tokens: readonly Token[], { clinicalEndings }: ClinicalLanguage): number {
  return tokens.filter(
    ({ raw }) => raw.length >= SHORTEST_MEDICAL && clinicalEndings.some((ending) => raw.endsWith(ending)),
  ).length;
}

function byPlace(left: Statement, right: Statement): number {
  return (left.span?.start ?? 0) - (right.span?.start ?? 0);
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

function valueKey(
  value: Outcome["statement"] extends infer S ? (S extends { readonly value: infer V } ? V : never) : never,
): string {
  return typeof value === "object" ? `${value.value.toString()} ${value.unit}` : String(value);
}
