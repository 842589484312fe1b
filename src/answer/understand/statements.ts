import type { CaseFeature, FindingValue } from "../../pathway/model/feature.ts";
import type { Statement, TextSpan } from "../../pathway/model/finding.ts";
import { stateQuantity } from "./assay.ts";
import { type ExceptionScene, isExcepted } from "./excepted.ts";
import { isOneStep } from "./phrase.ts";
import { type Reading, sourcesOf } from "./readings.ts";
import type { Capture } from "./walk.ts";

/** Words about a feature that state nothing yet, and why. */
export interface Unsettled {
  readonly feature: string;
  readonly reason: "hedged" | "past" | "not-specific" | "denied-in-part";
  readonly span: TextSpan;
}

/** Words that are not about this patient, or this limb, now. */
export interface NotOfPatient {
  readonly feature: string;
  readonly reason: "family" | "hypothetical" | "other-side";
  readonly span: TextSpan;
}

/** Words of a feature's field that no reading accounts for. */
export interface Doubt {
  readonly feature: string;
  /** The one value that these words put in doubt; absent: any. */
  readonly choice: string | undefined;
  readonly span: TextSpan;
}

/** What one reading comes to. */
export interface Outcome {
  readonly reading: Reading;
  readonly feature: CaseFeature;
  readonly statement?: Statement;
  readonly unsettled?: Unsettled;
  readonly notOfPatient?: NotOfPatient;
  /** Said of an earlier examination: it gives way to what is said of the feature elsewhere. */
  readonly earlier?: boolean;
}

export interface StatementContext extends ExceptionScene {
  readonly features: ReadonlyMap<string, CaseFeature>;
  readonly spanOf: (from: number, to: number) => TextSpan;
  /** Captures of a reading, pairs of both sides put in order. */
  readonly capturesOf: (reading: Reading) => readonly Capture[];
  readonly basisNear: (capture: Capture) => string | undefined;
  readonly unitNear: (capture: Capture) => string | undefined;
  /** The unit that people leave out with this number, where no other can be meant. */
  readonly unitLeftOut: (capture: Capture) => string | undefined;
  /** Whether people give the feature's number in this unit. */
  readonly isSpokenSo: (capture: Capture) => boolean;
  /** Whether the number is a limit, so that "<500" means 500. */
  readonly isLimit: (capture: Capture) => boolean;
  /** Whether the sentence of the reading leaves something out: "the rest of the leg", "everything else". */
  readonly speaksOfRest: (reading: Reading) => boolean;
  /** Words that make a phrase of the lexicon a denial by itself. */
  readonly negatives: ReadonlySet<string>;
  readonly isComparedSo: (reading: Reading) => boolean;
  readonly coversOf: (feature: string) => Readonly<Record<string, readonly string[]>>;
}

/** Turns readings of a feature's words into statements, or says why they state nothing. */
export function outcomesOf(readings: readonly Reading[], context: StatementContext): readonly Outcome[] {
  // What is said outright comes before what follows from several phrases together.
  const outright = withoutExplainedAlarms(readings).toSorted(
    (left, right) => left.entry.phrase.parts.length - right.entry.phrase.parts.length,
  );
  return withoutCovered(
    settle(
      withoutLimits(
        withFollowing(
          outright.flatMap((reading) => outcomesOfReading(reading, context)),
          context.speaksOfRest,
        ),
        context,
      ),
    ),
    context,
  );
}

/** "Femoral vein clot with peroneal vein clot": the clot in the calf is not isolated. */
function withoutCovered(outcomes: readonly Outcome[], { coversOf }: StatementContext): readonly Outcome[] {
  const covered = new Set(
    outcomes.flatMap(({ feature, statement }) =>
      statement?.kind === "value"
        ? (coversOf(feature.id)[String(statement.value)] ?? []).map((code) => `${feature.id} ${code}`)
        : [],
    ),
  );
  if (covered.size === 0) return outcomes;
  return outcomes.filter(
    ({ feature, statement }) => statement?.kind !== "value" || !covered.has(`${feature.id} ${String(statement.value)}`),
  );
}

