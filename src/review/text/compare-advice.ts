import { ok, type Result } from "../../kernel/result.ts";
import { type Change, comparePathways } from "../../pathway/compare/compare-pathways.ts";
import { shareOf } from "../../pathway/compare/render-comparison.ts";
import { compileSide } from "../../pathway/compare/side.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";

/** Patients who are advised otherwise in one and the same way. */
export interface AdviceChange {
  readonly from: string;
  readonly to: string;
  /** Of all patients of whom everything is stated; "0 %" when it shows only while something is not known. */
  readonly share: string;
  /** Of whom one of these holds; each a list of conditions. */
  readonly when: readonly (readonly string[])[];
  /** True when more patients are concerned than `when` can put into words. */
  readonly isCut: boolean;
}

/** What a changed pathway means for patients, under one guideline profile. */
export interface ComparedAdvice {
  readonly changes: readonly AdviceChange[];
  /** Findings that are derived differently: of changes with no share, some may then have no patient. */
  readonly apart: readonly string[];
}

/** Ways that are put into words for each change; the command line prints them all. */
const MOST_WAYS = 12;

/** Compares two pathways on every patient that can be, under a profile that both have. Takes seconds, or a minute. */
export function compareAdvice(before: Pathway, after: Pathway, profile: string): Result<ComparedAdvice> {
  const left = compileSide(before, profile);
  if (!left.ok) return left;
  const right = compileSide(after, profile);
  if (!right.ok) return right;
  const compared = comparePathways(left.value, right.value);
  if (!compared.ok) return compared;
  const { changes, cells, apart } = compared.value;
  return ok({ apart, changes: changes.map((change) => presentChange(change, cells)) });
}

function presentChange({ from, to, cells, alternatives, undescribed }: Change, of: bigint): AdviceChange {
  return {
    from: from.label,
    to: to.label,
    share: shareOf(cells, of),
    when: alternatives.slice(0, MOST_WAYS).map(({ conditions }) => conditions),
    isCut: alternatives.length > MOST_WAYS || undescribed > 0n,
  };
}
