import type { SourceSpan } from "../../kernel/source-span.ts";
import type { Expectation } from "../../pathway/examples/expected-patient.ts";

/** A patient with what must be advised: documentation, demonstration and test in one. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly profile?: string;
  /** Findings as they are sent to the evaluate call: feature id to value. */
  readonly findings: Readonly<Record<string, unknown>>;
  readonly expect: Expectation;
  readonly basis?: string;
  readonly span: SourceSpan;
}
