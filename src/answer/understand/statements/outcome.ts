import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { Statement, TextSpan } from "../../../pathway/model/finding.ts";
import type { Capture } from "../match/walk.ts";
import type { Reading } from "../readings/readings.ts";
import type { AssayContext } from "./assay/assay-context.ts";
import type { ExceptionScene } from "./denied/excepted.ts";
import type { SpokenNumbers } from "./spoken-numbers.ts";

/** Words about a feature that state nothing yet, and why. */
export interface Unsettled {
  readonly feature: string;
  readonly reason: "hedged" | "past" | "not-specific" | "denied-in-part";
  readonly span: TextSpan;
}

/** Words that are not about this patient, or this limb, now. */
export interface NotOfPatient {
  readonly feature: string;
  readonly reason: "family" | "hypothetical" | "other-side" | "elsewhere";
  readonly span: TextSpan;
}

/** What one reading comes to: a statement, words that state nothing, or words that are not of the patient; of these at most one. */
export interface Outcome {
  readonly reading: Reading;
  readonly feature: CaseFeature;
  readonly statement?: Statement;
  readonly unsettled?: Unsettled;
  readonly notOfPatient?: NotOfPatient;
  /** Said of an earlier examination: it gives way to what is said of the feature elsewhere. */
  readonly earlier?: boolean;
}

/** What the text and the topic know that bears on what a reading comes to. */
export interface StatementContext extends ExceptionScene, AssayContext, SpokenNumbers {
  readonly features: ReadonlyMap<string, CaseFeature>;
  readonly spanOf: (from: number, to: number) => TextSpan;
  /** Captures of a reading, pairs of both sides put in order. */
  readonly capturesOf: (reading: Reading) => readonly Capture[];
  /** Whether the sentence of the reading leaves something out: "the rest of the leg, calf included, is normal". */
  readonly speaksOfRest: (reading: Reading) => boolean;
  /** For each value of a feature's list those that it includes. */
  readonly coversOf: (feature: string) => Readonly<Record<string, readonly string[]>>;
}
