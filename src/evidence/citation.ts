import type { SourceSpan } from "../kernel/source-span.ts";

/** A pointer from a statement to a source, with the place in the source where there is one (Pandoc's `[@id, locator]`). */
export interface Citation {
  readonly source: string;
  readonly locator?: string;
  readonly span?: SourceSpan;
}
