import { isTelling } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import { isOneOf, type SentenceWords } from "../sentence-words.ts";
import type { Stretch } from "../text/stretch.ts";
import { isBreak, isSentenceEnd } from "../text/tokens.ts";
import { opposite, type Side, type SidedText, sideAt } from "./sided-text.ts";

/** Words of a label: the other lower leg. */
const LONGEST_LABEL = 5;
/** Words from a label to what stands under it. */
const REACH = 30;

type Words = Pick<SentenceWords, "bareSides" | "limbs" | "ofOtherSide">;

/**
 * "Right leg: no pitting, calf not tender", where the left one is in question: a sign under the label of the other leg. An alarm, one sign of several, is one on
 * whichever leg it stands.
 */
export function isUnderOtherSide(reading: Reading, affected: Side | undefined, text: SidedText, words: Words): boolean {
  if (affected === undefined || !(reading.light === undefined || reading.light === "denied")) return false;
  const { target, phrase } = reading.entry;
  const isSign = isTelling(target) && target.feature.cost === "examination" && target.feature.type.kind === "truth";
  if (!isSign || phrase.marks.has("oneOfSeveral")) return false;
  const label = labelOf(reading, text, words);
  return label !== undefined && (label.side === opposite(affected) || label.side === "other");
}

/** Whether the reading is itself of the words of such a label. */
export function isOfLabel({ from, to }: Reading, text: SidedText, words: Words): boolean {
  return text.tokens[to]?.raw === ":" && labelEndingAt({ from, to }, text, words) !== undefined;
}

interface Label {
  readonly side: Side | "other";
}

/** The label in the clause before a reading. */
function labelOf({ from }: Reading, text: SidedText, words: Words): Label | undefined {
  const { tokens } = text;
  for (let at = from - 1; from - at <= REACH && !isSentenceEnd(tokens[at]) && tokens[at]?.raw !== ";"; at -= 1)
    if (tokens[at]?.raw === ":") return labelEndingAt({ from: at - 1, to: at }, text, words);
  return undefined;
}

/** The words up to the colon, where they are a side and a limb and nothing else. */
function labelEndingAt({ to }: Stretch, text: SidedText, words: Words): Label | undefined {
  const { tokens } = text;
  let from = to;
  while (to - from <= LONGEST_LABEL && !isBreak(tokens[from - 1])) from -= 1;
  const label = tokens.slice(from, to);
  const isOfLabel = label.every((token, at) => sideAt(from + at, text) !== undefined || isNamed(token));
  if (label.length === 0 || !isOfLabel) return undefined;
  const side = label.flatMap((_, at) => sideAt(from + at, text) ?? [])[0];
  if (side !== undefined) return { side };
  return label.some((token) => isOneOf(words.ofOtherSide, token)) ? { side: "other" } : undefined;

  function isNamed(token: { readonly raw: string }): boolean {
    return isOneOf(words.bareSides, token) || isOneOf(words.limbs, token) || token.raw === "lower";
  }
}
