import type { Sentence } from "../../search/split-sentences.ts";

/** Ends of whole sentences, line breaks, and the dashes that lists of pages were folded with. */
const END = /\s+-\s+(?=\p{Lu})|(?<=[.!?][)\]"'”’]{0,2})\s+(?=[^\p{Ll}\s])|\s*\n\s*/gu;
/** The word before a full stop. */
const LAST_WORD = /([\p{L}\p{N}.]+)\.$/u;
const INITIAL = /^\p{Lu}$/u;

/**
 * Cuts a text into whole sentences that can be shown by themselves. A full stop behind an abbreviation or an initial ends none; in
 * doubt two sentences stay together, for half a sentence can say the opposite of the whole.
 */
export function splitQuotable(text: string, abbreviations: ReadonlySet<string>): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = text.length - text.trimStart().length;
  const push = (end: number): void => {
    if (end > start) sentences.push({ start, end, text: text.slice(start, end) });
  };
  for (const match of text.matchAll(END)) {
    if (match.index < start || !endsSentence(text.slice(start, match.index), match[0], abbreviations)) continue;
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.trimEnd().length);
  return sentences;
}

function endsSentence(before: string, gap: string, abbreviations: ReadonlySet<string>): boolean {
  if (/\n|-/.test(gap)) return true;
  const [, word = ""] = LAST_WORD.exec(before) ?? [];
  return !INITIAL.test(word) && !abbreviations.has(word.toLowerCase());
}
