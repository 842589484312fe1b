import type { Identifier, IdentifierWords } from "./identifier.ts";
import { labelled, madeOnce } from "./scan-text.ts";

/** Between a label and its date, or a name and a date beside it. */
const GAP = "[\\s:=,.()\\[\\]*-]{0,6}";
const FAR = 14;

/**
 * Dates of birth: a full date behind a label ("DOB", "born"), or beside a name or a record number. Any other date tells when
 * something happened, which the answer needs.
 */
export function findBirthDates(
  text: string,
  words: IdentifierWords,
  beside: readonly Identifier[],
): readonly Identifier[] {
  const { behind, alone: anywhere } = patternsOf(words);
  const behindLabel = [...text.matchAll(behind)].map((match) => dateIn(match));
  const alone = [...text.matchAll(anywhere)]
    .map((match) => ({ kind: "birthDate" as const, start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => beside.some((other) => isBeside(text, other, start, end)));
  return [...behindLabel, ...alone.filter(({ start }) => !behindLabel.some((one) => one.start === start))];
}

const patternsOf = madeOnce(({ birthLabels, months }) => {
  const date = datePattern(months);
  return {
    behind: labelled(birthLabels, `${GAP}(?:(?:on|the|am|le)\\s{1,3}){0,2}(${date}|\\d{6}(?:\\d{2})?(?!\\d))`),
    alone: new RegExp(`(?<![\\p{N}/.-])${date}(?![\\p{N}])`, "giu"),
  };
});

/** Day, month and year in any order and writing. A year alone, or a month with a year, is no full date. */
function datePattern(months: readonly string[]): string {
  const month = `(?:${[...months].sort((a, b) => b.length - a.length).join("|")}|${[...new Set(months.map((name) => name.slice(0, 3)))].join("|")})`;
  return [
    "\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?\\d{2,4}",
    "\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}",
    `\\d{1,2}(?:st|nd|rd|th|\\.)?[\\s-]{0,2}(?:of\\s)?${month}\\.?[,\\s-]{1,3}\\d{2,4}`,
    `${month}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}`,
  ]
    .map((one) => `(?:${one})`)
    .join("|")
    .replace(/^/, "(?:")
    .concat(")");
}

function dateIn(match: RegExpExecArray): Identifier {
  const written = match[1] ?? "";
  const end = match.index + match[0].length;
  return { kind: "birthDate", start: end - written.length, end };
}

/** Nothing but signs, an age or a sex between the two. */
function isBeside(text: string, other: Identifier, start: number, end: number): boolean {
  const between = other.end <= start ? text.slice(other.end, start) : text.slice(end, other.start);
  if (other.end > start && other.start < end) return false;
  return (
    between.length <= FAR &&
    !/[\r\n.;]\s*\p{L}|\p{L}{3,}/u.test(between.replace(/\b(?:male|female|yrs?|years?|old)\b/gi, ""))
  );
}
