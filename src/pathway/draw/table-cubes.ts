import type { NodeId } from "../compile/diagram-store.ts";
import type { Regions } from "./overview.ts";
import type { Column } from "./stage-columns.ts";

/** What a table is made from: those who come, and the ends that part them. */
export interface TableSpace<Target extends { readonly region: NodeId }> {
  readonly regions: Regions;
  readonly columns: readonly Column[];
  readonly come: NodeId;
  readonly targets: readonly Target[];
}

/** A row as the set of values that it takes of each column. INVARIANT: of those who come, exactly `region` meets it. */
export interface Cube<Target> {
  readonly sets: readonly ReadonlySet<number>[];
  readonly target: Target;
  readonly region: NodeId;
}

/** A column that parts nobody is never chosen; of two that leave as much together, the one with fewer parts is. */
const EACH_PART = 0.01;

/**
 * Splits those who come, column by column, until each part leads to one end. The next column is the one that leaves the
 * fewest ends together. INVARIANT: the values of a column exclude each other, so the parts do; the columns are all that the
 * ends depend on, so the splitting ends.
 */
export function splitIntoCubes<Target extends { readonly region: NodeId }>({
  regions,
  columns,
  come,
  targets,
}: TableSpace<Target>): readonly Cube<Target>[] {
  const metIn = (region: NodeId) => targets.filter((one) => regions.meet(region, one.region));
  const partsOf = (region: NodeId, at: number) =>
    (columns[at]?.values ?? []).map((value) => regions.both(region, value.region));
  const costOf = (region: NodeId, at: number): number => {
    const parts = partsOf(region, at).filter((part) => part !== regions.nowhere);
    if (parts.length < 2) return Number.POSITIVE_INFINITY;
    return parts.reduce((sum, part) => sum + metIn(part).length - 1 + EACH_PART, 0);
  };
  const bestOf = (region: NodeId): number => {
    const costs = columns.map((_, at) => costOf(region, at));
    const least = Math.min(...costs);
    if (!Number.isFinite(least)) throw new Error("the columns tell apart whoever the rules tell apart");
    return costs.indexOf(least);
  };
  const split = (region: NodeId, sets: Cube<Target>["sets"]): readonly Cube<Target>[] => {
    const [target, ...others] = metIn(region);
    if (target === undefined) return [];
    if (others.length === 0) return [{ sets, target, region }];
    const at = bestOf(region);
    return partsOf(region, at).flatMap((part, place) => split(part, sets.with(at, new Set([place]))));
  };
  return split(
    come,
    columns.map(({ values }) => new Set(values.keys())),
  );
}

/**
 * Makes rows that lead to the same end into one wherever the values of both together take in nobody else, as long as
 * there are any, and lets each take the values that nobody in it could have: a dash is quicker to read.
 */
export function mergeCubes<Target extends { readonly region: NodeId }>(
  space: TableSpace<Target>,
  cubes: readonly Cube<Target>[],
): readonly Cube<Target>[] {
  let merged = cubes.map((cube) => widen(space, cube));
  for (let next = mergeOnce(space, merged); next !== undefined; next = mergeOnce(space, merged)) merged = next;
  return merged;
}

function mergeOnce<Target extends { readonly region: NodeId }>(
  space: TableSpace<Target>,
  cubes: readonly Cube<Target>[],
): Cube<Target>[] | undefined {
  const { regions } = space;
  for (const [at, one] of cubes.entries())
    for (const other of cubes.slice(at + 1)) {
      if (one.target !== other.target) continue;
      const sets = one.sets.map((set, column) => new Set([...set, ...(other.sets[column] ?? set)]));
      const region = regionOf(space, sets);
      if (!regions.isInside(region, one.target.region)) continue;
      const inside = cubes.filter((cube) => regions.isInside(cube.region, region));
      const covered = inside.reduce((left, cube) => regions.either(left, cube.region), regions.nowhere);
      // Whoever else were taken in would meet two rows.
      if (covered !== region) continue;
      return [...cubes.filter((cube) => !inside.includes(cube)), widen(space, { sets, target: one.target, region })];
    }
  return undefined;
}

/** One column after the other: each widening counts on those before it. */
function widen<Target extends { readonly region: NodeId }>(
  space: TableSpace<Target>,
  cube: Cube<Target>,
): Cube<Target> {
  const { regions, columns } = space;
  const sets = columns.reduce<Cube<Target>["sets"]>((known, { values }, at) => {
    const set = known[at];
    if (set === undefined || set.size === values.length) return known;
    const others = regionOf(space, known.with(at, new Set(values.keys())));
    const idle = values.flatMap(({ region }, place) => (!regions.meet(others, region) ? [place] : []));
    return known.with(at, new Set([...set, ...idle]));
  }, cube.sets);
  return { ...cube, sets };
}

/** Those who come and have the values. */
function regionOf<Target extends { readonly region: NodeId }>(
  { regions, columns, come }: TableSpace<Target>,
  sets: Cube<Target>["sets"],
): NodeId {
  return columns.reduce((left, { values }, at) => {
    const set = sets[at];
    if (set === undefined || set.size === values.length) return left;
    const taken = values.filter((_, place) => set.has(place)).map(({ region }) => region);
    return regions.both(
      left,
      taken.reduce((one, other) => regions.either(one, other), regions.nowhere),
    );
  }, come);
}
