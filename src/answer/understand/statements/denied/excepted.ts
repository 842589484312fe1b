import type { CaseFeature } from "../../../../pathway/model/feature.ts";
import type { Lights } from "../../context/light.ts";
import type { MatchedText } from "../../match/matched-text.ts";
import { isTelling } from "../../phrases/entry.ts";
import { isWhenDenied } from "../../phrases/phrase.ts";
import type { Reading } from "../../readings/readings.ts";
import { isOneOf, type SentenceWords } from "../../sentence-words.ts";
import { byToken } from "../../text/by-token.ts";
import { isSomewhere, placesOf } from "../../text/stretch.ts";
import { isBreak, isSentenceEnd } from "../../text/tokens.ts";

/** What exceptions are read from. */
export interface ExceptionScene {
  readonly text: MatchedText;
  readonly lights: Lights;
  readonly readings: readonly Reading[];
  readonly sentenceWords: SentenceWords;
}

/** A reading and the feature that it tells something of. */
export interface Told {
  readonly reading: Reading;
  readonly feature: CaseFeature;
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
export function isExcepted({ reading, feature }: Told, scene: ExceptionScene): boolean {
  const { text, lights, readings, sentenceWords } = scene;
  const { tokens } = text;
  const is = (list: keyof SentenceWords, at: number) => isOneOf(sentenceWords[list], tokens[at]);
  const isException = (at: number) => is("exceptions", at) || (is("beforeThan", at) && tokens[at + 1]?.raw === "than");
  // "No tenderness other than over the veins": inside what a phrase skips.
  for (let at = reading.from + 1; at < reading.to; at += 1)
    if (isException(at) && !reading.at.includes(at)) return leavesOutItself(at + 1);
  // A test that is not to be had until tomorrow has not been done.
  const mayEnd = feature.cost === "history" || feature.cost === "examination";
  if (mayEnd && is("untilTimes", reading.to) && !is("untilNow", reading.to + 1)) return true;
  let at = reading.to;
  for (let words = 0; words <= BEFORE_EXCEPTION && !isSentenceEnd(tokens[at]); at += 1) {
    if (isException(at)) return leavesOutItself(at + 1);
    // What a sign is not is told by what it is ("no swelling, only pain"); what somebody had is easily called by another name.
    if (tokens[at]?.raw === "," && feature.cost === "history" && is("contrastsOnly", at + 1))
      return leavesOutItself(at + 2);
    if (isBreak(tokens[at]) && !is("exceptions", at + 1)) return false;
    if (!isBreak(tokens[at])) words += 1;
  }
  return false;

  function leavesOutItself(from: number): boolean {
    let to = from;
    while (to - from < EXCEPTION_REACH && !isBreak(tokens[to])) to += 1;
    const leftOut = { from, to };
    if (to === from || isSomewhere(leftOut, (at) => is("pointing", at) || lights[at]?.has("family") === true))
      return false;
    const there = readingsByToken(readings);
    return !placesOf(leftOut).some((at) => there.get(at)?.some((other) => saysAnother(other, feature)));
  }
}

const known = new WeakMap<readonly Reading[], ReadonlyMap<number, readonly Reading[]>>();

/** Gathered once for a text: a hostile one is nothing but denials with exceptions. */
function readingsByToken(readings: readonly Reading[]): ReadonlyMap<number, readonly Reading[]> {
  const map = known.get(readings) ?? byToken(readings);
  known.set(readings, map);
  return map;
}

/** Whether the words are read of something else, or are known to bear on nothing. What counts only where it is denied says nothing here. */
function saysAnother({ entry: { target, phrase }, light }: Reading, denied: CaseFeature): boolean {
  if (target.kind === "idle" || (target.kind === "hint" && target.harmless)) return true;
  if (!isTelling(target)) return false;
  const isSilent = phrase.marks.has("alarm") || (isWhenDenied(phrase) && light !== "denied");
  return !isSilent && target.feature !== denied && target.feature.type.kind === "truth";
}
