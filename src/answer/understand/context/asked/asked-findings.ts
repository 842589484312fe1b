import { isSomewhere } from "../../text/stretch.ts";
import type { ContextText } from "../context-text.ts";
import type { CastLights } from "../light.ts";
import type { NamedTokens } from "../named-tokens.ts";
import { isAnswered } from "./questions.ts";

/** Longer questions tell a case along the way. */
const LONGEST_ASKED = 12;
/** Longer sentences that only end in a question mark tell something. */
const LONGEST_DOUBTED = 9;
/** "In bed for three days or more, or an operation within twelve weeks?": names alone, as a form asks for them. */
const LONGEST_NAMED = 14;
/** Words of what a tag or an "or not" is said of. */
const LONGEST_TAGGED = 9;

/**
 * Doubts what a question asks of the patient: "is the leg blue?", "was the D-dimer 320?", "no cancer?", "she has no cancer, has she?". What it
 * asks is neither so nor not, so that the product asks for it in turn. A question that asks to judge ("is a D-dimer of 320 enough?") or whose sentence
 * tells of somebody ("is the scan needed in a man with a swollen leg?") tells what stands in it.
 */
export function shineOnAskedFindings(text: ContextText, lights: CastLights, named: () => NamedTokens): void {
  let from = 0;
  for (const [at, token] of text.text.tokens.entries()) {
    if (!text.isSentenceEnd(at)) continue;
    if (token.raw === "?" && !isAnswered(text, at)) doubtSentence(from, at, { text, lights, named });
    from = at + 1;
  }
}

interface Asked {
  readonly text: ContextText;
  readonly lights: CastLights;
  readonly named: () => NamedTokens;
}

function doubtSentence(from: number, to: number, { text, lights, named }: Asked): void {
  const tagged = taggedClause(from, to, text);
  if (tagged !== undefined) doubt(tagged.from, tagged.to, text, lights);
  const opens = openingOfQuestion(from, to, text);
  if (opens !== undefined) {
    if (to - opens <= LONGEST_ASKED && !isJudged(opens, to, text))
      doubt(behindAttributes(opens, text), to, text, lights);
  } else if (from > 0 && tagged === undefined && isDoubted(from, to, text, named)) doubt(from, to, text, lights);
}

/** Where the verb stands with which the sentence asks: at its beginning, or behind "and", "or". */
function openingOfQuestion(from: number, to: number, text: ContextText): number | undefined {
  for (let at = from; at < to; at += 1)
    if (text.isOneOf("askingVerbs", at) && (at === from || text.opensClause(at))) return at;
  return undefined;
}

/** "Is the swollen calf hot?": the calf is swollen. */
function behindAttributes(from: number, text: ContextText): number {
  const isAttribute = text.isOneOf("definites", from + 1) && text.isPredicate(from + 2) && !text.isBreak(from + 3);
  return isAttribute ? from + 3 : from;
}

/** "She has no cancer, has she?", "on apixaban, or not?", "cancer: yes or no?": the clause before such words. */
function taggedClause(
  from: number,
  to: number,
  text: ContextText,
): { readonly from: number; readonly to: number } | undefined {
  let end = to;
  while (end > from && text.isOneOf("questionTags", end - 1)) end -= 1;
  if (end === to || !text.isBreak(end - 1)) return undefined;
  let start = end - 1;
  while (start > from && !text.isBreak(start - 1)) start -= 1;
  return end - 1 - start <= LONGEST_TAGGED ? { from: start, to: end - 1 } : undefined;
}

/** "So the D-dimer was negative?", "breathless, chest pain, haemoptysis?": a short sentence that only its mark makes a question. */
function isDoubted(from: number, to: number, text: ContextText, named: () => NamedTokens): boolean {
  const longest = isSomewhere({ from, to }, (at) => text.is("verbs", at)) ? LONGEST_DOUBTED : LONGEST_NAMED;
  if (to - from > longest || isJudged(from, to, text)) return false;
  const { outright, tests } = named();
  let isList = true;
  let isNamed = false;
  let clauses = 1;
  for (let at = from; at <= to; at += 1) {
    if (at < to && text.isOneOf("interrogatives", at)) return false;
    isNamed ||= outright.has(at) && !tests.has(at);
    if (at < to && !text.isBreak(at)) continue;
    // Of several clauses the last may ask what to do: "blue, urgent?"; each has to name something.
    isList &&= isNamed && (at === to || text.raw(at) === ",");
    if (at < to) clauses += 1;
    isNamed = false;
  }
  return clauses === 1 || isList;
}

function isJudged(from: number, to: number, text: ContextText): boolean {
  for (let at = from; at < to; at += 1) if (text.isOneOf("judging", at)) return true;
  return false;
}

/** INVARIANT: what is told of somebody else, or supposed, stays so. */
function doubt(from: number, to: number, text: ContextText, lights: CastLights): void {
  for (let at = from; at < to; at += 1) {
    if ((text.isOneOf("turnsToCase", at) && !isDuration(at, text)) || isOfSomebody(at, text)) return;
    if (!lights.has(at, "family") && !lights.has(at, "hypothetical"))
      lights.relight(at, "uncertain", { kind: "supposing", from: to, to: to + 1 });
  }
}

/** "For three days" tells how long, and turns to nobody. */
function isDuration(at: number, text: ContextText): boolean {
  return text.raw(at) === "for" && text.text.measures.has(at + 1);
}

/** "In a patient on apixaban": what follows is told. */
function isOfSomebody(at: number, text: ContextText): boolean {
  return text.raw(at) === "in" && (text.isOneOf("articles", at + 1) || text.isOneOf("definites", at + 1));
}
