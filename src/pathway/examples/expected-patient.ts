import type { Statement } from "../model/finding.ts";

/** What must be said of one patient. What is absent is not judged; `alsoDo`, `disputed` and `notes` are listed in full. */
export interface Expectation {
  readonly nextStep: string;
  readonly rule?: string;
  readonly score?: number | null;
  /** Categories by scheme of the deciding score, or by `score.scheme`. */
  readonly strata?: Readonly<Record<string, string | null>>;
  /** Scores by name: the least and greatest total that the findings leave, or null for a score that is not meant for the patient. */
  readonly scores?: Readonly<Record<string, readonly [number, number] | null>>;
  readonly alsoDo?: readonly string[];
  /** When further advice is due, by its code; none is an empty list. */
  readonly alsoWindows?: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly warnings?: readonly string[];
  readonly mustNotWarn?: readonly string[];
  readonly needs?: readonly string[];
  /** Features that are not believed because statements contradict each other, in full. */
  readonly disputed?: readonly string[];
  readonly presumed?: readonly string[];
  readonly windows?: readonly (readonly [number, number])[];
  /** How each note added to the advice begins, in the order in which they are shown. */
  readonly notes?: readonly string[];
}

/** A patient with what must be advised, ready to be evaluated. */
export interface ExpectedPatient {
  readonly id: string;
  readonly profile: string;
  readonly statements: readonly Statement[];
  readonly expect: Expectation;
}
