import { failed, ok, type Result } from "../../kernel/result.ts";
import { indexOf, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import type { Pathway } from "../model/pathway.ts";
import { type Atom, closedArity, completeArity, valueOfState } from "./atom.ts";
import { closeOverUnknown } from "./close-over-unknown.ts";
import { collectAtoms } from "./collect-atoms.ts";
import { type Coding, ConditionCompiler, FALSE, TRUE } from "./compile-condition.ts";
import { compileDiagnostics } from "./compile-diagnostics.ts";
import { listAdvice, rulesOf, StageCompiler, type StageDiagrams } from "./compile-stages.ts";
import { ConditionNotCompilable } from "./condition-not-compilable.ts";
import { DiagramStore, DiagramTooLarge, type NodeId, operation, type StoreBounds } from "./diagram-store.ts";
import { meetOutcomes, NEEDS, type Outcome } from "./outcome.ts";

/** Bounds of each of the two stores of a compilation. */
export type CompileSettings = StoreBounds;

export const DEFAULT_SETTINGS: CompileSettings = { maxNodes: 1_000_000, maxSteps: 5_000_000 };

/** The diagrams of one pathway under one profile, with the stores they live in: what evaluation freezes and proofs work on. */
export interface Diagrams {
  readonly pathway: Pathway;
  readonly index: PathwayIndex;
  readonly profile: string;
  readonly atoms: readonly Atom[];
  readonly outcomes: readonly Outcome[];
  /** Everything known; a guarded feature is stated or assumed. */
  readonly complete: ConditionCompiler;
  readonly stages: StageDiagrams;
  /** Anything may be unknown or presumed. */
  readonly closed: ConditionCompiler;
  readonly outcome: NodeId;
}

/** `further` conditions (properties, constraints) get their atoms too, after those of the rules. */
export function buildDiagrams(
  pathway: Pathway,
  profile: string,
  settings: CompileSettings = DEFAULT_SETTINGS,
  further: readonly Expression[] = [],
): Result<Diagrams> {
  const index = indexOf(pathway);
  let atoms: readonly Atom[] = [];
  try {
    atoms = atomsOf(pathway, profile, further);
    return ok(build(pathway, index, profile, newCodings(atoms, settings)));
  } catch (error) {
    if (error instanceof ConditionNotCompilable)
      return failed(compileDiagnostics.report("condition-not-compilable", { what: error.what }, error.span));
    return refuseTooLarge(error, profile, settings, atoms);
  }
}

/** The refusal of a diagram that outgrew its bounds, here or in a proof; anything else is a bug and thrown on. */
export function refuseTooLarge(
  error: unknown,
  profile: string,
  settings: CompileSettings,
  atoms: readonly Atom[],
): ReturnType<typeof failed> {
  if (!(error instanceof DiagramTooLarge)) throw error;
  const atom = atoms[error.widestLevel]?.name ?? "nothing";
  const { nodes, steps } = error;
  return failed(compileDiagnostics.report("diagram-too-large", { profile, nodes, steps, ...settings, atom }));
}

/** The atoms of a profile's rules in stage order, then those of further conditions. */
export function atomsOf(pathway: Pathway, profile: string, further: readonly Expression[]): readonly Atom[] {
  const rules = pathway.stages.flatMap((stage) => rulesOf(stage.rules, profile));
  const conditions = [...rules.map((rule) => rule.when), ...further];
  return collectAtoms(pathway, indexOf(pathway), conditions, new Set(rules.flatMap((rule) => rule.known)));
}

/** The two stores of a compilation, and what their states mean. */
export interface Codings {
  readonly complete: Coding;
  readonly closed: Coding;
}

export function newCodings(atoms: readonly Atom[], settings: CompileSettings): Codings {
  return {
    complete: {
      atoms,
      store: new DiagramStore(atoms.map(completeArity), settings),
      valueOf: (atom, state) => atom.values[state % atom.values.length],
    },
    closed: { atoms, store: new DiagramStore(atoms.map(closedArity), settings), valueOf: valueOfState },
  };
}

/**
 * The same, into stores that may hold diagrams of another pathway: in one store two diagrams are the same function exactly when
 * they are the same node. The atoms must be fine enough for both. Throws what outgrows the store's bounds.
 */
export function buildInto(codings: Codings, pathway: Pathway, profile: string): Diagrams {
  return build(pathway, indexOf(pathway), profile, codings);
}

function build(pathway: Pathway, index: PathwayIndex, profile: string, codings: Codings): Diagrams {
  const { complete: completeCoding, closed: closedCoding } = codings;
  const { atoms } = completeCoding;
  const complete = new ConditionCompiler(index, profile, completeCoding);
  const advice = listAdvice(pathway, profile);
  const sizes = new Map(atoms.flatMap((atom) => (atom.kind === "feature" ? [[atom.feature, atom.values.length]] : [])));
  const stated = (feature: string) =>
    complete.states(feature, (state) => (state < (sizes.get(feature) ?? 0) ? TRUE : FALSE));
  const stages = new StageCompiler(complete, advice, stated).fold(pathway.stages);
  const meet = operation(meetOutcomes, { decides: (outcome) => outcome === NEEDS, commutes: true });
  const outcome = closeOverUnknown(completeCoding.store, closedCoding.store, atoms, stages.outcome, meet);
  return {
    pathway,
    index,
    profile,
    atoms,
    outcomes: [{ kind: "gap" }, { kind: "needs" }, { kind: "clash" }, ...advice],
    complete,
    stages,
    closed: new ConditionCompiler(index, profile, closedCoding),
    outcome,
  };
}
