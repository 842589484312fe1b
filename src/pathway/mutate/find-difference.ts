import { joinAtoms } from "../compare/joint-atoms.ts";
import { IN, JointSpace, OUT, type SideAt } from "../compare/joint-space.ts";
import { disputesOf } from "../compare/origin-of-facts.ts";
import type { Side } from "../compare/side.ts";
import { UNKNOWN } from "../compile/atom.ts";
import { DEFAULT_SETTINGS } from "../compile/build-diagrams.ts";
import { TRUE } from "../compile/compile-condition.ts";
import { DiagramTooLarge, operation } from "../compile/diagram-store.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway } from "../model/pathway.ts";
import { listPaths, type Path } from "../verify/list-paths.ts";
import type { Patient } from "../verify/patient.ts";
import { possibleFacts } from "../verify/possible-facts.ts";
import { writePatient } from "../verify/write-patient.ts";
import { observables, type Region } from "./observable.ts";
import { firstDifference, observe } from "./observed.ts";

/** Ways of telling the two apart that are tried as patients before giving up. */
const MOST_TRIED = 40;

/**
 * What tells two pathways apart. `none`: proven, for every patient that can be, by their diagrams being the same.
 * `patient`: one to whom the two show something different. `unshown`: the diagrams differ, and no patient could be written.
 */
export type Difference =
  | { readonly kind: "none" }
  | { readonly kind: "patient"; readonly patient: Patient; readonly shows: string }
  | { readonly kind: "unshown" };

export function findDifference(left: Side, right: Side): Difference {
  try {
    return search(left, right);
  } catch (error) {
    if (error instanceof DiagramTooLarge) return { kind: "unshown" };
    throw error;
  }
}

function search(left: Side, right: Side): Difference {
  const space = new JointSpace(joinAtoms(left.diagrams, right.diagrams), false, DEFAULT_SETTINGS);
  const [ours, theirs] = [observables(left), observables(right)];
  const take = (at: SideAt, side: Side, region: Region | undefined) =>
    region === undefined
      ? space.nowhere
      : space.take(at, side.diagrams.closed.coding.store, region, (end) => (end === TRUE ? IN : OUT));
  const differ = operation((one, other) => (one === other ? OUT : IN), { commutes: true });
  const domain = space.and(take(0, left, possibleFacts(left.diagrams)), take(1, right, possibleFacts(right.diagrams)));
  let alike = sameFacts(left.diagrams.pathway, right.diagrams.pathway, left, right);
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    const one = take(0, left, ours.get(name));
    const other = take(1, right, theirs.get(name));
    const apart = space.and(space.store.combine(differ, one, other), domain);
    if (apart === space.nowhere) continue;
    alike = false;
    const found = writeDifference(space, apart, left, right);
    if (found !== undefined) return found;
  }
  return { kind: alike ? "none" : "unshown" };
}

/** Facts that come about in other ways are not compared by diagram. */
function sameFacts(one: Pathway, other: Pathway, left: Side, right: Side): boolean {
  const features = ({ features }: Pathway) =>
    JSON.stringify(features.map(({ id, presume, derive, implies }) => [id, presume, withoutSpans(derive), implies]));
  return (
    features(one) === features(other) &&
    one.features.every(({ id }) => disputesOf(left.diagrams.index, id) === disputesOf(right.diagrams.index, id))
  );
}

function withoutSpans(value: unknown): unknown {
  return value === undefined
    ? null
    : JSON.stringify(value, (key, part: unknown) => (key === "span" ? undefined : part));
}

/** The patient of whom least need be said. */
function writeDifference(space: JointSpace, apart: number, left: Side, right: Side): Difference | undefined {
  const { index, pathway, profile } = left.diagrams;
  const atoms = space.atoms.map(({ atom }) => atom);
  const presumes = space.atoms.map(({ sides }) => sides.some(({ unstated }) => unstated.length > 0));
  const isValue = (level: number, state: number) => state > UNKNOWN && state <= (atoms[level]?.values.length ?? 0);
  const cost = (level: number, state: number) =>
    isValue(level, state) || (state === UNKNOWN && presumes[level] === true) ? 1 : 0;
  const shows = (statements: readonly Statement[]) =>
    firstDifference(observe(pathway, statements, profile), observe(right.diagrams.pathway, statements, profile));
  let tried = 0;
  for (const path of listPaths(space.store, apart, IN, cost)) {
    const wanted = new Map(
      path.filter(({ level, state }) => cost(level, state) > 0).map(({ level, state }) => [level, state]),
    );
    const fits = (states: Uint8Array) => isPath(path, isValue, states);
    const written = writePatient(index, profile, atoms, wanted, fits, { short: false });
    const asked = unknownsOf(path, (level) => presumes[level] === true, atoms);
    const statements = written === undefined ? undefined : [...written, ...asked];
    if (statements !== undefined && shows(statements) !== undefined) {
      const short = shorten(statements, (fewer) => shows(fewer) !== undefined);
      return { kind: "patient", patient: { profile, statements: short }, shows: shows(short) ?? "" };
    }
    if (++tried >= MOST_TRIED) return undefined;
  }
  return undefined;
}

/** Where values are wanted they are had. */
function isPath(path: Path, isValue: (level: number, state: number) => boolean, states: Uint8Array): boolean {
  return path.every(({ level, state }) => !isValue(level, state) || states[level] === state);
}

function unknownsOf(
  path: Path,
  presumes: (level: number) => boolean,
  atoms: readonly { readonly kind: string; readonly name: string }[],
): readonly Statement[] {
  return path.flatMap(({ level, state }) => {
    const atom = atoms[level];
    const asked = state === UNKNOWN && presumes(level) && atom?.kind === "feature";
    return asked ? [{ feature: atom.name, kind: "unknown" as const }] : [];
  });
}

function shorten(
  statements: readonly Statement[],
  check: (statements: readonly Statement[]) => boolean,
): readonly Statement[] {
  return statements.toReversed().reduce<readonly Statement[]>((kept, statement) => {
    const fewer = kept.filter((one) => one !== statement);
    return check(fewer) ? fewer : kept;
  }, statements);
}
