import type { Cue } from "../../phrases/entry.ts";
import { cut, placesOf, type Stretch } from "../../text/stretch.ts";
import { endOfBullets, opensBullets } from "./bullets.ts";
import {
  type DeniedList,
  FEWEST_ITEMS,
  type ListReader,
  LONGEST_ITEM,
  LONGEST_TAIL,
  MOST_ITEMS,
} from "./list-reader.ts";

/** So many words say by themselves that a list follows. */
const ANNOUNCEMENT = 3;
/** Words of a clause that announces one. */
const LONGEST_CLAUSE = 14;

/** The list that such a cue announces: "none of the following: cancer, a cast, past clots", "absent: collaterals, pitting". */
export function announcedLists(cues: readonly Cue[], reader: ListReader): readonly DeniedList[] {
  const { text } = reader;
  return cues.flatMap((cue) => {
    // "X-ray negative: pitting, former clot": only what opens its clause announces a list, or says that one follows ("none of the following").
    // "Yes: pitting / no: cancer, a cast".
    const opens = text.isBreak(cue.from - 1) || text.raw(cue.from - 1) === "/";
    if (!opens && cue.to - cue.from < ANNOUNCEMENT) return [];
    let colon = cue.to;
    // "None of the following have been noted: ...".
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
  const denials = new Map(cues.flatMap((cue) => placesOf(cue).map((at) => [at, cue] as const)));
  return text.text.tokens.flatMap((_, colon) => {
    if (text.raw(colon) !== ":") return [];
    let cue: Cue | undefined;
    let denied = 0;
    for (let at = colon - 1; !text.isBreak(at); at -= 1) {
      const denial = denials.get(at);
      // "Not recorded: ..." says what nobody knows.
      const isOpen = text.is("notKnown", at) || text.is("notKnownBefore", at);
      if (isOpen || (denial === undefined && !text.isOneOf("announcing", at)) || colon - at > LONGEST_CLAUSE) return [];
      if (denial !== undefined && (cue === undefined || denial.to <= cue.from)) denied += 1;
      cue = denial ?? cue;
    }
    // Of two denials ("there is no denying") one takes the other back.
    if (cue === undefined || denied > 1) return [];
    const list = listBehind(colon, reader);
    return list === undefined || namedItems(list, reader) < FEWEST_ITEMS ? [] : [{ ...list, cue }];
  });
}

/**
 * The bare list behind a colon, to the end of the sentence, or in lines of its own below it. `isPlain`: nothing else can stand there ("Neg: paralysis,
 * whole leg swollen").
 */
function listBehind(colon: number, reader: ListReader, isPlain = false): Stretch | undefined {
  const { text } = reader;
  if (opensBullets(colon, text)) return linesBehind(colon, reader);
  if (text.raw(colon) !== ":") return undefined;
  let to = colon + 1;
  while (!text.isSentenceEnd(to) && text.raw(to) !== ";" && to - colon < MOST_ITEMS * LONGEST_ITEM) {
    // "A swollen thigh" is an item, "thigh swollen" states something.
    const isAttribute = text.isPredicate(to) && reader.isNamed(to) && (isPlain || !text.isSeparator(to + 1));
    if (text.is("verbs", to) || (reader.states(to) && !isAttribute)) return undefined;
    to += 1;
  }
  return { from: colon + 1, to };
}

/** "Absent:" or "none of the following", and below it lines that name bare things. */
function linesBehind(colon: number, reader: ListReader): Stretch | undefined {
  const { text } = reader;
  const from = text.raw(colon) === ":" ? colon + 2 : colon + 1;
  const to = endOfBullets(colon, text, (at) => text.is("verbs", at) || (reader.states(at) && !text.isPredicate(at)));
  return to > from ? { from, to } : undefined;
}

function namedItems(list: Stretch, reader: ListReader): number {
  return cut(list, (at) => reader.isSeparator(at) || reader.text.isSentenceEnd(at)).filter((item) => reader.names(item))
    .length;
}
