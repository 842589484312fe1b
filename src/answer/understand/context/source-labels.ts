import type { ContextText } from "./context-text.ts";
import type { CastLights } from "./light.ts";

/** A longer beginning of a sentence is no label. */
const LONGEST_LABEL = 4;

/** "Guideline: give heparin while waiting", "Textbook example: normal scan": what a source says, and nothing of the patient. */
export function shineOnSourceLabels(text: ContextText, lights: CastLights): void {
  let from = 0;
  for (let at = 0; at < text.text.tokens.length; at += 1) {
    if (text.isSentenceEnd(at)) from = at + 1;
    else if (text.raw(at) === ":" && namesSource(from, at, text)) at = shineThroughSentence(at, text, lights) - 1;
  }
}

function namesSource(from: number, colon: number, text: ContextText): boolean {
  if (colon - from > LONGEST_LABEL) return false;
  for (let at = from; at < colon; at += 1) if (text.isOneOf("sources", at)) return true;
  return false;
}

/** Up to the end of the sentence, which it returns. */
function shineThroughSentence(colon: number, text: ContextText, lights: CastLights): number {
  let at = colon + 1;
  for (; !text.isSentenceEnd(at); at += 1)
    lights.cast(at, "hypothetical", { kind: "supposing", from: colon, to: colon + 1 });
  return at;
}
