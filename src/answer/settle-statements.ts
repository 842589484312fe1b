import type { Statement } from "../pathway/model/finding.ts";
import type { Understanding } from "./understand/understand.ts";

/**
 * Statements as far as they may be relied on. What was read out of a summary ("no other Wells feature") is marked as
 * inferred, for the reader to confirm. While a clause of the text that may hold a finding was not read, a summary denies
 * nothing: what it sums up may be the very finding that was not read.
 */
export function settleStatements(understanding: Understanding): readonly Statement[] {
  const { statements, implied, unreadThatMayBear } = understanding;
  const summed = new Map(implied.map(({ feature, from }) => [feature, from]));
  return statements.flatMap((statement): Statement[] => {
    const from = summed.get(statement.feature);
    if (from === undefined || statement.kind !== "value") return [statement];
    if (from !== "severalDenials" && unreadThatMayBear.length > 0) return [];
    return [{ ...statement, inferred: true }];
  });
}
