import { failed, ok, type Result } from "../../kernel/result.ts";
import type { CompileSettings, Diagrams } from "../compile/build-diagrams.ts";
import { TRUE } from "../compile/compile-condition.ts";
import { compileDiagnostics } from "../compile/compile-diagnostics.ts";
import { DiagramTooLarge, type NodeId, operation } from "../compile/diagram-store.ts";
import { possibleBeforeDisputes, possibleFacts } from "../verify/possible-facts.ts";
import { type Alternative, describeRegion } from "./describe-region.ts";
import { type JointAtom, joinAtoms } from "./joint-atoms.ts";
import { IN, JointSpace, OUT, type SideAt } from "./joint-space.ts";
import { contradictAlike, listSetAside } from "./set-aside.ts";
import { type ComparedOutcome, keyOfOutcome, type Side } from "./side.ts";
import { listWords } from "./vocabulary.ts";

/** Every patient whose advice changes in one and the same way. */
export interface Change {
  readonly from: ComparedOutcome;
  readonly to: ComparedOutcome;
  /** Cells of patients of whom everything is stated. */
  readonly cells: bigint;
  /** Cells of all patients: anything may be unknown, or not spoken of. */
  readonly allCells: bigint;
  /** When: of the stated patients who get the advice of `from` or that of `to`, exactly those of whom one of these holds. */
  readonly alternatives: readonly (Omit<Alternative, "region"> & { readonly cells: bigint })[];
  /** Stated cells that no alternative describes; none, unless the alternatives would be too many to read. */
  readonly undescribed: bigint;
  /** The region itself, in the space of all patients. */
  readonly region: NodeId;
}

export interface Comparison {
  readonly sides: readonly [Side, Side];
  /** Cells of the patients that can be: stated throughout, and all. */
  readonly cells: bigint;
  readonly allCells: bigint;
  readonly changes: readonly Change[];
  /**
   * Features that one patient can have differently on the two sides, because they are derived or implied differently. Where
   * there are any, a change without stated cells may be one that no patient shows; no change is ever left out.
   */
  readonly apart: readonly string[];
  readonly space: JointSpace;
}

/** Two pathways stand side by side in one diagram, which takes more room than either. */
const COMPARE_SETTINGS: CompileSettings = { maxNodes: 1_000_000, maxSteps: 5_000_000 };

/** Compares two compiled pathways on every patient that can be: the changes, those that concern most stated cells first. */
export function comparePathways(
  left: Side,
  right: Side,
  settings: CompileSettings = COMPARE_SETTINGS,
): Result<Comparison> {
  const atoms = joinAtoms(left.diagrams, right.diagrams);
  try {
    return ok(compare([left, right], atoms, settings));
  } catch (error) {
    if (!(error instanceof DiagramTooLarge)) throw error;
    const atom = atoms[error.widestLevel]?.atom.name ?? "nothing";
    const profile = `${left.diagrams.profile} against ${right.diagrams.profile}`;
    const { nodes, steps, late } = error;
    const { maxNodes, maxSteps } = settings;
    return failed(
      compileDiagnostics.report("diagram-too-large", { profile, nodes, steps, maxNodes, maxSteps, atom, late }),
    );
  }
}

function compare(sides: readonly [Side, Side], atoms: readonly JointAtom[], bounds: CompileSettings): Comparison {
  const ends = listEnds(sides);
  const all = overlay(new JointSpace(atoms, false, bounds), sides, ends, false);
  const stated = overlay(new JointSpace(atoms, true, bounds), sides, ends, true);
  const words = listWords(stated.space, sides);
  const pairs = endsOf(all.space, all.changes).filter((pair) => pair >= 0);
  const changes = pairs.map((pair): Change => {
    const [from, to] = [ends[Math.floor(pair / ends.length)], ends[pair % ends.length]];
    if (from === undefined || to === undefined) throw new Error("every end of the comparison has its outcomes");
    const region = select(all.space, all.changes, pair);
    const known = select(stated.space, stated.changes, pair);
    const { alternatives, rest } = describeRegion(
      stated.space,
      words,
      known,
      careOf(stated, from, to, ends),
      stated.domain,
    );
    return {
      from,
      to,
      cells: stated.space.count(known),
      allCells: all.space.count(region),
      alternatives: alternatives.map((one) => ({
        conditions: one.conditions,
        also: one.also,
        cells: stated.space.count(one.region),
      })),
      undescribed: stated.space.count(rest),
      region,
    };
  });
  return {
    sides,
    cells: stated.space.count(stated.domain),
    allCells: all.space.count(all.domain),
    changes: changes.sort(inOrder),
    apart: listApart(sides, atoms),
    space: all.space,
  };
}

