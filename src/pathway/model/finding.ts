import type { FeatureId, FindingValue } from "./feature.ts";

/** A stretch of the reader's own text, offsets in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What is said of one feature. `unknown` means asked and not known: no presumption may stand in for it.
 * `incomplete` is a number that cannot be used because its unit or basis is missing; `missing` names the parts.
 */
export type Statement =
  | {
      readonly feature: FeatureId;
      readonly kind: "value";
      readonly value: FindingValue;
      readonly span?: TextSpan;
      /** True when it was read out of words that sum up several findings rather than name this one. */
      readonly inferred?: boolean;
    }
  | { readonly feature: FeatureId; readonly kind: "unknown"; readonly span?: TextSpan }
  | {
      readonly feature: FeatureId;
      readonly kind: "incomplete";
      readonly given: string;
      readonly missing: readonly string[];
      readonly span?: TextSpan;
    };

/** A known value and how it came to be known. */
export interface Finding {
  readonly feature: FeatureId;
  readonly value: FindingValue;
  readonly from: "stated" | "presumed" | "derived";
  readonly span?: TextSpan;
}

/** Statements that cannot all be true. The features named are treated as unknown until somebody decides. */
export interface Contradiction {
  readonly features: readonly FeatureId[];
  readonly message: string;
}
