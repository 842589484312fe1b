import type { SourceSpan } from "../../kernel/source-span.ts";

/** A patient with what must be advised: documentation, demonstration and test in one. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly profile?: string;
  /** Findings as they are sent to the evaluate call: feature id to value. */
  readonly findings: Readonly<Record<string, unknown>>;
  readonly expect: {
    readonly nextStep: string;
    readonly rule?: string;
    readonly score?: number | null;
    readonly strata?: Readonly<Record<string, string | null>>;
    readonly alsoDo?: readonly string[];
    readonly warnings?: readonly string[];
    readonly mustNotWarn?: readonly string[];
    readonly needs?: readonly string[];
    readonly presumed?: readonly string[];
    readonly windows?: readonly (readonly [number, number])[];
  };
  readonly basis?: string;
  readonly span: SourceSpan;
}
