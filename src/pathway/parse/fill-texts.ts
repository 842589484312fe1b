import { decimal } from "../../clinical/quantity.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Located, YamlPath } from "../../kernel/located-yaml.ts";
import { printablesOf } from "../print/printables.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";
import type { PathwayText } from "./pathway-shape.ts";

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/** What a text of a warning may print of the patient. */
function amountsAt({ warnings }: PathwayText, [part, at]: YamlPath): ReadonlySet<string> {
  const amounts = part === "warnings" && typeof at === "number" ? warnings[at]?.amounts : undefined;
  return new Set(Object.keys(amounts ?? {}).map((name) => `amount.${name}`));
}

/**
 * Prints the pathway's own numbers into its texts: `{{parameter.calfSwellingThreshold}}` becomes "3 cm". So a cut-off is
 * written once, and a label cannot say another number than the condition beside it.
 */
export function fillTexts(located: Located<PathwayText>, report: (fault: Diagnostic) => void): PathwayText {
  const { value, spanOf } = located;
  const printed = printablesOf({
    parameters: value.parameters.map(({ id, value: number, unit }) => ({
      id,
      value: { value: decimal(number), unit },
    })),
    followUps: value.followUps,
    scores: value.scores,
  });
  // `{{value.<parameter>}}` is the constant itself, in the words of the conditions' language.
  const values = new Map(value.parameters.map(({ id, value: number, unit }) => [`value.${id}`, `${number} '${unit}'`]));
  const fill = (text: string, path: YamlPath): string =>
    text.replace(PLACEHOLDER, (whole, name: string) => {
      // A number of the patient is printed when there is one.
      if (amountsAt(value, path).has(name.trim())) return `{{${name.trim()}}}`;
      const words = printed.get(name.trim()) ?? values.get(name.trim());
      if (words === undefined)
        report(
          pathwayDiagnostics.report("reference-not-found", { kind: "number to print", id: name.trim() }, spanOf(path)),
        );
      return words ?? whole;
    });
  const walk = (part: unknown, path: YamlPath): unknown => {
    if (typeof part === "string") return fill(part, path);
    if (Array.isArray(part)) return part.map((member, at) => walk(member, [...path, at]));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, walk(member, [...path, key])]));
  };
  // Walking changes the words in strings and nothing of the shape.
  return walk(value, []) as PathwayText;
}
