import { sourcesOf } from "../../../pathway/language/features-in.ts";
import type { PhraseMark } from "../phrases/phrase.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Settles the statements of one text against each other. An outranking phrase replaces the feature's others; what is said of an earlier
 * examination, only gathered or incomplete gives way to what is said of it outright and in full; a number makes the tick that is computed
 * from it superfluous where both were read from the same words.
 */
export function settle(outcomes: readonly Outcome[]): readonly Outcome[] {
  const standing = withoutEarlier(outcomes.filter(({ statement }) => statement !== undefined));
  const stands = new Set(standing);
  const ranks = highestRanks(standing);
  const unknown = new Set(
    outcomes.flatMap(({ statement, feature }) => (statement?.kind === "unknown" ? feature.id : [])),
  );
  const isCompleted = completedBy(outcomes);
  return outcomes.filter((outcome) => {
    const { feature, statement } = outcome;
    if (statement === undefined) return true;
    if (!stands.has(outcome) || rankOf(outcome) < (ranks.get(feature.id) ?? 0)) return false;
    // "No cancer, and nothing else rivals DVT. Earlier clots remain unknown": what was only gathered gives way to what was said.
    if (unknown.has(feature.id) && isValue(outcome) && isGathered(outcome)) return false;
    return !isCompleted(outcome) && !isReadFromSource(outcome, outcomes);
  });
}

function isValue({ statement }: Outcome): boolean {
  return statement?.kind === "value";
}

/** What is said of an earlier examination gives way to a value of today. */
function withoutEarlier(outcomes: readonly Outcome[]): readonly Outcome[] {
  const ofToday = new Set(
    outcomes.flatMap((outcome) => (isValue(outcome) && !outcome.earlier ? outcome.feature.id : [])),
  );
  return outcomes.filter(({ earlier, feature }) => !earlier || !ofToday.has(feature.id));
}

/** Marks by which one phrase of a feature comes before another, weakest first. */
const RANKS: readonly PhraseMark[] = ["alarm", "outranks", "supersedes"];

function rankOf({ reading }: Outcome): number {
  return RANKS.findIndex((mark) => reading.entry.phrase.marks.has(mark)) + 1;
}

function highestRanks(outcomes: readonly Outcome[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const outcome of outcomes)
    ranks.set(outcome.feature.id, Math.max(ranks.get(outcome.feature.id) ?? 0, rankOf(outcome)));
  return ranks;
}

/** Denied by several phrases together: no words of the text deny it by themselves. */
function isGathered({ reading: { entry } }: Outcome): boolean {
  return entry.target.kind === "denies" && entry.phrase.parts.length > 1;
}

/** Tells of an incomplete statement whether the text gives elsewhere what it lacks. */
function completedBy(outcomes: readonly Outcome[]): (outcome: Outcome) => boolean {
  const values = outcomes.filter(isValue);
  const features = new Set(values.map(({ feature }) => feature.id));
  // "38.5 vs 36.0 cm" beside "right calf 38.5": the number was read in full.
  const inFull = new Set(values.flatMap(numbersOf));
  // "D-dimer >4000": the number is only a bound, and another phrase says from the same number what it comes to.
  const judged = new Set(values.flatMap(({ reading }) => reading.at));
  return (outcome) => {
    const { feature, statement } = outcome;
    if (statement?.kind !== "incomplete") return false;
    if (feature.type.kind === "choice" && features.has(feature.id)) return true;
    return numbersOf(outcome).some((number) => inFull.has(number)) || boundsOf(outcome).some((at) => judged.has(at));
  };
}

/** The numbers of an outcome, each with the feature (or family) that it was read for. */
function numbersOf({ feature, reading }: Outcome): readonly string[] {
  return reading.captures.map(({ measure }) => `${feature.family ?? feature.id} ${measure.numberAt}`);
}

/** Where its numbers stand that are lower bounds. */
function boundsOf({ reading: { captures } }: Outcome): readonly number[] {
  return captures.flatMap(({ measure }) => (measure.comparator === ">" ? measure.numberAt : []));
}

/** Whether the feature is computed from one that the same words state. */
function isReadFromSource({ feature, reading }: Outcome, outcomes: readonly Outcome[]): boolean {
  const sources = sourcesOf(feature);
  // Joined phrases weigh several findings and are no mere repetition of one.
  if (sources.length === 0 || reading.entry.phrase.parts.length > 1) return false;
  return outcomes.some(
    (other) =>
      other.statement !== undefined &&
      sources.includes(other.statement.feature) &&
      other.reading.from < reading.to &&
      reading.from < other.reading.to,
  );
}
