import type { CueKind } from "./phrases/entry.ts";
import type { Day } from "./text/dates.ts";

/**
 * How a text is taken. `supposed`: what it only supposes ("what if the scan is negative?") is read as if it were so, for a
 * follow-up that asks what would then be advised.
 */
export type Mood = "stated" | "supposed";

/** How a text is taken, and when it is asked. */
export interface Telling {
  /** `stated` unless told otherwise. */
  readonly mood?: Mood;
  /** The day from which days of the calendar are told ("operated on 14 October"); without it they say nothing. */
  readonly today?: Day | undefined;
  /** Features that were told before, in the same conversation: a summary ("rest of Wells no") is of the others, and need not follow one of its own text. */
  readonly known?: ReadonlySet<string>;
}

const SUPPOSING: ReadonlySet<CueKind> = new Set([
  "supposing",
  "hypothetical",
  "hypotheticalAfter",
  "asking",
  "askedAct",
]);

/** Whether the cue says in this mood in what light other words are said: what is taken as so is not supposed. */
export function countsIn(mood: Mood, cue: CueKind): boolean {
  return mood === "stated" || !SUPPOSING.has(cue);
}
