import { evaluatePathway } from "../evaluate/evaluate-pathway.ts";
import { codeOf } from "../evaluate/grounds.ts";
import { getPart, indexOf } from "../facts/pathway-index.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway } from "../model/pathway.ts";
import { printWindows } from "../print/print-window.ts";

/** What a reader is shown of an evaluation, one line for each thing. */
export function observe(pathway: Pathway, statements: readonly Statement[], profile: string): readonly string[] {
  const found = evaluatePathway(pathway, statements, profile);
  const code = codeOf(found);
  return [
    `advice: ${code}${"advice" in found ? windowsOf(found.advice.followUp) : ""}`,
    ...("advice" in found ? found.advice.notes.map((note) => `note: ${note}`) : []),
    ...found.alsoDo.map(({ advise, followUp }) => `also: ${advise}${windowsNamed(pathway, followUp)}`),
    ...found.warnings.map((warning) => `warning: ${warning.code}`),
    ...found.scores.flatMap(scoreLines),
    ...found.contradictions.map(({ features }) => `contradiction: ${features.join(", ")}`),
  ];
}

type Windows = { readonly windows: readonly (readonly [number, number])[]; readonly countedFrom: string } | undefined;

function windowsOf(followUp: Windows): string {
  return followUp === undefined ? "" : ` (${printWindows(followUp.windows)} after ${followUp.countedFrom})`;
}

function windowsNamed(pathway: Pathway, id: string | undefined): string {
  return id === undefined ? "" : windowsOf(getPart(indexOf(pathway).followUps, id));
}

function scoreLines({ score, low, high, strata }: Evaluation["scores"][number]): readonly string[] {
  const categories = Object.entries(strata).map(
    ([scheme, stratum]) => `score ${score} ${scheme}: ${stratum ?? "open"}`,
  );
  return [`score ${score}: ${low === high ? low : `${low} to ${high}`}`, ...categories];
}

/** The first thing that the two show differently, in words; undefined when they show the same. */
export function firstDifference(one: readonly string[], other: readonly string[]): string | undefined {
  const gone = one.find((line) => !other.includes(line));
  const come = other.find((line) => !one.includes(line));
  if (gone === undefined && come === undefined) return undefined;
  return [gone ?? "nothing", come ?? "nothing"].join(" → ");
}
