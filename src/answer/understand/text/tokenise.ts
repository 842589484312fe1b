import { DAYS_OF_YEAR, type DatedStretch, type Day, datesIn, daysSinceEndOf } from "./dates.ts";
import type { NormalisedText } from "./normalise.ts";
import { readNumber } from "./numbers.ts";
import { readsDashes, readsMarks } from "./signs.ts";
import { breakAt, type Token } from "./tokens.ts";
import type { Place, WordReader } from "./word-reader.ts";

// A grade or a road ("F1", "M5"; "F54" is a woman), numbers, words (with apostrophes), signs that mean something, punctuation. Everything else (quotes, emoji) parts words and no more.
const PIECE =
  /[✗✘❌✓✔✅√☐☑☒]|\([+-]\)|\[[ xX]?\]|(?<!\p{L})\p{L}\/\p{L}(?!\p{L})|(?<![\p{L}\d])[FMfm][1-9](?![\d\p{L}]|[.,]\d)|[+-]ve(?!\p{L})|\d{1,3}(?:[ ']\d{3})+(?![\d.,])|\d+(?:[.,]\d+)*|\.\d+|[\p{L}\p{M}]+(?:'\p{L}+)*|<=|>=|[<>≤≥±+/%=&↑↓]|[.!?;:,()[\]]|\n\s*|-+/gu;

/** Signs that open a line of a list, and the numbers that count its lines. */
const BULLET = /(?<=(?:^|\n)[ \t]{0,12})[*•·▪◦‣](?=[ \t]+\p{L})/gu;
const COUNTED = /(?<=(?:^|\n)[ \t]{0,12})(?:1?\d|20)[.)](?=[ \t]+\p{L})/gu;
const COUNTED_FROM_ONE = /(?:^|\n)[ \t]*1[.)][ \t]+\p{L}/u;

/** Lines of lists open with a dash, whatever sign or number they were given; every letter stays in its place. */
function withDashedLines(text: string): string {
  const dashed = text.replace(BULLET, "-");
  return COUNTED_FROM_ONE.test(dashed) ? dashed.replace(COUNTED, (sign) => "-".padEnd(sign.length)) : dashed;
}

/** Cuts text into tokens, reading spellings, abbreviations, number words and days of the calendar as the language says. */
export function tokenise(normalised: NormalisedText, reader: WordReader, today?: Day): readonly Token[] {
  const text = withDashedLines(normalised.text);
  const tokens: Token[] = [];
  let lastEnd = -1;
  let hyphenEnd = -1;
  const readDash = readsDashes(text);
  const readMark = readsMarks(text, reader.isBeforeTotal);
  const dates = datesIn(text, reader.months, today);
  let nextDate = 0;
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((dates[nextDate]?.end ?? Number.POSITIVE_INFINITY) <= start) nextDate += 1;
    const date = dates[nextDate];
    if (date !== undefined && start >= date.start) {
      if (start === date.start) tokens.push(...tokensOfDate(date, text, reader));
      lastEnd = date.end;
      continue;
    }
    const glued = start === lastEnd;
    lastEnd = end;
    const mark = readMark(match[0], start, end);
    if (mark !== undefined) {
      // What belongs to one item ends where its mark, or that of the next one, stands.
      const said = reader.read(mark.says, { text, start, end, glued: false, previous: tokens.at(-1) });
      tokens.push(...(mark.isBefore ? [breakAt(";", start, start), ...said] : [...said, breakAt(";", end, end)]));
      continue;
    }
    if (match[0].startsWith("-") && /^-+$/.test(match[0])) {
      // A hyphen inside a word joins ("mid-calf"); one with space around it breaks.
      lastEnd = -1;
      const said = readDash(start, end);
      if (said !== undefined) {
        tokens.push(...reader.read(said, { text, start, end, glued: false, previous: tokens.at(-1) }));
        continue;
      }
      if (isLooseDash(text, start, end)) tokens.push(breakAt("-", start, end));
      else hyphenEnd = end;
      continue;
    }
    const previous = tokens.at(-1);
    const [first, ...more] = tokensOf(match[0], { text, start, end, glued, previous }, reader, today);
    if (first === undefined) continue;
    const endsRange = first.kind === "number" && start === hyphenEnd && previous?.kind === "number";
    tokens.push(endsRange ? { ...first, endsRange } : first, ...more);
  }
  return markQuoted(spokenBreaks(tokens), text);
}

/** A year, of which phrases may speak ("in 2019"). */
const YEAR = /^\d{4}$/;

const FIRST_YEAR = 1950;

function yearOf(piece: string, today: Day | undefined): Pick<Token, "yearEnded"> {
  if (!YEAR.test(piece) || Number(piece) < FIRST_YEAR) return {};
  const yearEnded = daysSinceEndOf(Number(piece), today);
  return yearEnded === undefined || yearEnded < -DAYS_OF_YEAR ? {} : { yearEnded };
}

/** "14 October" is read as "47 days ago"; where nobody knows how long ago it was, as words without numbers but for the year. */
function tokensOfDate({ start, end, daysAgo }: DatedStretch, text: string, reader: WordReader): readonly Token[] {
  if (daysAgo !== undefined) return daysBefore(daysAgo).flatMap((word) => wordOfDate(word, start, end, reader));
  return [...text.slice(start, end).matchAll(/\p{L}+|\d+/gu)].flatMap(({ 0: word, index }) => {
    const [from, to] = [start + index, start + index + word.length];
    if (/^\d/.test(word) && !YEAR.test(word))
      return [{ kind: "word" as const, raw: word, stem: word, start: from, end: to, glued: false }];
    return wordOfDate(word, from, to, reader);
  });
}

