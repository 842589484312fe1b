import type { Cue } from "../../phrases/entry.ts";
import { isSomewhere, type Stretch } from "../../text/stretch.ts";
import type { ContextText } from "../context-text.ts";

/** Longer than any list a person denies in one breath; keeps the work linear. */
export const LIST_REACH = 80;

/** What a list item behind a denial and a comma may be: one more of what is denied, a statement of its own, or what could be either. */
export type Standing = "listed" | "stated" | "either";

/**
 * What the list item from `start` on is. `isJoined`: a word stands before it, not a comma. `isObject`: a verb denies the list ("denies cancer, a
 * cast and any clot"), so that an article opens one more of its objects.
 */
export function standingOf(text: ContextText, start: number, isJoined: boolean, isObject: boolean): Standing {
  if (text.raw(start) === "+" || (text.is("newClause", start) && !isOneMore(text, start, isObject))) return "stated";
  let end = start;
  for (; !text.isSeparator(end); end += 1) if (text.isStating(end)) return "stated";
  if (isJoined && text.raw(start - 2) === "," && hasTwoSubjects(text, end)) return "stated";
  // "No thinners, tender calf" states the tender calf; in "no pitting, swollen thigh or collaterals" it is one of what is denied.
  if (end - start > 1 && text.isPredicate(end - 1)) return "stated";
  const standing = standingOfWords(text, start, end, isJoined);
  return standing !== "listed" && isClosedByOr(text, start) ? "listed" : standing;
}

/** Of an item that no word opens as a statement and no verb makes one. */
function standingOfWords(text: ContextText, start: number, end: number, isJoined: boolean): Standing {
  // "Not red, hot": one more adjective of the same denial.
  const isAlike = text.isPredicate(start) && text.isPredicate(start - 2);
  if (isAlike && end - start === 1) return "listed";
  if (isAlike && isJoined) return "either";
  if (saysOfItself(text, start, end)) return "stated";
  // "No cancer and previous DVT" denies both.
  return !isJoined && hasAttribute(text, start, end) ? "either" : "listed";
}

/** One more item of the list, though its first word may open a statement. */
function isOneMore(text: ContextText, start: number, isObject: boolean): boolean {
  if (isObject && text.isOneOf("articles", start)) return true;
  // "No swelling, tender over the veins" states; "no swelling, tenderness over the veins or rash" goes on denying.
  const mayGoOn = text.isOneOf("openingItems", start) || text.isOneOf("nounsOfSigns", start);
  return mayGoOn && isClosedByOr(text, start);
}

/**
 * Whether the words tell of what is there, and name no mere kind of thing that a list could deny: "left calf tender along the veins", "ankle pits",
 * "DVT in 2019", "marked tenderness", "pitting on the left only", "pregnant". "Calf tenderness" does not.
 */
function saysOfItself(text: ContextText, start: number, end: number): boolean {
  if (text.isPredicate(start) || text.isOneOf("degrees", start) || text.is("uncertainBefore", start)) return true;
  return isSomewhere({ from: start, to: end }, (at) => {
    const isBehindOther = at > start && (isSaidOfLimb(text, start, at) || isSaidOfPlace(text, at));
    return isBehindOther || text.isOneOf("dating", at) || text.isYear(at);
  });
}

/** "Left calf tender along the veins", "calf very tender", "ankle pits", "leg in plaster": what is said of the limb that is named right before it. */
function isSaidOfLimb(text: ContextText, start: number, at: number): boolean {
  if (!text.isPredicate(at) && !text.isOneOf("ofLimbs", at)) return false;
  let before = at - 1;
  while (before > start && text.isOneOf("degrees", before)) before -= 1;
  return text.isOneOf("limbs", before);
}

/**
 * "Previous DVT", "dilated veins", "cast on the left leg": a list of what is not there hardly tells so much of one thing. An item that is denied itself
 * ("veins not dilated") is not there in any case.
 */
function hasAttribute(text: ContextText, start: number, end: number): boolean {
  const item = { from: start, to: end };
  if (isSomewhere(item, (at) => text.isOneOf("negatives", at) || text.is("negationBefore", at))) return false;
  return isSomewhere(
    item,
    (at) => text.isOneOf("attributes", at) || (text.isOneOf("placing", at) && isLimb(text, at + 1)),
  );
}

