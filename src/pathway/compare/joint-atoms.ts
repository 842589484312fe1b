import { type Atom, presumedOf, UNKNOWN } from "../compile/atom.ts";
import type { Diagrams } from "../compile/build-diagrams.ts";
import { cutRange, findCell } from "../compile/cut-range.ts";
import { toNumber } from "../compile/to-number.ts";
import { areEqual } from "../facts/facts.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { CaseFeature, FeatureType, FindingValue } from "../model/feature.ts";
import { derivedDisputesOf, meaningOf, originOf } from "./origin-of-facts.ts";

/** One question of both pathways, with values fine enough for both. */
export interface JointAtom {
  readonly atom: Atom;
  /** What accepted findings can be: values in range, and any value of what is derived. */
  readonly accepted: readonly boolean[];
  readonly sides: readonly [JointSide, JointSide];
}

/** How one pathway sees the atom; `level` is undefined where it never asks. */
export interface JointSide {
  readonly level?: number;
  /** Its state for each joint value. A code that it does not have is something it does not know. */
  readonly states: readonly number[];
  /**
   * Its states where the two may see one patient differently, because they presume differently: each entry is one way,
   * the same way at the same place on both sides. Nobody has stated a value there.
   */
  readonly unstated: readonly number[];
}

/** The atoms of two pathways under one roof, in the order of the first; those of the second alone follow their neighbours. */
export function joinAtoms(left: Diagrams, right: Diagrams): readonly JointAtom[] {
  const [ours, theirs] = [levelsOf(left), levelsOf(right)];
  const order = [...ours.keys()];
  let after = 0;
  for (const key of theirs.keys()) {
    const known = order.indexOf(key);
    if (known < 0) order.splice(after, 0, key);
    after = (known < 0 ? after : known) + 1;
  }
  return order.map((key) => join(left, ours.get(key), right, theirs.get(key)));
}

function levelsOf(diagrams: Diagrams): ReadonlyMap<string, number> {
  return new Map(diagrams.atoms.map((atom, level) => [keyOfAtom(diagrams.index, atom), level]));
}

/** Equal for atoms that ask the same of facts that come about in the same way. */
export function keyOfAtom(index: PathwayIndex, atom: Atom): string {
  if (atom.kind === "feature") return originOf(index, atom.feature);
  const { operator, left, right, features } = atom.comparison;
  const origins = features.map((feature) => originOf(index, feature));
  return [operator, meaningOf(index, left), meaningOf(index, right), ...origins].join("; ");
}

function join(left: Diagrams, ours: number | undefined, right: Diagrams, theirs: number | undefined): JointAtom {
  const own = ours === undefined ? undefined : left.atoms[ours];
  const other = theirs === undefined ? undefined : right.atoms[theirs];
  const first = own ?? other;
  if (first === undefined) throw new Error("a joint atom comes from one of the two");
  const atom = own === undefined || other === undefined ? first : unite(left, own, right, other);
  const ways = unstatedWays(left, own, right, other);
  const derived =
    atom.kind === "feature" &&
    [left, right].some(({ index }) => index.features.get(atom.feature)?.derive !== undefined);
  return {
    atom,
    accepted: atom.values.map(({ inRange }) => inRange || derived),
    sides: [
      sideOf(
        atom,
        own,
        ours,
        ways.map(([one]) => one),
      ),
      sideOf(
        atom,
        other,
        theirs,
        ways.map(([, one]) => one),
      ),
    ],
  };
}

function unite(left: Diagrams, own: Atom, right: Diagrams, other: Atom): Atom {
  if (own.kind !== "feature" || other.kind !== "feature") return own;
  const { presumed: _, cuts, ...rest } = own;
  if (cuts === undefined || other.cuts === undefined) {
    const more = other.values.filter(({ example }) => !own.values.some((one) => areEqual(one.example, example)));
    return { ...rest, values: [...own.values, ...more] };
  }
  const feature = widest(getPart(left.index.features, own.feature), getPart(right.index.features, other.feature).type);
  return { ...rest, ...cutRange(feature, [...cuts.thresholds, ...other.cuts.thresholds]) };
}

function widest(feature: CaseFeature, other: FeatureType): CaseFeature {
  const { type } = feature;
  if (type.kind === "wholeNumber" && other.kind === "wholeNumber")
    return { ...feature, type: { ...type, low: Math.min(type.low, other.low), high: Math.max(type.high, other.high) } };
  if (type.kind !== "quantity" || other.kind !== "quantity") return feature;
  const low = type.low.value.lte(other.low.value) ? type.low : other.low;
  const high = type.high.value.gte(other.high.value) ? type.high : other.high;
  return { ...feature, type: { ...type, low, high } };
}

/**
 * Pairs of states of the two sides that differ though the same is said: what only one presumes, or derives from parts that only
 * one disputes. What is disputed itself is no matter of its atom: see `set-aside.ts`.
 */
function unstatedWays(
  left: Diagrams,
  own: Atom | undefined,
  right: Diagrams,
  other: Atom | undefined,
): readonly (readonly [number, number])[] {
  if (own?.kind === "opaque" && other?.kind === "opaque") {
    const { features } = own.comparison;
    const presumes = ({ index }: Diagrams) => JSON.stringify(features.map((id) => index.features.get(id)?.presume));
    if (presumes(left) === presumes(right) && features.every((id) => isDerivedAlike(left, right, id))) return [];
    const states = [UNKNOWN, ...own.values.map((_, at) => at + 1)];
    return states.flatMap((one) => states.filter((two) => two !== one).map((two) => [one, two] as const));
  }
  const silent = [silentState(own), silentState(other)] as const;
  const ways = silent.some((state) => state !== UNKNOWN) ? [silent] : [];
  if (own?.kind !== "feature" || other?.kind !== "feature" || isDerivedAlike(left, right, own.feature)) return ways;
  return [
    ...ways,
    ...own.values.map((_, at) => [at + 1, UNKNOWN] as const),
    ...other.values.map((_, at) => [UNKNOWN, at + 1] as const),
  ];
}

function isDerivedAlike(left: Diagrams, right: Diagrams, feature: string): boolean {
  return derivedDisputesOf(left.index, feature) === derivedDisputesOf(right.index, feature);
}

function silentState(atom: Atom | undefined): number {
  return atom === undefined || presumedOf(atom) === undefined ? UNKNOWN : atom.values.length + 1;
}

function sideOf(
  joint: Atom,
  atom: Atom | undefined,
  level: number | undefined,
  unstated: readonly number[],
): JointSide {
  if (atom === undefined || level === undefined) return { states: joint.values.map(() => UNKNOWN), unstated };
  return { level, states: joint.values.map(({ example }) => stateOf(atom, example)), unstated };
}

function stateOf(atom: Atom, value: FindingValue): number {
  if (atom.kind === "feature" && atom.cuts !== undefined) return findCell(atom.cuts, toNumber(value)) + 1;
  return atom.values.findIndex(({ example }) => areEqual(example, value)) + 1;
}
