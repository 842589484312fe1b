import { describe, expect, test } from "vitest";
import { legDvt } from "../../../test/support/leg-dvt.ts";
import { buildDiagrams, type Diagrams } from "../compile/build-diagrams.ts";
import { TRUE } from "../compile/compile-condition.ts";
import { GAP, NEEDS } from "../compile/outcome.ts";
import type { Pathway } from "../model/pathway.ts";
import { getPathway, pathwayText } from "../testing/small-pathway.ts";
import { overviewOf, Regions } from "./overview.ts";

function diagramsOf(pathway: Pathway, profile: string): Diagrams {
  const built = buildDiagrams(pathway, profile);
  if (!built.ok) throw new Error(built.diagnostics.map(({ message }) => message).join("\n"));
  return built.value;
}

const CASES = [getPathway(pathwayText()), legDvt].flatMap((pathway) =>
  pathway.profiles.map(({ id }) => ({ name: pathway.id, profile: id, pathway })),
);

describe.each(CASES)("the overview of $name by $profile", ({ pathway, profile }) => {
  const diagrams = diagramsOf(pathway, profile);
  const regions = new Regions(diagrams);
  const { stages } = overviewOf(diagrams);

  test("leads every patient to the end that the diagram leads to, and nobody elsewhere", () => {
    // Reduced diagrams of one store are the same function exactly when they are the same node: this holds of all patients.
    for (const [end, outcome] of diagrams.outcomes.entries()) {
      const exits = stages
        .flatMap((stage) => stage.exits)
        .filter(({ to }) => {
          if (to.kind === "ask") return end === NEEDS;
          return regions.numberOf(to) === end;
        });
      const gaps = stages.flatMap(({ onward }) => (end === GAP && onward?.to === undefined ? [onward?.region] : []));
      const drawn = [...exits.map(({ region }) => region), ...gaps.filter((region) => region !== undefined)];
      const united = drawn.reduce((left, right) => regions.either(left, right), regions.nowhere);
      expect({ outcome, drawn: united }).toEqual({ outcome, drawn: regions.endingIn(end) });
    }
  });

  test("sends everybody who comes to a stage to one of its exits or onward", () => {
    let come = diagrams.complete.coding.store.terminal(TRUE);
    for (const stage of stages) {
      expect(stage.come).toBe(come);
      const onward = stage.onward?.region ?? regions.nowhere;
      const out = stage.exits.reduce((left, { region }) => regions.either(left, region), regions.nowhere);
      expect(regions.either(out, onward)).toBe(come);
      expect(regions.both(out, onward)).toBe(regions.nowhere);
      come = onward;
    }
  });

  test("leaves out exactly the rules that nobody meets who comes to their stage", () => {
    const drawn = new Set(stages.flatMap(({ exits }) => exits.map(({ rule }) => rule.id)));
    for (const { stage, running } of diagrams.stages.reached)
      for (const { id } of stage.rules) {
        const when = diagrams.stages.rules.get(id);
        if (when !== undefined)
          expect([id, drawn.has(id)]).toEqual([id, regions.both(running, when) !== regions.nowhere]);
      }
  });

  test("leads onward to the next stage drawn", () => {
    expect(stages.map(({ onward }) => onward?.to?.id)).toEqual([
      ...stages.slice(1).map(({ stage }) => stage.id),
      undefined,
    ]);
  });
});

test("a rule that rules out on what is only presumed leads to a question first", () => {
  const { stages } = overviewOf(diagramsOf(legDvt, "sru"));
  const asked = stages.flatMap(({ exits }) => exits.filter(({ to }) => to.kind === "ask"));
  expect(asked.map(({ rule }) => rule.id)).toContain("unlikelyReportedNegative");
});
