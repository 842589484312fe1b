import type { ClinicalLanguage } from "../clinical-language.ts";
import type { Day } from "./dates.ts";

/** What a heading makes of what stands under it. */
export type SectionRole = Exclude<keyof ClinicalLanguage["headings"], "dated">;

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

/** Bullets, numbers and marks of emphasis before a heading. Every run is bounded: a hostile text is nothing but blanks. */
const BEFORE = String.raw`[ \t>#*_\[|(-]{0,8}(?:\d{1,2}[.)][ \t]{0,3})?[*_]{0,3}`;
/** Of which letter, and when: "(March 2019)", "14/3/2019", "of 2018". */
const DATE = String.raw`(?:[ \t]{0,3}\([^()\n]{1,40}\)|(?:[ \t]{1,3}(?:of|from|dated|in))?[ \t]{1,3}(?:\p{L}{3,9}[ \t]{1,3})?\d{1,4}(?:[/.]\d{1,4}){0,2})?`;
const SIGN = String.raw`[ \t*_\])|]{0,6}(?:[:=;|\t\]]|-{1,2}>?|\.?[ \t*_]{0,6}(?=\n|$))[ \t*_\]]{0,6}`;
/** Initials need no sign where they open a line or a sentence: "FH clots in two sisters". */
const INITIALS = /^(?:FH|FHx|PMH|PMHx|DH|DHx|SH|SHx)$/;

const patterns = new WeakMap<ClinicalLanguage["headings"], Compiled>();

interface Compiled {
  readonly pattern: RegExp;
  readonly roles: ReadonlyMap<string, keyof ClinicalLanguage["headings"]>;
}

function compiled(headings: ClinicalLanguage["headings"]): Compiled {
  const known = patterns.get(headings);
  if (known !== undefined) return known;
  // Object.entries widens the names of the roles.
  const entries = Object.entries(headings) as [keyof ClinicalLanguage["headings"], readonly string[]][];
  const roles = new Map(entries.flatMap(([role, names]) => names.map((name) => [name, role] as const)));
  const names = [...roles.keys()].sort((left, right) => right.length - left.length);
  const written = names.map((name) =>
    [...name.replaceAll(/[ /]/g, "")].length < 4 && !name.includes(" ") ? dotted(name) : spaced(name),
  );
  const source = `(?<=^|\\n|[.;|,][ \\t]{1,3})(${BEFORE})(${written.join("|")})(${DATE})(${SIGN}|[ \\t]{1,3})`;
  const made = { pattern: new RegExp(source, "giu"), roles };
  patterns.set(headings, made);
  return made;
}

const spaced = (name: string) => name.replaceAll(" ", "[ \\t-]{1,2}");
/** "P.M.H." */
const dotted = (name: string) => `${[...name].join("\\.?").replaceAll("/\\.?", "/")}\\.?`;

/** So near its beginning a heading is the title of a text. */
const FIRST = 5;

/** Finds the headings of a text and how far what stands under each of them reaches. */
export function sectionsIn(
  text: string,
  headings: ClinicalLanguage["headings"],
  today: Day | undefined,
): readonly Section[] {
  const { pattern, roles } = compiled(headings);
  const found = [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, before = "", written = "", date = "", sign = ""] = match;
    const heading = match.index + before.length;
    const named = roles.get(
      written
        .toLowerCase()
        .replaceAll(".", "")
        .replaceAll(/[ \t-]+/g, " "),
    );
    const role = named !== "dated" ? named : isOfEarlierYear(date, today) ? "earlier" : undefined;
    const opensLine = match.index === 0 || text.charAt(match.index - 1) === "\n";
    const isBehindComma = text
      .slice(Math.max(0, match.index - LONGEST_BLANK), match.index)
      .trimEnd()
      .endsWith(",");
    const from = match.index + whole.length;
    const isLast = from === text.length || text.charAt(from) === "\n";
    if (role === undefined || !isMeant(written, sign, { opensLine, isLast, isBehindComma })) return [];
    // "Advice: a man of 60 with a sore calf": what a text begins with is what it is on.
    if (heading < FIRST && (role === "plan" || role === "advice")) return [];
    return [{ role, heading, from, opensLine }];
  });
  return found.map((section, at) => ({
    ...section,
    to: Math.min(found[at + 1]?.heading ?? text.length, endOf(section, text)),
  }));
}

/** "Duplex 2019"; one of this year may be of today. */
function isOfEarlierYear(date: string, today: Day | undefined): boolean {
  const year = /(?:19|20)\d\d/.exec(date)?.[0];
  return year !== undefined && year !== today?.slice(0, 4);
}

/** Blanks between the end of a clause and a heading. */
const LONGEST_BLANK = 4;

/** Where words stand that may be a heading. */
interface Surroundings {
  readonly opensLine: boolean;
  readonly isLast: boolean;
  readonly isBehindComma: boolean;
}

/** A single letter is a heading only as a capital with a colon, words without a sign only alone on their line, or as initials. */
function isMeant(written: string, sign: string, { opensLine, isLast, isBehindComma }: Surroundings): boolean {
  // "The other, left leg; no cancer" has no heading.
  const hasSign = (opensLine ? /[:=;|\]-]/ : isBehindComma ? /:/ : /[:=|\]-]/).test(sign);
  if (written.length === 1) return /^\p{Lu}$/u.test(written) && sign.includes(":");
  return hasSign || (isLast ? opensLine : INITIALS.test(written) && !sign.includes("."));
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
