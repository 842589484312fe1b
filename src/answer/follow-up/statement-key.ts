import type { Statement } from "../../pathway/model/finding.ts";

/** Equal for statements that say the same of the same feature. */
export function keyOf(statement: Statement): string {
  if (statement.kind === "unknown") return `${statement.feature} ?`;
  if (statement.kind === "incomplete") return `${statement.feature} ${statement.given}`;
  const { value } = statement;
  return `${statement.feature} ${typeof value === "object" ? `${value.value.toString()} ${value.unit}` : String(value)}`;
}
