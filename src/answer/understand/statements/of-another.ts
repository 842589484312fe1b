import { isOneOf } from "../sentence-words.ts";
import { isBreak } from "../text/tokens.ts";
import type { ExceptionScene, Told } from "./excepted.ts";

/**
 * "No bleeding on apixaban", "no side effects from warfarin", "not a day without it": what is denied is another thing, and the words behind it only say
 * of what. "Not on apixaban" and "no treatment with apixaban" deny the drug.
 */
export function isOfAnother({ reading: { from, at }, feature }: Told, scene: ExceptionScene): boolean {
  if (feature.type.kind !== "choice" || feature.cost !== "history") return false;
  const { tokens, skippable } = scene.text;
  const is = (list: keyof typeof scene.sentenceWords, place: number) =>
    isOneOf(scene.sentenceWords[list], tokens[place]);
  const before = (place: number) => {
    let here = place - 1;
    while (skippable.has(here)) here -= 1;
    return here;
  };
  const first = at.find((place) => !is("tyingToDenied", place) && !skippable.has(place)) ?? from;
  const tie = before(first);
  // "No tablets besides apixaban", "nothing other than warfarin".
  if (is("exceptions", tie) || tokens[tie]?.raw === "than") return true;
  if (!is("tyingToDenied", tie)) return false;
  const denied = before(tie);
  // "Not a day without warfarin": what is never missing is there.
  if (is("lackingWords", tie)) return !isBreak(tokens[denied]) && is("negatives", before(denied));
  return !isBreak(tokens[denied]) && !is("negatives", denied) && !is("ofIntake", denied);
}
