/** A day of a text's own calendar in ISO 8601, `2026-10-14`; what follows the day in an instant is not looked at. */
export type Day = string;

/** A stretch of the text that names a day. */
export interface DatedStretch {
  readonly start: number;
  readonly end: number;
  /** Days from that day to today. Absent where it is not known: the day is yet to come, can be two days, or has no year and is long past. */
  readonly daysAgo: number | undefined;
}

/** Names of the months as people write them, January first: `[january, jan]`. */
export type MonthNames = readonly (readonly string[])[];

interface Shape {
  /** What stands in every day that is written so: a text without it is not searched. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, monthOf: (name: string) => number) => Written;
}

/** Without a year it is the last such day. */
interface Written {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** Day and month could be the other way round: `3/4/2026`. */
  readonly isTwofold?: boolean;
}

/** A day without a year is that of the months just past; further back or ahead the writer may have had another year in mind. */
const MOST_DAYS_WITHOUT_YEAR = 120;
/** That of a year written in two digits. */
const CENTURY = 2000;
const DAY_MS = 86_400_000;
/** From the first day of a year to the first of the next, at most. */
export const DAYS_OF_YEAR = 366;
/** Two figures and a sign between them. */
const FIGURES = /\d[./-]\d/;

const madeOnce = new WeakMap<MonthNames, readonly Shape[]>();

function shapesOf(months: MonthNames): readonly Shape[] {
  const known = madeOnce.get(months) ?? makeShapes(months);
  madeOnce.set(months, known);
  return known;
}

function makeShapes(months: MonthNames): readonly Shape[] {
  const names = months.flat().toSorted((left, right) => right.length - left.length);
  // "May" is a month only where it is written as a name: "may 2 tablets be left out".
  const month = `(?<month>${names.map((name) => (name === "may" ? "May|MAY" : anyCase(name))).join("|")})`;
  const anyMonth = new RegExp(`(?:${names.join("|")})\\b`, "i");
  const lead = "(?:(?<![\\p{L}\\d])(?:[Oo]n|[Dd]ated)\\s(?:the\\s)?)?(?<![\\p{L}\\d./,:])";
  const shape = (source: string, read: Shape["read"], needs = FIGURES): Shape => ({
    needs,
    pattern: new RegExp(`${lead}${source}(?![\\p{L}\\d/]|[.,:]\\d)`, "gu"),
    read,
  });
  const named: Shape["read"] = ({ year, month: name = "", day }, monthOf) => ({
    ...(year === undefined ? {} : { year: fullYear(year) }),
    month: monthOf(name.toLowerCase()),
    day: Number(day),
  });
  return [
    shape("(?<!-)(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})", numbered),
    shape("(?<!-)(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4}|\\d{2})", numbered),
    shape("(?<!-)(?<day>\\d{1,2})[/-](?<month>\\d{1,2})[/-](?<year>\\d{4}|\\d{2})", slashed),
    // A day above twelve and a month that is none of /7, /12 (days, months of a duration): no score, ratio or duration is written so.
    shape("(?<!-)(?<day>1[3-9]|2\\d|3[01])/(?<month>0?[1-689]|1[01])", numbered),
    shape(
      `(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -](?:of\\s)?${month}(?:(?:\\.?,?\\s|-)(?<year>\\d{4})|[ -]'?(?<=['-])(?<short>\\d{2}))?`,
      (groups, monthOf) => named({ ...groups, year: groups.year ?? groups.short }, monthOf),
      anyMonth,
    ),
    shape(`${month}\\.?\\s(?:the\\s)?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(?<year>\\d{4}))?`, named, anyMonth),
  ];
}

/** "oct" matches "Oct" and "OCT" where the expression as a whole is not blind to case. */
function anyCase(name: string): string {
  return [...name].map((letter) => `[${letter}${letter.toUpperCase()}]`).join("");
}

const numbered: Shape["read"] = ({ year, month, day }) => ({
  ...(year === undefined ? {} : { year: fullYear(year) }),
  month: Number(month),
  day: Number(day),
});

/** Day first, or month first where only that can be: `10/14/2026`. */
const slashed: Shape["read"] = (groups, monthOf) => {
  const written = numbered(groups, monthOf);
  const { month, day } = written;
  if (month > 12 && day <= 12) return { ...written, month: day, day: month };
  return { ...written, isTwofold: month <= 12 && day <= 12 && month !== day };
};

function fullYear(written: string): number {
  return written.length === 2 ? CENTURY + Number(written) : Number(written);
}

/** Days from the end of a year to today; below zero for the year that goes on and those to come, absent without a day of today. */
export function daysSinceEndOf(year: number, today: Day | undefined): number | undefined {
  return today === undefined ? undefined : daysBetween(Date.UTC(year, 11, 31), today);
}

/** Every day that a text names, in the order of the text; `today` is the day on which it was written, as far as one knows. */
export function datesIn(text: string, months: MonthNames, today: Day | undefined): readonly DatedStretch[] {
  const monthOf = (name: string) => months.findIndex((names) => names.includes(name)) + 1;
  const found = shapesOf(months).flatMap(({ needs, pattern, read }) =>
    !needs.test(text)
      ? []
      : [...text.matchAll(pattern)].flatMap((match) => {
          const written = read(match.groups ?? {}, monthOf);
          if (!isOfCalendar(written)) return [];
          const end = match.index + match[0].length;
          return [
            { start: match.index, end, daysAgo: isOneOfTwo(text, match.index) ? undefined : daysSince(written, today) },
          ];
        }),
  );
  let end = 0;
  return found
    .toSorted((left, right) => left.start - right.start || right.end - left.end)
    .filter((one) => {
      const isFree = one.start >= end;
      if (isFree) end = one.end;
      return isFree;
    });
}

/** "From 3 to 9 October": the first of the two days has no month of its own. */
function isOneOfTwo(text: string, start: number): boolean {
  return /\d(?:st|nd|rd|th)?(?: ?- ?| to | and | or )$/.test(text.slice(Math.max(0, start - 12), start));
}

function isOfCalendar({ year = 2000, month, day }: Written): boolean {
  const made = new Date(Date.UTC(year, month - 1, day));
  return year > 1900 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

function daysSince({ year, month, day, isTwofold }: Written, today: Day | undefined): number | undefined {
  if (today === undefined || isTwofold) return undefined;
  const sinceYear = (in_: number) => daysBetween(Date.UTC(in_, month - 1, day), today);
  if (year !== undefined) return sinceYear(year) < 0 ? undefined : sinceYear(year);
  const thisYear = Number(today.slice(0, 4));
  const last = [thisYear, thisYear - 1].map(sinceYear).find((days) => days >= 0);
  return last !== undefined && last <= MOST_DAYS_WITHOUT_YEAR ? last : undefined;
}

function daysBetween(instant: number, today: Day): number {
  return Math.round((Date.parse(today.slice(0, 10)) - instant) / DAY_MS);
}
