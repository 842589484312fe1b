import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { Lights } from "../context/light.ts";
import { isTelling } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import type { SentenceWords } from "../sentence-words.ts";
import { isBreak } from "../text/tokens.ts";
import { isOfLabel } from "./labelled-sides.ts";
import { withoutMeasuredSide } from "./measured-sides.ts";
import { type SidedText, sideAt } from "./sided-text.ts";

/** The readings without those of the side that do not tell which one is affected: measured, of the past, or only compared with. */
export function withToldSides(
  readings: readonly Reading[],
  lights: Lights,
  text: SidedText,
  words: SentenceWords,
): readonly Reading[] {
  const isOfSide = (reading: Reading) => states(reading, text.feature);
  return (
    withoutPastSides(withoutMeasuredSide(withoutLabels(readings, text, words), text), text)
      .filter((reading) => !(isOfSide(reading) && isOnlyCompared(reading, lights, text)))
      // A doubtful diagnosis does not make the side of it doubtful ("?cellulitis of the left leg").
      .map((reading) =>
        reading.light === "uncertain" && isOfSide(reading) ? { ...reading, light: undefined } : reading,
      )
  );
}

/** "Left calf pain. Left leg: pitting. Right leg: normal": a label says which leg comes next, and not which one it is about, where a text says that besides. */
function withoutLabels(readings: readonly Reading[], text: SidedText, words: SentenceWords): readonly Reading[] {
  const isSide = (reading: Reading) => states(reading, text.feature) && reading.light === undefined;
  const labels = new Set(readings.filter((reading) => isSide(reading) && isOfLabel(reading, text, words)));
  const isToldBesides = labels.size > 0 && readings.some((reading) => isSide(reading) && !labels.has(reading));
  return isToldBesides ? readings.filter((reading) => !labels.has(reading)) : readings;
}

function states({ entry: { target } }: Reading, feature: CaseFeature | undefined): boolean {
  return target.kind === "states" && target.feature === feature;
}

/** A side that is only compared with, or that a measurement of both sides names, does not say which side is affected. */
function isOnlyCompared({ at }: Reading, lights: Lights, text: SidedText): boolean {
  const named = at.find((token) => sideAt(token, text) !== undefined);
  return named !== undefined && (lights[named]?.has("compared") ?? false);
}

/** Words between an earlier event and the side it was on. */
const SIDE_OF_HISTORY = 3;

/** "After a DVT in the right leg; now the left calf": the side of an earlier clot counts only where no other side is named. */
function withoutPastSides(readings: readonly Reading[], { feature, tokens }: SidedText): readonly Reading[] {
  const history = readings.filter((reading) => isOfHistory(reading) && !states(reading, feature));
  const isPast = (side: Reading) =>
    history.some(({ from, to }) => {
      const apart = side.from >= to ? side.from - to : from - side.to;
      return apart <= SIDE_OF_HISTORY && !tokens.slice(Math.min(to, side.to), Math.max(from, side.from)).some(isBreak);
    });
  const sides = readings.filter((reading) => states(reading, feature));
  const past = new Set(sides.filter(isPast));
  const isSomePresent = sides.some((side) => side.light === undefined && !past.has(side));
  return isSomePresent ? readings.filter((reading) => !past.has(reading)) : readings;
}

/** A yes/no of the patient's history: neither who the patient is, nor a value of a list. */
function isOfHistory({ entry: { phrase, target } }: Reading): boolean {
  return phrase.marks.has("timeless") && isTelling(target) && target.feature.type.kind === "truth";
}
