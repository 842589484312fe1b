import type { Cue } from "../entry.ts";
import { endOfBullets, opensBullets } from "./bullets.ts";
import type { ContextText } from "./context-text.ts";
import { deniesRest, opensRest } from "./list-item.ts";

/** A list and the words behind it that deny all of it: "a cast, past clots and cancer have been asked for and are absent". */
export interface DeniedList {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly cue: Cue;
}

/** Breaks behind which a list may begin. */
const OPENS_LIST: ReadonlySet<string> = new Set(["(", ":", ";"]);
/** Breaks between a list and what is said of all of it. */
const LABELS: ReadonlySet<string> = new Set([":", "-"]);
/** Fewer items are left to the cues that deny one thing or two. */
const FEWEST_ITEMS = 3;
/** So many of them a topic knows: in "cancer, casts and clots" a bare clot may be one of now. */
const FEWEST_NAMED = 2;
/** So many bare things in a row are one list, though nothing joins the last of them to the rest. */
const PLAINLY_A_LIST = 5;
/** Words of one item, abbreviations in full. */
const LONGEST_ITEM = 8;
/** Items of the longest list that is followed: hostile text is one list. */
const MOST_ITEMS = 24;
/** So many words say by themselves that a list follows. */
const ANNOUNCEMENT = 3;
/** Words of a clause that announces one. */
const LONGEST_CLAUSE = 14;
/** Words between a list and what denies it. */
const LONGEST_TAIL = 8;

/** Tokens of what a topic knows. */
export interface NamedTokens {
  /** What somebody may have or not. */
  readonly things: ReadonlySet<number>;
  /** Those of them that say it by themselves, and not only beside others. */
  readonly outright: ReadonlySet<number>;
  /** Those with which a topic says that something is not so. */
  readonly denials: ReadonlySet<number>;
  /** Values of lists, and numbers other than who somebody is. */
  readonly others: ReadonlySet<number>;
  /** Tests: of "pitting, a former clot and D-dimer negative" the D-dimer alone is. */
  readonly tests: ReadonlySet<number>;
}

export interface ListReader {
  readonly text: ContextText;
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
    const tail = deniesRest(cue, reader.text) ? undefined : walkTail(cue, reader);
    if (tail === undefined) return [];
    const list = walkItems(tail, reader);
    return list === undefined ? [] : [{ ...list, cue }];
  });
}

/** The list that such a cue announces: "none of the following: cancer, a cast, past clots", "absent: collaterals, pitting". */
export function announcedLists(cues: readonly Cue[], reader: ListReader): readonly DeniedList[] {
  const { text } = reader;
  return cues.flatMap((cue) => {
    // "X-ray negative: pitting, former clot": only what opens its clause announces a list, or says that one follows ("none of the following").
    // "Yes: pitting / no: cancer, a cast".
    const opens = text.isBreak(cue.from - 1) || text.raw(cue.from - 1) === "/";
    if (!opens && cue.to - cue.from < ANNOUNCEMENT) return [];
    let colon = cue.to;
    while (colon - cue.to < LONGEST_TAIL && (text.is("verbs", colon) || reader.isFiller(colon))) colon += 1;
    const list = listBehind(colon, reader, opens);
    return list === undefined ? [] : [{ ...list, cue }];
  });
}

/**
 * The lists behind a clause that denies and otherwise only announces: "what she does not have: cancer, a cast, past clots", "every remaining box a
 * no: ...". Of a clause with a word of its own ("not improving: ...", "no tests yet: ...") it is not known what it denies.
 */
export function listsOfDenyingClauses(cues: readonly Cue[], reader: ListReader): readonly DeniedList[] {
  const { text } = reader;
  const denials = new Map(cues.flatMap((cue) => range(cue.from, cue.to).map((at) => [at, cue] as const)));
  return text.text.tokens.flatMap((_, colon) => {
    if (text.raw(colon) !== ":") return [];
    let cue: Cue | undefined;
    let denied = 0;
    let at = colon - 1;
    for (; at >= 0 && colon - at <= LONGEST_CLAUSE && !text.isBreak(at); at -= 1) {
      const denial = denials.get(at);
      // "Not recorded: ..." says what nobody knows.
      if (text.is("notKnown", at) || text.is("notKnownBefore", at)) return [];
      if (denial === undefined && !text.isOneOf("announcing", at)) return [];
      if (denial !== undefined && (cue === undefined || denial.to <= cue.from)) denied += 1;
      cue = denial ?? cue;
    }
    // Of two denials ("there is no denying") one takes the other back.
    if (cue === undefined || denied > 1 || (at >= 0 && !text.isBreak(at))) return [];
    const list = listBehind(colon, reader);
    return list === undefined || namedItems(list, reader) < FEWEST_ITEMS ? [] : [{ ...list, cue }];
  });
}

/**
 * The bare list behind a colon, to the end of the sentence, or in lines of its own below it. `isPlain`: nothing else can stand there ("Neg: paralysis,
 * whole leg swollen").
 */
function listBehind(colon: number, reader: ListReader, isPlain = false): Omit<DeniedList, "cue"> | undefined {
  const { text, states, isNamed } = reader;
  if (opensBullets(colon, text)) return linesBehind(colon, reader);
  if (text.raw(colon) !== ":") return undefined;
  let to = colon + 1;
  while (!text.isSentenceEnd(to) && text.raw(to) !== ";" && to - colon < MOST_ITEMS * LONGEST_ITEM) {
    // "A swollen thigh" is an item, "thigh swollen" states something.
    const isAttribute = text.isPredicate(to) && isNamed(to) && (isPlain || !text.isSeparator(to + 1));
    if (text.is("verbs", to) || (states(to) && !isAttribute)) return undefined;
    to += 1;
  }
  return { from: colon + 1, to };
}

