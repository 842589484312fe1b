import type { z } from "zod";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Instant, PersonId, ReviewRecord } from "../model/review-record.ts";

/** Something that a person asks to have recorded. */
export interface Act<Body> {
  readonly agent: PersonId;
  readonly recorded: Instant;
  /** Number that its entry has or would have. */
  readonly entry: number;
  readonly body: Body;
}

/**
 * One step of the record. Role and state are asked of the policy first; `check` gives every further reason against it, and
 * `change` says what the record is once it stands in the log. `change` never fails: what is in the log has happened.
 */
export interface Transition<Body> {
  readonly body: z.ZodType<Body>;
  check(record: ReviewRecord, act: Act<Body>): readonly Diagnostic[];
  change(record: ReviewRecord, act: Act<Body>): ReviewRecord;
}

/** Lets each step be written with the type of its own body. */
export function transition<Body>(step: Transition<Body>): Transition<Body> {
  return step;
}
