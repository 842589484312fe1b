import { contradictsTotal } from "../pathway/consult/consult-pathway.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway } from "../pathway/model/pathway.ts";

/**
 * Where a text gives the total of a score and the items read from it do not come to it, those that were read out of a summary ("all else
 * denied") are the weakest of what was said: if the rest agrees with the total, they are not known, and the total stands.
 */
export function giveWayToTotal(
  pathway: Pathway,
  statements: readonly Statement[],
  profile: string,
): readonly Statement[] {
  if (!contradictsTotal(pathway, statements, profile)) return statements;
  const items = new Set(pathway.scores.flatMap((score) => score.items.map(({ feature }) => feature)));
  const isSummed = (one: Statement) => one.kind === "value" && one.inferred === true && items.has(one.feature);
  const told = statements.filter((one) => !isSummed(one));
  return contradictsTotal(pathway, told, profile) ? statements : told;
}
