import type { Cue } from "./entry.ts";
import type { MatchedText } from "./matched-text.ts";
import { isBreak, isSentenceEnd } from "./tokens.ts";

/** A list and the words behind it that deny all of it: "a cast, past clots and cancer have been asked for and are absent". */
export interface DeniedList {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly cue: Cue;
}

/** Fewer items are left to the cues that deny one thing or two. */
const FEWEST_ITEMS = 3;
/** Words of one item, abbreviations in full. */
const LONGEST_ITEM = 8;
/** Items of the longest list that is followed: hostile text is one list. */
const MOST_ITEMS = 24;
/** Words between a list and what denies it. */
const LONGEST_TAIL = 8;

/** A verb of the singular says nothing of all that was listed. */
const SINGULAR: ReadonlySet<string> = new Set(["is", "was", "has", "does"]);
const JOINS: ReadonlySet<string> = new Set(["and", "or", "nor"]);

/** Tokens of what a topic knows. */
export interface NamedTokens {
  /** What somebody may have or not. */
  readonly things: ReadonlySet<number>;
  /** Tests: of "pitting, a former clot and D-dimer negative" the D-dimer alone is. */
  readonly tests: ReadonlySet<number>;
}

export interface ListReader {
  readonly text: MatchedText;
  readonly isVerb: (at: number) => boolean;
  /** Words that may stand between a list and what denies it, verbs left out: all, asked for and, marked. */
  readonly isFiller: (at: number) => boolean;
  /** Words that state something of what they stand beside: swollen, present, a length. */
  readonly states: (at: number) => boolean;
  /** Words that a topic knows: an item is a thing one may have. */
  readonly isNamed: (at: number) => boolean;
}

/**
 * The lists that one of these cues, all of absence, denies from behind. Unlike a cue's own reach, a list is seen as a whole, so that neither its
 * brackets nor what stands between it and its predicate hides it; and it is one only when it names three things and states none.
 */
export function deniedLists(cues: readonly Cue[], reader: ListReader): readonly DeniedList[] {
  return cues.flatMap((cue) => {
    const tail = walkTail(cue.from, reader);
    if (tail === undefined) return [];
    const list = walkItems(tail, reader);
    return list === undefined ? [] : [{ ...list, cue }];
  });
}

/** The list that such a cue announces: "none of the following: cancer, a cast, past clots", "absent: collaterals, pitting". */
export function announcedLists(cues: readonly Cue[], reader: ListReader): readonly DeniedList[] {
  const { tokens } = reader.text;
  return cues.flatMap((cue) => {
    // "X-ray negative: pitting, former clot": only what opens its clause announces a list.
    if (!isBreak(tokens[cue.from - 1])) return [];
    let colon = cue.to;
    while (colon - cue.to < LONGEST_TAIL && (reader.isVerb(colon) || reader.isFiller(colon))) colon += 1;
    if (tokens[colon]?.raw !== ":") return [];
    let to = colon + 1;
    while (!isSentenceEnd(tokens[to]) && tokens[to]?.raw !== ";" && to - colon < MOST_ITEMS * LONGEST_ITEM) {
      if (reader.isVerb(to) || reader.states(to)) return [];
      to += 1;
    }
    return [{ from: colon + 1, to, cue }];
  });
}

interface Tail {
  /** Where the list ends, exclusive. */
  readonly end: number;
  readonly inBrackets: boolean;
  readonly hasVerb: boolean;
}

/** From the cue back over what may stand before it to the end of the list. */
function walkTail(from: number, { text: { tokens, skippable }, isVerb, isFiller }: ListReader): Tail | undefined {
  let hasVerb = false;
  let at = from - 1;
  for (let words = 0; words <= LONGEST_TAIL; words += 1, at -= 1) {
    const raw = tokens[at]?.raw ?? "";
    if (isVerb(at)) {
      if (SINGULAR.has(raw)) return undefined;
      hasVerb = true;
    } else if (!isFiller(at) && !skippable.has(at) && !(raw === ":" && tokens[at - 1]?.raw === ")")) break;
  }
  const inBrackets = tokens[at]?.raw === ")";
  return { end: inBrackets ? at : at + 1, inBrackets, hasVerb };
}

function walkItems({ end, inBrackets, hasVerb }: Tail, reader: ListReader): Omit<DeniedList, "cue"> | undefined {
  const { tokens, dividers } = reader.text;
  let from = end;
  let named = 0;
  let joined = false;
  for (let items = 0; items < MOST_ITEMS; items += 1) {
    const start = startOfItem(from, reader);
    if (start === undefined) break;
    if (hasName(start, from, reader)) named += 1;
    const before = tokens[start - 1]?.raw ?? "";
    if (items === 0) joined = JOINS.has(before);
    from = start;
    if (!isSeparator(before) || dividers.has(start - 1)) break;
    // "Cancer, a cast, and a clot": two separators beside each other are one.
    from = isSeparator(tokens[start - 2]?.raw ?? "") ? start - 2 : start - 1;
  }
  while (isSeparator(tokens[from]?.raw ?? "")) from += 1;
  return named >= FEWEST_ITEMS && (hasVerb || joined || inBrackets) ? { from, to: end } : undefined;
}

function isSeparator(raw: string): boolean {
  return raw === "," || raw === "/" || raw === "&" || JOINS.has(raw);
}

/** Where the item that ends here begins; nothing when what stands there is no bare thing. */
function startOfItem(end: number, { text: { tokens, dividers }, isVerb, states }: ListReader): number | undefined {
  let at = end - 1;
  for (; at >= 0 && end - at <= LONGEST_ITEM; at -= 1) {
    const token = tokens[at];
    const raw = token?.raw ?? "";
    // "The calf is 3 cm thicker, while pitting and collaterals are missing": what stands before "while" is another matter.
    if (isSeparator(raw) || dividers.has(at)) break;
    if (token?.kind === "break") return raw === "(" || raw === ":" || isSentenceEnd(token) ? begin(at) : undefined;
    if (isVerb(at) || states(at)) return undefined;
  }
  return begin(at);
  function begin(before: number): number | undefined {
    return before + 1 < end && end - before <= LONGEST_ITEM + 1 ? before + 1 : undefined;
  }
}

function hasName(from: number, to: number, { isNamed }: ListReader): boolean {
  for (let at = from; at < to; at += 1) if (isNamed(at)) return true;
  return false;
}