/** "Absent:" or "none of the following", and below it lines that name bare things. */
function linesBehind(colon: number, { text, states }: ListReader): Omit<DeniedList, "cue"> | undefined {
  const from = text.raw(colon) === ":" ? colon + 2 : colon + 1;
  const to = endOfBullets(colon, text, (at) => text.is("verbs", at) || (states(at) && !text.isPredicate(at)));
  return to > from ? { from, to } : undefined;
}

function namedItems({ from, to }: Omit<DeniedList, "cue">, reader: ListReader): number {
  let named = 0;
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !isSeparator(reader.text, at) && !reader.text.isSentenceEnd(at)) continue;
    if (hasName(start, at, reader)) named += 1;
    start = at + 1;
  }
  return named;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

interface Tail {
  /** Where the list ends, exclusive. */
  readonly end: number;
  readonly inBrackets: boolean;
  readonly hasVerb: boolean;
  readonly isSingular: boolean;
}

/** From the cue back over what may stand before it to the end of the list. */
function walkTail({ from, to }: Cue, { text, isFiller }: ListReader): Tail | undefined {
  const { skippable } = text.text;
  // "Pitting, collaterals, cancer, a cast, no.", "cancer, a cast, a clot, he shook his head": the answer to all of them.
  const answers = (text.isBreak(to) && text.isOneOf("bareAnswers", from)) || text.isOneOf("ofPatient", from);
  const isLast = text.raw(from - 1) === "," && answers;
  let hasVerb = isLast;
  // "Cancer, a cast, former clots: all no": what stands before the colon is one list.
  let isLabelled = false;
  let isSingular = false;
  let at = isLast ? from - 2 : from - 1;
  for (let words = 0; words <= LONGEST_TAIL; words += 1, at -= 1) {
    if (text.is("verbs", at)) {
      isSingular ||= text.isOneOf("singularVerbs", at);
      hasVerb = true;
    } else if (LABELS.has(text.raw(at) ?? "")) isLabelled = true;
    // "Cancer, a cast, a former clot, all absent".
    else if (text.isOneOf("ofAll", at)) hasVerb = true;
    // "A cast, past clots: asked, all no"; "a cast and a clot, each in turn, were refuted".
    else if (text.raw(at) === "," && (reachesLabel(at, text, isFiller) || isFiller(at - 1))) continue;
    else if (!isFiller(at) && !skippable.has(at)) break;
  }
  // "Cancer, a cast, a former clot, were absent".
  if (hasVerb && text.raw(at) === ",") at -= 1;
  const inBrackets = text.raw(at) === ")";
  return { end: inBrackets ? at : at + 1, inBrackets, hasVerb: hasVerb || isLabelled, isSingular };
}

/** Whether only what may stand behind a list stands between its colon and this comma. */
function reachesLabel(comma: number, text: ContextText, isFiller: ListReader["isFiller"]): boolean {
  let at = comma - 1;
  while (comma - at <= LONGEST_TAIL && (isFiller(at) || text.is("verbs", at) || text.isOneOf("ofPatient", at))) at -= 1;
  return at < comma - 1 && text.raw(at) === ":";
}

function walkItems(
  { end, inBrackets, hasVerb, isSingular }: Tail,
  reader: ListReader,
): Omit<DeniedList, "cue"> | undefined {
  const { text } = reader;
  let from = end;
  let named = 0;
  let joined = false;
  let items = 0;
  for (; items < MOST_ITEMS; items += 1) {
    const start = startOfItem(from, reader);
    if (start === undefined || opensRest(text, start)) break;
    if (hasName(start, from, reader)) named += 1;
    if (items === 0) joined = text.isOneOf("conjunctions", start - 1);
    from = start;
    if (!isSeparator(text, start - 1) || text.text.dividers.has(start - 1)) {
      items += 1;
      break;
    }
    // "Cancer, a cast, and a clot": two separators beside each other are one.
    from = isSeparator(text, start - 2) ? start - 2 : start - 1;
  }
  while (isSeparator(text, from)) from += 1;
  // A verb of the singular says nothing of all that was listed, except of each.
  if (isSingular && !text.isOneOf("ofEach", from)) return undefined;
  const isOne = hasVerb || joined || inBrackets || items >= PLAINLY_A_LIST;
  return items >= FEWEST_ITEMS && named >= FEWEST_NAMED && isOne ? { from, to: end } : undefined;
}

/** What parts the items of such a list. Unlike other breaks, these part nothing else. */
function isSeparator(text: ContextText, at: number): boolean {
  const raw = text.raw(at);
  return raw === "," || raw === "/" || raw === "&" || text.isOneOf("conjunctions", at);
}

/** Where the item that ends here begins; nothing when what stands there is no bare thing. */
function startOfItem(end: number, { text, states }: ListReader): number | undefined {
  let at = end - 1;
  for (; at >= 0 && end - at <= LONGEST_ITEM; at -= 1) {
    // "The calf is 3 cm thicker, while pitting and collaterals are missing": what stands before "while" is another matter.
    if (isSeparator(text, at) || text.text.dividers.has(at)) break;
    const raw = text.raw(at);
    if (text.isBreak(at)) return OPENS_LIST.has(raw ?? "") || text.isSentenceEnd(at) ? begin(at) : undefined;
    if (text.is("verbs", at) || states(at)) return undefined;
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
