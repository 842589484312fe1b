import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { addDays, type CalendarEvent, parseDay, printIso, writeCalendar } from "./calendar.ts";

const DAY = { year: 2026, month: 11, day: 29 };

describe("a day", () => {
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "29.11.2026",
    "2026-11-31",
    "1969-12-31",
    "2200-01-01",
    "",
    "2026-1-1",
    "2026-11-29T10",
  ])("%s is none", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test("is counted over months, years and leap days", () => {
    const later = (text: string, days: number) => {
      const day = parseDay(text);
      return day && printIso(addDays(day, days));
    };
    expect(later("2026-11-29", 7)).toBe("2026-12-06");
    expect(later("2026-12-28", 7)).toBe("2027-01-04");
    expect(later("2028-02-24", 5)).toBe("2028-02-29");
    // The night on which European clocks go forward.
    expect(later("2026-03-28", 1)).toBe("2026-03-29");
  });
});

/** Read by a library that shares nothing with the writer. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDate: event.startDate.isDate,
    };
  });
}

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "a@wellspring",
  first: DAY,
  last: addDays(DAY, 2),
  summary: "Duplex of the leg",
  description: "Days 5 to 7",
  ...more,
});

describe("a calendar file", () => {
  test("has whole days, the end of which is the day after", () => {
    expect(read(writeCalendar([event()], DAY))).toEqual([
      {
        uid: "a@wellspring",
        summary: "Duplex of the leg",
        description: "Days 5 to 7",
        start: "2026-11-29",
        end: "2026-12-02",
        isDate: true,
      },
    ]);
  });

  test("gives back any text, and no line is longer than 75 octets", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 300 }).map((one) => one.replace(/[\p{Cc}]/gu, " "));
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const file = writeCalendar([event({ summary, description: `${description}\nBEGIN:VEVENT; a, b\\n` })], DAY);
        expect(read(file)).toMatchObject([{ summary, description: `${description}\nBEGIN:VEVENT; a, b\\n` }]);
        for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test("with nothing in it is still a calendar", () => {
    expect(read(writeCalendar([], DAY))).toEqual([]);
  });
});
