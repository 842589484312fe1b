import type { Atom } from "./atom.ts";
import type { CompiledPathway } from "./compile-pathway.ts";
import type { FrozenDiagram } from "./freeze-diagram.ts";
import { type PlainValue, readState, toValueReader, type ValueReader } from "./read-value.ts";

/** One patient as a row of a table: a value for each atom by its name, numbers in their feature's own unit. */
export type PlainValues = Readonly<Record<string, PlainValue>>;

/** One patient as a row of a table without names: a value for each column, in the order the evaluator was prepared for. */
export type PlainRow = readonly PlainValue[];

/** Writes the states of a row, one byte for each level of the diagram. */
export type ValueEncoder = (values: PlainValues, states: Uint8Array) => void;

/**
 * Prepares the states' reading from plain values, for bulk use. It derives, implies and disputes nothing: rows come from where
 * facts are already assembled.
 */
export function prepareEncoder(atoms: readonly Atom[]): ValueEncoder {
  const readers = atoms.map((atom) => toValueReader(atom));
  return (values, states) => {
    for (let at = 0; at < readers.length; at++) {
      const reader = readers[at];
      if (reader !== undefined) states[at] = readState(reader, values[reader.name]);
    }
  };
}

/** Goes from a row to its end in one step, reading only the atoms on the way: what is not on it is neither read nor refused. */
export function prepareEvaluator({ atoms, diagram }: CompiledPathway): (values: PlainValues) => number {
  const { steps, root } = toSteps(diagram);
  const readers = atoms.map((atom) => toValueReader(atom));
  return (values) => {
    let at = root;
    while (at >= 0) {
      const reader = readerAt(readers, steps[at]);
      at = steps[at + 1 + readState(reader, values[reader.name])] ?? 0;
    }
    return -at - 1;
  };
}

/**
 * The same for rows whose columns are always these, which is quicker than looking values up by name. Throws when an atom has
 * no column, since all its values would be taken as not asked; columns that are no atom's are passed over.
 */
export function prepareRowEvaluator(
  { atoms, diagram }: CompiledPathway,
  columns: readonly string[],
): (row: PlainRow) => number {
  const missing = atoms.find(({ name }) => !columns.includes(name));
  if (missing !== undefined) throw new Error(`the rows need a column \`${missing.name}\``);
  const { steps, root } = toSteps(diagram);
  const readers = atoms.map((atom) => toValueReader(atom, columns.indexOf(atom.name)));
  return (row) => {
    let at = root;
    while (at >= 0) {
      const reader = readerAt(readers, steps[at]);
      at = steps[at + 1 + readState(reader, row[reader.column])] ?? 0;
    }
    return -at - 1;
  };
}

function readerAt(readers: readonly ValueReader[], level: number | undefined): ValueReader {
  const reader = readers[level ?? 0];
  if (reader === undefined) throw new Error("every level has its atom");
  return reader;
}

/** The diagram in one array, so that a step is two look-ups in it: each node's level, followed by where its states lead. */
function toSteps({ root, levels, first, children }: FrozenDiagram): {
  readonly steps: Int32Array;
  readonly root: number;
} {
  const steps = new Int32Array(levels.length + children.length);
  const placeOf = (target: number): number => (target < 0 ? target : target + (first[target] ?? 0));
  for (const [node, level] of levels.entries()) {
    const begin = first[node] ?? 0;
    const end = first[node + 1] ?? children.length;
    steps[node + begin] = level;
    for (let at = begin; at < end; at++) steps[node + 1 + at] = placeOf(children[at] ?? 0);
  }
  return { steps, root: placeOf(root) };
}
