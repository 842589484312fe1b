import type { Cue } from "../../phrases/entry.ts";
import { isSomewhere, placesOf, type Stretch } from "../../text/stretch.ts";
import type { ContextText } from "../context-text.ts";
import type { CastLights } from "../light.ts";
import { LIST_REACH } from "./list-item.ts";
import type { ListReach } from "./list-reach.ts";

/** Breaks that may part a summary from the list of what it sums up. */
const BEFORE_LIST: ReadonlySet<string> = new Set([",", "(", "-", ":"]);
/** Words between the summary and that break: one by one, asked for. */
const MOST_FILLERS = 8;
/** Words before a summary that its denial may take: none of. */
const DENIAL_BEFORE = 2;

export interface SummaryReader {
  readonly text: ContextText;
  readonly lights: CastLights;
  readonly lists: ListReach;
  /** Words that sum up several items. */
  readonly summaries: readonly Stretch[];
}

/**
 * Denies the items that a denied summary names: "all else is negative, including a cast and former clots", "none of the ten, I checked for cancer and
 * pitting", "all others denied, plaster and paralysis among them".
 */
export function denySummedLists(cues: readonly Cue[], { text, lights, lists, summaries }: SummaryReader): void {
  const denials = new Set(cues.filter(({ kind }) => DENYING.has(kind)).flatMap(placesOf));
  const openings = new Map(cues.flatMap((cue) => (cue.kind === "summedAfter" ? [[cue.from, cue]] : [])));
  const closings = new Map(cues.flatMap((cue) => (cue.kind === "summedBefore" ? [[cue.from, cue]] : [])));
  for (const summary of summaries) {
    if (!isSomewhere({ from: summary.from - DENIAL_BEFORE, to: summary.to }, (at) => denials.has(at))) continue;
    let start = summary.to;
    while (start - summary.to < MOST_FILLERS && (text.is("listFillers", start) || text.is("verbs", start))) start += 1;
    if (BEFORE_LIST.has(text.raw(start) ?? "")) start += 1;
    const opening = openings.get(start);
    if (opening !== undefined) lists.forward(opening, "denied");
    else if (start > summary.to) denyUpToClosing(start);
  }

  function denyUpToClosing(start: number): void {
    for (let at = start; at - start < LIST_REACH && !text.isSentenceEnd(at) && text.raw(at) !== ";"; at += 1) {
      const closing = closings.get(at);
      if (closing !== undefined) {
        lights.castThrough(start, at, "denied", closing);
        return;
      }
      if (text.isStating(at) || text.isPredicate(at) || text.is("scopeEnds", at)) return;
    }
  }
}

const DENYING: ReadonlySet<Cue["kind"]> = new Set([
  "negationBefore",
  "negationAfter",
  "absenceOfList",
  "negationOfList",
]);
