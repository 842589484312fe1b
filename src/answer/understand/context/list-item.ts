import type { ContextText } from "./context-text.ts";

/** Longer than any list a person denies in one breath; keeps the work linear. */
export const LIST_REACH = 80;

/**
 * Whether the list item from `start` on is a statement of its own. `isJoined`: a word stands before it, not a comma. `isObject`: a verb
 * denies the list ("denies cancer, a cast and any clot"), so that an article opens one more of its objects.
 */
export function isNewClause(text: ContextText, start: number, isJoined: boolean, isObject: boolean): boolean {
  const isOneMore = (isObject && text.isOneOf("openingItems", start)) || isOneOfMany(text, start);
  // "No swelling, tender over the veins" states; "no swelling, tenderness over the veins or rash" goes on denying.
  const isSignOfMany = text.isOneOf("nounsOfSigns", start) && isClosedByOr(text, start);
  if (text.is("newClause", start) && !isOneMore && !isSignOfMany) return true;
  let end = start;
  for (; !text.isSeparator(end); end += 1) if (text.isStating(end)) return true;
  if (isJoined && text.raw(start - 2) === "," && hasTwoSubjects(text, end)) return true;
  if (isJoined || end - start < 2) return false;
  if ((isSaidOfLimb(text, start, end) || isDated(text, start, end)) && !isClosedByOr(text, start)) return true;
  // "No thinners, tender calf" states the tender calf; in "no pitting, swollen thigh or collaterals" it is one of what is denied.
  return text.isPredicate(end - 1) || (text.isPredicate(start) && !isClosedByOr(text, start));
}

/** "No fever, DVT in 2019", "no cancer, hip replaced four weeks ago": what has a date of its own happened. */
function isDated(text: ContextText, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.isOneOf("dating", at) || text.isYear(at)) return true;
  return false;
}

/** "No cancer, left calf tender along the veins": what a limb is said to be is a statement; "no cancer, calf tenderness" is none. */
function isSaidOfLimb(text: ContextText, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1)
    if (text.isOneOf("limbs", at - 1) && text.isPredicate(at) && !text.isOneOf("nounsOfSigns", at)) return true;
  return false;
}

/** "No pit on the right, and calf and popliteal fossa are sore": behind a comma and "and", what one more "and" joins may be subjects of one verb. */
function hasTwoSubjects(text: ContextText, first: number): boolean {
  if (text.raw(first) !== "and") return false;
  for (let at = first + 1; !text.isSeparator(at); at += 1) if (text.isStating(at)) return true;
  return false;
}

/** "Has not had cancer, an operation, bed rest or a clot": an article, or a preposition, opens no statement in a list that "or" closes. */
function isOneOfMany(text: ContextText, start: number): boolean {
  return text.isOneOf("openingItems", start) && isClosedByOr(text, start);
}

/** Whether "or" comes before a verb, a measurement or the end of the sentence. */
function isClosedByOr(text: ContextText, start: number): boolean {
  for (let at = start; !text.isSentenceEnd(at) && at < start + LIST_REACH; at += 1) {
    if (text.is("verbs", at) || text.isLength(at) || text.raw(at) === ";") return false;
    if (text.isOneOf("disjunctions", at)) return true;
  }
  return false;
}

/** Whether the item that ends at `end` is a bare noun phrase: no verb, no measurement, no statement of its own. */
export function isListItem(text: ContextText, end: number): boolean {
  let at = end;
  for (; at >= 0 && !text.isSeparator(at); at -= 1) if (text.isStating(at)) return false;
  return !text.isPredicate(end) && !text.isPredicate(at + 1);
}

/** "Pitting and tenderness score, the other items being absent": what begins so sums up the rest, and is none of what was listed before it. */
export function opensRest(text: ContextText, start: number): boolean {
  const at = text.text.skippable.has(start) ? start + 1 : start;
  return text.isOneOf("theRest", at) && text.isOneOf("restOf", at + 1);
}
