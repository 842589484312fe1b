import type { Source } from "./source.ts";

/** One place where a publication can be opened. `verify` is true when the identifier was taken from memory. */
export interface SourceLink {
  readonly label: string;
  readonly href: string;
  readonly verify: boolean;
}

/** Authors named before the list is cut with "et al.", as Vancouver style does for print. */
const AUTHORS_SHOWN = 6;

/** The reference as printed in a list (Vancouver style). Fields that are not known are left out, never filled in. */
export function renderReference(source: Source): string {
  const journal = [renderContainer(source), source.page?.replace(/-/g, "–")].filter(isPresent).join(":");
  const published = [source["container-title"], renderIssued(source, journal)].filter(isPresent).join(". ");
  return [renderAuthors(source), source.title.replace(/\.$/, ""), published === "" ? undefined : published]
    .filter(isPresent)
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

/** First author or issuer with the year: enough to recognise a source beside a sentence. */
export function renderShortReference(source: Source): string {
  const first = source.author?.[0];
  const name =
    first === undefined ? source.issuer : "literal" in first ? (source.issuer ?? first.literal) : first.family;
  const others = (source.author?.length ?? 0) > 1 || source.etAl === true ? " et al." : "";
  return [`${name ?? source.title}${first !== undefined && "family" in first ? others : ""}`, yearOf(source)]
    .filter(isPresent)
    .join(", ");
}

export function yearOf(source: Source): string | undefined {
  return source.issued?.slice(0, 4);
}

/** Every identifier of the source as a link, the most stable first. */
export function linksOf(source: Source): readonly SourceLink[] {
  const link = (field: string, label: string, href: string): SourceLink => ({
    label,
    href,
    verify: source.toVerify.includes(field),
  });
  return [
    source.DOI === undefined ? undefined : link("DOI", `DOI ${source.DOI}`, `https://doi.org/${encodeURI(source.DOI)}`),
    source.PMID === undefined
      ? undefined
      : link("PMID", `PMID ${source.PMID}`, `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(source.PMID)}/`),
    source.PMCID === undefined
      ? undefined
      : link("PMCID", source.PMCID, `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURIComponent(source.PMCID)}/`),
    source.trial === undefined
      ? undefined
      : link("trial", source.trial, `https://clinicaltrials.gov/study/${encodeURIComponent(source.trial)}`),
    isWebAddress(source.URL) ? link("URL", new URL(source.URL).hostname, source.URL) : undefined,
  ].filter(isPresent);
}

function renderAuthors(source: Source): string | undefined {
  const authors = source.author ?? [];
  const names = authors
    .slice(0, AUTHORS_SHOWN)
    .map((author) =>
      "literal" in author ? author.literal : [author.family, author.given].filter(isPresent).join(" "),
    );
  if (names.length === 0) return source.issuer;
  const cut = source.etAl === true || authors.length > AUTHORS_SHOWN;
  return cut ? `${names.join(", ")}, et al` : names.join(", ");
}

function renderContainer(source: Source): string {
  return `${source.volume ?? ""}${source.issue === undefined ? "" : `(${source.issue})`}`;
}

function renderIssued(source: Source, journal: string): string | undefined {
  if (source.issued === undefined) return journal === "" ? undefined : journal;
  return journal === "" ? source.issued : `${source.issued};${journal.replace(/^:/, "")}`;
}

/** A library file is written by people: only web addresses become links, never `javascript:` or the like. */
function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address);
}

function isPresent<T>(value: T | undefined | ""): value is T {
  return value !== undefined && value !== "";
}