/**
 * "D-dimer (normal <400) has been sent": neither the number of a limit nor the word that announces it is a result. What outranks other
 * phrases is about the limit itself and needs its word: "at precisely the cut-off, 500".
 */
function withoutLimits(outcomes: readonly Outcome[], { isLimit }: StatementContext): readonly Outcome[] {
  const limits = outcomes.flatMap(({ reading }) => (reading.captures.some(isLimit) ? [reading] : []));
  const numbers = new Set(limits.flatMap(({ captures }) => captures.map(({ measure }) => measure.numberAt)));
  const words = new Set(limits.map(({ at }) => at[0]));
  return outcomes.filter(
    ({ reading: { at, captures, entry } }) =>
      captures.some(isLimit) ||
      !at.some((token) => numbers.has(token) || (words.has(token) && !entry.phrase.marks.has("outranks"))),
  );
}

/** Words that say something of the topic, whatever it is, or are known to say nothing. */
const EXPLAINING: ReadonlySet<string> = new Set(["states", "denies", "idle", "summary"]);

/** Features of whose field the text holds words that are said of the patient now and that no reading comes to anything of. */
export function doubtsOf(readings: readonly Reading[], context: StatementContext): readonly Doubt[] {
  const watched = readings.filter(({ entry, light }) => entry.target.kind === "watched" && light === undefined);
  if (watched.length === 0) return [];
  const explained = new Set(readings.flatMap((reading) => (comesToSomething(reading, context) ? reading.at : [])));
  return watched.flatMap(({ entry: { target }, at, from, to }) =>
    target.kind === "watched" && !at.every((token) => explained.has(token))
      ? [{ feature: target.feature.id, choice: target.choice, span: context.spanOf(from, to) }]
      : [],
  );
}

/** What counts only where it is denied, or is denied in part, says nothing of the words it stands on. */
function comesToSomething(reading: Reading, context: StatementContext): boolean {
  const { target, phrase } = reading.entry;
  if (!EXPLAINING.has(target.kind) || phrase.marks.has("alarm")) return false;
  if (target.kind === "idle" || target.kind === "summary") return true;
  return outcomesOfReading(reading, context).some(
    ({ unsettled }) => unsettled === undefined || !SAYING_NOTHING.has(unsettled.reason),
  );
}

const SAYING_NOTHING: ReadonlySet<Unsettled["reason"]> = new Set(["not-specific", "denied-in-part"]);

/**
 * Words of alarm count where they are said of this patient now and no other phrase accounts for any of them: then nobody knows what they
 * tell, and the feature is not known, whatever milder words say of it.
 */
function withoutExplainedAlarms(readings: readonly Reading[]): readonly Reading[] {
  const isAlarm = ({ entry }: Reading) => entry.phrase.marks.has("alarm");
  const explained = new Set(
    readings.flatMap((reading) => (!isAlarm(reading) && EXPLAINING.has(reading.entry.target.kind) ? reading.at : [])),
  );
  return readings.filter(
    (reading) => !isAlarm(reading) || (reading.light === undefined && !reading.at.some((at) => explained.has(at))),
  );
}

