import { isAccounting } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import { tokensOf } from "../text/by-token.ts";

/**
 * Words of alarm count where they are said of this patient now and no other phrase accounts for any of them: then nobody knows what they
 * tell, and the feature is not known, whatever milder words say of it.
 */
export function withoutExplainedAlarms(readings: readonly Reading[]): readonly Reading[] {
  const explained = tokensOf(readings.filter(({ entry }) => isAccounting(entry)));
  const isAlarm = ({ entry: { phrase } }: Reading) => phrase.marks.has("alarm");
  return readings.filter(
    (reading) => !isAlarm(reading) || (reading.light === undefined && !reading.at.some((at) => explained.has(at))),
  );
}
