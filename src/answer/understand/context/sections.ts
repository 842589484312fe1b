import type { SectionRole } from "../text/sections.ts";
import type { ContextText } from "./context-text.ts";
import type { CastLights, Light } from "./light.ts";

/** In what light all stands that stands under a heading. */
const LIGHTS: Readonly<Partial<Record<SectionRole, Light>>> = {
  family: "family",
  allergies: "hypothetical",
  plan: "hypothetical",
  advice: "hypothetical",
  earlier: "elsewhere",
};

/**
 * Under "FH", "plan" or "discharge letter 2019" stands what is of the family, not yet done, of another time. Where a section has its lines for itself, all of it is so; in
 * running text the first sentence, and behind a new start ("she", "today") nothing more.
 */
export function shineOnSections(text: ContextText, lights: CastLights): void {
  const { tokens } = text.text;
  for (let from = 0; from < tokens.length; from += 1) {
    const section = tokens[from]?.section;
    if (section === undefined || section.isHeading) continue;
    let to = from;
    while (tokens[to]?.section === section) to += 1;
    const light = LIGHTS[section.role];
    const end = light === undefined || section.role === "advice" ? to : endOfSaid(from, to, text);
    const cue = { kind: "supposing" as const, from: from - 1, to: from };
    if (light !== undefined) lights.castThrough(from, end, light, cue);
    if (section.role === "past") shineOnDated(from, to, text, lights);
    from = to - 1;
  }
}

/** Where what is said under the heading ends: before the sentence that turns to the patient of today. */
function endOfSaid(from: number, to: number, text: ContextText): number {
  let start = from;
  while (start < to) {
    let end = start;
    while (end < to && !text.isSentenceEnd(end)) end += 1;
    for (let at = start; start > from && at < end; at += 1) if (text.isOneOf("turningBack", at)) return start;
    start = end + 1;
    if (start < to && text.token(from)?.section?.opensLine === false) return Math.min(start, to);
  }
  return to;
}

/** "Breast cancer resected 2009", "chest pain 2018": an item with its year was so then. */
function shineOnDated(from: number, to: number, text: ContextText, lights: CastLights): void {
  for (let at = from; at < to; at += 1) {
    if (!text.isYear(at)) continue;
    let start = at;
    while (start > from && !text.isBreak(start - 1)) start -= 1;
    let end = at;
    while (end < to && !text.isBreak(end) && text.raw(end) !== ",") end += 1;
    lights.castThrough(start, end, "past", { kind: "pastAfter", from: at, to: at + 1 });
  }
}
