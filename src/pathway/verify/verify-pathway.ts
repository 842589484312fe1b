import { ok, type Result } from "../../kernel/result.ts";
import { buildDiagrams, type CompileSettings, DEFAULT_SETTINGS, type Diagrams } from "../compile/build-diagrams.ts";
import type { Pathway } from "../model/pathway.ts";
import { domainConditions, possibleFacts } from "./possible-facts.ts";
import { authorProperties } from "./rules/author-properties.ts";
import { consistent } from "./rules/consistent.ts";
import { guarded } from "./rules/guarded.ts";
import { live } from "./rules/live.ts";
import { monotone } from "./rules/monotone.ts";
import { total } from "./rules/total.ts";
import { unitSafe } from "./rules/unit-safe.ts";
import type { Finding, VerificationRule } from "./verification-rule.ts";

/** Every question that is asked of a pathway, in the order in which a report lists them. */
export const RULES: readonly VerificationRule[] = [
  total,
  consistent,
  live,
  guarded,
  monotone,
  unitSafe,
  authorProperties,
];

export interface ProfileVerification {
  readonly profile: string;
  readonly diagrams: Diagrams;
  readonly findings: readonly Finding[];
}

/** Checks every property under every profile. Fails only when a diagram cannot be built. */
export function verifyPathway(
  pathway: Pathway,
  settings: CompileSettings = DEFAULT_SETTINGS,
): Result<readonly ProfileVerification[]> {
  const verified: ProfileVerification[] = [];
  for (const { id: profile } of pathway.profiles) {
    const further = [
      ...domainConditions({ pathway }),
      ...pathway.properties.map(({ when }) => when),
      ...pathway.alsoDo.map(({ when }) => when),
    ];
    const built = buildDiagrams(pathway, profile, settings, further);
    if (!built.ok) return built;
    const context = { diagrams: built.value, domain: possibleFacts(built.value) };
    verified.push({ profile, diagrams: built.value, findings: RULES.flatMap((rule) => rule.check(context)) });
  }
  return ok(verified);
}

export function isProven(verified: readonly ProfileVerification[]): boolean {
  return verified.every(({ findings }) => findings.every(({ verdict }) => verdict.kind === "proven"));
}
