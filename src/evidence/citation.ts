import type { SourceSpan } from "../kernel/source-span.ts";

/** A pointer from a statement to a source, with the place in the source where there is one (Pandoc's `[@id, locator]`). */
export interface Citation {
  readonly source: string;
  readonly locator?: string;
  readonly span?: SourceSpan;
}

/** Stands where a citation would, for our own synthesis where guidelines are silent or disagree. Never the key of a source. */
export const HOUSE_RULE = "house-rule";
