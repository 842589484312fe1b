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
  /** States of yes and no; below zero where it is no such question. */
  readonly yes: number;
  readonly no: number;
  /** Codes in the order of their states, from 1. A search is quicker than a map for as few as these are. */
  readonly codes: readonly string[];
  readonly thresholds: Float64Array;
  /** The state of each cell between and on the thresholds; below zero where no value lies. Empty for what is no number. */
  readonly cells: Int32Array;
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
  const examples = atom.values.map(({ example }) => example);
  const stateOfTruth = (truth: boolean) => (examples.includes(truth) ? examples.indexOf(truth) + 1 : NO_STATE);
  const { thresholds, cells } = (atom.kind === "feature" ? atom.cuts : undefined) ?? { thresholds: [], cells: [] };
  return {
    name: atom.name,
    absent,
    yes: stateOfTruth(true),
    no: stateOfTruth(false),
    codes: examples.filter((example) => typeof example === "string"),
    thresholds: Float64Array.from(thresholds, Number),
    cells: Int32Array.from(cells, (cell) => (cell < 0 ? NO_STATE : cell + 1)),
  };
}

const NO_STATE = -1;

function stateOf(reader: Reader, value: PlainValues[string]): number {
  const state = findState(reader, value);
  if (state === NO_STATE) throw new Error(`\`${reader.name}\` cannot be ${JSON.stringify(value)}`);
  return state;
}

function findState(reader: Reader, value: PlainValues[string]): number {
  if (value === true) return reader.yes;
  if (value === false) return reader.no;
  if (value === undefined) return reader.absent;
  if (value === null) return UNKNOWN;
  if (typeof value === "string") return stateOfCode(reader, value);
  return Number.isNaN(value) ? NO_STATE : stateOfNumber(reader, value);
}

function stateOfCode({ codes }: Reader, value: string): number {
  for (let at = 0; at < codes.length; at++) if (codes[at] === value) return at + 1;
  return NO_STATE;
}

function stateOfNumber({ thresholds, cells }: Reader, value: number): number {
  let cell = 0;
  for (let at = 0; at < thresholds.length; at++) {
    const threshold = thresholds[at] ?? 0;
    if (value < threshold) break;
    cell = value === threshold ? 2 * at + 1 : 2 * at + 2;
  }
  return cells[cell] ?? NO_STATE;
}
