import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { Lights } from "./context/light.ts";
import type { Entry } from "./entry.ts";
import { isSpokenIn, mayTake } from "./fit.ts";
import type { MatchedText } from "./matched-text.ts";
import type { Measure } from "./measures.ts";
import type { Reading } from "./readings.ts";
import type { Capture } from "./walk.ts";
import { clausesOf, isIn, type Stretch, sentencesOf, type TimeWords, whenMeasured } from "./when-measured.ts";

/** A number that is measured once and again: what the topic declares under `measuredTwice`, as the matcher needs it. */
export interface MeasuredTwice {
  readonly now: Entry;
  readonly before: Entry;
  /** Units in which people give it, each with the least: what is 5 cm wide is no vein under compression. */
  readonly spokenIn: Readonly<Record<string, number>> | undefined;
  /** Features whose own phrases give way where the numbers are those of a pair. */
  readonly ratherThan: ReadonlySet<string>;
  /** Findings that such a pair tells where nothing else is said of them. */
  readonly tells: readonly { readonly entry: Entry; readonly against: readonly string[] }[];
}

interface Measured {
  readonly measure: Measure;
  readonly clause: Stretch;
  readonly sentence: Stretch;
  readonly time: TimeWords | undefined;
  /** Numbers of the declared places that the clause names; those of the sentence, where the clause names none. */
  readonly places: ReadonlySet<number>;
  /** Words of what was measured, in the clause or else in the sentence. */
  readonly of: readonly Reading[];
}

type Told = Measured & { readonly when: "now" | "before" };

/** What the rule looks at. */
export interface TwiceScene {
  readonly text: MatchedText;
  /** Words of what was measured, and of when. */
  readonly words: readonly Reading[];
  readonly lights: Lights;
  readonly features: ReadonlyMap<string, CaseFeature>;
  readonly between: ReadonlySet<string>;
}

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
  const feature = featureOf(twice.now);
  const own = new Set([feature?.id, featureOf(twice.before)?.id]);
  const isOwn = (reading: Reading) => reading.captures.some((capture) => own.has(capture.feature));
  const isGivingWay = (reading: Reading) => reading.captures.some((capture) => twice.ratherThan.has(capture.feature));
  const spokenFor = numbersOf(readings.filter((reading) => !isOwn(reading) && !isGivingWay(reading)));
  const { measured, foreign } = measuredIn(feature, twice.spokenIn, spokenFor, scene);
  const holds = (reading: Reading, numbers: ReadonlySet<number>) =>
    reading.captures.some(({ measure }) => numbers.has(measure.numberAt));
  const kept = readings.filter((reading) => !(isOwn(reading) && holds(reading, foreign)));
  const pair = pairOf(timed(measured));
  if (pair === "several") return kept.filter((reading) => !isOwn(reading));
  if (pair === undefined) return kept;
  const taken = new Set(pair.map(({ measure }) => measure.numberAt));
  return [
    ...kept.filter((reading) => !isOwn(reading) && !(isGivingWay(reading) && holds(reading, taken))),
    ...pair.map((one) => readingOf(one.when === "now" ? twice.now : twice.before, one)),
    ...told(pair, twice),
  ];
}

function featureOf({ target }: Entry): CaseFeature | undefined {
  return target.kind === "states" ? target.feature : undefined;
}

function numbersOf(readings: readonly Reading[]): ReadonlySet<number> {
  return new Set(readings.flatMap(({ captures }) => captures.map(({ measure }) => measure.numberAt)));
}

/** Numbers that may be of the feature, and those that are of something else by the words beside them. */
function measuredIn(
  feature: CaseFeature | undefined,
  spokenIn: MeasuredTwice["spokenIn"],
  spokenFor: ReadonlySet<number>,
  { text, words, lights, features, between }: TwiceScene,
): { readonly measured: readonly Measured[]; readonly foreign: ReadonlySet<number> } {
  const foreign = new Set<number>();
  if (feature === undefined) return { measured: [], foreign };
  const inRole = (role: "of" | "place" | "notOf") =>
    words.filter(
      ({ entry: { target } }) => target.kind === "measured" && target.feature === feature && target.role === role,
    );
  const [things, places, others] = [[...inRole("of"), ...inRole("place")], inRole("place"), inRole("notOf")];
  if (things.length === 0) return { measured: [], foreign };
  const step = { kind: "number", feature: feature.id, wanted: "plain" } as const;
  const fitting = fromOneToTheOther(text).filter(
    (measure) =>
      measure.unit !== undefined &&
      measure.value !== undefined &&
      isSpokenIn(spokenIn, measure) &&
      mayTake(step, measure, features.get(feature.id), text.tokens),
  );
  const times = words.flatMap(({ entry: { target }, from, to }) =>
    target.kind === "when" ? [{ when: target.when, from, to }] : [],
  );
  const when = whenMeasured(fitting, [...times, ...timesOfChange(fitting, text)], text, between);
  const measured: Measured[] = [];
  let isLastForeign = false;
  for (const sentence of sentencesOf(text))
    for (const clause of clausesOf(sentence, text, between))
      for (const measure of fitting.filter(({ numberAt }) => isIn(numberAt, clause))) {
        const inClause = things.filter(({ from }) => isIn(from, clause));
        const isForeign = others.some((other) => isOf(other, measure, clause, text));
        // "A cyst of 30 mm today, 20 mm on the old scan": a number without words of its own is of what the last one was of.
        isLastForeign = isForeign || (inClause.length === 0 && isLastForeign);
        if (isLastForeign) foreign.add(measure.numberAt);
        const light = lights[measure.numberAt];
        if (isLastForeign || spokenFor.has(measure.numberAt) || light?.has("family") || light?.has("hypothetical"))
          continue;
        const of = inClause.length > 0 ? inClause : things.filter(({ from }) => isIn(from, sentence)).slice(0, 1);
        const named = placesIn(clause, places);
        const all = named.size > 0 ? named : placesIn(sentence, places);
        measured.push({ measure, clause, sentence, time: when.get(measure), places: all, of });
      }
  return { measured, foreign };
}

