import type { Identifier, IdentifierWords } from "./identifier.ts";
import { labelled, madeOnce } from "./scan-text.ts";

/** Record numbers (labelled, with a valid NHS check digit, or long and unlabelled) and phone numbers. */
export function findNumbers(text: string, words: IdentifierWords): readonly Identifier[] {
  return [
    ...labelledNumbers(text, patternsOf(words).record, "record", 4),
    ...labelledNumbers(text, patternsOf(words).phone, "phone", 5),
    ...unlabelled(text, words),
  ];
}

const BETWEEN = "(?:[\\s.]{0,2}(?:no|nr|num|number|id|#|№))?[\\s.:=#-]{0,5}";
const RECORD = "((?=[\\p{L}\\p{N}/ -]{0,8}\\d)[\\p{L}\\p{N}]{1,14}(?:[ /-]?\\d[\\p{L}\\p{N}]{0,11}){0,4})";
const PHONE = "(\\+?\\(?\\d{1,9}\\)?(?:[ ./-]?\\(?\\d{1,9}\\)?){1,7})";

const patternsOf = madeOnce(({ recordLabels, phoneLabels, publicNumberLabels, measureWords }) => ({
  record: labelled(recordLabels, `${BETWEEN}${RECORD}`),
  phone: labelled(phoneLabels, `${BETWEEN}${PHONE}`),
  publicBefore: new RegExp(`(?:^|[^a-z])(?:${publicNumberLabels.join("|")})[\\s:.#-]{0,3}$`),
  measureAfter: new RegExp(`^\\s?(?:/|%|x\\s?10|×|(?:${measureWords.join("|")})(?![a-z]))`),
}));

function labelledNumbers(
  text: string,
  pattern: RegExp,
  kind: "record" | "phone",
  fewestDigits: number,
): readonly Identifier[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const written = match[1] ?? "";
    if (digitsIn(written).length < fewestDigits) return [];
    const end = match.index + match[0].length;
    return [{ kind, start: end - written.length, end }];
  });
}

const SHAPES: readonly {
  readonly kind: "record" | "phone";
  readonly pattern: RegExp;
  readonly holds: (digits: string) => boolean;
}[] = [
  // International, then national with a leading nought, then North American.
  {
    kind: "phone",
    pattern: /\+\d{1,3}(?:[ ./-]?\(?\d{1,5}\)?){2,6}/g,
    holds: (digits) => digits.length >= 9 && digits.length <= 15,
  },
  {
    kind: "phone",
    pattern: /\(?0\d{2,5}\)?(?:[ ./-]\d{2,8}){1,4}|0\d{9,11}/g,
    holds: (digits) => digits.length >= 9 && digits.length <= 12,
  },
  { kind: "phone", pattern: /\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}[.-]\d{3}[.-]\d{4}/g, holds: () => true },
  { kind: "record", pattern: /\d{3}-\d{2}-\d{4}/g, holds: () => true },
  { kind: "record", pattern: /\d{3}[ -]?\d{3}[ -]?\d{4}/g, holds: hasNhsCheckDigit },
  { kind: "record", pattern: /[A-Za-z]?\d{7,12}/g, holds: () => true },
];

/** What stands before a number and makes it a version, a decimal or part of a longer one; and what so continues it. */
const JOINED_BEFORE = /[\p{L}\p{N}][.,/:_-]?$|[<>≤≥=±~]\s?$/u;
const JOINED_AFTER = /^(?:[.,/:_-]?\p{N}|\p{L})/u;

function unlabelled(text: string, words: IdentifierWords): readonly Identifier[] {
  const found: Identifier[] = [];
  for (const { kind, pattern, holds } of SHAPES)
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!holds(digitsIn(match[0])) || found.some((other) => start < other.end && other.start < end)) continue;
      if (JOINED_BEFORE.test(text.slice(Math.max(0, start - 3), start)) || JOINED_AFTER.test(text.slice(end, end + 2)))
        continue;
      if (isPublic(text, start, match[0], words) || isMeasured(text, end, words)) continue;
      found.push({ kind, start, end });
    }
  return found;
}

function isPublic(text: string, start: number, written: string, words: IdentifierWords): boolean {
  const before = `${text.slice(Math.max(0, start - 16), start)}${written.match(/^[A-Za-z]*/)?.[0] ?? ""}`.toLowerCase();
  return patternsOf(words).publicBefore.test(before);
}

function isMeasured(text: string, end: number, words: IdentifierWords): boolean {
  return patternsOf(words).measureAfter.test(text.slice(end, end + 14).toLowerCase());
}

function digitsIn(text: string): string {
  return text.replace(/\D/g, "");
}

/** Modulus 11 over ten digits, weights 10 to 2 (NHS Data Dictionary, NHS NUMBER). */
export function hasNhsCheckDigit(digits: string): boolean {
  if (digits.length !== 10) return false;
  const sum = [...digits].slice(0, 9).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
}
