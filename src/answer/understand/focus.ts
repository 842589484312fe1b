import type { TextSpan } from "../../pathway/model/finding.ts";
import type { AskedFocus } from "./phrases/entry.ts";
import type { Reading } from "./readings/readings.ts";

/** What the reader wants to be told. `other`: nothing that a word list recognises. */
export type Focus = AskedFocus | "other";

export interface Asked {
  /** What decides the kind of answer. */
  readonly focus: Focus;
  /** Where it is said; absent when nothing was asked in words. */
  readonly focusSpan?: TextSpan;
  /** Everything asked, in the order of the text, each with its place; of two readings of the same words the longer one. */
  readonly questions: readonly { readonly focus: AskedFocus; readonly span: TextSpan }[];
}

/** The last thing asked decides, and of two readings of the same words the longer one. */
export function focusOf(
  readings: readonly Reading[],
  saysSomething: boolean,
  spanOf: (from: number, to: number) => TextSpan,
): Asked {
  const asked: { readonly reading: Reading; readonly focus: AskedFocus }[] = [];
  for (const reading of readings) {
    const { target } = reading.entry;
    if (target.kind !== "focus") continue;
    const last = asked.at(-1);
    if (last !== undefined && reading.from < last.reading.to) {
      if (reading.at.length <= last.reading.at.length) continue;
      asked.pop();
    }
    asked.push({ reading, focus: target.focus });
  }
  const questions = asked.map(({ reading, focus }) => ({ focus, span: spanOf(reading.from, reading.to) }));
  const best = questions.at(-1);
  if (best !== undefined) return { focus: best.focus, focusSpan: best.span, questions };
  // A case told without a question asks what to do next; there is no span because no word says so.
  return { focus: saysSomething ? "next-test" : "other", questions: [] };
}
