import { ok, type Result } from "../../kernel/result.ts";
import { closedArity } from "../compile/atom.ts";
import { type CompiledPathway, compilePathway } from "../compile/compile-pathway.ts";
import type { Outcome } from "../compile/outcome.ts";
import type { Pathway } from "../model/pathway.ts";
import { countEnds } from "../verify/certificate.ts";

/** What a pathway consists of and what it can come to, kept beside it so that a change of it is seen in review. */
export interface Census {
  readonly pathway: string;
  readonly features: readonly string[];
  readonly recommendations: readonly string[];
  /** For each stage, its rules with what each advises. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly profiles: Readonly<Record<string, ProfileCensus>>;
}

export interface ProfileCensus {
  /** What the rules ask, in the order of the diagram, with how many states each has. */
  readonly atoms: readonly string[];
  /** Every cut-off at which advice may change. */
  readonly boundaries: readonly string[];
  readonly nodes: number;
  /** Cells that end in each outcome. Decimals, since they outgrow a number. An outcome with none is not reached. */
  readonly outcomes: Readonly<Record<string, string>>;
}

/** Counts a pathway under each of its profiles; fails where it cannot be compiled. */
export function takeCensus(pathway: Pathway): Result<Census> {
  const profiles: [string, ProfileCensus][] = [];
  for (const { id } of pathway.profiles) {
    const compiled = compilePathway(pathway, id);
    if (!compiled.ok) return compiled;
    profiles.push([id, censusOf(compiled.value)]);
  }
  return ok({
    pathway: pathway.id,
    features: pathway.features.map(({ id, type }) => `${id}: ${type.kind}`),
    recommendations: pathway.recommendations.map(({ code }) => code),
    rules: Object.fromEntries(
      pathway.stages.map(({ id, rules }) => [id, rules.map((rule) => `${rule.id}: ${rule.advise}`)]),
    ),
    profiles: Object.fromEntries(profiles),
  });
}

/** The text of `census.json`. */
export function renderCensus(census: Census): string {
  return `${JSON.stringify(census, null, 2)}\n`;
}

function censusOf({ atoms, diagram, outcomes }: CompiledPathway): ProfileCensus {
  const counts = countEnds(diagram, atoms.map(closedArity), outcomes.length);
  return {
    atoms: atoms.map((atom) => `${atom.name}: ${closedArity(atom)}`),
    boundaries: atoms.flatMap((atom) =>
      atom.kind === "feature"
        ? (atom.cuts?.thresholds ?? []).map((cut) => `${atom.name}: ${cut.toString()}`)
        : atom.name,
    ),
    nodes: diagram.levels.length,
    outcomes: Object.fromEntries(outcomes.map((outcome, at) => [nameOf(outcome), String(counts[at] ?? 0n)])),
  };
}

function nameOf(outcome: Outcome): string {
  if (outcome.kind !== "advice") return outcome.kind;
  return outcome.followUp === undefined ? outcome.code : `${outcome.code} ${outcome.followUp}`;
}
