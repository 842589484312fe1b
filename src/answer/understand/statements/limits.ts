import type { Outcome, StatementContext } from "./outcome.ts";

/**
 * "D-dimer (normal <400) has been sent": neither the number of a limit nor the word that announces it is a result. What outranks other
 * phrases is about the limit itself and needs its word: "at precisely the cut-off, 500".
 */
export function withoutLimits(outcomes: readonly Outcome[], { isLimit }: StatementContext): readonly Outcome[] {
  const limits = outcomes.flatMap(({ reading }) => (reading.captures.some(isLimit) ? [reading] : []));
  const numbers = new Set(limits.flatMap(({ captures }) => captures.map(({ measure }) => measure.numberAt)));
  const words = new Set(limits.map(({ at }) => at[0]));
  return outcomes.filter(
    ({ reading: { at, captures, entry } }) =>
      captures.some(isLimit) ||
      !at.some((token) => numbers.has(token) || (words.has(token) && !entry.phrase.marks.has("outranks"))),
  );
}
