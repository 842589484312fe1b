import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import { settledAdvice } from "../pathway/consult/consult-pathway.ts";
import { sourcesOf } from "../pathway/language/features-in.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { giveWayToTotal } from "./give-way-to-total.ts";
import { ANY_VALUE } from "./understand/phrases/entry.ts";
import type { Understanding } from "./understand/understand.ts";

/** What is relied on, and which words of the text kept the disease from being ruled out. */
export interface Withheld {
  readonly statements: readonly Statement[];
  readonly doubts: Understanding["doubts"];
}

/**
 * Nothing is ruled out over words of the topic's field that were not understood. Where the advice would rule out, the features of these
 * words are not known, whatever else the text says of them: if that can change the advice, they are asked about. What a summary denied
 * gives way to a total that the text gives (see `giveWayToTotal`).
 */
export function withholdExclusion(
  pathway: Pathway,
  said: readonly Statement[],
  doubts: Understanding["doubts"],
  profile: string,
): Result<Withheld> {
  const statements = giveWayToTotal(pathway, said, profile);
  const bearing = doubts.filter(({ feature, choice }) =>
    choice === undefined ? !isAffirmed(feature, statements) : isStated(feature, choice, statements),
  );
  if (bearing.length === 0) return ok({ statements, doubts: [] });
  const settled = settledAdvice(pathway, statements, profile);
  if (!settled.ok) return settled;
  if (settled.value?.rulesOut !== true) return ok({ statements, doubts: [] });
  const doubted = new Set(bearing.map(({ feature }) => feature));
  const unknown = bearing.map(({ feature, span }): Statement => ({ feature, kind: "unknown", span }));
  return ok({
    statements: [
      ...statements.filter(({ feature }) => !doubted.has(feature) && !restsOn(pathway, feature, doubted)),
      ...unknown,
    ],
    doubts: bearing,
  });
}

/** What is computed from something that is not known is not known by what was said of it as a whole: "no surgery or bed rest", and a hip that was done. */
export function restsOn({ features }: Pathway, id: string, doubted: ReadonlySet<string>): boolean {
  const feature = features.find((one) => one.id === id);
  return feature !== undefined && sourcesOf(feature).some((source) => doubted.has(source));
}

/** Words that may tell a finding put no doubt on it where it is told. */
function isAffirmed(feature: string, statements: readonly Statement[]): boolean {
  const told = statements.filter((one) => one.feature === feature);
  return told.length > 0 && told.every((one) => one.kind === "value" && one.value === true);
}

function isStated(feature: string, choice: string, statements: readonly Statement[]): boolean {
  return statements.some(
    (one) => one.feature === feature && one.kind === "value" && (choice === ANY_VALUE || one.value === choice),
  );
}
