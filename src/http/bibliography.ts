import type { AnswerSource } from "../answer/answer-shape.ts";
import { type Citation, HOUSE_RULE } from "../evidence/citation.ts";
import { linksOf, renderReference, renderShortReference, type SourceLink } from "../evidence/reference.ts";
import type { Source } from "../evidence/source.ts";

/** What a page prints of a source, whether the library's register holds it or an answer brought it along. */
export interface CitedSource {
  readonly reference: string;
  /** Enough to recognise it beside a sentence. */
  readonly short: string;
  readonly title: string | undefined;
  readonly links: readonly SourceLink[];
  readonly design: string;
  readonly status: string;
  readonly confidence: Source["confidence"];
  readonly seen: string;
  readonly toVerify: readonly string[];
}

/** A cited source with its number on this page. `source` is absent when nobody knows the key: that is shown. */
export interface NumberedSource {
  readonly number: number;
  readonly id: string;
  readonly source: CitedSource | undefined;
  /** Where in it the page's statements point, each once, with its own words where an author wrote them down. */
  readonly places: readonly Pick<Citation, "locator" | "quote">[];
}

/** The sources of one page, numbered by first appearance. */
export interface Bibliography {
  readonly entries: readonly NumberedSource[];
  /** The entry of a citation. Every citation printed on the page was handed in when the page was numbered. */
  getEntry(id: string): NumberedSource;
}

/** Numbers the sources of a page. `citations` come in the order in which a reader meets them. */
export function numberSources(
  citations: readonly Citation[],
  register: ReadonlyMap<string, Source>,
  brought: readonly AnswerSource[] = [],
): Bibliography {
  const ids = [...new Set(citations.map((citation) => citation.source))].filter((id) => id !== HOUSE_RULE);
  const entries = ids.map((id, index) => ({
    id,
    number: index + 1,
    source: findSource(id, register, brought),
    places: placesIn(citations.filter((citation) => citation.source === id)),
  }));
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

function placesIn(citations: readonly Citation[]): NumberedSource["places"] {
  const named = citations.filter(({ locator, quote }) => locator !== undefined || quote !== undefined);
  return [...new Map(named.map((citation) => [JSON.stringify([citation.locator, citation.quote]), citation])).values()];
}

/** The register goes first: it knows every identifier; what an answer brings along has one link. */
function findSource(
  id: string,
  register: ReadonlyMap<string, Source>,
  brought: readonly AnswerSource[],
): CitedSource | undefined {
  const known = register.get(id);
  if (known !== undefined)
    return {
      ...known,
      reference: renderReference(known),
      short: renderShortReference(known),
      links: linksOf(known),
    };
  const found = brought.find((source) => source.id === id);
  if (found === undefined) return undefined;
  const isLink = found.href !== null && /^https?:\/\//i.test(found.href) && URL.canParse(found.href);
  return {
    ...found,
    short: [found.issuer ?? found.id, found.year].filter((part) => part !== null).join(", "),
    title: undefined,
    links:
      isLink && found.href !== null ? [{ label: new URL(found.href).hostname, href: found.href, verify: false }] : [],
  };
}
