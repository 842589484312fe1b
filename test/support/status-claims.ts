/** What one page claims about review, read from its HTML as a reader or a search engine would. */
export interface StatusClaims {
  /** Every status word in strong type or on a badge. */
  readonly words: readonly string[];
  readonly signers: readonly string[];
  readonly cautions: readonly string[];
  readonly indexed: boolean;
  /** Names that the data for search engines gives as reviewers; null when there is no such data. */
  readonly dataSigners: readonly string[] | null;
  /** Sentences outside the status strip that speak of a review as done. */
  readonly prose: readonly string[];
}

export interface StatusExpectation {
  readonly word: string;
  readonly signers: readonly string[];
  readonly caution: RegExp | null;
}

const DONE =
  /[^.]*\b(?:(?:approved|reviewed|signed|endorsed|verified) by|peer[- ]reviewed|board[- ](?:approved|certified|reviewed))\b[^.]*/gi;

export function claimsOf(html: string): StatusClaims {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((found) => textOf(found[1] ?? ""));
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  const parsed = data === undefined ? undefined : (JSON.parse(data) as { reviewedBy?: readonly { name: string }[] });
  // Beside the strip of the text itself, and what the topic's own sentences say of medicine.
  const outside = html
    .replace(/<head>.*?<\/head>/s, "")
    .replace(/<ul class="signers".*?<\/ul>/gs, "")
    .replace(/<script.*?<\/script>/gs, "");
  return {
    words: [
      ...all(/<strong class="status-word">(.*?)<\/strong>/gs),
      ...all(/<span class="leaflet-status">(.*?)<\/span>/gs),
      ...all(/<span class="badge[^"]*">(.*?)<\/span>/gs),
    ].map((word) => word.replace(/^Status: /, "")),
    signers: all(/<strong class="signer">(.*?)<\/strong>/gs),
    cautions: all(/<p class="caution"[^>]*>(.*?)<\/p>/gs),
    indexed: !/<meta name="robots" content="noindex"/.test(html),
    dataSigners: parsed === undefined ? null : (parsed.reviewedBy ?? []).map(({ name }) => name),
    prose: textOf(outside).match(DONE) ?? [],
  };
}

/** The leaflet has one page: it says the word and the caution, and its code leads to who signed. */
export type Says = boolean | "without signers";

/** What a page claims beyond, or against, the record. `own` is true for pages that show the text itself and so must say all. */
export function liesOn(html: string, expected: StatusExpectation, own: Says): readonly string[] {
  const claims = claimsOf(html);
  const signed = [...expected.signers].sort().join(", ");
  const lies = [
    ...claims.words.filter((word) => word !== expected.word).map((word) => `says ${word}, the record ${expected.word}`),
    ...claims.prose.map((sentence) => `speaks of a review: ${sentence.trim().slice(0, 80)}`),
    ...(claims.indexed && own !== false && expected.word !== "Approved"
      ? ["lets itself be found by search engines"]
      : []),
    ...claims.signers.filter((name) => !expected.signers.includes(name)).map((name) => `names ${name} as signer`),
  ];
  if (claims.dataSigners !== null) {
    if (expected.word !== "Approved") lies.push("has data for search engines without an approval");
    if ([...claims.dataSigners].sort().join(", ") !== signed) lies.push("names other reviewers to search engines");
  }
  if (own === false) return lies;
  if (claims.words.length === 0) lies.push("says no status");
  if (own === true && [...new Set(claims.signers)].sort().join(", ") !== signed) lies.push("does not name who signed");
  const said = claims.cautions.join(" ");
  if (expected.caution === null && said !== "") lies.push(`warns without reason: ${said}`);
  if (expected.caution !== null && !expected.caution.test(said)) lies.push("does not warn");
  return lies;
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*aria-hidden="true"[^>]*>[^<]*<\/[^>]+>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
