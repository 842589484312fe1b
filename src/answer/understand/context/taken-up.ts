import type { Cue } from "../phrases/entry.ts";
import { isSomewhere, type Stretch } from "../text/stretch.ts";
import type { ContextText } from "./context-text.ts";
import type { CastLights } from "./light.ts";
import { LIST_REACH } from "./lists/list-item.ts";

export interface TakenUpReader {
  readonly text: ContextText;
  readonly lights: CastLights;
  /** Tokens of what somebody may have or not. */
  readonly isThing: (at: number) => boolean;
  /** Tokens of whatever else a topic knows: of a value of a list or a number nobody can say what it is when it is not so. */
  readonly isOther: (at: number) => boolean;
}

/**
 * Denies what a later clause takes up again: "his brother had a clot and cancer; he himself has had neither", "the letter speaks of swelling and pitting.
 * Today neither is present", "her daughter speaks of a clot. She says that this never happened". Whoever it was said of, and in whatever mood, it is then
 * denied of the patient; what was denied before ("the letter says no cancer. That is incorrect"), and whatever is only taken back ("scratch that"), is
 * not known.
 * INVARIANT: a cue reaches its own sentence or, where that names nothing, the one before, and denies only what a topic names.
 */
export function denyTakenUp(cues: readonly Cue[], reader: TakenUpReader): void {
  for (const cue of cues) {
    const isOfAll = cue.kind === "negationOfEither";
    const isTakenBack = cue.kind === "retractionOfThis";
    if (!isOfAll && !isTakenBack && cue.kind !== "negationOfThis") continue;
    const named = namedBefore(cue.from, isOfAll, reader);
    for (const at of named) {
      const isOpen = isTakenBack || !reader.isThing(at) || reader.lights.has(at, "denied");
      reader.lights.relight(at, !isOfAll && isOpen ? "notKnown" : "denied", cue);
    }
  }
}

function namedBefore(end: number, isOfAll: boolean, { text, isThing, isOther }: TakenUpReader): readonly number[] {
  const own = sentenceUpTo(end, text);
  const before = sentenceUpTo(own.from - 1, text);
  for (const { from, to } of [own, before]) {
    const named: number[] = [];
    for (let at = to - 1; at >= from; at -= 1) {
      if (isThing(at) || (!isOfAll && isOther(at))) named.push(at);
      // "This" is what was said last.
      else if (!isOfAll && named.length > 0 && text.isSeparator(at)) break;
    }
    // "Of fever and redness there is no trace of either": the two are in the sentence itself, and no topic knows them.
    const namesOthers = isOfAll && isSomewhere({ from, to }, (at) => text.isSeparator(at));
    if (named.length > 0 || namesOthers) return named;
  }
  return [];
}

/** From the end of a sentence, or a semicolon, up to the place. */
function sentenceUpTo(to: number, text: ContextText): Stretch {
  let from = to;
  while (to - from < LIST_REACH && !text.isSentenceEnd(from - 1) && text.raw(from - 1) !== ";") from -= 1;
  return { from, to };
}