function outcomesOfReading(reading: Reading, context: StatementContext): readonly Outcome[] {
  const { target } = reading.entry;
  if ((target.kind !== "states" && target.kind !== "denies") || !context.isComparedSo(reading)) return [];
  const { feature } = target;
  const span = context.spanOf(reading.from, reading.to);
  const make = (rest: Omit<Outcome, "reading" | "feature">): readonly Outcome[] => [{ reading, feature, ...rest }];
  if (reading.entry.phrase.marks.has("alarm"))
    return make({ statement: { feature: feature.id, kind: "unknown", span } });
  switch (lightFor(reading)) {
    case "family":
    case "hypothetical":
      return make({
        notOfPatient: { feature: feature.id, reason: reading.light === "family" ? "family" : "hypothetical", span },
      });
    case "otherSide":
      return make({ notOfPatient: { feature: feature.id, reason: "other-side", span } });
    case "uncertain":
      return make({ unsettled: { feature: feature.id, reason: "hedged", span } });
    case "past":
      return make({ unsettled: { feature: feature.id, reason: "past", span } });
    case "notKnown":
      return make({ statement: { feature: feature.id, kind: "unknown", span } });
    case "compared":
      return [];
    case "earlier":
      return affirmed(reading, feature, span, context, make).map((outcome) => ({ ...outcome, earlier: true }));
    case "denied":
      return unlessExcepted(reading, denied(reading, feature, span, context, make), context);
    case undefined:
      return unlessExcepted(reading, affirmed(reading, feature, span, context, make), context);
  }
}

/** What is denied with an exception that nobody reads is not known. */
function unlessExcepted(reading: Reading, outcomes: readonly Outcome[], context: StatementContext): readonly Outcome[] {
  const denies = ({ statement }: Outcome) => statement?.kind === "value" && statement.value === false;
  // "No haemoptysis, except some streaks": denying one sign of several denies nothing, and its exception may be the sign.
  const isOneOfSeveral = reading.light === "denied" && reading.entry.phrase.marks.has("oneOfSeveral");
  if (!(isOneOfSeveral || outcomes.some(denies)) || !isExcepted(reading, context)) return outcomes;
  if (isOneOfSeveral)
    return outcomes.map((outcome) => ({
      ...outcome,
      statement: { feature: outcome.feature.id, kind: "unknown", span: context.spanOf(reading.from, reading.to) },
    }));
  return outcomes.map((outcome) => {
    const { feature, statement } = outcome;
    return denies(outcome) && statement?.span !== undefined
      ? { ...outcome, statement: { feature: feature.id, kind: "unknown", span: statement.span } }
      : outcome;
  });
}

/** The light that matters to what the phrase says. */
function lightFor({ entry, light, captures }: Reading): Reading["light"] {
  if (entry.phrase.marks.has("notKnown") && light !== "hypothetical") return "notKnown";
  // Who the patient is does not hang on the sentence's mood: "whether she had a clot is not known" is about a woman.
  if (entry.target.kind !== "states" || light === "family") return light;
  // "No pitting, calves 36 and 35 cm": what was measured on both sides was not denied.
  if (light === "denied" && captures.length === 2) return undefined;
  const { choice, feature } = entry.target;
  const single = isOneStep(entry.phrase) && choice !== undefined;
  // "A 60-year-old man with cancer, cured years ago": the age is of today.
  const isAge = feature.type.kind === "wholeNumber";
  return isAge ||
    (single && (light === "notKnown" || light === "hypothetical" || light === "past" || light === "uncertain"))
    ? undefined
    : light;
}

function isNegative({ entry: { phrase } }: Reading, { negatives }: StatementContext): boolean {
  return phrase.written.split(/[\s|]+/).some((word) => negatives.has(word));
}

type Make = (rest: Omit<Outcome, "reading" | "feature">) => readonly Outcome[];

function denied(
  reading: Reading,
  feature: CaseFeature,
  span: TextSpan,
  context: StatementContext,
  make: Make,
): readonly Outcome[] {
  const { target, phrase } = reading.entry;
  const value = (finding: FindingValue) =>
    make({ statement: { feature: feature.id, kind: "value", value: finding, span } });
  const whenDenied = phrase.parts.length === 1 && phrase.parts[0]?.whenDenied === true;
  if (target.kind === "denies")
    // "No risk factors, nothing else as likely": an item of a denied list that is a denial itself.
    return whenDenied || isNegative(reading, context)
      ? value(false)
      : make({ unsettled: unsettled(feature, "denied-in-part", span) });
  if (target.kind !== "states") return [];
  if (whenDenied && target.choice !== undefined) return value(target.choice);
  if (phrase.marks.has("oneOfSeveral")) return make({});
  if (feature.type.kind === "truth") return value(false);
  const none = feature.type.kind === "choice" && feature.type.choices.some(({ code }) => code === "none");
  if (none && target.choice === undefined) return value("none");
  return make({ unsettled: unsettled(feature, "denied-in-part", span) });
}

