import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentifiers } from "./find-identifiers.ts";
import { hasNhsCheckDigit } from "./find-numbers.ts";
import type { IdentifierKind } from "./identifier.ts";
import { maskIdentifiers } from "./mask-identifiers.ts";
import { parseIdentifierWords } from "./parse-identifier-words.ts";

const FILE = "identifiers.yaml";
const parsed = parseIdentifierWords(FILE, readFileSync(join(import.meta.dirname, "../../library", FILE), "utf8"));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
const words = parsed.value.value;

const capital = (word: string) => word.replace(/(?:^|[ '-])\p{L}/gu, (letter) => letter.toUpperCase());
const given = fc.constantFrom(...words.givenNames).map(capital);
const surname = fc.constantFrom(...words.surnames).map(capital);
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(""));
const two = (low: number, high: number) => fc.integer({ min: low, max: high }).map((n) => String(n).padStart(2, "0"));

/** What is written, and the part of it that must be gone afterwards. */
interface Written {
  readonly kind: IdentifierKind;
  readonly text: string;
  readonly secret: string;
}

const whole = (kind: IdentifierKind, text: string, secret = text): Written => ({ kind, text, secret });

const names = fc
  .tuple(given, surname, fc.constantFrom("A", "J", "M"))
  .chain(([first, last, initial]) =>
    fc.constantFrom(
      whole("name", `${first} ${last}`),
      whole("name", `${first} ${initial}. ${last}`, last),
      whole("name", `Mr ${last}`, last),
      whole("name", `Mrs. ${first} ${last}`, last),
      whole("name", `Dr ${initial}. ${last}`, last),
      whole("name", `${last}, ${first}`),
      whole("name", `${last.toUpperCase()} ${first}`),
      whole("name", `Patient name: ${first.toLowerCase()} ${last.toLowerCase()},`, last.toLowerCase()),
      whole("name", `Re: ${first} ${last},`, last),
    ),
  );

const nhsNumber = digits(9)
  .map((nine) => Array.from({ length: 10 }, (_, check) => `${nine}${check}`).find(hasNhsCheckDigit))
  .filter((number) => number !== undefined);

const records = fc.oneof(
  nhsNumber.map((n) => whole("record", `NHS no ${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`, n.slice(6))),
  nhsNumber.map((n) => whole("record", n)),
  digits(7).map((n) => whole("record", `MRN: ${n}`, n)),
  digits(6).map((n) => whole("record", `Hospital number K${n}`, n)),
  fc.tuple(digits(3), digits(2), digits(4)).map(([a, b, c]) => whole("record", `SSN ${a}-${b}-${c}`, `${b}-${c}`)),
);

const phones = fc.oneof(
  digits(6).map((n) => whole("phone", `07700 ${n}`)),
  digits(6).map((n) => whole("phone", `+44 7700 ${n}`)),
  fc.tuple(digits(3), digits(4)).map(([a, b]) => whole("phone", `(555) ${a}-${b}`, `${a}-${b}`)),
  fc.tuple(digits(3), digits(4)).map(([a, b]) => whole("phone", `555-${a}-${b}`)),
  digits(7).map((n) => whole("phone", `tel ${n.slice(0, 3)} ${n.slice(3)}`, n.slice(3))),
  digits(8).map((n) => whole("phone", `Tel.: +49 30 ${n}`, n)),
);

const birthDates = fc
  .tuple(two(1, 28), two(1, 12), fc.integer({ min: 1920, max: 2010 }), fc.integer({ min: 0, max: 11 }))
  .chain(([day, month, year, named]) => {
    const name = capital(words.months[named] ?? "");
    return fc.constantFrom(
      whole("birthDate", `DOB ${day}/${month}/${year}`, `${day}/${month}/${year}`),
      whole("birthDate", `D.O.B. ${day}.${month}.${year}`, `${day}.${month}.${year}`),
      whole("birthDate", `date of birth: ${year}-${month}-${day}`, `${year}-${month}-${day}`),
      whole("birthDate", `born ${Number(day)} ${name} ${year}`, `${name} ${year}`),
      whole("birthDate", `born on ${name} ${Number(day)}, ${year}`, `, ${year}`),
      whole("birthDate", `geb. ${day}.${month}.${year}`, `${day}.${month}.${year}`),
      whole("birthDate", `DOB ${day}/${month}/${String(year).slice(2)}`, `${day}/${month}/`),
    );
  });

const addresses = fc
  .tuple(fc.integer({ min: 1, max: 400 }), surname)
  .chain(([number, street]) =>
    fc.constantFrom(
      whole("address", `lives at ${number} ${street} Street`, `${street} Street`),
      whole("address", `address ${number}b ${street} Road, Leeds LS1 4AP`, `${street} Road`),
      whole("address", "postcode SW1A 2AA", "SW1A 2AA"),
      whole("address", `Flat 3, ${number} ${street} Avenue`, `${street} Avenue`),
      whole("address", "Springfield, IL 62704", "62704"),
    ),
  );

const emails = fc
  .tuple(given, surname)
  .map(([first, last]) => `${first}.${last}@example.org`.toLowerCase().replaceAll(/[ ']/g, ""))
  .map((text) => whole("email", text));

/** Sentences whose every number and word the answer may need. */
const clinical = fc
  .record({
    age: fc.integer({ min: 18, max: 99 }),
    difference: fc.constantFrom("3.0", "3.1", "4", "2.5"),
    dDimer: fc.integer({ min: 100, max: 20000 }),
    days: fc.integer({ min: 1, max: 20 }),
    year: fc.integer({ min: 2001, max: 2026 }),
  })
  .chain(({ age, difference, dDimer, days, year }) =>
    fc.constantFrom(
      `${age}-year-old man, left calf ${difference} cm larger than the right`,
      `${age}F, D-dimer ${dDimer} ng/mL FEU (cut-off 500), tender along the deep veins`,
      `day ${days} after hip replacement, BP 120/80, calf 38/34.5 cm, DVT in ${year}`,
      `Wells ${difference === "4" ? 4 : 2}, Baker cyst on ultrasound ${days} days ago, eGFR 25, platelets ${dDimer}000/µL`,
      `operated on 12/11/2026, duplex on 3 March ${year}, D-dimer ${dDimer} µg/L`,
      `3/52 swelling, Hb 10${days}, INR 2.4, weight 102 kg, dalteparin ${dDimer} IU`,
    ),
  );

const identifier = fc.oneof(names, records, phones, birthDates, addresses, emails);
const masked = (text: string) => maskIdentifiers(text, findIdentifiers(text, words), words);

describe("identifiers in clinical text", () => {
  test("one put before, after or between clinical sentences is gone, and the sentences are as they were", () => {
    fc.assert(
      fc.property(
        clinical,
        identifier,
        clinical,
        fc.constantFrom(". ", "\n", "; "),
        (before, { text, secret }, after, gap) => {
          const left = masked(`${before}${gap}${text}${gap}${after}`);
          expect(left.startsWith(before)).toBe(true);
          expect(left.endsWith(after)).toBe(true);
          expect(left.slice(before.length, left.length - after.length)).not.toContain(secret);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("clinical sentences are left as they are", () => {
    fc.assert(
      fc.property(fc.array(clinical, { minLength: 1, maxLength: 5 }), (sentences) => {
        const text = sentences.join(". ");
        expect(masked(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("masking twice masks no more than once", () => {
    fc.assert(
      fc.property(clinical, identifier, (before, { text }) => {
        const once = masked(`${before}. ${text}`);
        expect(masked(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test("spans lie in order inside the text and do not overlap, whatever the text", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc
        .array(fc.constantFrom("Dr ", "0", "(", "12/", "@", ".", "a", "John ", "DOB ", "\n", "+", " ", "Ä"), {
          maxLength: 200,
        })
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        let from = 0;
        for (const { start, end } of findIdentifiers(text, words)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a date of birth", () => {
  const today = { year: 2026, month: 11, day: 25 };
  const read = (text: string) => maskIdentifiers(text, findIdentifiers(text, words), words, today);

  test("becomes the age, which the answer needs", () => {
    expect(read("DOB 14/03/1968, calf tender")).toBe("DOB 58 years old, calf tender");
    expect(read("born 26 November 1968")).toBe("born 57 years old");
    expect(read("geb. 25.11.1968")).toBe("geb. 58 years old");
  });

  test("that can be read as two days with two ages stays masked", () => {
    expect(read("DOB 11/12/1968")).toBe("DOB [date of birth]");
  });
});
