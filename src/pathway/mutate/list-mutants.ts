import type { Decimal } from "../../clinical/quantity.ts";
import { hasErrors } from "../../kernel/diagnostic.ts";
import { parametersUsed } from "../examples/parameters-used.ts";
import type { Parameter, Pathway } from "../model/pathway.ts";
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

/** A constant that texts are filled in with (a presumed cut-off) is moved in the text, so that these move along; others in place. */
function parameterFaults(pathway: Pathway, text: string): readonly Fault[] {
  const used = parametersUsed(pathway);
  return pathway.parameters.flatMap((parameter, at) => {
    const { id, value } = parameter;
    if (!used.has(id)) return [];
    const isFilledIn = text.includes(`{{value.${id}}}`);
    return stepsFrom(value.value, value.unit).map((next) => ({
      where: `parameter \`${id}\``,
      change: `${value.value.toString()} becomes ${next.toString()} (${value.unit})`,
      make: () => {
        if (isFilledIn) return parsePathway(parameter.span.file, moveInText(text, parameter, next)).pathway;
        const moved = { ...parameter, value: { ...value, value: next } };
        return readable({ ...pathway, parameters: pathway.parameters.with(at, moved) });
      },
    }));
  });
}

function moveInText(text: string, { id, span }: Parameter, next: Decimal): string {
  const entry = text.slice(span.offset, span.offset + span.length);
  const moved = entry.replace(/(\bvalue:\s*)[-+.\dEe]+/, `$1${next.toString()}`);
  if (moved === entry) throw new Error(`the value of \`${id}\` is not where the parameter stands`);
  return `${text.slice(0, span.offset)}${moved}${text.slice(span.offset + span.length)}`;
}
