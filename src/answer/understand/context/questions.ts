import { isBreak, isSentenceEnd } from "../tokens.ts";
import type { ContextText } from "./context-text.ts";
import type { CastLights } from "./light.ts";

/** A question of so few words names what it asks for and nothing else. */
const LONGEST_BARE_QUESTION = 3;
/** Of so many words when they are a sentence and only name a thing. */
const LONGEST_BARE_NAME = 8;
/** Longer questions tell a case along the way. */
const LONGEST_GENERAL_QUESTION = 9;

/** "Interim anticoagulant?" asks, and states nothing. */
export function shineOnShortQuestions(context: ContextText, lights: CastLights): void {
  const { tokens } = context.text;
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (!isBreak(token)) continue;
    const isOfPatient = context.isOneOf("ofTaking", from);
    const isBare = !isOfPatient && (isShort(context, from, at) || isBareName(context, from, at));
    if (token.raw === "?" && isBare && !isAnswered(context, at))
      lights.castThrough(from, at, "hypothetical", { kind: "supposing", from: at, to: at + 1 });
    from = at + 1;
  }
}

function isShort({ text }: ContextText, from: number, to: number): boolean {
  // Words as written: an abbreviation that is read as three words is one.
  return new Set(text.tokens.slice(from, to).map(({ start }) => start)).size <= LONGEST_BARE_QUESTION;
}

/** "Tenderness over the deep veins?": a sentence that only names a thing, of nobody. */
function isBareName(context: ContextText, from: number, to: number): boolean {
  if (to - from > LONGEST_BARE_NAME || !context.isSentenceEnd(from - 1)) return false;
  for (let at = from; at < to; at += 1) {
    const isTold = context.is("verbs", at) || context.text.measures.has(at) || context.isOneOf("interrogatives", at);
    if (isTold || (at === from && context.isOneOf("ofPatient", at))) return false;
  }
  return true;
}

/** Signs between a label and what answers it. */
const LABEL_ENDS: ReadonlySet<string> = new Set([":", "-", "("]);

/** "Cancer: ?", "pitting (blank)", and a label with nothing behind it: what a form leaves open is not known. */
export function shineOnOpenAnswers(context: ContextText, lights: CastLights): void {
  for (let at = 0; at < context.text.tokens.length; at += 1) {
    const sign = context.raw(at) ?? "";
    if (!context.isBreak(at) || !LABEL_ENDS.has(sign)) continue;
    const isOpen = sign === ":" && context.isSentenceEnd(at + 1);
    const isAsked = context.raw(at + 1) === "?";
    const isAnsweredSo = context.isOneOf("openAnswers", at + 1) && context.isBreak(at + 2);
    if (!isOpen && !isAsked && !isAnsweredSo) continue;
    let from = at;
    while (!context.isBreak(from - 1)) from -= 1;
    lights.castThrough(from, at, "notKnown", { kind: "notKnown", from: at, to: at + 1 });
  }
}

/** "Malignancy? Never.": a form that asks and answers. */
export function isAnswered(context: ContextText, mark: number): boolean {
  const answers = context.is("negationBefore", mark + 1) || context.is("affirmations", mark + 1);
  return answers && context.isBreak(mark + 2);
}

/** "How is paralysis scored?", "is plaster a risk factor?": a short question that names no patient is of the matter in general. */
export function shineOnGeneralQuestions(context: ContextText, lights: CastLights): void {
  const { tokens } = context.text;
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    if (!isSentenceEnd(tokens[at])) continue;
    if (isGeneralQuestion(context, from, at))
      lights.castThrough(from, at, "hypothetical", { kind: "supposing", from, to: from + 1 });
    from = at + 1;
  }
}

function isGeneralQuestion(context: ContextText, from: number, to: number): boolean {
  if (to - from > LONGEST_GENERAL_QUESTION || to - from < 2) return false;
  const asks =
    context.isOneOf("questionVerbs", from) ||
    (context.isOneOf("interrogatives", from) && context.isOneOf("questionVerbs", from + 1));
  if (!asks) return false;
  for (let at = from; at < to; at += 1)
    if (context.isBreak(at) || context.text.measures.has(at) || context.isOneOf("ofPatient", at)) return false;
  return true;
}