function daysBefore(days: number): readonly string[] {
  if (days === 0) return ["today"];
  return days === 1 ? ["yesterday"] : [String(days), "days", "ago"];
}

function wordOfDate(word: string, start: number, end: number, reader: WordReader): readonly Token[] {
  const place = { text: word, start, end, glued: false, previous: undefined };
  if (/^\d/.test(word))
    return [{ kind: "number", raw: word, stem: word, start, end, glued: false, number: readNumber(word) }];
  return reader.read(word, place);
}

/** A stretch between quotation marks that open and close where words begin and end; an apostrophe does neither. */
const QUOTATION = /(?<=^|[\s(:])(["'])(?=\S)[^"\n]{1,600}?(?<=\S)\1(?=$|[\s).,;:!?])/g;

function markQuoted(tokens: readonly Token[], text: string): readonly Token[] {
  const stretches = [...text.matchAll(QUOTATION)].map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
  if (stretches.length === 0) return tokens;
  let next = 0;
  return tokens.map((token) => {
    while ((stretches[next]?.to ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    return (stretches[next]?.from ?? Number.POSITIVE_INFINITY) < token.start ? { ...token, quoted: true } : token;
  });
}

/** Dictated text says its punctuation: "full stop", "comma". */
function spokenBreaks(tokens: readonly Token[]): readonly Token[] {
  const isFullStop = (at: number) => tokens[at]?.raw === "full" && tokens[at + 1]?.raw === "stop";
  if (!tokens.some((_, at) => isFullStop(at))) return tokens;
  return tokens.flatMap((token, at) => {
    if (isFullStop(at)) return [breakAt(".", token.start, tokens[at + 1]?.end ?? token.end)];
    if (isFullStop(at - 1)) return [];
    return token.raw === "comma" ? [breakAt(",", token.start, token.end)] : [token];
  });
}

/** Boxes of forms. An empty one was not ticked, which is no "no". */
const BOXES: ReadonlyMap<string, string> = new Map([
  ["(+)", "present"],
  ["(-)", "absent"],
  ["[]", "unticked"],
  ["[ ]", "unticked"],
  ["[x]", "ticked"],
  ["[X]", "ticked"],
  ["☐", "unticked"],
  ["☑", "ticked"],
  // As word processors mark a box: the cross in it is its tick.
  ["☒", "ticked"],
]);
const OPENS_BOX = /^[[☐☑☒]/u;

/** Most pieces do, and are nothing else. */
const BEGINS_AS_WORD = /^[A-Za-z]{2}/;

function tokensOf(piece: string, place: Place, reader: WordReader, today: Day | undefined): readonly Token[] {
  if (BEGINS_AS_WORD.test(piece)) return reader.read(piece, place);
  const { start, end, glued } = place;
  const box = BOXES.get(piece);
  // What belongs to one box ends where the next one stands.
  if (box !== undefined)
    return [
      ...(OPENS_BOX.test(piece) ? [breakAt(";", start, start)] : []),
      ...reader.read(box, { ...place, glued: false }),
    ];
  if (/^(?:\d|\.\d)/.test(piece))
    return [
      {
        kind: "number",
        raw: piece,
        stem: piece,
        start,
        end,
        glued,
        number: readNumber(piece),
        ...yearOf(piece, today),
      },
    ];
  if (/^\p{L}\/\p{L}$/u.test(piece) && !reader.knows(piece)) return splitAtSlash(piece, place, reader);
  if (/^[-\p{L}\p{M}<>≤≥±+/%=&↑↓]/u.test(piece)) return reader.read(piece, place);
  if (piece === "?" && isQueryBefore(place)) return [{ kind: "word", raw: "?", stem: "?", start, end, glued }];
  if (piece === "." && !endsSentence(place, reader)) return [];
  return [breakAt(piece.startsWith("\n") ? "\n" : piece, start, end)];
}

/** `g/L` is three tokens, unless the language knows the whole as an abbreviation (`c/o`). */
function splitAtSlash(piece: string, place: Place, reader: WordReader): readonly Token[] {
  const tokens: Token[] = [];
  [...piece].forEach((sign, offset) => {
    const start = place.start + offset;
    const glued = offset > 0 || place.glued;
    tokens.push(
      ...reader.read(sign, { ...place, start, end: start + 1, glued, previous: tokens.at(-1) ?? place.previous }),
    );
  });
  return tokens;
}

/** `?DVT`: a question mark that belongs to the word after it. */
function isQueryBefore({ text, start, end }: Place): boolean {
  return /^ ?\p{L}/u.test(text.slice(end, end + 2)) && (start === 0 || /[\s(,;:=-]/.test(text.charAt(start - 1)));
}

function endsSentence({ text, end, previous }: Place, reader: WordReader): boolean {
  if (end < text.length && !/[\s)"']/.test(text.charAt(end))) return false;
  return previous === undefined || !reader.sentenceAbbreviations.has(previous.raw);
}

function isLooseDash(text: string, start: number, end: number): boolean {
  const before = start === 0 || /\s/.test(text.charAt(start - 1));
  const after = end === text.length || /\s/.test(text.charAt(end));
  return before || after;
}
