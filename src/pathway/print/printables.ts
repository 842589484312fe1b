import type { FollowUp, Parameter, Score } from "../model/pathway.ts";
import { printQuantity } from "./print-quantity.ts";
import { printStratum } from "./print-stratum.ts";
import { printWindows } from "./print-window.ts";

/** What of a pathway can be printed into text: its constants, categories and windows. */
export interface Printable {
  readonly parameters: readonly Pick<Parameter, "id" | "value">[];
  readonly followUps: readonly Pick<FollowUp, "id" | "windows">[];
  readonly scores: readonly Pick<Score, "id" | "schemes">[];
}

const printables = new WeakMap<Printable, ReadonlyMap<string, string>>();

/** Everything that a placeholder may name, with what it prints. Computed once for each pathway, which never changes. */
export function printablesOf(pathway: Printable): ReadonlyMap<string, string> {
  const known = printables.get(pathway);
  if (known !== undefined) return known;
  const made = new Map<string, string>();
  for (const { id, value } of pathway.parameters) made.set(`parameter.${id}`, printQuantity(value));
  for (const { id, windows } of pathway.followUps) made.set(`followUp.${id}`, printWindows(windows));
  for (const score of pathway.scores)
    for (const scheme of score.schemes)
      for (const stratum of scheme.strata)
        made.set(`stratum.${score.id}.${scheme.id}.${stratum.id}`, printStratum(stratum));
  printables.set(pathway, made);
  return made;
}
