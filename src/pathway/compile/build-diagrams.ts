import { failed, ok, type Result } from "../../kernel/result.ts";
import { indexOf, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import type { Pathway } from "../model/pathway.ts";
import type { Atom } from "./atom.ts";
import { closeOverUnknown } from "./close-over-unknown.ts";
import { collectAtoms } from "./collect-atoms.ts";
import { type ConditionCompiler, FALSE, TRUE } from "./compile-condition.ts";
import { compileDiagnostics } from "./compile-diagnostics.ts";
import { listAdvice, rulesOf, StageCompiler, type StageDiagrams } from "./compile-stages.ts";
import { ConditionNotCompilable } from "./condition-not-compilable.ts";
import { DiagramTooLarge, type NodeId, operation, type StoreBounds } from "./diagram-store.ts";
import { meetOutcomes, NEEDS, type Outcome } from "./outcome.ts";
import { groundOf, keptOperation, setUpWorkbench, type Workbench } from "./workbench.ts";

/** Bounds of each of the two stores of a compilation. */
export type CompileSettings = StoreBounds;

/** Twenty times what the shipped pathway takes, and refused in a second or two where that is not enough. */
export const DEFAULT_SETTINGS: CompileSettings = { maxNodes: 300_000, maxSteps: 2_000_000 };

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
  readonly workbench: Workbench;
}

/**
 * `further` conditions (properties, constraints) get their atoms too, after those of the rules. `previous` is an earlier
 * version of the same pathway under the same profile: where the edit leaves its ground as it was, its bench is used again.
 */
export function buildDiagrams(
  pathway: Pathway,
  profile: string,
  settings: CompileSettings = DEFAULT_SETTINGS,
  further: readonly Expression[] = [],
  previous?: Diagrams,
): Result<Diagrams> {
  let atoms: readonly Atom[] = [];
  try {
    atoms = atomsOf(pathway, profile, further);
    return ok(build(pathway, profile, atoms, settings, previous));
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
  const { nodes, steps, late } = error;
  const { maxNodes, maxSteps } = settings;
  return failed(
    compileDiagnostics.report("diagram-too-large", { profile, nodes, steps, maxNodes, maxSteps, atom, late }),
  );
}

/** The atoms of a profile's rules in stage order, then those of further conditions. */
export function atomsOf(pathway: Pathway, profile: string, further: readonly Expression[]): readonly Atom[] {
  const rules = pathway.stages.flatMap((stage) => rulesOf(stage.rules, profile));
  const conditions = [...rules.map((rule) => rule.when), ...further];
  return collectAtoms(pathway, indexOf(pathway), conditions, new Set(rules.flatMap((rule) => rule.known)));
}

function build(
  pathway: Pathway,
  profile: string,
  atoms: readonly Atom[],
  settings: CompileSettings,
  previous: Diagrams | undefined,
): Diagrams {
  const advice = listAdvice(pathway, profile);
  const outcomes: readonly Outcome[] = [{ kind: "gap" }, { kind: "needs" }, { kind: "clash" }, ...advice];
  const ground = groundOf(pathway, atoms, outcomes);
  const workbench =
    previous?.workbench.ground === ground
      ? previous.workbench
      : setUpWorkbench(pathway, profile, atoms, ground, settings);
  const { complete, closed, closedOver } = workbench;
  for (const { coding } of [complete, closed]) coding.store.startAnew();
  const sizes = new Map(atoms.flatMap((atom) => (atom.kind === "feature" ? [[atom.feature, atom.values.length]] : [])));
  const stated = (feature: string) =>
    complete.states(feature, (state) => (state < (sizes.get(feature) ?? 0) ? TRUE : FALSE));
  const stages = new StageCompiler(workbench, advice, stated).fold(pathway.stages);
  const meet = keptOperation(workbench, "meet", () =>
    operation(meetOutcomes, { decides: (outcome) => outcome === NEEDS, commutes: true }),
  );
  const outcome = closeOverUnknown(complete.coding.store, closed.coding.store, atoms, stages.outcome, meet, closedOver);
  return { pathway, index: indexOf(pathway), profile, atoms, outcomes, complete, stages, closed, outcome, workbench };
}
