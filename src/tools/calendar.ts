/** A day without a time or a zone: a window in days has neither. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MILLISECONDS = 86_400_000;

/** `2026-11-29` as a day of the Gregorian calendar from 1970 to 2199, undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
  const [, year, month, day] = /^((?:19[7-9]|20\d|21\d)\d)-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const found = dayOf(Date.UTC(year, month - 1, day));
  return found.year === year && found.month === month && found.day === day ? found : undefined;
}

function dayOf(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function timeOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}

/** The day so many days later. Counted in UTC, which has no day of 23 or 25 hours. */
export function addDays(day: Day, days: number): Day {
  return dayOf(timeOf(day) + days * MILLISECONDS);
}

export function printIso({ year, month, day }: Day): string {
  return [String(year), pad(month), pad(day)].join("-");
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** An event of whole days, both ends included. It names no person. */
export interface CalendarEvent {
  readonly uid: string;
  readonly first: Day;
  readonly last: Day;
  readonly summary: string;
  readonly description: string;
}

/**
 * A calendar file (RFC 5545): events of whole days (3.3.4: `VALUE=DATE`, 3.6.1: an end that is not included), text escaped
 * (3.3.11), lines folded at 75 octets (3.1). `stamp` is the day that the file is made for.
 */
export function writeCalendar(events: readonly CalendarEvent[], stamp: Day): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Wellspring//Follow-up//EN",
    "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function eventLines({ uid, first, last, summary, description }: CalendarEvent, stamp: Day): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    `DTEND;VALUE=DATE:${compact(addDays(last, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(day: Day): string {
  return printIso(day).replaceAll("-", "");
}

/** Control characters other than the line break have no place in a text (3.3.11). */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll("\n", "\\n");
}

const MOST_OCTETS = 75;

/** Folds between characters, never inside one: a line that goes on begins with a space. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
