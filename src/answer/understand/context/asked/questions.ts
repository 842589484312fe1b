import { cut, isSomewhere, type Stretch, wholeOf } from "../../text/stretch.ts";
import type { ContextText } from "../context-text.ts";
import type { CastLights } from "../light.ts";

/** A question of so few words names what it asks for and nothing else. */
const LONGEST_BARE_QUESTION = 3;
/** Of so many words when they are a sentence and only name a thing. */
const LONGEST_BARE_NAME = 8;
/** Longer questions tell a case along the way. */
const LONGEST_GENERAL_QUESTION = 9;

/** "Interim anticoagulant?" asks, and states nothing. */
export function shineOnShortQuestions(context: ContextText, lights: CastLights): void {
  for (const clause of cut(wholeOf(context.text.tokens), (at) => context.isBreak(at))) {
    const { from, to } = clause;
    const isAsked = context.raw(to) === "?" && !isAnswered(context, to);
    const isOfPatient = context.isOneOf("ofTaking", from);
    if (isAsked && !isOfPatient && (isShort(context, clause) || isBareName(context, clause)))
      lights.castThrough(from, to, "hypothetical", { kind: "supposing", from: to, to: to + 1 });
  }
}

function isShort({ text }: ContextText, { from, to }: Stretch): boolean {
  // Words as written: an abbreviation that is read as three words is one.
  return new Set(text.tokens.slice(from, to).map(({ start }) => start)).size <= LONGEST_BARE_QUESTION;
}

/** "Tenderness over the deep veins?": a sentence that only names a thing, of nobody. */
function isBareName(context: ContextText, clause: Stretch): boolean {
  const { from, to } = clause;
  if (to - from > LONGEST_BARE_NAME || !context.isSentenceEnd(from - 1) || context.isOneOf("ofPatient", from))
    return false;
  return !isSomewhere(
    clause,
    (at) => context.is("verbs", at) || context.text.measures.has(at) || context.isOneOf("interrogatives", at),
  );
}

/** Signs between a label and what answers it. */
const LABEL_ENDS: ReadonlySet<string> = new Set([":", "-", "("]);

/** "Cancer: ?", "pitting (blank)", and a label with nothing behind it: what a form leaves open is not known. */
export function shineOnOpenAnswers(context: ContextText, lights: CastLights): void {
  for (const clause of cut(wholeOf(context.text.tokens), (at) => context.isBreak(at))) {
    const { from, to } = clause;
    const sign = context.raw(to) ?? "";
    if (!LABEL_ENDS.has(sign)) continue;
    const isOpen = sign === ":" && context.isSentenceEnd(to + 1);
    const isAsked = context.raw(to + 1) === "?";
    const isAnsweredSo = context.isOneOf("openAnswers", to + 1) && context.isBreak(to + 2);
    if (isOpen || isAsked || isAnsweredSo)
      lights.castThrough(from, to, "notKnown", { kind: "notKnown", from: to, to: to + 1 });
  }
}

/** "Malignancy? Never.": a form that asks and answers. */
export function isAnswered(context: ContextText, mark: number): boolean {
  const answers = context.is("negationBefore", mark + 1) || context.is("affirmations", mark + 1);
  return answers && context.isBreak(mark + 2);
}

/** "How is paralysis scored?", "is plaster a risk factor?": a short question that names no patient is of the matter in general. */
export function shineOnGeneralQuestions(context: ContextText, lights: CastLights): void {
  for (const sentence of cut(wholeOf(context.text.tokens), (at) => context.isSentenceEnd(at))) {
    const { from, to } = sentence;
    if (isGeneralQuestion(context, sentence))
      lights.castThrough(from, to, "hypothetical", { kind: "supposing", from, to: from + 1 });
  }
}

function isGeneralQuestion(context: ContextText, sentence: Stretch): boolean {
  const { from, to } = sentence;
  if (to - from > LONGEST_GENERAL_QUESTION || to - from < 2) return false;
  const asks =
    context.isOneOf("questionVerbs", from) ||
    (context.isOneOf("interrogatives", from) && context.isOneOf("questionVerbs", from + 1));
  return (
    asks &&
    !isSomewhere(
      sentence,
      (at) => context.isBreak(at) || context.text.measures.has(at) || context.isOneOf("ofPatient", at),
    )
  );
}
