import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import { buildDiagrams, type CompileSettings, DEFAULT_SETTINGS, type Diagrams } from "../compile/build-diagrams.ts";
import type { Outcome } from "../compile/outcome.ts";
import { getPart } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import type { Pathway } from "../model/pathway.ts";
import { printWindows } from "../print/print-window.ts";
import { domainConditions } from "../verify/possible-facts.ts";

/** One of the two that are compared: a pathway under one profile, compiled. */
export interface Side {
  readonly diagrams: Diagrams;
  /** What each end of its diagram says, in words that the two sides share. */
  readonly says: readonly ComparedOutcome[];
}

/**
 * An outcome as it is compared: the code, and when to look again. Follow-ups count by what they say and not by their name,
 * so that a window that was changed is seen, and one that was only renamed is not.
 */
export interface ComparedOutcome {
  readonly kind: Outcome["kind"];
  readonly code?: string;
  readonly followUp?: string;
  readonly label: string;
}

/** Compiles one of the two. `further` conditions get their atoms too. */
export function compileSide(
  pathway: Pathway,
  profile: string,
  settings: CompileSettings = DEFAULT_SETTINGS,
  further: readonly Expression[] = [],
): Result<Side> {
  const built = buildDiagrams(pathway, profile, settings, [...domainConditions({ pathway }), ...further]);
  if (!built.ok) return built;
  return ok(toSide(built.value));
}

/** One of two pathways that are compared, with its ends as they are compared. */
export function toSide(diagrams: Diagrams): Side {
  return { diagrams, says: diagrams.outcomes.map((outcome) => toCompared(diagrams, outcome)) };
}

/** Outcomes with the same key say the same. */
export function keyOfOutcome({ kind, code, followUp }: ComparedOutcome): string {
  return [kind, code, followUp].filter((part) => part !== undefined).join(" ");
}

const WORDS = { gap: "no advice", needs: "asks for more", clash: "rules disagree" } as const;

function toCompared({ index }: Diagrams, outcome: Outcome): ComparedOutcome {
  if (outcome.kind !== "advice") return { kind: outcome.kind, label: WORDS[outcome.kind] };
  const { code } = outcome;
  const { title } = getPart(index.recommendations, code);
  if (outcome.followUp === undefined) return { kind: "advice", code, label: title };
  const { what, windows, countedFrom } = getPart(index.followUps, outcome.followUp);
  const followUp = `${what}, ${printWindows(windows)} after ${countedFrom}`;
  return { kind: "advice", code, followUp, label: `${title} (${followUp})` };
}
