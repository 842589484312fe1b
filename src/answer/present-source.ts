import type { Source } from "../evidence/source.ts";
import type { AnswerSource } from "./answer-shape.ts";

/** A source as it is printed in a list of references. */
export function presentSource(source: Source): AnswerSource {
  return {
    id: source.id,
    reference: renderReference(source),
    year: source.issued?.slice(0, 4) ?? null,
    issuer: source.issuer ?? null,
    design: source.design,
    status: source.status,
    confidence: source.confidence,
    seen: source.seen,
    toVerify: source.toVerify,
    href: linkOf(source),
  };
}

/** Authors. Title. Where. Year;volume(issue):pages. Identifiers. */
export function renderReference(source: Source): string {
  const where = source["container-title"] ?? source.issuer;
  const volume =
    source.volume === undefined ? "" : `;${source.volume}${source.issue === undefined ? "" : `(${source.issue})`}`;
  const pages = source.page === undefined ? "" : `:${source.page.replace("-", "–")}`;
  const place = [where, source.issued === undefined ? undefined : `${source.issued}${volume}${pages}`].filter(
    (part) => part !== undefined,
  );
  const identifiers = [
    source.DOI === undefined ? undefined : `DOI ${source.DOI}`,
    source.PMID === undefined ? undefined : `PMID ${source.PMID}`,
    source.PMCID,
    source.trial,
  ].filter((part) => part !== undefined);
  return [renderAuthors(source), source.title, place.join(" "), identifiers.join(", ")]
    .filter((part) => part !== "")
    .map((part) => (part.endsWith(".") || part.endsWith("?") ? part : `${part}.`))
    .join(" ");
}

/** At most this many authors are printed; the rest are "et al." */
const AUTHORS_SHOWN = 6;

function renderAuthors(source: Source): string {
  const authors = (source.author ?? []).map((author) =>
    "literal" in author ? author.literal : [author.family, author.given].filter((part) => part !== undefined).join(" "),
  );
  if (authors.length === 0) return "";
  const shown = authors.slice(0, AUTHORS_SHOWN).join(", ");
  return source.etAl === true || authors.length > AUTHORS_SHOWN ? `${shown}, et al` : shown;
}

/** A link only where the identifier itself was seen: one from memory might lead to another paper. */
function linkOf(source: Source): string | null {
  const seen = (field: string) => !source.toVerify.includes(field);
  if (source.DOI !== undefined && seen("DOI")) return `https://doi.org/${source.DOI.split(";")[0]?.trim()}`;
  if (source.PMID !== undefined && seen("PMID")) return `https://pubmed.ncbi.nlm.nih.gov/${source.PMID}/`;
  if (source.PMCID !== undefined && seen("PMCID")) return `https://pmc.ncbi.nlm.nih.gov/articles/${source.PMCID}/`;
  if (source.URL !== undefined && seen("URL")) return source.URL;
  return null;
}
