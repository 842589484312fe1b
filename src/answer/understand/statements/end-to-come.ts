import { isOneOf } from "../sentence-words.ts";
import { isBreak } from "../text/tokens.ts";
import type { ExceptionScene, Told } from "./excepted.ts";

/** Words between a drug and what is to end it, and between that and the word which puts it off. */
const REACH = 4;

/**
 * "Was told to stop apixaban", "should have stopped it", "apixaban to be stopped next week", "wants to come off it": what is still to end is there, or
 * nobody knows, and is never a treatment that has ended.
 */
export function isEndToCome({ reading, feature }: Told, scene: ExceptionScene): boolean {
  if (feature.type.kind !== "choice" || feature.cost !== "history") return false;
  const { tokens } = scene.text;
  const is = (list: keyof typeof scene.sentenceWords, place: number) =>
    isOneOf(scene.sentenceWords[list], tokens[place]);
  for (let at = reading.from - REACH; at < reading.to + REACH; at += 1) {
    if (!is("endings", at) || isParted(at)) continue;
    for (let before = at - 1; before >= at - REACH && !isBreak(tokens[before]); before -= 1)
      if (is("beforeToCome", before)) return true;
    if (tokens[at]?.raw.endsWith("ing") && is("singularVerbs", at - 1)) return true;
  }
  return false;

  /** Whether a clause ends between the word and the reading. */
  function isParted(at: number): boolean {
    for (let place = Math.min(at, reading.from); place < Math.max(at, reading.to); place += 1)
      if (isBreak(tokens[place])) return true;
    return false;
  }
}
