import { describe, expect, test } from "vitest";
import { buildDiagrams, type Diagrams } from "../compile/build-diagrams.ts";
import { FALSE } from "../compile/compile-condition.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { getPathway, pathwayText } from "../testing/small-pathway.ts";
import { overviewOf } from "./stage-overview.ts";

function diagramsOf(profile: string): Diagrams {
  const built = buildDiagrams(getPathway(pathwayText()), profile);
  if (!built.ok) throw new Error(built.diagnostics.map(({ message }) => message).join("\n"));
  return built.value;
}

/** The codes of advice at the ends that can be reached from a node. */
function adviceReached({ complete, stages, outcomes }: Diagrams): ReadonlySet<string> {
  const { store } = complete.coding;
  const seen = new Set<NodeId>();
  const codes = new Set<string>();
  const visit = (id: NodeId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    if (!store.isTerminal(id)) {
      for (const child of store.childrenOf(id)) visit(child);
      return;
    }
    const outcome = outcomes[store.valueOf(id)];
    if (outcome?.kind === "advice") codes.add(outcome.code);
  };
  visit(stages.outcome);
  return codes;
}

const profiles = Object.values(getPathway(pathwayText()).profiles).map(({ id }) => id);

describe.each(profiles)("the overview of profile %s", (profile) => {
  const diagrams = diagramsOf(profile);
  const overview = overviewOf(diagrams);

  test("has an exit for every advice the diagram can give", () => {
    const drawn = new Set<string>(overview.flatMap(({ exits }) => exits.map(({ advice }) => advice.code)));
    const reached = adviceReached(diagrams);
    expect(reached.size).toBeGreaterThan(0);
    expect([...reached].filter((code) => !drawn.has(code))).toEqual([]);
  });

  test("leads from each stage to the next one drawn, and nowhere from the last", () => {
    expect(overview.map(({ onward }) => onward?.id)).toEqual([
      ...overview.slice(1).map(({ stage }) => stage.id),
      undefined,
    ]);
  });
  test("leaves out a stage that nobody comes to, and a rule that nobody meets", () => {
    const nowhere = diagrams.complete.coding.store.terminal(FALSE);
    const [first] = overview;
    const [exit] = first?.exits ?? [];
    if (first === undefined || exit === undefined) throw new Error("a first stage has an exit");
    const last = diagrams.stages.reached.length - 1;
    const reached = diagrams.stages.reached.map((one, at) => (at === last ? { ...one, running: nowhere } : one));
    const rules = new Map(diagrams.stages.rules).set(exit.rule.id, nowhere);
    const cut = overviewOf({ ...diagrams, stages: { ...diagrams.stages, reached, rules } });
    expect(cut.map(({ stage }) => stage.id)).not.toContain(diagrams.stages.reached[last]?.stage.id);
    expect(cut.flatMap(({ exits }) => exits.map(({ rule }) => rule.id))).not.toContain(exit.rule.id);
  });
});