function affirmed(
  reading: Reading,
  feature: CaseFeature,
  span: TextSpan,
  context: StatementContext,
  make: Make,
): readonly Outcome[] {
  const { target, phrase } = reading.entry;
  const whenDenied = phrase.parts.length === 1 && phrase.parts[0]?.whenDenied === true;
  if (whenDenied) return make({ unsettled: unsettled(feature, "not-specific", span) });
  const stated = (value: FindingValue) => make({ statement: { feature: feature.id, kind: "value", value, span } });
  if (target.kind === "denies") return stated(false);
  if (target.kind !== "states") return [];
  if (feature.type.kind === "truth") return stated(true);
  if (feature.type.kind === "choice") {
    if (target.choice !== undefined) return stated(target.choice);
    const given = span.text;
    return make({ statement: { feature: feature.id, kind: "incomplete", given, missing: [feature.label], span } });
  }
  return context.capturesOf(reading).flatMap((capture) => quantityOutcome(reading, capture, span, context));
}

function unsettled(feature: CaseFeature, reason: Unsettled["reason"], span: TextSpan): Unsettled {
  return { feature: feature.id, reason, span };
}

function quantityOutcome(
  reading: Reading,
  capture: Capture,
  span: TextSpan,
  context: StatementContext,
): readonly Outcome[] {
  const feature = context.features.get(capture.feature);
  if (feature === undefined || !context.isSpokenSo(capture)) return [];
  const { family: name } = feature;
  const family =
    name === undefined
      ? []
      : [...context.features.values()].filter((member) => member.family === name && isQuantity(member));
  const leftOut = context.unitLeftOut(capture);
  const measure = leftOut === undefined ? capture.measure : { ...capture.measure, unit: leftOut };
  const statement = stateQuantity(feature, measure, span, {
    family,
    basisInText: context.basisNear(capture),
    unitInText: context.unitNear(capture),
    isLimit: context.isLimit(capture),
  });
  const inferred = leftOut !== undefined && statement.kind === "value";
  return [{ reading, feature, statement: inferred ? { ...statement, inferred } : statement }];
}

function isQuantity(feature: CaseFeature): boolean {
  return feature.type.kind === "quantity";
}

/** Marks by which one phrase of a feature comes before another, weakest first. */
const RANKS = ["alarm", "outranks", "supersedes"] as const;

/**
 * Applies the three rules between statements of one text: an outranking phrase replaces the feature's others; a number makes the tick
 * computed from it superfluous where both were read from the same words; a bare mention gives way to a value.
 */