function listApart([left, right]: readonly [Side, Side], atoms: readonly JointAtom[]): readonly string[] {
  const alone = atoms.flatMap(({ atom, sides }) =>
    atom.kind === "feature" && sides[1].level === undefined ? [atom.feature] : [],
  );
  const index = left.diagrams.index.features;
  return alone
    .filter((id) => right.diagrams.atoms.some((atom) => atom.kind === "feature" && atom.feature === id))
    .map((id) => index.get(id)?.label ?? id);
}

function inOrder(one: Change, other: Change): number {
  const [left, right] = [other.cells - one.cells, other.allCells - one.allCells];
  if (left !== 0n) return left < 0n ? -1 : 1;
  if (right !== 0n) return right < 0n ? -1 : 1;
  const [a, b] = [one, other].map(({ from, to }) => `${keyOfOutcome(from)} > ${keyOfOutcome(to)}`);
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

/** What the ends of the two diagrams say, each once. */
function listEnds(sides: readonly [Side, Side]): readonly ComparedOutcome[] {
  const said = sides.flatMap(({ says }) => says);
  return [...new Map(said.toReversed().map((one) => [keyOfOutcome(one), one])).values()].toReversed();
}

interface Overlay {
  readonly space: JointSpace;
  readonly domain: NodeId;
  /** Each side's outcome, as a number among the ends. */
  readonly outcomes: readonly [NodeId, NodeId];
  /** Ends are pairs of outcomes that differ, or `SAME`. */
  readonly changes: NodeId;
}

const SAME = -1;

/** Both diagrams and what can be, on top of each other. */
function overlay(
  space: JointSpace,
  sides: readonly [Side, Side],
  ends: readonly ComparedOutcome[],
  stated: boolean,
): Overlay {
  const numbers = new Map(ends.map((end, at) => [keyOfOutcome(end), at]));
  const believed = contradictAlike(sides);
  const take = (at: SideAt): NodeId => {
    const { diagrams, says } = sides[at];
    const places = says.map((one) => numbers.get(keyOfOutcome(one)) ?? 0);
    const setAside = believed ? undefined : listSetAside(space, sides[at], at);
    return space.take(at, diagrams.closed.coding.store, diagrams.outcome, (end) => places[end] ?? 0, setAside);
  };
  const outcomes = [take(0), take(1)] as const;
  const domain = domainOf(space, sides, stated, believed ? possibleFacts : possibleBeforeDisputes);
  const differ = operation((from, to) => (from === to ? SAME : from * ends.length + to));
  const restrict = operation((pair, possible) => (possible === IN ? pair : SAME), { decides: (pair) => pair === SAME });
  const changes = space.store.combine(restrict, space.store.combine(differ, ...outcomes), domain);
  return { space, domain, outcomes, changes };
}

/** Patients that can be, for both. */
function domainOf(
  space: JointSpace,
  sides: readonly [Side, Side],
  stated: boolean,
  possible: (diagrams: Diagrams) => NodeId,
): NodeId {
  const offset = stated ? 0 : 1;
  const accepted = space.atoms
    .map(({ accepted }, level) => space.where(level, (state) => accepted[state - offset] !== false))
    .reduceRight((left, right) => space.and(left, right), space.everywhere);
  return ([0, 1] as const)
    .map((at) => {
      const { diagrams } = sides[at];
      return space.take(at, diagrams.closed.coding.store, possible(diagrams), (end) => (end === TRUE ? IN : OUT));
    })
    .reduce((left, right) => space.and(left, right), accepted);
}

/** Patients who get `from` of the first, or `to` of the second, whenever they are to be looked at again. */
function careOf(
  { space, domain, outcomes: [left, right] }: Overlay,
  from: ComparedOutcome,
  to: ComparedOutcome,
  ends: readonly ComparedOutcome[],
): NodeId {
  const isLike = (end: ComparedOutcome | undefined, one: ComparedOutcome) =>
    end?.kind === one.kind && end.code === one.code;
  const first = space.store.map(left, (end) => (isLike(ends[end], from) ? IN : OUT));
  const second = space.store.map(right, (end) => (isLike(ends[end], to) ? IN : OUT));
  return space.and(space.or(first, second), domain);
}

function select({ store }: JointSpace, root: NodeId, end: number): NodeId {
  return store.map(root, (value) => (value === end ? IN : OUT));
}

/** The ends that a diagram reaches, in rising order. */
function endsOf({ store }: JointSpace, root: NodeId): readonly number[] {
  const seen = new Set<NodeId>();
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (!store.isTerminal(id)) pending.push(...store.childrenOf(id));
  }
  return [...seen]
    .filter((id) => store.isTerminal(id))
    .map((id) => store.valueOf(id))
    .sort((a, b) => a - b);
}
