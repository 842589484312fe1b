import { isOneOf } from "../../sentence-words.ts";
import { isSomewhere } from "../../text/stretch.ts";
import { isBreak } from "../../text/tokens.ts";
import type { ExceptionScene, Told } from "./excepted.ts";

/** Words between a finding and what is said not to have ended it. */
const REACH = 3;

/**
 * "No bleeding on apixaban", "no spread of the bowel cancer", "has not finished chemotherapy", "not the first cancer", "no less tender": what is denied is
 * another thing, and the finding behind it is as it was. "Not on apixaban" and "no history of cancer" deny the finding itself.
 */
export function isOfAnother({ reading: { from, to, at }, feature }: Told, scene: ExceptionScene): boolean {
  const { tokens, skippable } = scene.text;
  const is = (list: keyof typeof scene.sentenceWords, place: number) =>
    isOneOf(scene.sentenceWords[list], tokens[place]);
  const before = (place: number) => {
    let here = place - 1;
    while (skippable.has(here) && !is("tyingToDenied", here)) here -= 1;
    return here;
  };
  const first = at.find((place) => !is("tyingToDenied", place) && !skippable.has(place)) ?? from;
  const tie = before(first);
  if (is("noDenial", tie)) return true;
  if (feature.cost !== "history") return false;
  if (isNotEnded()) return true;
  // "No tablets besides apixaban", "nothing other than warfarin".
  if (is("exceptions", tie) || tokens[tie]?.raw === "than") return true;
  if (!is("tyingToDenied", tie) || isRange()) return false;
  const denied = before(tie);
  // "SOB": one word as written.
  if (tokens[tie]?.start === tokens[first]?.start || tokens[denied]?.start === tokens[first]?.start) return false;
  // "Not a day without warfarin": what is never missing is there.
  if (is("lackingWords", tie)) return !isBreak(tokens[denied]) && is("negatives", before(denied));
  return !isBreak(tokens[denied]) && !is("negatives", denied) && !is("ofPresence", denied);

  /** "Has not finished chemotherapy", "has not had the plaster removed". */
  function isNotEnded(): boolean {
    for (let place = first - 1; place >= first - REACH && !isBreak(tokens[place]); place -= 1)
      if (is("endings", place)) return true;
    return isSomewhere({ from: first, to: to + 1 }, (place) => is("removals", place));
  }

  /** "All from cancer to earlier clots". */
  function isRange(): boolean {
    return tokens[tie]?.raw === "to" && isSomewhere({ from: tie - REACH, to: tie }, (at) => tokens[at]?.raw === "from");
  }
}
