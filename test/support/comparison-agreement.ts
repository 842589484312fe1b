import fc from "fast-check";
import { expect } from "vitest";
import { type Comparison, comparePathways } from "../../src/pathway/compare/compare-pathways.ts";
import { contradictAlike } from "../../src/pathway/compare/set-aside.ts";
import { compileSide, keyOfOutcome, type Side } from "../../src/pathway/compare/side.ts";
import { encodeFacts } from "../../src/pathway/compile/encode-facts.ts";
import { evaluateCompiled } from "../../src/pathway/compile/evaluate-compiled.ts";
import { freezeDiagram } from "../../src/pathway/compile/freeze-diagram.ts";
import { assembleFacts } from "../../src/pathway/facts/assemble-facts.ts";
import type { Facts } from "../../src/pathway/facts/facts.ts";
import { indexOf } from "../../src/pathway/facts/pathway-index.ts";
import type { CaseFeature } from "../../src/pathway/model/feature.ts";
import type { Statement } from "../../src/pathway/model/finding.ts";
import type { Pathway } from "../../src/pathway/model/pathway.ts";
import { endOf } from "../../src/pathway/verify/find-counterexample.ts";
import { passOutcome } from "./compiled-agreement.ts";
import { Dice } from "./dice.ts";
import { everyPatient } from "./every-patient.ts";
import { randomInconsistencies, randomPathway } from "./random-pathway.ts";

const PATIENTS = 20;

export function getSide(pathway: Pathway, profile: string): Side {
  const side = compileSide(pathway, profile);
  if (!side.ok) throw new Error(side.diagnostics[0]?.message);
  return side.value;
}

export function getComparison(left: Side, right: Side): Comparison {
  const compared = comparePathways(left, right);
  if (!compared.ok) throw new Error(compared.diagnostics[0]?.message);
  return compared.value;
}

/** Pairs of random pathways: whose advice differs lies in exactly one group, whose does not in none. */
export function checkComparison(numRuns: number, seed: number): void {
  const property = fc.property(randomPathway, randomPathway, fc.nat(), (one, other, dieSeed) => {
    const compared = getComparison(getSide(one, "only"), getSide(other, "only"));
    expectStatedAgree(compared);
    const dice = new Dice(dieSeed);
    for (let count = 0; count < PATIENTS; count++) expectGrouped(compared, anyStatements(one.features, dice));
  });
  fc.assert(property, { numRuns, seed, endOnFailure: true });
}

/** One random pathway with contradictions of two kinds: whose advice differs by what was said lies in exactly one group. */
export function checkContradicting(numRuns: number, seed: number): void {
  const property = fc.property(
    randomPathway,
    randomInconsistencies,
    randomInconsistencies,
    fc.nat(),
    (pathway, one, other, dieSeed) => {
      const sides = [one, other].map((inconsistencies) => getSide({ ...pathway, inconsistencies }, "only"));
      const [left, right] = sides;
      if (left === undefined || right === undefined) throw new Error("a comparison has two sides");
      const compared = getComparison(left, right);
      const dice = new Dice(dieSeed);
      for (let count = 0; count < PATIENTS; count++) {
        const statements = anyStatements(pathway.features, dice);
        const [from, to] = sides.map((side) => adviceOf(side, statements).key);
        // Where both contradict alike, one patient is one set of facts, which both believe.
        const alike = contradictAlike([left, right]);
        const { facts } = assembleFacts(indexOf(alike ? left.diagrams.pathway : pathway), statements, "only");
        expect(groupsOf(compared, facts, facts)).toEqual(from === to ? [] : [`${from} > ${to}`]);
      }
    },
  );
  fc.assert(property, { numRuns, seed, endOnFailure: true });
}

