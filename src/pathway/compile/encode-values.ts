import { type Atom, presumedOf, UNKNOWN } from "./atom.ts";
import type { CompiledPathway } from "./compile-pathway.ts";

/**
 * One patient as a row of a table: a value for each atom by its name, numbers in their feature's own unit. Null was asked and
 * is not known; what is absent was not asked, so that a presumption may stand in for it.
 */
export type PlainValues = Readonly<Record<string, boolean | string | number | null | undefined>>;

/** Writes the states of a row, one byte for each level of the diagram. */
export type ValueEncoder = (values: PlainValues, states: Uint8Array) => void;

interface Reader {
  readonly name: string;
  /** The state of what was not asked. */
  readonly absent: number;
  /** The state of each yes/no or code. */
  readonly codes?: ReadonlyMap<boolean | string | number, number>;
  readonly thresholds: readonly number[];
  /** The state of each cell between and on the thresholds; below zero where no value lies. */
  readonly cells: readonly number[];
}

/**
 * Prepares the states' reading from plain values, for bulk use. It derives, implies and disputes nothing: rows come from where
 * facts are already assembled. A number meets a threshold as the nearest floating-point numbers of both.
 */
export function prepareEncoder(atoms: readonly Atom[]): ValueEncoder {
  const readers = atoms.map(toReader);
  return (values, states) => {
    for (let at = 0; at < readers.length; at++) {
      const reader = readers[at];
      if (reader !== undefined) states[at] = stateOf(reader, values[reader.name]);
    }
  };
}

/** Goes from a row to its end in one step, reading only the atoms on the way: what is not on it is neither read nor refused. */
export function prepareEvaluator({ atoms, diagram }: CompiledPathway): (values: PlainValues) => number {
  const readers = atoms.map(toReader);
  const { root, levels, first, children } = diagram;
  return (values) => {
    let at = root;
    while (at >= 0) {
      const reader = readers[levels[at] ?? 0];
      const state = reader === undefined ? UNKNOWN : stateOf(reader, values[reader.name]);
      at = children[(first[at] ?? 0) + state] ?? 0;
    }
    return -at - 1;
  };
}

function toReader(atom: Atom): Reader {
  const absent = presumedOf(atom) === undefined ? UNKNOWN : atom.values.length + 1;
  const { name } = atom;
  if (atom.kind === "feature" && atom.cuts !== undefined) {
    const { thresholds, cells } = atom.cuts;
    return {
      name,
      absent,
      thresholds: thresholds.map(Number),
      cells: cells.map((cell) => (cell < 0 ? cell : cell + 1)),
    };
  }
  const codes = new Map(atom.values.map(({ example }, at) => [example as boolean | string, at + 1]));
  return { name, absent, codes, thresholds: [], cells: [] };
}

function stateOf({ name, absent, codes, thresholds, cells }: Reader, value: PlainValues[string]): number {
  if (value === undefined) return absent;
  if (value === null) return UNKNOWN;
  if (codes !== undefined) return codes.get(value) ?? refuse(name, value);
  if (typeof value !== "number" || Number.isNaN(value)) return refuse(name, value);
  let cell = 0;
  for (let at = 0; at < thresholds.length; at++) {
    const threshold = thresholds[at] ?? 0;
    if (value < threshold) break;
    cell = value === threshold ? 2 * at + 1 : 2 * at + 2;
  }
  const state = cells[cell] ?? -1;
  return state < 0 ? refuse(name, value) : state;
}

function refuse(name: string, value: boolean | string | number): never {
  throw new Error(`\`${name}\` cannot be ${JSON.stringify(value)}`);
}
