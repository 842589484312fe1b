import type { Quantity } from "../../clinical/quantity.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import type { Expression } from "../language/expression.ts";

export type FeatureId = string;

/** Where a fact about the patient comes from, cheapest first: what one has to do to obtain it. */
export const COSTS = ["history", "examination", "laboratory", "imaging"] as const;
export type Cost = (typeof COSTS)[number];

/** One value of a closed list, with the words a clinician reads. */
export interface Choice {
  readonly code: string;
  readonly label: string;
}

/** What kind of value a case feature holds. Every kind may also be unknown, and unknown is never "no". */
export type FeatureType =
  | { readonly kind: "truth" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  /** A whole number without unit, for instance completed years of age. */
  | { readonly kind: "wholeNumber"; readonly low: number; readonly high: number }
  /** A measured quantity. `low` and `high` bound what is accepted, in `unit`; `unit` carries the basis as UCUM annotation. */
  | { readonly kind: "quantity"; readonly unit: string; readonly low: Quantity; readonly high: Quantity };

/** A code of a terminology, as FHIR's `Coding`, with where the code was read. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly seenIn: string;
}

/** What else is known once a feature has been stated: always, or when it has the value `when`. */
export interface Implication {
  readonly when?: FindingValue;
  readonly feature: FeatureId;
  readonly value: FindingValue;
}

/** One thing to know about a patient (CPG: case feature). */
export interface CaseFeature {
  readonly id: FeatureId;
  readonly type: FeatureType;
  readonly label: string;
  /** The same for a patient, in plain words. */
  readonly plain: string;
  /** The question to ask for it. */
  readonly ask: string;
  readonly cost: Cost;
  /** What may be assumed when nobody said anything. Absent: nothing may. Never used when the answer was "not known". */
  readonly presume?: FindingValue;
  /** Computed from other features when they are known; a statement that disagrees makes the feature disputed. */
  readonly derive?: Expression;
  /** False when a form need not ask for it, because it follows from other features. */
  readonly input: boolean;
  /** Features whose value follows from this one having been stated at all. */
  readonly implies: readonly Implication[];
  /** A quantity reported on several assay bases is one feature for each basis; this is the name people use for all of them. */
  readonly family?: string;
  /** Heading under which forms and pages show it. */
  readonly group: string;
  readonly codings: readonly Coding[];
  readonly span: SourceSpan;
}

/** A value of a feature: yes or no, a choice's code, a whole number, or a quantity. */
export type FindingValue = boolean | string | number | Quantity;