/** Patients of whom everything is stated, all of them, by the interpreter. */
function expectStatedAgree(compared: Comparison): void {
  const reached = new Set<string>();
  for (const facts of everyPatient(compared.sides[0].diagrams.pathway.features)) {
    const [from, to] = compared.sides.map((side) => keyOf(passOutcome(side.diagrams, facts)));
    const group = from === to ? [] : [`${from} > ${to}`];
    expect(groupsOf(compared, facts, facts)).toEqual(group);
    for (const one of group) reached.add(one);
  }
  for (const { cells, alternatives, undescribed } of compared.changes)
    expect(alternatives.reduce((sum, one) => sum + one.cells, undescribed)).toBe(cells);
  const changed = compared.changes.filter(({ cells }) => cells > 0n).map(nameOf);
  expect([...reached].filter((name) => !changed.includes(name))).toEqual([]);
}

/** A patient of whom some things are not known or not spoken of, by the two compiled forms. */
function expectGrouped(compared: Comparison, statements: readonly Statement[]): void {
  const [left, right] = compared.sides.map((side) => adviceOf(side, statements));
  if (left === undefined || right === undefined) throw new Error("a comparison has two sides");
  const group = left.key === right.key ? [] : [`${left.key} > ${right.key}`];
  expect(groupsOf(compared, left.facts, right.facts)).toEqual(group);
}

/** What one side makes of statements, and what it advises. */
function adviceOf({ diagrams, says }: Side, statements: readonly Statement[]) {
  const { facts } = assembleFacts(diagrams.index, statements, diagrams.profile);
  const frozen = freezeDiagram(diagrams.closed.coding.store, diagrams.outcome);
  const said = says[evaluateCompiled(frozen, encodeFacts(diagrams.index, diagrams.atoms, facts))];
  return { facts, key: said === undefined ? "" : keyOfOutcome(said) };
}

/** The groups that a patient lies in, given what each side makes of what was said. */
function groupsOf({ sides, space, changes }: Comparison, left: Facts, right: Facts): readonly string[] {
  const [ours, theirs] = [left, right].map((facts, at) => {
    const { index, atoms } = sides[at === 0 ? 0 : 1].diagrams;
    return encodeFacts(index, atoms, facts);
  });
  const states = space.atoms.map((joint) => {
    const [one, other] = joint.sides;
    const wanted = [
      one.level === undefined ? undefined : ours?.[one.level],
      other.level === undefined ? undefined : theirs?.[other.level],
    ];
    const rows = [0, 1].map((at) => [
      0,
      ...joint.sides[at === 0 ? 0 : 1].states,
      ...joint.sides[at === 0 ? 0 : 1].unstated,
    ]);
    // A value is told by the facts themselves, since one side's cells may be coarser than the joint ones.
    const found =
      encodeFacts(
        sides[one.level === undefined ? 1 : 0].diagrams.index,
        [joint.atom],
        one.level === undefined ? right : left,
      )[0] ?? 0;
    const fits = (state: number) => [0, 1].every((at) => wanted[at] === undefined || rows[at]?.[state] === wanted[at]);
    if (fits(found)) return found;
    return (rows[0] ?? []).findIndex((_, state) => fits(state));
  });
  expect(states.every((state) => state >= 0)).toBe(true);
  return changes.filter(({ region }) => endOf(space.store, region, Uint8Array.from(states)) === 1).map(nameOf);
}

function nameOf({ from, to }: Comparison["changes"][number]): string {
  return `${keyOfOutcome(from)} > ${keyOfOutcome(to)}`;
}

function keyOf(outcome: ReturnType<typeof passOutcome>): string {
  return outcome.kind === "advice" ? `advice ${outcome.code}` : outcome.kind;
}

function anyStatements(features: readonly CaseFeature[], dice: Dice): readonly Statement[] {
  return features.flatMap((feature): Statement[] => {
    const rolled = dice.roll(4);
    const value = dice.valueOf(feature);
    if (rolled < 2) return [{ feature: feature.id, kind: "value", value }];
    return rolled === 2 ? [{ feature: feature.id, kind: "unknown" }] : [];
  });
}
