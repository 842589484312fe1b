import type { Cue } from "../phrases/entry.ts";
import { isSomewhere } from "../text/stretch.ts";
import type { ContextText } from "./context-text.ts";
import type { CastLights } from "./light.ts";

/** Words behind an earlier time in which a later one is looked for. */
const LATER_REACH = 16;
const CLAUSE_REACH = 24;

/**
 * "No tenderness yesterday, today the deep veins are tender", "the foot was warm this morning and is cold now": what was not so at an earlier time may
 * be so by now, and where a later time follows it is not known from this clause.
 */
export function reopenDeniedThen(
  cues: readonly Cue[],
  {
    text,
    lights,
    isDenial,
  }: { readonly text: ContextText; readonly lights: CastLights; readonly isDenial: (at: number) => boolean },
): void {
  for (const cue of cues) {
    if (cue.kind !== "deniedThen" || text.isOneOf("sinceTimes", cue.from - 1) || !isLaterTold(cue, text)) continue;
    let from = cue.from;
    let hasVerb = false;
    for (; cue.from - from < CLAUSE_REACH && !text.isBreak(from - 1); from -= 1) hasVerb ||= text.is("verbs", from - 1);
    for (let at = from; at < cue.from; at += 1)
      if (lights.isCastFrom(at, "denied", cue.from) || (hasVerb && isDenial(at))) lights.relight(at, "notKnown", cue);
  }
}

function isLaterTold({ to }: Cue, text: ContextText): boolean {
  return isSomewhere({ from: to, to: to + LATER_REACH }, (at) => text.isOneOf("laterTimes", at));
}
