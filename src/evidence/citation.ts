import type { SourceSpan } from "../kernel/source-span.ts";

/** A pointer from a statement to a source, with the place in the source where there is one (Pandoc's `[@id, locator]`). */
export interface Citation {
  readonly source: string;
  readonly locator?: string;
  /** The source's own words, letter for letter. Only somebody who has the source before them can write them down. */
  readonly quote?: string;
  readonly span?: SourceSpan;
}

/** Stands where a citation would, for our own synthesis where guidelines are silent or disagree. Never the key of a source. */
export const HOUSE_RULE = "house-rule";

/** What readers are told of a citation: all of it but its place in our own files. */
export function toCitation(told: {
  readonly source: string;
  readonly locator?: string | undefined;
  readonly quote?: string | undefined;
}): Citation {
  const { source, locator, quote } = told;
  return { source, ...(locator === undefined ? {} : { locator }), ...(quote === undefined ? {} : { quote }) };
}
