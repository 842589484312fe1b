import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saying } from "../../../../test/support/saying.ts";
import { loadShippedLanguage, loadShippedTopic } from "../../../../test/support/shipped-topic.ts";
import { understand } from "../understand.ts";
import { datesIn } from "./dates.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();
const today = "2026-11-30";
const found = (text: string) => datesIn(text, language.months, today);

describe("a day of the calendar is so many days ago", () => {
  test.each([
    ["operated on 14 October 2026", 47],
    ["operated 14/10/2026", 47],
    ["operated 14/10/26", 47],
    ["operated 14.10.2026", 47],
    ["operated 2026-10-14", 47],
    ["operated 10/14/2026", 47],
    ["operated (14/10)", 47],
    ["operated 14-Oct-26", 47],
    ["operated on the 14th of October", 47],
    ["operated Oct 14th, walks well", 47],
    ["operated OCTOBER 14, 2026.", 47],
    ["operated 14 Oct.", 47],
    ["operated on 31 December 2025", 334],
    ["seen 30/11", 0],
    ["scan 1 May 2026", 213],
  ])("%s", (text, days) => {
    expect(found(text).map(({ daysAgo }) => daysAgo)).toEqual([days]);
  });
});

describe("what can be two days, is yet to come or may be of another year is no time", () => {
  test.each([
    "operated on 3/4/2026",
    "scan booked for 7 December",
    "scan booked for 7 December 2026",
    "operated on 3 May",
    "in bed from 3 to 9 October",
    "in bed 3-9 October",
  ])("%s", (text) => {
    expect(found(text).map(({ daysAgo }) => daysAgo)).toEqual([undefined]);
  });
});

test.each([
  "pain 3/10 for 3/7, fall 2/52 ago, 4/12 post partum",
  "BP 130/80, GCS 15/15, calf 41/37",
  "31 February, 32/10/2026, 14/13/2026",
  "she may 5 mg of it, the sun 14",
  "R 39.5 cm, L 36.2",
  "version 1.2.3 of 10.11",
])("what merely looks like a date is none: %s", (text) => {
  expect(found(text)).toEqual([]);
});

const month = (at: number) => language.months[at]?.[0] ?? "";
const twoDigits = (number: number) => String(number).padStart(2, "0");

/** However a writer puts a day that needs no guess, it is the same day. */
const WRITTEN: readonly ((year: number, at: number, day: number) => string)[] = [
  (year, at, day) => `${year}-${twoDigits(at + 1)}-${twoDigits(day)}`,
  (year, at, day) => `${day}.${at + 1}.${year}`,
  (year, at, day) => `${day} ${month(at)} ${year}`,
  (year, at, day) => `${day}th of ${month(at).toUpperCase()} ${year}`,
  (year, at, day) => `${month(at).slice(0, 1).toUpperCase()}${month(at).slice(1)} ${day}, ${year}`,
  (year, at, day) => `${day}-${month(at)}-${twoDigits(year % 100)}`,
];

test("every unambiguous writing of a day gives the same number of days", () => {
  const days = fc.integer({ min: 0, max: 4000 });
  fc.assert(
    fc.property(days, fc.nat({ max: WRITTEN.length - 1 }), (ago, way) => {
      const day = new Date(Date.parse(today) - ago * 86_400_000);
      const text = WRITTEN[way]?.(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()) ?? "";
      const written = way === 3 || way === 5 ? text.replace("may", "May") : text.replace(" may ", " May ");
      expect(found(`scan of ${written}, normal`).map(({ daysAgo }) => daysAgo)).toEqual([ago]);
    }),
  );
});

test("stretches lie in the text, in order and apart, whatever the text", () => {
  const piece = fc.constantFrom(
    "14",
    "/",
    "10",
    ".",
    "-",
    " ",
    "Oct",
    "may",
    "2026",
    "26",
    "th",
    "of",
    "on the ",
    "'",
    ",",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      let end = 0;
      for (const stretch of found(text)) {
        expect(stretch.start).toBeGreaterThanOrEqual(end);
        expect(stretch.end).toBeGreaterThan(stretch.start);
        end = stretch.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

describe("findings are told from the day on which a question is asked", () => {
  test.each([
    ["hip replacement on 14 October 2026", "daysSinceMajorSurgery=47d"],
    ["hip replacement 14/10", "daysSinceMajorSurgery=47d"],
    ["completed chemotherapy on 3 February 2026", "activeCancer=false"],
    ["D-dimer on 29 November 320 ng/mL FEU", "dDimerFeu=320ng/mL{FEU}"],
    ["proximal scan on 23 November normal", "scan=normal-proximal-only daysSinceScan=7d"],
    ["hip replacement on 3/4/2026", ""],
  ])("%s", (text, read) => {
    expect(saying(understand(text, topic, language, { today }))).toBe(read);
  });

  test("without that day a date says nothing, and its numbers are no results", () => {
    expect(saying(understand("D-dimer on 29 November", topic, language))).toBe("");
    expect(saying(understand("hip replacement on 14 October 2026", topic, language))).toBe("");
  });

  test("what is shown are the reader's own words", () => {
    const text = "Knee replaced, left leg; hip replacement on the 14th of October.";
    const { statements } = understand(text, topic, language, { today });
    expect(statements.find(({ feature }) => feature === "daysSinceMajorSurgery")?.span?.text).toBe(
      "hip replacement on the 14th of October",
    );
  });
});
