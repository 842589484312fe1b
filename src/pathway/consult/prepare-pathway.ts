import { ok, type Result } from "../../kernel/result.ts";
import {
  buildDiagrams,
  type CompileSettings,
  DEFAULT_SETTINGS,
  type Diagrams,
  refuseTooLarge,
} from "../compile/build-diagrams.ts";
import { collectAtoms } from "../compile/collect-atoms.ts";
import type { CompiledPathway } from "../compile/compile-pathway.ts";
import { rulesOf } from "../compile/compile-stages.ts";
import { type FrozenDiagram, freezeDiagram } from "../compile/freeze-diagram.ts";
import type { PathwayIndex } from "../facts/pathway-index.ts";
import { sourcesOf } from "../language/features-in.ts";
import type { FeatureId } from "../model/feature.ts";
import type { Pathway, Rule } from "../model/pathway.ts";

/** A rule with the diagram of the patients whom it decides: its condition holds, and no rule of an earlier stage settled them. */
export interface DecidingRule {
  readonly rule: Rule;
  /** Over complete states (see `completeArity`); ends in 1 where the rule decides, if what it wants known is known. */
  readonly decides: FrozenDiagram;
}

/** A pathway under one profile, ready to be consulted. */
export interface PreparedPathway extends CompiledPathway {
  readonly pathway: Pathway;
  /** In the order of the stages. */
  readonly rules: readonly DecidingRule[];
  /** Features whose value changes more than their own atom: others are derived from it, implied by it, or contradict it. */
  readonly entangled: ReadonlySet<FeatureId>;
}

const prepared = new WeakMap<Pathway, Map<string, Result<PreparedPathway>>>();

/**
 * Compiles a pathway for one profile, once: the same pathway gives the same object again, or the same refusal, whatever the settings.
 * Fails with `diagram-too-large` or `condition-not-compilable`, as `compilePathway` does.
 */
export function preparePathway(
  pathway: Pathway,
  profile: string,
  settings: CompileSettings = DEFAULT_SETTINGS,
): Result<PreparedPathway> {
  if (!pathway.profiles.some(({ id }) => id === profile))
    throw new Error(`\`${pathway.id}\` has no profile \`${profile}\``);
  const profiles = prepared.get(pathway) ?? new Map<string, Result<PreparedPathway>>();
  prepared.set(pathway, profiles);
  const known = profiles.get(profile);
  if (known !== undefined) return known;
  const made = prepare(pathway, profile, settings);
  profiles.set(profile, made);
  return made;
}

function prepare(pathway: Pathway, profile: string, settings: CompileSettings): Result<PreparedPathway> {
  const built = buildDiagrams(pathway, profile, settings);
  if (!built.ok) return built;
  const { index, atoms, outcomes, closed, outcome } = built.value;
  try {
    const rules = decidingRules(built.value);
    const diagram = freezeDiagram(closed.coding.store, outcome);
    return ok({ pathway, index, profile, atoms, outcomes, diagram, rules, entangled: entangledFeatures(index) });
  } catch (error) {
    return refuseTooLarge(error, profile, settings, atoms);
  }
}

function decidingRules({ stages, complete, profile }: Diagrams): readonly DecidingRule[] {
  return stages.reached.flatMap(({ stage, running }) =>
    rulesOf(stage.rules, profile).map((rule) => {
      const when = stages.rules.get(rule.id);
      if (when === undefined) throw new Error(`every rule was compiled, but \`${rule.id}\` was not`);
      const decides = complete.connect("and", running, when);
      return { rule, decides: freezeDiagram(complete.coding.store, decides) };
    }),
  );
}

function entangledFeatures(index: PathwayIndex): ReadonlySet<FeatureId> {
  const { features, inconsistencies } = index.pathway;
  const conditions = inconsistencies.map(({ when }) => when);
  const contradicted = collectAtoms(index.pathway, index, conditions, new Set()).flatMap((atom) =>
    atom.kind === "feature" ? [atom.feature] : atom.comparison.features,
  );
  const derivedFrom = features.flatMap(sourcesOf);
  const implying = features.flatMap(({ id, implies }) => (implies.length > 0 ? [id] : []));
  return new Set([...derivedFrom, ...contradicted, ...implying]);
}
