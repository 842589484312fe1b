import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyFacts } from "../../../test/support/compiled-agreement.ts";
import { Dice } from "../../../test/support/dice.ts";
import { legDvt } from "../../../test/support/leg-dvt.ts";
import { legDvtExamples } from "../../../test/support/leg-dvt-examples.ts";
import { randomStatements } from "../../../test/support/random-findings.ts";
import { randomPathway } from "../../../test/support/random-pathway.ts";
import { buildDiagrams, type Diagrams } from "../compile/build-diagrams.ts";
import { TRUE } from "../compile/compile-condition.ts";
import { adviceOf } from "../compile/compile-stages.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { encodeFacts } from "../compile/encode-facts.ts";
import { GAP, NEEDS } from "../compile/outcome.ts";
import { completeStates } from "../consult/possible-values.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import type { Facts } from "../facts/facts.ts";
import { parseFindings } from "../findings/parse-findings.ts";
import type { Pathway } from "../model/pathway.ts";
import { type StageTable, tablesOf } from "./decision-table.ts";
import { overviewOf, Regions } from "./overview.ts";

function drawn(pathway: Pathway, profile: string) {
  const built = buildDiagrams(pathway, profile);
  if (!built.ok) throw new Error(built.diagnostics.map(({ message }) => message).join("\n"));
  return { diagrams: built.value, tables: tablesOf(overviewOf(built.value)) };
}

/** One complete state for each atom: what is known of the patient, with the unknowns filled in by the dice. */
function completion({ index, atoms }: Diagrams, facts: Facts, dice: Dice): readonly number[] {
  const states = encodeFacts(index, atoms, facts);
  return atoms.map((atom, level) => {
    const possible = completeStates(atom, states[level] ?? 0, dice.roll(2) === 0);
    return possible[dice.roll(possible.length)] ?? 0;
  });
}

function endOf({ complete: { coding } }: Diagrams, root: NodeId, patient: readonly number[]): number {
  let at = root;
  while (!coding.store.isTerminal(at)) at = coding.store.child(at, patient[coding.store.levelOf(at)] ?? 0);
  return coding.store.valueOf(at);
}

/** The rows that a patient meets, cell by cell. */
function rowsMet(diagrams: Diagrams, { columns, rows }: StageTable, patient: readonly number[]) {
  const has = columns.map(({ values }) => values.findIndex(({ region }) => endOf(diagrams, region, patient) === TRUE));
  return rows.filter(({ cells }) => cells.every((cell, at) => cell === undefined || cell.includes(has[at] ?? -1)));
}

/** Reads the tables one after the other as a clinician would, and holds what they say against the diagram. */
function expectTablesToFollow(diagrams: Diagrams, tables: readonly StageTable[], patient: readonly number[]): void {
  const found = endOf(diagrams, diagrams.stages.outcome, patient);
  const regions = new Regions(diagrams);
  for (const table of tables) {
    const met = rowsMet(diagrams, table, patient);
    expect(met).toHaveLength(1);
    const [row] = met;
    if (row === undefined || row.to.kind === "onward") continue;
    // Once more is asked, the answer may be the same as without: then the diagram has it already.
    const own = row.rules.map((rule) => regions.numberOf(adviceOf(rule, diagrams.profile)));
    const expected = row.to.kind === "ask" ? [NEEDS, ...own] : [regions.numberOf(row.to)];
    expect(expected).toContain(found);
    return;
  }
  expect(found).toBe(GAP);
}

describe.each(legDvt.profiles.map(({ id }) => id))("the decision tables of profile %s", (profile) => {
  const { diagrams, tables } = drawn(legDvt, profile);

  test("give each random patient one row a stage, and the diagram's advice", () => {
    const property = fc.property(randomStatements(legDvt), fc.nat(), (statements, seed) => {
      const { facts } = assembleFacts(diagrams.index, statements, profile);
      expectTablesToFollow(diagrams, tables, completion(diagrams, facts, new Dice(seed)));
    });
    fc.assert(property, { numRuns: 400 });
  });

  test("give each example of the topic one row a stage, and the diagram's advice", () => {
    expect(legDvtExamples.length).toBeGreaterThan(0);
    for (const [seed, { findings }] of legDvtExamples.entries()) {
      const statements = parseFindings(legDvt, findings);
      if (!statements.ok) throw new Error(statements.diagnostics[0]?.message);
      const { facts } = assembleFacts(diagrams.index, statements.value, profile);
      expectTablesToFollow(diagrams, tables, completion(diagrams, facts, new Dice(seed)));
    }
  });

  test("have every patient of a stage in exactly one row", () => {
    const regions = new Regions(diagrams);
    for (const { come, rows } of tables) {
      const united = rows.reduce((left, { region }) => regions.either(left, region), regions.nowhere);
      expect(united).toBe(come);
      for (const [at, { region }] of rows.entries())
        expect(rows.slice(at + 1).some((other) => regions.meet(region, other.region))).toBe(false);
    }
  });
});

test("tables of random pathways give each patient one row a stage, and the diagram's advice", () => {
  const property = fc.property(randomPathway, fc.nat(), (pathway, seed) => {
    const { diagrams, tables } = drawn(pathway, "only");
    const dice = new Dice(seed);
    for (let count = 0; count < 8; count++)
      expectTablesToFollow(diagrams, tables, completion(diagrams, anyFacts(pathway.features, dice), dice));
  });
  fc.assert(property, { numRuns: 150 });
});
