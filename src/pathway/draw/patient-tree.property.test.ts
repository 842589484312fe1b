import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyFacts } from "../../../test/support/compiled-agreement.ts";
import { Dice } from "../../../test/support/dice.ts";
import { legDvt } from "../../../test/support/leg-dvt.ts";
import { randomStatements } from "../../../test/support/random-findings.ts";
import { randomPathway } from "../../../test/support/random-pathway.ts";
import { statedStates } from "../compile/atom.ts";
import { encodeFacts } from "../compile/encode-facts.ts";
import { evaluateCompiled } from "../compile/evaluate-compiled.ts";
import { type PreparedPathway, preparePathway } from "../consult/prepare-pathway.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import type { Facts } from "../facts/facts.ts";
import type { Pathway } from "../model/pathway.ts";
import { type TreeNode, treeOf } from "./patient-tree.ts";

function prepared(pathway: Pathway, profile: string): PreparedPathway {
  const made = preparePathway(pathway, profile);
  if (!made.ok) throw new Error(made.diagnostics[0]?.message);
  return made.value;
}

/** Follows the tree with answers drawn by the dice, and holds where it ends against the compiled form on the same answers. */
function expectTreeToFollow(pathway: PreparedPathway, facts: Facts, most: number, dice: Dice): void {
  const states = encodeFacts(pathway.index, pathway.atoms, facts);
  let node: TreeNode = treeOf(pathway, states, facts, most);
  const asked = new Set<number>();
  while (node.kind === "question") {
    const branches: typeof node.branches = node.branches;
    expect(branches.filter(({ unknown }) => unknown)).toHaveLength(1);
    const branch: (typeof branches)[number] | undefined = branches[dice.roll(branches.length)];
    if (branch === undefined) throw new Error("a question has its branches");
    for (const { finds } of branches) for (const one of finds) for (const level of one.keys()) asked.add(level);
    const found = branch.finds[dice.roll(Math.max(1, branch.finds.length))];
    for (const [level, state] of found ?? []) if (state !== 0) states[level] = state;
    node = branch.to;
  }
  const outcome = pathway.outcomes[evaluateCompiled(pathway.diagram, states)];
  if (node.kind === "end") expect(node.outcome).toEqual(outcome);
  else {
    // Whatever is found of what was not yet asked, the folded part names the advice.
    const ends: unknown[] = [...node.ends];
    for (const [level, atom] of pathway.atoms.entries()) {
      const possible = statedStates(atom);
      if (states[level] === 0 && !asked.has(level)) states[level] = possible[dice.roll(possible.length)] ?? 0;
    }
    expect(ends).toContainEqual(pathway.outcomes[evaluateCompiled(pathway.diagram, states)]);
  }
}

describe.each([3, 40])("a tree of up to %i questions", (most) => {
  test("leads patients of random pathways where the compiled form does", () => {
    const property = fc.property(randomPathway, fc.nat(), (pathway, seed) => {
      const dice = new Dice(seed);
      const compiled = prepared(pathway, "only");
      for (let count = 0; count < 5; count++)
        expectTreeToFollow(compiled, anyFacts(pathway.features, dice), most, dice);
    });
    fc.assert(property, { numRuns: 150 });
  });

  test("leads patients of the shipped pathway where the compiled form does", () => {
    const property = fc.property(randomStatements(legDvt, { silent: 60 }), fc.nat(), (statements, seed) => {
      const compiled = prepared(legDvt, "sru");
      const { facts } = assembleFacts(compiled.index, statements, "sru");
      expectTreeToFollow(compiled, facts, most, new Dice(seed));
    });
    fc.assert(property, { numRuns: 15 });
  });
});