/**
 * What the item that ends at `end` is, where a denial follows that what stands behind it has: "whole leg swollen and pitting absent", "calf 4 cm bigger and
 * no collaterals found" state; "marked tenderness and pitting absent" could be either.
 */
export function standingBefore(text: ContextText, end: number): Standing {
  let start = end;
  for (; !text.isSeparator(start - 1) && !text.is("verbs", start - 1); start -= 1)
    if (text.isStating(start - 1)) return "stated";
  const item = { from: start, to: end };
  const isDated = (at: number) => at > start && (text.isOneOf("dating", at) || text.isYear(at));
  if (tellsOfLimb(text, item) || isSomewhere(item, isDated)) return "stated";
  const isSided = isSomewhere(item, (at) => text.isOneOf("placing", at) && isLimb(text, at + 1));
  const opensSo = text.isPredicate(start) || text.isOneOf("degrees", start);
  return isSided || opensSo ? "either" : "listed";
}

/** "Whole leg swollen", "ankle pits", "leg in plaster". */
export function tellsOfLimb(text: ContextText, { from, to }: Stretch): boolean {
  return isSomewhere({ from: from + 1, to }, (at) => isSaidOfLimb(text, from, at));
}

/** "Lump palpable in the calf", "collaterals visible on the shin". */
function isSaidOfPlace(text: ContextText, at: number): boolean {
  return text.isPredicate(at) && text.isOneOf("placing", at + 1);
}

/** "Leg", "the left calf". */
function isLimb(text: ContextText, at: number): boolean {
  return (["limbs", "bareSides", "definites"] as const).some((list) => text.isOneOf(list, at));
}

/** "No pit on the right, and calf and popliteal fossa are sore": behind a comma and "and", what one more "and" joins may be subjects of one verb. */
function hasTwoSubjects(text: ContextText, first: number): boolean {
  if (text.raw(first) !== "and") return false;
  for (let at = first + 1; !text.isSeparator(at); at += 1) if (text.isStating(at)) return true;
  return false;
}

/** Whether "or" comes before a verb, a measurement or the end of the sentence. */
export function isClosedByOr(text: ContextText, start: number): boolean {
  for (let at = start; !text.isSentenceEnd(at) && at < start + LIST_REACH; at += 1) {
    if (text.is("verbs", at) || text.isLength(at) || text.raw(at) === ";") return false;
    if (text.isOneOf("disjunctions", at)) return true;
  }
  return false;
}

/** Whether the item that ends at `end` is a bare noun phrase: no verb, no measurement, no statement of its own. */
export function isListItem(text: ContextText, end: number): boolean {
  let at = end;
  for (; !text.isSeparator(at); at -= 1) if (text.isStating(at)) return false;
  return !text.isPredicate(end) && !text.isPredicate(at + 1);
}

/** Words before those that name the rest: all of the, each of the. */
const LONGEST_QUANTIFIER = 3;
/** From "the other" to what is not told of: the other nine Wells items. */
const LONGEST_REST = 4;

/**
 * "Pitting and tenderness score, the other items being absent", "active cancer, rest all no", "a cast, everything else negative": what begins so sums up
 * the rest, and is none of what was listed before it.
 */
export function opensRest(text: ContextText, start: number): boolean {
  const isBefore = (at: number) => text.text.skippable.has(at) || text.isOneOf("wholes", at);
  let at = start;
  while (at < start + LONGEST_QUANTIFIER && isBefore(at)) at += 1;
  if (text.isOneOf("restAlone", at)) return true;
  if (!text.isOneOf("theRest", at)) return false;
  // "Other: none", "remaining all nil".
  if (text.isBreak(at + 1) || text.isOneOf("ofAll", at + 1)) return true;
  for (let next = at + 1; next <= at + LONGEST_REST && !text.isBreak(next); next += 1)
    if (text.isOneOf("restOf", next)) return true;
  return false;
}

/** "Active cancer, a cast - no to the rest", "- none of the others", "- no other points": says that what was listed is there. */
export function deniesRest({ from, to }: Cue, text: ContextText): boolean {
  // "No to", "zero for", "none of": one word may stand between.
  for (let at = from; at <= to + 1 && !text.isSentenceEnd(at - 1); at += 1) if (opensRest(text, at)) return true;
  return false;
}
