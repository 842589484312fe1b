import type { SourceSpan } from "../../kernel/source-span.ts";

/** Thrown inside the compiler on a condition it has no atoms for; `compilePathway` turns it into a diagnostic. */
export class ConditionNotCompilable extends Error {
  readonly what: string;
  readonly span: SourceSpan;

  constructor(what: string, span: SourceSpan) {
    super(what);
    this.what = what;
    this.span = span;
  }
}