/** Words that hold the number itself speak of that number alone ("a 5 mm wide clot"), others of their whole clause. */
function isOf(other: Reading, { numberAt }: Measure, clause: Stretch, { measures }: MatchedText): boolean {
  const numbers = other.at.filter((at) => measures.has(at));
  return numbers.length > 0 ? numbers.includes(numberAt) : isIn(other.from, clause);
}

function placesIn(stretch: Stretch, places: readonly Reading[]): ReadonlySet<number> {
  return new Set(
    places.flatMap(({ from, entry: { target } }) =>
      isIn(from, stretch) && target.kind === "measured" ? [target.nth] : [],
    ),
  );
}

/** "From 6 to 11 mm": the unit written once holds for both. */
function fromOneToTheOther({ measures, tokens }: MatchedText): readonly Measure[] {
  const all = [...measures.values()];
  return all.map((measure, index) => {
    const next = all[index + 1];
    const shares = measure.unit === undefined && next?.from === measure.to + 1 && tokens[measure.to]?.raw === "to";
    return shares ? { ...measure, unit: next.unit } : measure;
  });
}

/** "From 6 mm in 2022 to 11 mm today" tells both times by itself. */
function timesOfChange(numbers: readonly Measure[], { tokens }: MatchedText): readonly TimeWords[] {
  return numbers.flatMap((number, index): readonly TimeWords[] => {
    const next = numbers[index + 1];
    if (next === undefined || tokens[number.from - 1]?.raw !== "from" || tokens[next.from - 1]?.raw !== "to") return [];
    if (tokens.slice(number.to, next.from).some(({ kind }) => kind === "break")) return [];
    return [
      { when: "before", from: number.from - 1, to: number.from },
      { when: "now", from: next.from - 1, to: next.from },
    ];
  });
}

/**
 * Of two numbers one of which is of an earlier time, the other is of today; a year or a "was" tells of an earlier time beside a number of today.
 * A number in a sentence that does not name what was measured counts only with words of time of its own.
 */
function timed(measured: readonly Measured[]): readonly Told[] {
  const when = ({ time }: Measured) => time?.when;
  const [isNow, isBefore] = [
    measured.some((one) => when(one) === "now"),
    measured.some((one) => when(one) === "before"),
  ];
  const open = measured.filter((one) => when(one) === undefined && one.of.length > 0);
  const perhaps = measured.filter((one) => when(one) === "perhapsBefore");
  const isPastKnown = isBefore || perhaps.length > 0;
  return measured.flatMap((one): readonly Told[] => {
    const said = when(one);
    if (said === "now" || said === "before") return [{ ...one, when: said }];
    if (said === "perhapsBefore") return isNow || open.length === 1 ? [{ ...one, when: "before" }] : [];
    return !isNow && isPastKnown && open.length === 1 && open.includes(one) ? [{ ...one, when: "now" }] : [];
  });
}

/** One value of each time, of one place; the text may tell of several, and then nobody knows which belong together. */
function pairOf(all: readonly Told[]): readonly Told[] | "several" | undefined {
  const [now, ...moreNow] = all.filter(({ when }) => when === "now");
  const [before, ...moreBefore] = all.filter(({ when }) => when === "before");
  if (now === undefined || before === undefined || !all.some(({ of }) => of.length > 0)) return undefined;
  const isSame = (left: Told, right: Told) =>
    left.measure.unit === right.measure.unit && left.measure.value?.eq(right.measure.value ?? Number.NaN) === true;
  if (!moreNow.every((other) => isSame(now, other)) || !moreBefore.every((other) => isSame(before, other)))
    return "several";
  const isElsewhere = now.places.size > 0 && before.places.size > 0 && now.places.isDisjointFrom(before.places);
  return isElsewhere ? "several" : [now, before];
}

function readingOf(entry: Entry, { measure, time, of, sentence }: Told): Reading {
  const number = Array.from({ length: measure.to - measure.from }, (_, offset) => measure.from + offset);
  const cue = time === undefined || !isIn(time.from, sentence) ? [] : rangeOf(time);
  const at = [...new Set([...number, ...cue, ...of.flatMap((words) => words.at)])].sort((left, right) => left - right);
  const captures: readonly Capture[] = [{ feature: featureOf(entry)?.id ?? "", measure }];
  return { entry, from: at[0] ?? measure.from, to: (at.at(-1) ?? measure.from) + 1, at, captures, light: undefined };
}

function rangeOf({ from, to }: Stretch): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** What closes keeps no width: only two numbers above nothing tell that there is something to compare. */
function told(pair: readonly Told[], { tells }: MeasuredTwice): readonly Reading[] {
  const [now] = pair;
  if (now === undefined || !pair.every(({ measure }) => measure.value?.gt(0) === true)) return [];
  return tells.map(({ entry, against }) => ({ ...readingOf(entry, now), captures: [], against }));
}
