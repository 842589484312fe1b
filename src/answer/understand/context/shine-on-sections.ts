import type { SectionRole } from "../text/sections/sections.ts";
import { isSomewhere } from "../text/stretch.ts";
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

/** Sections of which further results in running text are not known to be of today. */
const OF_RESULTS: ReadonlySet<SectionRole> = new Set(["plan", "earlier"]);

/**
 * Under "FH", "plan" or "discharge letter 2019" stands what is of the family, not yet done, of another time. Where a section has its lines for
 * itself, all of it is so; in running text the first sentence, and of what follows the results. Behind a new start ("she", "today") nothing more is.
 */
export function shineOnSections(text: ContextText, lights: CastLights): void {
  const { tokens } = text.text;
  for (let from = 0; from < tokens.length; from += 1) {
    const section = tokens[from]?.section;
    if (section === undefined || section.isHeading) continue;
    let to = from;
    while (tokens[to]?.section === section) to += 1;
    const { role, opensLine } = section;
    const light = LIGHTS[role];
    let heading = from;
    while (tokens[heading - 1]?.section?.isHeading) heading -= 1;
    const cue = { kind: "supposing" as const, from: heading, to: from };
    if (light !== undefined) {
      const end = role === "advice" && opensLine ? to : turnIn(from, to, text, role === "earlier");
      const sure = opensLine ? end : Math.min(end, sentenceEnd(from, to, text));
      lights.castThrough(heading, sure, light, cue);
      if (OF_RESULTS.has(role)) lights.castThrough(sure, end, "resultElsewhere", cue);
    }
    if (role === "past") shineOnDated(from, to, text, lights);
    from = to - 1;
  }
}

/** Where the sentence begins that turns to the patient of today; the first one is under the heading whatever it holds. */
function turnIn(from: number, to: number, text: ContextText, isOfThen: boolean): number {
  let first = from;
  while (first < to && text.isBreak(first)) first += 1;
  for (let start = first; start < to; ) {
    const end = sentenceEnd(start, to, text);
    const turns = (at: number) => text.isOneOf("turningBack", at) || (isOfThen && text.isOneOf("ofToday", at));
    if (start > first && isSomewhere({ from: start, to: end }, turns)) return start;
    // "FH: nil. Plaster last week."
    if (start === first && end - start === 1 && isBareDenial(start, text)) return end;
    start = end + 1;
  }
  return to;
}

function isBareDenial(at: number, text: ContextText): boolean {
  return text.isOneOf("bareAnswers", at) || text.isOneOf("denyingSummaries", at);
}

function sentenceEnd(from: number, to: number, text: ContextText): number {
  let end = from;
  while (end < to && !text.isSentenceEnd(end)) end += 1;
  return end;
}

/** "Breast cancer resected 2009", "DVT 2016; treated with warfarin": an item with its year was so then, and so was its treatment. */
function shineOnDated(from: number, to: number, text: ContextText, lights: CastLights): void {
  for (let at = from; at < to; at += 1) {
    if (!text.isYear(at)) continue;
    let start = at;
    while (start > from && !text.isSentenceEnd(start - 1) && !isBetweenItems(start - 1, text)) start -= 1;
    // "Right DVT after a flight, 2016": what stands before the comma has its year behind it.
    if (start === at && text.raw(start - 1) === ",")
      for (start -= 1; start > from && !text.isBreak(start - 1); ) start -= 1;
    let end = at;
    while (end < to && !text.isBreak(end)) end += 1;
    while (isBetweenItems(end, text) && text.isOneOf("treatments", end + 1))
      for (end += 1; end < to && !text.isBreak(end); ) end += 1;
    lights.castThrough(start, Math.min(end, to), "past", { kind: "pastAfter", from: at, to: at + 1 });
  }
}

function isBetweenItems(at: number, text: ContextText): boolean {
  const raw = text.raw(at);
  return text.isBreak(at) && (raw === "," || raw === ";" || raw === "-");
}
