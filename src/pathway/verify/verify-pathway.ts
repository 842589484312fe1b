import { ok, type Result } from "../../kernel/result.ts";
import {
  buildDiagrams,
  type CompileSettings,
  DEFAULT_SETTINGS,
  type Diagrams,
  refuseTooLarge,
} from "../compile/build-diagrams.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import type { Expression } from "../language/expression.ts";
import type { Pathway } from "../model/pathway.ts";
import { acceptedValues, domainConditions, possibleFacts } from "./possible-facts.ts";
import { authorProperties } from "./rules/author-properties.ts";
import { consistent } from "./rules/consistent.ts";
import { guarded } from "./rules/guarded.ts";
import { live } from "./rules/live.ts";
import { liveCompanions } from "./rules/live-companions.ts";
import { monotone } from "./rules/monotone.ts";
import { thresholdsInRange } from "./rules/thresholds-in-range.ts";
import { total } from "./rules/total.ts";
import { unitSafe } from "./rules/unit-safe.ts";
import type { Finding, VerificationContext, VerificationRule } from "./verification-rule.ts";

/** Every question that is asked of a pathway, in the order in which a report lists them. */
export const RULES: readonly VerificationRule[] = [
  total,
  consistent,
  live,
  liveCompanions,
  guarded,
  monotone,
  unitSafe,
  thresholdsInRange,
  authorProperties,
];

export interface ProfileVerification {
  readonly profile: string;
  readonly diagrams: Diagrams;
  readonly findings: readonly Finding[];
}

/** Conditions besides the rules' that proofs need atoms for. */
export function furtherConditions(pathway: Pathway): readonly Expression[] {
  return [
    ...domainConditions({ pathway }),
    ...pathway.properties.map(({ when }) => when),
    ...pathway.alsoDo.map(({ when }) => when),
  ];
}

/** Checks every property under every profile. Fails only when a diagram cannot be built. */
export function verifyPathway(
  pathway: Pathway,
  settings: CompileSettings = DEFAULT_SETTINGS,
): Result<readonly ProfileVerification[]> {
  const verified: ProfileVerification[] = [];
  for (const { id } of pathway.profiles) {
    const one = verifyProfile(pathway, id, settings);
    if (!one.ok) return one;
    verified.push(one.value);
  }
  return ok(verified);
}

/** Checks every property under one profile, making use of what was worked out for an earlier version where that still holds. */
export function verifyProfile(
  pathway: Pathway,
  profile: string,
  settings: CompileSettings = DEFAULT_SETTINGS,
  previous?: Diagrams,
): Result<ProfileVerification> {
  const built = buildDiagrams(pathway, profile, settings, furtherConditions(pathway), previous);
  if (!built.ok) return built;
  try {
    return ok({ profile, diagrams: built.value, findings: checkProperties(built.value) });
  } catch (error) {
    return refuseTooLarge(error, profile, settings, built.value.atoms);
  }
}

/** Asks every question of diagrams whose atoms cover `furtherConditions`. */
export function checkProperties(diagrams: Diagrams): readonly Finding[] {
  let domain: NodeId | undefined;
  const context: VerificationContext = {
    diagrams,
    completeDomain: acceptedValues(diagrams, diagrams.complete),
    domain: () => {
      domain ??= possibleFacts(diagrams);
      return domain;
    },
  };
  return RULES.flatMap((rule) => rule.check(context));
}

/** Whether nothing was refuted or left undecided. */
export function isProven(verified: readonly ProfileVerification[]): boolean {
  return verified.every(({ findings }) => findings.every(({ verdict }) => verdict.kind === "proven"));
}
