import { idleTokens, type Reading } from "../readings.ts";
import type { Token } from "../tokens.ts";
import type { Outcome, StatementContext } from "./outcome.ts";
import { outcomesOf } from "./outcomes.ts";

/** What of a text bears on the phrases that are the last resort. */
export interface LastResortScene extends StatementContext {
  readonly readings: readonly Reading[];
  readonly lastResort: readonly Reading[];
}

/**
 * What the phrases of last resort (`%`) come to: words of whole classes, in any order, which count where no other phrase says anything of their
 * feature, whatever it comes to, and where all that do say the same. INVARIANT: they add values and take none away, so that they contradict nothing; and
 * they deny only where the text does, in so many words.
 */
export function lastResortOutcomes(outcomes: readonly Outcome[], scene: LastResortScene): readonly Outcome[] {
  if (scene.lastResort.length === 0) return [];
  const spoken = new Set(outcomes.map(({ feature }) => feature.id));
  const isOpen = isOpenIn(scene);
  const open = scene.lastResort.filter((reading) => isOpen(reading) && !spoken.has(featureIdOf(reading)));
  const told = outcomesOf(open, scene).filter(isTold);
  const values = Map.groupBy(told, ({ feature }) => feature.id);
  return told.filter(({ feature }) => new Set((values.get(feature.id) ?? []).map(valueOfOutcome)).size === 1);
}

/** Whether the words of a reading are not all told by other phrases, none of them known to mean nothing, and no number stands between them. */
function isOpenIn({ text: { tokens }, readings }: LastResortScene): (reading: Reading) => boolean {
  const told = new Set(readings.flatMap(({ at, entry: { target } }) => (TELLING.has(target.kind) ? at : [])));
  const idle = idleTokens(readings);
  const isNumber = ({ kind, number }: Token) => kind === "number" || number !== undefined;
  return ({ at, from, to }) =>
    !at.every((one) => told.has(one)) && !at.some((one) => idle.has(one)) && !tokens.slice(from, to).some(isNumber);
}

const TELLING: ReadonlySet<Reading["entry"]["target"]["kind"]> = new Set(["states", "denies", "summary"]);

function isTold({ statement, reading }: Outcome): boolean {
  return statement?.kind === "value" && (statement.value !== false || reading.light === "denied");
}

function featureIdOf({ entry: { target } }: Reading): string {
  return target.kind === "states" || target.kind === "denies" ? target.feature.id : "";
}

function valueOfOutcome({ statement }: Outcome): string {
  return statement?.kind === "value" ? String(statement.value) : "";
}
