import { isWhenDenied } from "../phrases/phrase.ts";
import type { Reading } from "./readings.ts";

/**
 * Without the denied readings that end with what is told for itself: "no previous DVT, deep veins tender" holds "deep vein ... tender" from the denied
 * thrombosis on, and the deep veins are tender.
 */
export function withoutOverreach(readings: readonly Reading[]): readonly Reading[] {
  const told = new Map<string, number>();
  for (const reading of readings) {
    const key = keyOf(reading);
    if (key !== undefined && reading.light === undefined) told.set(key, Math.max(told.get(key) ?? 0, reading.from));
  }
  return readings.filter((reading) => {
    const key = reading.light === "denied" ? keyOf(reading) : undefined;
    return key === undefined || reading.from >= (told.get(key) ?? 0);
  });
}

/** The yes or no that is stated and where its words end. */
function keyOf({ entry: { target, phrase }, to }: Reading): string | undefined {
  const isPlain = target.kind === "states" && phrase.parts.length === 1 && !isWhenDenied(phrase);
  return isPlain && target.feature.type.kind === "truth" ? `${target.feature.id} ${to}` : undefined;
}
