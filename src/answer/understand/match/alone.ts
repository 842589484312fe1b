import type { Measure } from "../measures/measures.ts";
import { isOneOf } from "../sentence-words.ts";
import type { Stretch } from "../text/stretch.ts";
import { isBreak, type Token } from "../text/tokens.ts";
import type { MatchedText } from "./matched-text.ts";

/** What a number or a word which stands alone may stand behind: a break, or the one word that denies it ("no veins, thigh fine"). */
const ALONE_AFTER: ReadonlySet<string> = new Set([",", "(", "[", "no"]);

/** Whether what stands at the next place may be a number that stands alone. */
export function isBeforeAlone(at: number, tokens: readonly Token[]): boolean {
  return isOneOf(ALONE_AFTER, tokens[at]) && !isBreak(tokens[at + 1]);
}

/** Nothing but a break on either side, so that the number belongs to no other word. */
export function isNumberAlone({ from, to, unit }: Measure, tokens: readonly Token[]): boolean {
  const isAge = unit === undefined || unit === "a";
  return isAge && isBreak(tokens[to]) && (isBreak(tokens[from - 1]) || !tokens[from]?.glued);
}

/** "Thrombus in the peroneal vein, the popliteal vein": an article changes nothing. */
export function isWordAlone({ from, to }: Stretch, { tokens, skippable }: MatchedText): boolean {
  const isArticle = skippable.has(from - 1) && !isOneOf(ALONE_AFTER, tokens[from - 1]);
  return isBreak(tokens[to]) && isOneOf(ALONE_AFTER, tokens[isArticle ? from - 2 : from - 1]);
}
