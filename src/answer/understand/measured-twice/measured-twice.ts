import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { MeasuredTwice } from "../lexicon/declared-pairs.ts";
import type { Entry } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import { isIn, placesOf } from "../text/stretch.ts";
import { findNumbers, type TwiceScene } from "./measured-numbers.ts";
import { pairOf, type Told } from "./pair.ts";

/**
 * "The old scan measured 6 mm at the femoral vein; today it is 11 mm": one thing measured at two times, in one sentence or in several. A pair is read
 * where one value is told for each time; of three different numbers, or of two places, none is. The readings take the place of what single phrases made
 * of the same numbers, and of what they made of a number that is of something else ("a cyst of 30 mm today").
 */
export function withPairs(
  readings: readonly Reading[],
  declared: readonly MeasuredTwice[],
  scene: TwiceScene,
): readonly Reading[] {
  return declared.reduce((left, twice) => withPair(left, twice, scene), readings);
}

function withPair(readings: readonly Reading[], twice: MeasuredTwice, scene: TwiceScene): readonly Reading[] {
  const [feature, earlier] = [featureOf(twice.now), featureOf(twice.before)];
  if (feature === undefined) return readings;
  const isOwn = takesNumberOf(new Set([feature.id, earlier?.id]));
  const isGivingWay = takesNumberOf(twice.ratherThan);
  const others = readings.filter((reading) => !isOwn(reading) && !isGivingWay(reading));
  const spokenFor = new Set(others.flatMap(({ captures }) => captures.map(({ measure }) => measure.numberAt)));
  const { measured, foreign } = findNumbers({ feature, spokenIn: twice.spokenIn }, spokenFor, scene);
  const kept = readings.filter((reading) => !(isOwn(reading) && holdsOneOf(foreign, reading)));
  const pair = pairOf(measured);
  if (pair === undefined) return kept;
  const withoutOwn = kept.filter((reading) => !isOwn(reading));
  if (pair === "several") return withoutOwn;
  const [now, before] = pair;
  const taken = new Set(pair.map(({ measure }) => measure.numberAt));
  return [
    ...withoutOwn.filter((reading) => !(isGivingWay(reading) && holdsOneOf(taken, reading))),
    readingOf(twice.now, now),
    readingOf(twice.before, before),
    ...findingsOf(pair, twice),
  ];
}

function featureOf({ target }: Entry): CaseFeature | undefined {
  return target.kind === "states" ? target.feature : undefined;
}

function takesNumberOf(features: ReadonlySet<string | undefined>): (reading: Reading) => boolean {
  return ({ captures }) => captures.some(({ feature }) => features.has(feature));
}

function holdsOneOf(numbers: ReadonlySet<number>, { captures }: Reading): boolean {
  return captures.some(({ measure }) => numbers.has(measure.numberAt));
}

/** The number as if a phrase of the feature had captured it, with the words that name the thing and tell the time. */
function readingOf(entry: Entry, { measure, time, of, sentence }: Told): Reading {
  const cue = time === undefined || !isIn(time.from, sentence) ? [] : placesOf(time);
  const at = [...new Set([...placesOf(measure), ...cue, ...of.flatMap((words) => words.at)])].sort(
    (left, right) => left - right,
  );
  const captures = [{ feature: featureOf(entry)?.id ?? "", measure }];
  return { entry, from: at[0] ?? measure.from, to: (at.at(-1) ?? measure.from) + 1, at, captures, light: undefined };
}

/** What closes keeps no width: only two numbers above nothing tell that there is something to compare. */
function findingsOf(pair: readonly [now: Told, before: Told], { tells }: MeasuredTwice): readonly Reading[] {
  if (!pair.every(({ measure }) => measure.value?.gt(0) === true)) return [];
  return tells.map(({ entry, against }) => ({ ...readingOf(entry, pair[0]), captures: [], against }));
}
