import { stemmer } from "stemmer";

/** Words that say nothing of the subject. */
const EMPTY = new Set(
  "a an the and or but not no nor of in on at to for from by with without after before is are was were be been do does did can could should would will may might must have has had this that these those it its they them their there here what which who whom whose when where why how if then than so as also any all each every other another same more most less least next best new use used using patient people person someone what's into out over under about between during".split(
    " ",
  ),
);

/** The stems of the words that carry meaning, in the order of the text. */
export function contentStems(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*/gu) ?? [])
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map(stemmer);
}

/** Do the words of `phrase` stand in `text`, in order and next to each other, whatever their endings? */
export function hasPhrase(text: string, phrase: string): boolean {
  const wanted = contentStems(phrase);
  return wanted.length > 0 && ` ${contentStems(text).join(" ")} `.includes(` ${wanted.join(" ")} `);
}

const UNITS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A number as text has it, in digits or in words up to twelve. */
export const NUMBER = `(?:\\d+(?:\\.\\d+)?|an?|${UNITS.join("|")})`;

export function readNumber(written: string): number {
  const word = written.toLowerCase();
  if (word === "a" || word === "an") return 1;
  const at = UNITS.indexOf(word);
  return at < 0 ? Number(word) : at + 1;
}
