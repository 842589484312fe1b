import type { Reading } from "../readings/readings.ts";
import { withoutExplainedAlarms } from "./alarms.ts";
import { withoutCovered } from "./covered.ts";
import { withFollowing } from "./following.ts";
import { withoutLimits } from "./limits.ts";
import type { Outcome, StatementContext } from "./outcome.ts";
import { outcomesOfReading } from "./outcomes-of-reading.ts";
import { settle } from "./settle.ts";

/** Turns readings of a feature's words into statements, or says why they state nothing. */
export function outcomesOf(readings: readonly Reading[], context: StatementContext): readonly Outcome[] {
  // What is said outright comes before what follows from several phrases together.
  const outright = withoutExplainedAlarms(readings).toSorted(
    (left, right) => left.entry.phrase.parts.length - right.entry.phrase.parts.length,
  );
  const outcomes = outright.flatMap((reading) => outcomesOfReading(reading, context));
  return withoutCovered(settle(withoutLimits(withFollowing(outcomes, context), context)), context);
}
