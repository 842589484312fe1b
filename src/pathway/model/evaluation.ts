import type { Citation } from "../../evidence/citation.ts";
import type { Truth } from "../../kernel/truth.ts";
import type { FeatureId } from "./feature.ts";
import type { Contradiction, Finding } from "./finding.ts";
import type { AlsoDo, FollowUp, Recommendation, Rule, RuleId, Warning } from "./pathway.ts";

/** A total between `low` and `high`, both reachable by what is still unknown. Equal ends mean that it is known. */
export interface ScoreInterval {
  readonly score: string;
  readonly version: string;
  readonly low: number;
  readonly high: number;
  /** True where a total or a category that was given, and not counted here, narrows what the unknown items may come to. */
  readonly stated: boolean;
  /** Category of each scheme, absent while the interval spans several. */
  readonly strata: Readonly<Record<string, string | undefined>>;
  readonly items: readonly { readonly id: string; readonly points: number; readonly holds: Truth }[];
}

/** One rule that was looked at: what it came to, and the findings it leaned on. */
export interface TraceStep {
  readonly stage: string;
  readonly rule: RuleId;
  readonly outcome: Truth;
  readonly because: string;
  readonly findings: readonly FeatureId[];
  readonly cite: readonly Citation[];
}

/** Advice of a rule, filled in for the chosen profile. */
export interface Advice {
  readonly recommendation: Recommendation;
  readonly rule: Rule;
  /**
   * Present when no single rule carries the advice: whatever the unknowns are, one of these rules gives it, and which one
   * depends on them. `rule` is the first.
   */
  readonly cases?: readonly Rule[];
  readonly followUp?: FollowUp;
  /** The rule's notes that hold for this patient. */
  readonly notes: readonly string[];
}

/** What every outcome carries. */
export interface Grounds {
  readonly findings: readonly Finding[];
  readonly presumed: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
  readonly scores: readonly ScoreInterval[];
  readonly warnings: readonly Warning[];
  readonly alsoDo: readonly AlsoDo[];
  readonly trace: readonly TraceStep[];
}

/**
 * What the pathway says of one patient.
 * `concluded`: no unknown can change the advice. `needs`: some can; `features` lists them, best question first, and
 * `possible` the advice that is still open, one entry for each rule that may hold. `outOfScope`: not for this patient. `conflict`: what was said contradicts
 * itself (`contradictions` says how), or rules of one stage give different advice (`rules`).
 */
export type Evaluation = Grounds &
  (
    | { readonly kind: "concluded"; readonly advice: Advice }
    | {
        readonly kind: "needs";
        readonly features: readonly FeatureId[];
        readonly possible: readonly Advice[];
        readonly code: Recommendation;
      }
    | { readonly kind: "outOfScope"; readonly advice: Advice }
    | {
        readonly kind: "conflict";
        readonly rules: readonly RuleId[];
        readonly features: readonly FeatureId[];
        readonly possible: readonly Advice[];
        readonly code: Recommendation;
      }
  );
