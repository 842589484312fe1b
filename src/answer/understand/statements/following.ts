import type { Outcome, StatementContext } from "./outcome.ts";

/**
 * What follows from two measures gives way to what is said outright, but not to a value that cannot be: "5 mm now, 3 mm then; the rest of the leg is
 * normal" tells of no normal scan, and a scan that is called normal without such a word contradicts the measures.
 */
export function withFollowing(outcomes: readonly Outcome[], { speaksOfRest }: StatementContext): readonly Outcome[] {
  const left = new Set(outcomes);
  for (const outcome of outcomes) {
    const { against } = outcome.reading;
    if (against === undefined) continue;
    const said = outcomes.filter((other) => other.feature === outcome.feature && isSaidOutright(other));
    const isAgainst = ({ statement }: Outcome) =>
      statement?.kind === "value" && against.includes(String(statement.value));
    for (const other of said) if (isAgainst(other) && speaksOfRest(other.reading)) left.delete(other);
    if (!said.every(isAgainst)) left.delete(outcome);
  }
  return outcomes.filter((outcome) => left.has(outcome));
}

/** A value of today, or that none is known, told in words of its own. */
function isSaidOutright({ statement, reading, earlier }: Outcome): boolean {
  return (statement?.kind === "value" || statement?.kind === "unknown") && reading.against === undefined && !earlier;
}
