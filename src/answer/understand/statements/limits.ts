import type { Reading } from "../readings/readings.ts";
import type { Outcome, StatementContext } from "./outcome.ts";

/**
 * "D-dimer (normal <400) has been sent": neither the number of a limit nor the word that announces it is a result. What outranks other
 * phrases is about the limit itself and needs its word: "at precisely the cut-off, 500". The result whose limit it is may announce it
 * ("410 ug/L (<400)"), and stays one.
 */
export function withoutLimits(outcomes: readonly Outcome[], { isLimit }: StatementContext): readonly Outcome[] {
  const limits = outcomes.flatMap(({ reading }) => (reading.captures.some(isLimit) ? [reading] : []));
  const numbers = new Set(limits.flatMap(({ captures }) => captures.map(({ measure }) => measure.numberAt)));
  const announced = limits.filter(({ captures }) => captures.every(isLimit));
  const words = new Set(announced.map(({ at }) => at[0]));
  const isOfLimit = (token: number, { entry }: Reading) =>
    numbers.has(token) || (words.has(token) && !entry.phrase.marks.has("outranks"));
  return withoutUnknown(outcomes, isLimit).filter(
    ({ reading }) => reading.captures.some(isLimit) || !reading.at.some((token) => isOfLimit(token, reading)),
  );
}

/** "(ref <400)": the bracket that one phrase does not understand is no unknown limit where another reads its number. */
function withoutUnknown(outcomes: readonly Outcome[], isLimit: StatementContext["isLimit"]): readonly Outcome[] {
  const numbersOf = ({ reading }: Outcome) => reading.captures.filter(isLimit).map(({ measure }) => measure.numberAt);
  const tellsLimit = ({ feature, reading, statement }: Outcome) =>
    statement?.kind === "value" && reading.captures.some((one) => isLimit(one) && one.feature === feature.id);
  const read = new Set(outcomes.filter(tellsLimit).flatMap(numbersOf));
  return outcomes.filter((one) => one.statement?.kind !== "unknown" || !numbersOf(one).some((at) => read.has(at)));
}
