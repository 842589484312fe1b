import { isBreak, isSentenceEnd } from "../tokens.ts";
import type { ContextText } from "./context-text.ts";
import type { CastLights } from "./light.ts";

/** A question of so few words names what it asks for and nothing else. */
const LONGEST_BARE_QUESTION = 3;
/** Longer questions tell a case along the way. */
const LONGEST_GENERAL_QUESTION = 9;

/** "Interim anticoagulant?" asks, and states nothing. */
export function shineOnShortQuestions(context: ContextText, lights: CastLights): void {
  const { tokens } = context.text;
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (!isBreak(token)) continue;
    // Words as written: an abbreviation that is read as three words is one.
    const written = new Set(tokens.slice(from, at).map(({ start }) => start)).size;
    if (token.raw === "?" && written <= LONGEST_BARE_QUESTION && !isAnswered(context, at))
      lights.castThrough(from, at, "hypothetical", { kind: "supposing", from: at, to: at + 1 });
    from = at + 1;
  }
}

/** "Malignancy? Never.": a form that asks and answers. */
function isAnswered(context: ContextText, mark: number): boolean {
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
