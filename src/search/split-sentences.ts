/** A sentence of a text, with its place in UTF-16 code units. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Ends of sentences, and the dashes and semicolons that lists in pages were folded with. */
const END = /(?<=[.!?;:])\s+|\s+-\s+|\n+/g;

/** Cuts a text into sentences for weighing. The cut is generous: half a sentence weighs as well as a whole one. */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    if (end > start) sentences.push({ start, end, text: text.slice(start, end) });
  };
  for (const match of text.matchAll(END)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return sentences;
}
