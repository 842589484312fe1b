import { type Atom, presumedOf, UNKNOWN } from "./atom.ts";

/** Null was asked and is not known; undefined was not asked, so that a presumption may stand in for it. */
export type PlainValue = boolean | string | number | null | undefined;

/** How the plain value of one atom is read. All readers have the same fields, which is what makes reading them quick. */
export interface ValueReader {
  readonly name: string;
  /** Where the value stands in a row without names. */
  readonly column: number;
  /** The state of what was not asked. */
  readonly absent: number;
  /** States of yes and no; `NO_STATE` where it is no such question. */
  readonly yes: number;
  readonly no: number;
  /** Codes in the order of their states, from 1. A search is quicker than a map for as few as these are. */
  readonly codes: readonly string[];
  readonly thresholds: Float64Array;
  /** The state of each cell between and on the thresholds; `NO_STATE` where no value lies. Empty for what is no number. */
  readonly cells: Int32Array;
  /** The states of whole numbers from just below the first threshold, `from`, to just above the last. Empty when far apart. */
  readonly whole: Int32Array;
  readonly from: number;
}

/** A value that is not accepted. */
export const NO_STATE = -1;

/** Thresholds farther apart than this are searched. */
const MOST_WHOLE = 1024;

/** Prepared once for an atom. A number meets a threshold as the nearest floating-point numbers of both. */
export function toValueReader(atom: Atom, column = 0): ValueReader {
  const examples = atom.values.map(({ example }) => example);
  const stateOfTruth = (truth: boolean) => (examples.includes(truth) ? examples.indexOf(truth) + 1 : NO_STATE);
  const cuts = atom.kind === "feature" ? atom.cuts : undefined;
  const thresholds = Float64Array.from(cuts?.thresholds ?? [], Number);
  const cells = Int32Array.from(cuts?.cells ?? [], (cell) => (cell < 0 ? NO_STATE : cell + 1));
  const from = Math.floor(thresholds[0] ?? 0) - 1;
  const span = Math.ceil(thresholds.at(-1) ?? 0) + 2 - from;
  const size = thresholds.length > 0 && span <= MOST_WHOLE ? span : 0;
  return {
    name: atom.name,
    column,
    absent: presumedOf(atom) === undefined ? UNKNOWN : atom.values.length + 1,
    yes: stateOfTruth(true),
    no: stateOfTruth(false),
    codes: examples.filter((example) => typeof example === "string"),
    thresholds,
    cells,
    whole: Int32Array.from({ length: size }, (_, at) => searchCell(thresholds, cells, from + at)),
    from,
  };
}

/** The state a value has. Throws, naming the atom, when it cannot have it: a row is refused rather than guessed at. */
export function readState(reader: ValueReader, value: PlainValue): number {
  const state = findState(reader, value);
  return state >= 0 ? state : refuse(reader, value);
}

function refuse({ name }: ValueReader, value: PlainValue): never {
  throw new Error(`\`${name}\` cannot be ${JSON.stringify(value)}`);
}

/** INVARIANT: a whole number has in `whole` the state that the search finds for it; beyond its ends all are alike. */
function findState(reader: ValueReader, value: PlainValue): number {
  if (typeof value === "number") {
    const { whole } = reader;
    if ((value | 0) !== value || whole.length === 0) return searchNumber(reader, value);
    const at = value - reader.from;
    return whole[at < 0 ? 0 : Math.min(at, whole.length - 1)] ?? NO_STATE;
  }
  if (value === true) return reader.yes;
  if (value === false) return reader.no;
  if (value === null) return UNKNOWN;
  if (value === undefined) return reader.absent;
  const { codes } = reader;
  for (let at = 0; at < codes.length; at++) if (codes[at] === value) return at + 1;
  return NO_STATE;
}

function searchNumber({ thresholds, cells }: ValueReader, value: number): number {
  return Number.isNaN(value) ? NO_STATE : searchCell(thresholds, cells, value);
}

function searchCell(thresholds: Float64Array, cells: Int32Array, value: number): number {
  let cell = 0;
  for (let at = 0; at < thresholds.length; at++) {
    const threshold = thresholds[at] ?? 0;
    if (value < threshold) break;
    cell = value === threshold ? 2 * at + 1 : 2 * at + 2;
  }
  return cells[cell] ?? NO_STATE;
}
