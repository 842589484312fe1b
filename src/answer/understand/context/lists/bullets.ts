import type { ContextText } from "../context-text.ts";

/** Lines of the longest list that is followed: hostile text is one list. */
const MOST_LINES = 24;
/** Words of one line, abbreviations in full. */
const LONGEST_LINE = 8;

/** Whether a line that begins with a dash stands below this place: the colon of a label, or the end of its line. */
export function opensBullets(at: number, text: ContextText): boolean {
  const line = text.raw(at) === ":" ? at + 1 : at;
  return text.raw(line) === "\n" && text.raw(line + 1) === "-";
}

/** Where the short lines end, exclusive, that begin with a dash and stand one below the other; a line that the predicate ends is none of them. */
export function endOfBullets(at: number, text: ContextText, ends: (at: number) => boolean): number {
  let to = text.raw(at) === ":" ? at + 1 : at;
  for (let lines = 0; lines < MOST_LINES && opensBullets(to, text) && text.raw(to) !== ":"; lines += 1) {
    let end = to + 2;
    while (!text.isSentenceEnd(end) && !ends(end) && end - to <= LONGEST_LINE + 1) end += 1;
    if (!text.isSentenceEnd(end)) break;
    to = end;
  }
  return to;
}