function settle(outcomes: readonly Outcome[]): readonly Outcome[] {
  const rankOf = ({ reading }: Outcome): number => RANKS.findIndex((mark) => reading.entry.phrase.marks.has(mark)) + 1;
  const valued = new Set(
    outcomes.filter(({ statement }) => statement?.kind === "value").map(({ statement }) => statement?.feature),
  );
  const now = new Set(
    outcomes
      .filter(({ statement, earlier }) => statement?.kind === "value" && !earlier)
      .map(({ feature }) => feature.id),
  );
  const counts = ({ statement, earlier, feature }: Outcome) =>
    statement !== undefined && !(earlier && now.has(feature.id));
  const ranks = new Map<string, number>();
  for (const outcome of outcomes.filter(counts))
    ranks.set(outcome.feature.id, Math.max(ranks.get(outcome.feature.id) ?? 0, rankOf(outcome)));
  const inFull = numbersReadInFull(outcomes);
  const saidUnknown = new Set(
    outcomes.flatMap(({ statement }) => (statement?.kind === "unknown" ? [statement.feature] : [])),
  );
  return outcomes.filter((outcome) => {
    const { feature, statement } = outcome;
    if (statement === undefined) return true;
    if (!counts(outcome)) return false;
    if (rankOf(outcome) < (ranks.get(feature.id) ?? 0)) return false;
    // "No cancer, and nothing else rivals DVT. Earlier clots remain unknown": what was only gathered gives way to what was said.
    if (saidUnknown.has(feature.id) && statement.kind === "value" && isGathered(outcome)) return false;
    if (statement.kind === "incomplete" && feature.type.kind === "choice" && valued.has(feature.id)) return false;
    if (statement.kind === "incomplete" && numbersOf(outcome).some((number) => inFull.has(number))) return false;
    if (statement.kind === "incomplete" && isBoundJudged(outcome, outcomes)) return false;
    return !isReadFromSource(outcome, outcomes);
  });
}

/**
 * What follows from two measures gives way to what is said outright, but not to a value that cannot be: "5 mm now, 3 mm then; the rest of the leg is
 * normal" tells of no normal scan, and a scan that is called normal without such a word contradicts the measures.
 */
function withFollowing(
  outcomes: readonly Outcome[],
  speaksOfRest: StatementContext["speaksOfRest"],
): readonly Outcome[] {
  const left = new Set(outcomes);
  for (const outcome of outcomes) {
    const { against } = outcome.reading;
    if (against === undefined) continue;
    const said = outcomes.filter(
      ({ feature, statement, reading, earlier }) =>
        feature === outcome.feature &&
        (statement?.kind === "value" || statement?.kind === "unknown") &&
        reading.against === undefined &&
        !earlier,
    );
    const isAgainst = ({ statement }: Outcome) =>
      statement?.kind === "value" && against.includes(String(statement.value));
    for (const other of said) if (isAgainst(other) && speaksOfRest(other.reading)) left.delete(other);
    if (!said.every(isAgainst)) left.delete(outcome);
  }
  return outcomes.filter((outcome) => left.has(outcome));
}

function isGathered({ reading: { entry } }: Outcome): boolean {
  return entry.target.kind === "denies" && entry.phrase.parts.length > 1;
}

/** Each number read in full, with the feature (or family) it was read for: "38.5 vs 36.0 cm" beside "right calf 38.5". */
function numbersReadInFull(outcomes: readonly Outcome[]): ReadonlySet<string> {
  return new Set(outcomes.filter(({ statement }) => statement?.kind === "value").flatMap(numbersOf));
}

function numbersOf({ feature, reading }: Outcome): readonly string[] {
  return reading.captures.map(({ measure }) => `${feature.family ?? feature.id} ${measure.numberAt}`);
}

/** "D-dimer >4000": the number is only a bound, and another phrase says from the same number what it comes to. */
function isBoundJudged({ reading: { captures } }: Outcome, outcomes: readonly Outcome[]): boolean {
  const bounds = captures.flatMap(({ measure }) => (measure.comparator === ">" ? [measure.numberAt] : []));
  return outcomes.some(
    ({ statement, reading }) => statement?.kind === "value" && bounds.some((at) => reading.at.includes(at)),
  );
}

function isReadFromSource({ feature, reading }: Outcome, outcomes: readonly Outcome[]): boolean {
  const sources = sourcesOf(feature);
  if (sources.size === 0) return false;
  // Joined phrases weigh several findings and are no mere repetition of one.
  if (reading.entry.phrase.parts.length > 1) return false;
  return outcomes.some(
    (other) =>
      other.statement !== undefined &&
      sources.has(other.statement.feature) &&
      other.reading.from < reading.to &&
      reading.from < other.reading.to,
  );
}
