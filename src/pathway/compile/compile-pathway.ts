import { ok, type Result } from "../../kernel/result.ts";
import { indexOf, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Pathway } from "../model/pathway.ts";
import type { Atom } from "./atom.ts";
import { buildDiagrams, type CompileSettings, DEFAULT_SETTINGS } from "./build-diagrams.ts";
import { type FrozenDiagram, freezeDiagram } from "./freeze-diagram.ts";
import type { Outcome } from "./outcome.ts";

/** A pathway under one profile as one reduced, ordered decision diagram over its atoms. */
export interface CompiledPathway {
  readonly index: PathwayIndex;
  readonly profile: string;
  readonly atoms: readonly Atom[];
  readonly diagram: FrozenDiagram;
  /** What the diagram's ends mean, by number. */
  readonly outcomes: readonly Outcome[];
}

/**
 * Compiles a pathway for one profile. Fails with a diagnostic, and never hangs, when the diagram would outgrow the bound:
 * each step of the construction makes a node or looks one up.
 */
export function compilePathway(
  pathway: Pathway,
  profile: string,
  settings: CompileSettings = DEFAULT_SETTINGS,
): Result<CompiledPathway> {
  const built = buildDiagrams(pathway, profile, settings);
  if (!built.ok) return built;
  const { atoms, closed, outcome, outcomes } = built.value;
  const diagram = freezeDiagram(closed.coding.store, outcome);
  return ok({ index: indexOf(pathway), profile, atoms, diagram, outcomes });
}
