import type { Quantity } from "../../clinical/quantity.ts";
import type { Citation } from "../../evidence/citation.ts";
import type { Certainty, Strength } from "../../evidence/grade.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import type { Expression } from "../language/expression.ts";
import type { CaseFeature, FeatureId } from "./feature.ts";

export type RuleId = string;
export type RecommendationCode = string;
export type ProfileId = string;

/** A named constant of the guideline, written once and used by conditions, articles and calculators. */
export interface Parameter {
  readonly id: string;
  readonly label: string;
  /** A quantity, or a bare number when `unit` is `1`. */
  readonly value: Quantity;
  /** What a bare number counts, for print: `years`. */
  readonly noun?: string;
  readonly cite: readonly Citation[];
  readonly span: SourceSpan;
}

/** A condition with a name (CQL: an expression definition), so that two rules share it rather than repeat it. */
export interface Definition {
  readonly id: string;
  readonly label: string;
  readonly when: Expression;
  readonly span: SourceSpan;
}

export interface ScoreItem {
  readonly id: string;
  readonly label: string;
  readonly points: number;
  readonly when: Expression;
  /** The feature a form asks for this item. */
  readonly feature: FeatureId;
  readonly span: SourceSpan;
}

/** One category of a scheme: totals from `from` to `to`, open where absent. */
export interface Stratum {
  readonly id: string;
  readonly label: string;
  readonly from?: number;
  readonly to?: number;
}

export interface Scheme {
  readonly id: string;
  readonly label: string;
  readonly strata: readonly Stratum[];
}

/** Where a score that was counted elsewhere is stated: its total in a whole-number feature, its category in a choice of strata. */
export interface StatedIn {
  readonly total?: FeatureId;
  readonly category?: FeatureId;
}

/** A weighted sum with a version and a source, carried as an interval while items are unknown. */
export interface Score {
  readonly id: string;
  readonly label: string;
  readonly version: string;
  readonly cite: readonly Citation[];
  readonly items: readonly ScoreItem[];
  readonly schemes: readonly Scheme[];
  /** The features for what was counted elsewhere; it narrows what the unknown items may come to. */
  readonly stated: StatedIn;
  /** The score is meant for patients of whom this holds; elsewhere it has no value. */
  readonly appliesWhen?: Expression;
  readonly span: SourceSpan;
}

/** When to look again: windows in days from an anchor, both ends included. */
export interface FollowUp {
  readonly id: string;
  readonly what: string;
  readonly windows: readonly (readonly [from: number, to: number])[];
  readonly countedFrom: string;
  readonly cite: readonly Citation[];
  readonly span: SourceSpan;
}

/** One entry of the closed list of what a pathway can advise. */
export interface Recommendation {
  readonly code: RecommendationCode;
  readonly title: string;
  readonly action: string;
  readonly plain: string;
  readonly strength: Strength;
  readonly certainty: Certainty;
  readonly cite: readonly Citation[];
  /** True when this advice says that the disease is not there: it needs known facts, never presumptions. */
  readonly rulesOut: boolean;
  /** True when this advice is an emergency: it is shown before anything else. */
  readonly emergency: boolean;
  /** True when this advice says that the pathway is not for this patient. */
  readonly outOfScope: boolean;
  /** What happens next on each result, so that nothing is a dead end. */
  readonly next: readonly { readonly on: string; readonly step: string }[];
  readonly span: SourceSpan;
}

export interface Rule {
  readonly id: RuleId;
  readonly when: Expression;
  readonly advise: RecommendationCode;
  /** Why, in one sentence for the clinician. */
  readonly because: string;
  readonly cite: readonly Citation[];
  /** Profiles in which the rule holds; empty means all. */
  readonly profiles: readonly ProfileId[];
  /** Features that must be known, not presumed, before this rule may rule out. */
  readonly known: readonly FeatureId[];
  readonly followUp?: { readonly default: string; readonly byProfile: Readonly<Record<ProfileId, string>> };
  /** Keys of the topic's table of disagreements (D1 to D10) that bear on this rule. */
  readonly disagreements: readonly string[];
  /** Sentences added to the recommendation's action for this rule; those with a condition, when it holds. */
  readonly notes: readonly Note[];
  readonly span: SourceSpan;
}

export interface Note {
  readonly text: string;
  readonly when?: Expression;
}

/** A group of unordered rules, named by the clinical reason for its place in the order. */
export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly why: string;
  readonly rules: readonly Rule[];
  readonly span: SourceSpan;
}

/** Advice that goes along with other advice. */
export interface AlsoDo {
  readonly advise: RecommendationCode;
  readonly when: Expression;
  /** Given with these recommendations; empty means with all but itself. */
  readonly with: readonly RecommendationCode[];
  readonly except: readonly RecommendationCode[];
  readonly because: string;
  readonly followUp?: string;
  readonly cite: readonly Citation[];
  readonly span: SourceSpan;
}

export type WarningEvent = "missing" | "contradiction" | "statedTotal";

export interface Warning {
  readonly code: string;
  readonly text: string;
  readonly plain: string;
  /** Numbers of this patient that the text prints: `{{amount.cutoff}}`. */
  readonly amounts: Readonly<Record<string, Expression>>;
  /** Raised when this is true. Warnings alone may ask whether something is known (`is null`). */
  readonly when?: Expression;
  /** Raised instead by what the evaluation itself notices: something still unknown, or a contradiction. */
  readonly on?: WarningEvent;
  /** Raised with these recommendations; empty means with all. */
  readonly with: readonly RecommendationCode[];
  readonly except: readonly RecommendationCode[];
  readonly cite: readonly Citation[];
  readonly span: SourceSpan;
}

/** Findings that cannot hold together, and which of them are then in dispute. */
export interface Inconsistency {
  readonly id: string;
  readonly when: Expression;
  readonly disputes: readonly FeatureId[];
  readonly message: string;
  readonly span: SourceSpan;
}

/**
 * What an author claims of the whole pathway, for the verifier to prove. `always`: whenever `when` holds, the advice is one
 * of `advice`. `never`: whenever it holds, the advice is none of them. Advice that goes along with other advice counts too.
 */
export interface Property {
  readonly id: string;
  readonly label: string;
  readonly kind: "always" | "never";
  readonly when: Expression;
  readonly advice: readonly RecommendationCode[];
  /** Profiles in which it is claimed; empty means all. */
  readonly profiles: readonly ProfileId[];
  readonly span: SourceSpan;
}

export interface Profile {
  readonly id: ProfileId;
  readonly label: string;
  readonly cite: readonly Citation[];
}

/** The codes that stand for the outcomes an evaluation can have besides a rule's advice. */
export interface OutcomeCodes {
  readonly needs: RecommendationCode;
  readonly contradiction: RecommendationCode;
}

export interface Pathway {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly profiles: readonly Profile[];
  readonly defaultProfile: ProfileId;
  readonly features: readonly CaseFeature[];
  readonly parameters: readonly Parameter[];
  readonly scores: readonly Score[];
  /** The score that conditions of the pathway decide by; the others are shown beside it. */
  readonly decidingScore?: string;
  readonly definitions: readonly Definition[];
  readonly followUps: readonly FollowUp[];
  readonly recommendations: readonly Recommendation[];
  readonly outcomes: OutcomeCodes;
  readonly stages: readonly Stage[];
  readonly alsoDo: readonly AlsoDo[];
  readonly warnings: readonly Warning[];
  readonly inconsistencies: readonly Inconsistency[];
  readonly properties: readonly Property[];
}
