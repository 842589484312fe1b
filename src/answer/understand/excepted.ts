import type { Lights } from "./context/light.ts";
import type { MatchedText } from "./matched-text.ts";
import type { Reading } from "./readings.ts";
import type { SentenceWords } from "./sentence-words.ts";
import { isBreak, isSentenceEnd } from "./tokens.ts";

/** What exceptions are read from. */
export interface ExceptionScene {
  readonly text: MatchedText;
  readonly lights: Lights;
  readonly readings: readonly Reading[];
  readonly sentenceWords: SentenceWords;
}

/** Words between what is denied and what is left out of that: no clot before, except. */
const BEFORE_EXCEPTION = 3;
/** Words of what is left out. */
const EXCEPTION_REACH = 12;

/**
 * "No previous DVT except one in 2011", "no tenderness other than along the popliteal vein": what is left out of a denial may be the very thing that
 * is denied, so that it is not known. What another phrase reads there ("no cancer except for the tenderness") is another thing, a relative's is not the
 * patient's, and harmless words ("no blood thinners other than aspirin") leave nothing out.
 */
export function isExcepted(reading: Reading, { text, lights, readings, sentenceWords }: ExceptionScene): boolean {
  const { tokens } = text;
  const { exceptions, beforeThan, pointing, untilTimes, untilNow, contrastsOnly } = sentenceWords;
  const isException = (place: number) => {
    const raw = tokens[place]?.raw ?? "";
    return exceptions.has(raw) || (beforeThan.has(raw) && tokens[place + 1]?.raw === "than");
  };
  // "No tenderness other than over the veins": inside what a phrase skips.
  for (let at = reading.from + 1; at < reading.to; at += 1)
    if (isException(at) && !reading.at.includes(at)) return leavesOutItself(at + 1);
  if (
    isOfPatient(reading) &&
    untilTimes.has(tokens[reading.to]?.raw ?? "") &&
    !untilNow.has(tokens[reading.to + 1]?.raw ?? "")
  )
    return true;
  let at = reading.to;
  for (let words = 0; words <= BEFORE_EXCEPTION && !isSentenceEnd(tokens[at]); at += 1) {
    if (isException(at)) return leavesOutItself(at + 1);
    if (tokens[at]?.raw === "," && isOfHistory(reading) && contrastsOnly.has(tokens[at + 1]?.raw ?? ""))
      return leavesOutItself(at + 2);
    if (isBreak(tokens[at]) && !exceptions.has(tokens[at + 1]?.raw ?? "")) return false;
    if (!isBreak(tokens[at])) words += 1;
  }
  return false;

  function leavesOutItself(from: number): boolean {
    let end = from;
    while (end - from < EXCEPTION_REACH && !isBreak(tokens[end])) end += 1;
    if (end === from || tokens.slice(from, end).some(({ raw }) => pointing.has(raw))) return false;
    const stretch = Array.from({ length: end - from }, (_, offset) => from + offset);
    if (stretch.some((place) => lights[place]?.has("family"))) return false;
    const { target } = reading.entry;
    const there = readingsByToken(readings);
    return !stretch.some((place) => (there.get(place) ?? []).some((other) => saysAnother(other, target)));
  }
}

const byToken = new WeakMap<readonly Reading[], ReadonlyMap<number, readonly Reading[]>>();

/** Gathered once for a text: a hostile one is nothing but denials with exceptions. */
function readingsByToken(readings: readonly Reading[]): ReadonlyMap<number, readonly Reading[]> {
  const known = byToken.get(readings);
  if (known !== undefined) return known;
  const map = new Map<number, Reading[]>();
  for (const reading of readings)
    for (const at of reading.at) {
      const there = map.get(at);
      if (there === undefined) map.set(at, [reading]);
      else there.push(reading);
    }
  byToken.set(readings, map);
  return map;
}

/** Whether the words are read of something else, or are known to bear on nothing. What counts only where it is denied says nothing here. */
function saysAnother({ entry: { target, phrase }, light }: Reading, denied: Reading["entry"]["target"]): boolean {
  if (target.kind === "idle" || (target.kind === "hint" && target.harmless)) return true;
  if (target.kind !== "states" && target.kind !== "denies") return false;
  const isSilent = phrase.marks.has("alarm") || (phrase.parts[0]?.whenDenied === true && light !== "denied");
  return !isSilent && "feature" in denied && target.feature !== denied.feature && target.feature.type.kind === "truth";
}

/** What a sign is not is told by what it is ("no swelling, only pain"); what somebody had is easily called by another name. */
function isOfHistory({ entry: { target } }: Reading): boolean {
  return "feature" in target && target.feature.cost === "history";
}

/** History and signs; a test that is not to be had until tomorrow has not been done. */
function isOfPatient({ entry: { target } }: Reading): boolean {
  return "feature" in target && (target.feature.cost === "history" || target.feature.cost === "examination");
}
