import { ContextText, type ContextWords } from "../context/context-text.ts";
import { toCue } from "../context/counting-cues.ts";
import { standingOf } from "../context/lists/list-item.ts";
import type { MatchedText } from "../match/matched-text.ts";
import type { Match } from "../match/walk.ts";
import { isOneOf } from "../sentence-words.ts";

/**
 * Without the phrases of denial that run past a comma into what may be a statement of its own: "no previous operation, DVT in 2019" holds "no previous
 * ... DVT", and denies no thrombosis.
 */
export function withoutBrokenDenials(
  found: readonly Match[],
  matched: MatchedText,
  words: ContextWords,
): readonly Match[] {
  let text: ContextText | undefined;
  return found.filter((match) => {
    const commas = commasIn(match, matched, words);
    if (commas.length === 0) return true;
    text ??= new ContextText(matched, found.flatMap(toCue), words);
    const context = text;
    return commas.every((comma) => standingOf(context, comma + 1, false, false) === "listed");
  });
}

/** The commas of a denial behind which no word of it denies again: "melanoma, excised eight years ago, nothing since" has none. */
function commasIn(match: Match, matched: MatchedText, words: ContextWords): readonly number[] {
  const { from, to, at, part, entry } = match;
  const { target, phrase } = entry;
  const isDenial = target.kind === "denies" || (target.kind === "states" && part.whenDenied);
  return isDenial && phrase.parts.length === 1 && to - from > at.length ? commasBehind(match, matched, words) : NONE;
}

/** The commas behind its last word of denial. */
function commasBehind(
  { from, to, at, part }: Match,
  { tokens }: MatchedText,
  { sentenceWords: { negatives } }: ContextWords,
): readonly number[] {
  const lastDenied = at.findLast((place) => isOneOf(negatives, tokens[place])) ?? (part.whenDenied ? from : to);
  const commas: number[] = [];
  for (let place = lastDenied + 1; place < to; place += 1) if (tokens[place]?.raw === ",") commas.push(place);
  return commas;
}

const NONE: readonly number[] = [];
