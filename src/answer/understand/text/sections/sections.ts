import type { ClinicalLanguage } from "../../clinical-language.ts";
import type { Day } from "../dates.ts";
import { type HeadingKind, isOfHeadings, kindOfHeading } from "./headings.ts";

/** What a heading makes of what stands under it. */
export type SectionRole = Exclude<HeadingKind, "dated">;

/** What a token has from the heading it stands under. */
export interface UnderHeading {
  readonly role: SectionRole;
  /** It is a word of the heading itself. */
  readonly isHeading: boolean;
  readonly opensLine: boolean;
}

/** A heading and what stands under it, as offsets of the normalised text. */
export interface Section {
  readonly role: SectionRole;
  /** Where the heading begins, and the text under it. */
  readonly heading: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** The heading opens its line: what stands under it is all of the lines that follow from it. */
  readonly opensLine: boolean;
}

/** Where a heading may begin: bullets, numbers and marks of emphasis before it. Every run is bounded: a hostile text is nothing but blanks. */
const OPENING = /(?:^|\n|[.;|,][ \t]{1,3})[ \t>#*_~<[|(-]{0,8}(?:\d{1,2}[.)][ \t]{0,3})?[*_]{0,3}(?=\p{L})/gu;
/** One more word of it, with what may part it from the one before. */
const WORD = /(?:[ \t]{0,2}[/&+-][ \t]{0,2}|\.?[ \t]{1,2}|\.)?(\p{L}+)(?!\p{L})/uy;
const MOST_WORDS = 7;
/** Of which letter, and when: "(March 2019)", "14/3/2019", "of 2018". */
const DATE =
  /(?:[ \t]{0,3}\([^()\n]{1,40}\)|(?:[ \t]{1,3}(?:of|from|dated|in))?[ \t]{1,3}(?:\p{L}{3,9}[ \t]{1,3})?\d{1,4}(?:[/.]\d{1,4}){0,2})/uy;
const SIGN = /\.?[ \t*_?\])|]{0,6}(?:[:=;|\])>]|-{1,2}>?|\*{1,2}|[ \t*_]{0,6}(?=\n|$))[ \t*_\]]{0,6}|[ \t]{1,3}/uy;

/** So near its beginning a heading is the title of a text. */
const FIRST = 5;

/** Finds the headings of a text and how far what stands under each of them reaches. */
export function sectionsIn(text: string, known: Known): readonly Section[] {
  const found = [...text.matchAll(OPENING)].flatMap(({ 0: opening, index }) => {
    const heading = headingAt(index + opening.length, opening, text, known);
    return heading === undefined ? [] : [heading];
  });
  return found.map((section, at) => ({
    ...section,
    to: Math.min(found[at + 1]?.heading ?? text.length, endOf(section, text)),
  }));
}

/** What a language calls headings, and the day of asking. */
export interface Known {
  readonly headings: ClinicalLanguage["headings"];
  /** They need no sign where they open a line or a sentence: "FH clots in two sisters". */
  readonly initials: ReadonlySet<string>;
  readonly today: Day | undefined;
}

/** The longest heading that begins here. */
function headingAt(
  heading: number,
  opening: string,
  text: string,
  { headings, initials, today }: Known,
): Omit<Section, "to"> | undefined {
  const words = wordsFrom(heading, text, headings);
  const opensLine = !/^[.;|,]/.test(opening);
  for (let count = words.length; count > 0; count -= 1) {
    const named = kindOfHeading(
      words.slice(0, count).map(({ word }) => word),
      headings,
    );
    if (named === undefined) continue;
    const end = words[count - 1]?.end ?? heading;
    const date = matchAt(DATE, end, text) ?? "";
    const sign = matchAt(SIGN, end + date.length, text);
    const role = named !== "dated" ? named : isOfEarlierYear(date, today) ? "earlier" : undefined;
    if (sign === undefined || role === undefined) continue;
    const from = end + date.length + sign.length;
    const isLast = from === text.length || text.charAt(from) === "\n";
    const around = { opensLine, isLast, isBehindComma: opening.startsWith(",") };
    if (!isMeant(text.slice(heading, end), sign, { ...around, initials })) continue;
    // "Advice: a man of 60 with a sore calf": what a text begins with is what it is on.
    if (heading < FIRST && (role === "plan" || role === "advice")) continue;
    return { role, heading, from, opensLine };
  }
  return undefined;
}

function wordsFrom(
  start: number,
  text: string,
  headings: ClinicalLanguage["headings"],
): readonly { readonly word: string; readonly end: number }[] {
  const words: { word: string; end: number }[] = [];
  let end = start;
  while (words.length < MOST_WORDS) {
    WORD.lastIndex = end;
    const match = WORD.exec(text);
    const word = match?.[1]?.toLowerCase();
    if (word === undefined || !isOfHeadings(word, headings)) break;
    end = WORD.lastIndex;
    words.push({ word, end });
  }
  return words;
}

function matchAt(pattern: RegExp, at: number, text: string): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** "Duplex 2019"; one of this year may be of today. */
function isOfEarlierYear(date: string, today: Day | undefined): boolean {
  const year = /(?:19|20)\d\d/.exec(date)?.[0];
  return year !== undefined && year !== today?.slice(0, 4);
}

/** Where words stand that may be a heading. */
interface Surroundings {
  readonly opensLine: boolean;
  readonly isLast: boolean;
  readonly isBehindComma: boolean;
}

/** A single letter is a heading only as a capital with a colon, words without a sign only alone on their line, or as initials. */
function isMeant(
  written: string,
  sign: string,
  { opensLine, isLast, isBehindComma, initials }: Surroundings & Pick<Known, "initials">,
): boolean {
  // "The other, left leg; no cancer" has no heading.
  const hasSign = (opensLine ? /[:=;|\])>*-]/ : isBehindComma ? /:/ : /[:=|\])>*-]/).test(sign);
  if (written.length === 1) return /^\p{Lu}$/u.test(written) && sign.includes(":");
  return hasSign || (isLast ? opensLine : initials.has(written) && /^[ \t]+$/.test(sign));
}

/** Up to a blank line where the heading stands alone; otherwise to the end of its line, with the lines that only go on. */
function endOf({ from, opensLine }: Pick<Section, "from" | "opensLine">, text: string): number {
  const line = (at: number) => {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  };
  if (!opensLine) return line(from);
  const isAlone = text.charAt(from) === "\n";
  if (isAlone) {
    const start = from + (/^\s*/.exec(text.slice(from, from + 80))?.[0].length ?? 0);
    const blank = /\n[ \t]*\n/.exec(text.slice(start));
    return blank === null ? text.length : start + blank.index;
  }
  let end = line(from);
  while (/^\n[ \t]*(?:[-\p{Ll}(])/u.test(text.slice(end, end + 40))) end = line(end + 1);
  return end;
}
