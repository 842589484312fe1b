import { type Atom, isEstablishedState, presumedOf, UNKNOWN } from "../compile/atom.ts";
import { FALSE, TRUE } from "../compile/compile-condition.ts";
import { ConditionNotCompilable } from "../compile/condition-not-compilable.ts";
import { type DiagramStore, DiagramTooLarge, type NodeId, operation } from "../compile/diagram-store.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway } from "../model/pathway.ts";
import { listPaths, type Path } from "../verify/list-paths.ts";
import type { Patient } from "../verify/patient.ts";
import { shorten, writePatient } from "../verify/write-patient.ts";
import { observables } from "./observable.ts";
import { firstDifference, observe } from "./observed.ts";
import type { Compared, SharedBench } from "./shared-bench.ts";

/** Ways of telling the two apart that are tried as patients before giving up. */
const MOST_TRIED = 40;

/**
 * What tells two pathways apart. `none`: proven, for every patient that can be, by their diagrams being the same.
 * `patient`: one to whom the two show something different. `unshown`: they may differ, and no patient was found.
 * `uncompiled`: the mutant has no diagram.
 */
export type Difference =
  | { readonly kind: "none" }
  | { readonly kind: "patient"; readonly patient: Patient; readonly shows: string }
  | { readonly kind: "unshown" }
  | { readonly kind: "uncompiled" };

/**
 * Compares a pathway with a mutant under one profile. Where facts come about in other ways the diagrams speak of different
 * things; then only the patients in `known` are looked at.
 */
export function findDifference(
  mutant: Pathway,
  bench: SharedBench,
  known: readonly (readonly Statement[])[],
): Difference {
  const { profile } = bench;
  const shows: Shows = (statements) =>
    firstDifference(bench.observed(statements), observe(mutant, statements, profile));
  try {
    const compared = bench.compare(mutant);
    return compared === undefined ? amongKnown(known, shows, profile) : search(compared, shows);
  } catch (error) {
    if (error instanceof DiagramTooLarge) return { kind: "unshown" };
    if (error instanceof ConditionNotCompilable) return { kind: "uncompiled" };
    throw error;
  }
}

/** What two pathways show differently to a patient, in words. */
type Shows = (statements: readonly Statement[]) => string | undefined;

function amongKnown(known: readonly (readonly Statement[])[], shows: Shows, profile: string): Difference {
  const statements = known.find((one) => shows(one) !== undefined);
  return statements === undefined ? { kind: "unshown" } : toPatient(statements, shows, profile);
}

function search({ bench, other }: Compared, shows: Shows): Difference {
  const { closed } = bench.side.diagrams;
  const { store } = closed.coding;
  const nowhere = store.terminal(FALSE);
  const differ = operation((one, two) => (one === two ? FALSE : TRUE), { commutes: true });
  const theirs = observables(other);
  let alike = true;
  for (const name of new Set([...bench.shown.keys(), ...theirs.keys()])) {
    const [one, two] = [bench.shown.get(name) ?? nowhere, theirs.get(name) ?? nowhere];
    if (one === two) continue;
    const apart = closed.connect("and", store.combine(differ, one, two), bench.domain());
    if (apart === nowhere) continue;
    alike = false;
    const found = writeDifference(store, apart, bench.side.diagrams, shows);
    if (found !== undefined) return found;
  }
  return { kind: alike ? "none" : "unshown" };
}

/** The patient of whom least need be said. */
function writeDifference(
  store: DiagramStore,
  apart: NodeId,
  { atoms, index, profile }: Compared["bench"]["side"]["diagrams"],
  shows: Shows,
): Difference | undefined {
  const presumes = (level: number) => atoms[level] !== undefined && presumedOf(atoms[level]) !== undefined;
  const isValue = (level: number, state: number) =>
    atoms[level] !== undefined && isEstablishedState(atoms[level], state);
  const cost = (level: number, state: number) =>
    isValue(level, state) || (state === UNKNOWN && presumes(level)) ? 1 : 0;
  let tried = 0;
  for (const path of listPaths(store, apart, TRUE, cost)) {
    const wanted = new Map(
      path.filter(({ level, state }) => cost(level, state) > 0).map(({ level, state }) => [level, state]),
    );
    const fits = (states: Uint8Array) => isPath(path, isValue, states);
    const written = writePatient(index, profile, atoms, wanted, fits, { short: false });
    const statements = written === undefined ? undefined : [...written, ...unknownsOf(path, presumes, atoms)];
    if (statements !== undefined && shows(statements) !== undefined) return toPatient(statements, shows, profile);
    if (++tried >= MOST_TRIED) return undefined;
  }
  return undefined;
}

function toPatient(statements: readonly Statement[], shows: Shows, profile: string): Difference {
  const short = shorten(statements, (fewer) => shows(fewer) !== undefined);
  return { kind: "patient", patient: { profile, statements: short }, shows: shows(short) ?? "" };
}

/** Where values are wanted they are had. */
function isPath(path: Path, isValue: (level: number, state: number) => boolean, states: Uint8Array): boolean {
  return path.every(({ level, state }) => !isValue(level, state) || states[level] === state);
}

function unknownsOf(path: Path, presumes: (level: number) => boolean, atoms: readonly Atom[]): readonly Statement[] {
  return path.flatMap(({ level, state }) => {
    const atom = atoms[level];
    const asked = state === UNKNOWN && presumes(level) && atom?.kind === "feature";
    return asked ? [{ feature: atom.name, kind: "unknown" as const }] : [];
  });
}
