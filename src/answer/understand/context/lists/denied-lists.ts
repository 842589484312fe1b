import type { Cue } from "../../phrases/entry.ts";
import type { Stretch } from "../../text/stretch.ts";
import { deniesRest, opensRest, tellsOfLimb } from "./list-item.ts";
import {
  type DeniedList,
  FEWEST_ITEMS,
  type ListReader,
  LONGEST_ITEM,
  LONGEST_TAIL,
  MOST_ITEMS,
} from "./list-reader.ts";

/** Breaks behind which a list may begin. */
const OPENS_LIST: ReadonlySet<string> = new Set(["(", ":", ";"]);
/** Breaks between a list and what is said of all of it. */
const LABELS: ReadonlySet<string> = new Set([":", "-"]);
/** So many of them a topic knows: in "cancer, casts and clots" a bare clot may be one of now. */
const FEWEST_NAMED = 2;
/** So many bare things in a row are one list, though nothing joins the last of them to the rest. */
const PLAINLY_A_LIST = 5;

/**
 * The lists that one of these cues, all of absence, denies from behind. Unlike a cue's own reach, a list is seen as a whole, so that neither its
 * brackets nor what stands between it and its predicate hides it; and it is one only when it names three things and states none.
 */
export function deniedLists(cues: readonly Cue[], reader: ListReader): readonly DeniedList[] {
  return cues.flatMap((cue) => {
    const list = deniesRest(cue, reader.text) ? undefined : listBefore(walkTail(cue, reader), reader);
    return list === undefined ? [] : [{ ...list, cue }];
  });
}

interface Tail {
  /** Where the list ends, exclusive. */
  readonly end: number;
  /** Brackets around it, or something between it and the cue, say that it is one list. */
  readonly isList: boolean;
  readonly isSingular: boolean;
  /** A label or its last word says that all of it is answered. */
  readonly isLabelled: boolean;
}

/** From the cue back over what may stand before it to the end of the list. */
function walkTail({ from, to }: Cue, reader: ListReader): Tail {
  const { text } = reader;
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
    else if (text.raw(at) === "," && (reachesLabel(at, reader) || reader.isFiller(at - 1))) continue;
    else if (!reader.isFiller(at) && !text.text.skippable.has(at)) break;
  }
  // "Cancer, a cast, a former clot, were absent".
  if (hasVerb && text.raw(at) === ",") at -= 1;
  const inBrackets = text.raw(at) === ")";
  return {
    end: inBrackets ? at : at + 1,
    isList: hasVerb || isLabelled || inBrackets,
    isSingular,
    isLabelled: isLabelled || isLast,
  };
}

/** Whether only what may stand behind a list stands between its colon and this comma. */
function reachesLabel(comma: number, reader: ListReader): boolean {
  const { text } = reader;
  const mayStand = (at: number) => reader.isFiller(at) || text.is("verbs", at) || text.isOneOf("ofPatient", at);
  let at = comma - 1;
  while (comma - at <= LONGEST_TAIL && mayStand(at)) at -= 1;
  return at < comma - 1 && text.raw(at) === ":";
}

function listBefore({ end, isList, isSingular, isLabelled }: Tail, reader: ListReader): Stretch | undefined {
  const { text } = reader;
  let from = end;
  let named = 0;
  let joined = false;
  let items = 0;
  while (items < MOST_ITEMS) {
    const start = startOfItem(from, reader);
    if (start === undefined || opensRest(text, start)) break;
    // "Ankle pits, cancer and a cast absent"; "leg swollen, ankle pits: all no" answers each.
    if (!isLabelled && tellsOfLimb(text, { from: start, to: from })) break;
    if (reader.names({ from: start, to: from })) named += 1;
    if (items === 0) joined = text.isOneOf("conjunctions", start - 1);
    items += 1;
    from = start;
    if (!reader.isSeparator(start - 1)) break;
    // "Cancer, a cast, and a clot": two separators beside each other are one.
    from = reader.isSeparator(start - 2) ? start - 2 : start - 1;
  }
  while (reader.isSeparator(from)) from += 1;
  // A verb of the singular says nothing of all that was listed, except of each.
  if (isSingular && !text.isOneOf("ofEach", from)) return undefined;
  const isOne = isList || joined || items >= PLAINLY_A_LIST;
  return items >= FEWEST_ITEMS && named >= FEWEST_NAMED && isOne ? { from, to: end } : undefined;
}

/** Where the item that ends here begins; nothing when what stands there is no bare thing. */
function startOfItem(end: number, reader: ListReader): number | undefined {
  const { text } = reader;
  let at = end - 1;
  for (; end - at <= LONGEST_ITEM; at -= 1) {
    // "The calf is 3 cm thicker, while pitting and collaterals are missing": what stands before "while" is another matter.
    if (reader.isSeparator(at) || text.text.dividers.has(at)) break;
    if (text.isBreak(at)) {
      if (OPENS_LIST.has(text.raw(at) ?? "") || text.isSentenceEnd(at)) break;
      return undefined;
    }
    if (reader.states(at)) return undefined;
  }
  return at + 1 < end ? at + 1 : undefined;
}
