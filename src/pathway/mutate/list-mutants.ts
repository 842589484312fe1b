import { hasErrors } from "../../kernel/diagnostic.ts";
import { parametersUsed } from "../examples/parameters-used.ts";
import type { Pathway } from "../model/pathway.ts";
import { checkPathway } from "../parse/check-pathway.ts";
import { parsePathway } from "../parse/parse-pathway.ts";
import { companionFaults, warningFaults } from "./companion-faults.ts";
import { definitionFaults, featureFaults, inconsistencyFaults } from "./fact-faults.ts";
import { type Fault, type Mutant, nameMutants } from "./mutant.ts";
import { ruleFaults, stageFaults, windowFaults } from "./rule-faults.ts";
import { scoreFaults } from "./score-faults.ts";
import { stepsFrom } from "./steps.ts";

/** Every fault that is put into a pathway, one at a time. `text` is what the pathway was read from. */
export function listMutants(pathway: Pathway, text: string): readonly Mutant[] {
  const changed = [
    ...featureFaults(pathway),
    ...scoreFaults(pathway),
    ...definitionFaults(pathway),
    ...windowFaults(pathway),
    ...stageFaults(pathway),
    ...ruleFaults(pathway),
    ...companionFaults(pathway),
    ...warningFaults(pathway),
    ...inconsistencyFaults(pathway),
  ].map(({ where, change, changed }) => ({ where, change, make: () => readable({ ...pathway, ...changed }) }));
  return nameMutants([...parameterFaults(pathway, text), ...changed]);
}

/** A pathway that the reader would refuse is none. */
function readable(pathway: Pathway): Pathway | undefined {
  return hasErrors(checkPathway(pathway)) ? undefined : pathway;
}

/** Constants are moved in the text, so that whatever is filled in from them (a presumed cut-off) moves along. */
function parameterFaults(pathway: Pathway, text: string): readonly Fault[] {
  const used = parametersUsed(pathway);
  return pathway.parameters
    .filter(({ id }) => used.has(id))
    .flatMap(({ id, value, span }) =>
      stepsFrom(value.value, value.unit).map((next) => ({
        where: `parameter \`${id}\``,
        change: `${value.value.toString()} becomes ${next.toString()} (${value.unit})`,
        make: () => {
          const entry = text.slice(span.offset, span.offset + span.length);
          const moved = entry.replace(/(\bvalue:\s*)[-+.\dEe]+/, `$1${next.toString()}`);
          if (moved === entry) throw new Error(`the value of \`${id}\` is not where the parameter stands`);
          const after = text.slice(span.offset + span.length);
          return parsePathway(span.file, `${text.slice(0, span.offset)}${moved}${after}`).pathway;
        },
      })),
    );
}
