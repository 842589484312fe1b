import type { Outcome, StatementContext } from "./outcome.ts";

/** "Femoral vein clot with peroneal vein clot": the clot in the calf is not isolated. */
export function withoutCovered(outcomes: readonly Outcome[], { coversOf }: StatementContext): readonly Outcome[] {
  const covered = new Set(
    outcomes.flatMap(({ feature, statement }) =>
      statement?.kind === "value"
        ? (coversOf(feature.id)[String(statement.value)] ?? []).map((code) => `${feature.id} ${code}`)
        : [],
    ),
  );
  if (covered.size === 0) return outcomes;
  return outcomes.filter(
    ({ feature, statement }) => statement?.kind !== "value" || !covered.has(`${feature.id} ${String(statement.value)}`),
  );
}
