import type { Citation } from "../evidence/citation.ts";
import type { Source } from "../evidence/source.ts";

/** A cited source with its number on this page. `source` is absent when the register does not hold the key: that is shown. */
export interface NumberedSource {
  readonly number: number;
  readonly id: string;
  readonly source: Source | undefined;
}

/** The sources of one page, numbered by first appearance. */
export interface Bibliography {
  readonly entries: readonly NumberedSource[];
  /** The entry of a citation. Every citation printed on the page was handed in when the page was numbered. */
  getEntry(id: string): NumberedSource;
}

/** Numbers the sources of a page. `citations` come in the order in which a reader meets them. */
export function numberSources(citations: readonly Citation[], sources: ReadonlyMap<string, Source>): Bibliography {
  const ids = [...new Set(citations.map((citation) => citation.source))];
  const entries = ids.map((id, index) => ({ id, number: index + 1, source: sources.get(id) }));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    entries,
    getEntry(id) {
      const entry = byId.get(id);
      if (entry === undefined) throw new Error(`\`${id}\` is printed on the page but was not numbered`);
      return entry;
    },
  };
}
