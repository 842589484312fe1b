import { isOneOf } from "../../sentence-words.ts";
import { isSomewhere, widen } from "../../text/stretch.ts";
import { isBreak } from "../../text/tokens.ts";
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
  return isSomewhere({ from: reading.from - REACH, to: reading.to + REACH }, (at) => {
    if (!is("endings", at) || isParted(at)) return false;
    const clause = widen({ from: at, to: at + 1 }, tokens, isBreak, REACH);
    const isPutOff = isSomewhere({ from: clause.from, to: at }, (before) => is("beforeToCome", before));
    return isPutOff || (tokens[at]?.raw.endsWith("ing") === true && is("singularVerbs", at - 1));
  });

  /** Whether a clause ends between the word and the reading. */
  function isParted(at: number): boolean {
    const between = { from: Math.min(at, reading.from), to: Math.max(at, reading.to) };
    return isSomewhere(between, (place) => isBreak(tokens[place]));
  }
}
