import type { TextSpan } from "../../pathway/model/finding.ts";
import type { AskedFocus } from "./lexicon.ts";
import type { Reading } from "./readings.ts";

/** What the reader wants to be told. `other`: nothing that a word list recognises. */
export type Focus = AskedFocus | "other";

/** The last thing asked decides, and of two readings of the same words the longer one. */
export function focusOf(
  readings: readonly Reading[],
  saysSomething: boolean,
  spanOf: (from: number, to: number) => TextSpan,
): { readonly focus: Focus; readonly focusSpan?: TextSpan } {
  let best: { readonly reading: Reading; readonly focus: AskedFocus } | undefined;
  for (const reading of readings) {
    const { target } = reading.entry;
    if (target.kind !== "focus") continue;
    const longer = best !== undefined && reading.from < best.reading.to && reading.at.length <= best.reading.at.length;
    if (!longer) best = { reading, focus: target.focus };
  }
  if (best !== undefined) return { focus: best.focus, focusSpan: spanOf(best.reading.from, best.reading.to) };
  // A case told without a question asks what to do next; there is no span because no word says so.
  return { focus: saysSomething ? "next-test" : "other" };
}
