import type { Target } from "../entry.ts";
import type { Reading } from "../readings.ts";

/**
 * Words of alarm count where they are said of this patient now and no other phrase accounts for any of them: then nobody knows what they
 * tell, and the feature is not known, whatever milder words say of it.
 */
export function withoutExplainedAlarms(readings: readonly Reading[]): readonly Reading[] {
  const explained = new Set(readings.flatMap((reading) => (isExplaining(reading) ? reading.at : [])));
  return readings.filter(
    (reading) => !isAlarm(reading) || (reading.light === undefined && !reading.at.some((at) => explained.has(at))),
  );
}

/** Whether the reading accounts for its words: it says something of the topic, whatever it is, or is known to say nothing. */
export function isExplaining(reading: Reading): boolean {
  return !isAlarm(reading) && EXPLAINING.has(reading.entry.target.kind);
}

const EXPLAINING: ReadonlySet<Target["kind"]> = new Set(["states", "denies", "idle", "summary"]);

function isAlarm({ entry: { phrase } }: Reading): boolean {
  return phrase.marks.has("alarm");
}
