/** What one page claims about review, read from its HTML as a reader or a search engine would. */
export interface StatusClaims {
  /** Every status word in strong type, on a badge or on paper. */
  readonly words: readonly string[];
  readonly signers: readonly string[];
  readonly cautions: readonly string[];
  readonly indexed: boolean;
  /** Names that the data for search engines gives as reviewers; null when there is no such data. */
  readonly dataSigners: readonly string[] | null;
  /** Sentences outside the status strip that speak of a review as done. */
  readonly prose: readonly string[];
  /** Numbers of the edition that the text is said to be. */
  readonly editions: readonly number[];
  /** Days after which a copy is not to be used, and by which a board is to look again. */
  readonly until: readonly string[];
  /** Codes of what is advised for a patient. */
  readonly advice: readonly string[];
}

export interface StatusExpectation {
  readonly word: string;
  readonly signers: readonly string[];
  readonly caution: RegExp | null;
  readonly edition: number | null;
  /** A day; `author`: the one that the author of the text asks for; null: no day, because the text is not to be used at all. */
  readonly until: string | null;
  /** False: nothing may be advised from the text. */
  readonly usable?: boolean;
}

/** The words as each language has them, written down here once more: a catalogue cannot vouch for itself. */
const WORDS: Readonly<Record<string, string>> = {
  Eingereicht: "Submitted",
  "In Prüfung": "Under review",
  Freigegeben: "Approved",
  Ersetzt: "Replaced",
  Abgelaufen: "Expired",
  Zurückgezogen: "Withdrawn",
};

const DONE = [
  /\b(?:(?:approved|reviewed|signed|endorsed|verified) by|peer[- ]review(?:ed)?|board[- ](?:approved|certified|reviewed))\b/i,
  /(?:freigegeben|begutachtet|unterschrieben|bestätigt) (?:von|durch) |ärztlich geprüft/iu,
  /(?:von|durch) .{0,30}(?:Gremium|Ärzt\p{L}+|Fachleuten|Expert\p{L}+|Klinik) (?:geprüft|freigegeben|begutachtet)/iu,
] as const;

/** Sentences that speak of a review as done. */
function boastsIn(text: string): readonly string[] {
  return text.split(".").filter((sentence) => DONE.some((pattern) => pattern.test(sentence)));
}

export function claimsOf(html: string): StatusClaims {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((found) => textOf(found[1] ?? ""));
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  const parsed = data === undefined ? undefined : (JSON.parse(data) as { reviewedBy?: readonly { name: string }[] });
  // Beside the strip of the text itself, and what the topic's own sentences say of medicine.
  const outside = html
    .replace(/<head>.*?<\/head>/s, "")
    .replace(/<ul class="signers".*?<\/ul>/gs, "")
    .replace(/<script.*?<\/script>/gs, "");
  const paper = [...html.matchAll(/<footer class="(?:paper|leaflet)-foot">.*?<\/footer>/gs)].map(([foot]) => foot);
  return {
    words: [
      ...all(/<strong class="status-word">(.*?)<\/strong>/gs),
      ...all(/<span class="(?:leaflet|paper)-status">(.*?)<\/span>/gs),
      ...all(/<span class="badge[^"]*">(.*?)<\/span>/gs),
    ]
      .map((word) => word.replace(/^(?:Status|Stand): /, ""))
      .map((word) => WORDS[word] ?? word),
    signers: all(/<strong class="signer">(.*?)<\/strong>/gs),
    // What a pathway warns of for one patient is also marked as raised, and says nothing of the text.
    cautions: all(/<p class="caution"[^>]*>(.*?)<\/p>/gs),
    indexed: !/<meta name="robots" content="noindex"/.test(html),
    dataSigners: parsed === undefined ? null : (parsed.reviewedBy ?? []).map(({ name }) => name),
    prose: boastsIn(textOf(outside)),
    editions: all(/<span class="status-edition">(.*?)<\/span>/gs).map((words) => Number(/\d+/.exec(words)?.[0])),
    until: [...paper, ...(html.match(/<span class="status-due">.*?<\/span>/gs) ?? [])].flatMap((part) =>
      [
        ...part.matchAll(
          /(?:Do not use after|Nicht verwenden nach dem|class="status-due").*?<time datetime="(.*?)"/gis,
        ),
      ].map(([, day = ""]) => day.slice(0, 10)),
    ),
    advice: all(/<p class="next-step-title"[^>]*>(.*?)<\/p>/gs),
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
    ...claims.editions.filter((one) => one !== expected.edition).map((one) => `calls itself edition ${one}`),
    ...claims.until.filter((day) => day !== expected.until).map((day) => `may be used until ${day}`),
    ...(expected.usable === false ? claims.advice.map((title) => `advises ${title} though nothing may be`) : []),
  ];
  if (claims.dataSigners !== null) {
    if (expected.word !== "Approved") lies.push("has data for search engines without an approval");
    if ([...claims.dataSigners].sort().join(", ") !== signed) lies.push("names other reviewers to search engines");
  }
  if (own === false) return lies;
  if (claims.words.length === 0) lies.push("says no status");
  if (own === true && [...new Set(claims.signers)].sort().join(", ") !== signed) lies.push("does not name who signed");
  if (own === true && expected.edition !== null && claims.editions.length === 0) lies.push("does not say its edition");
  if (expected.until !== null && claims.until.length === 0) lies.push("does not say how long it may be used");
  const said = claims.cautions.join(" ");
  if (expected.caution === null && said !== "") lies.push(`warns without reason: ${said}`);
  if (expected.caution !== null && !expected.caution.test(said)) lies.push("does not warn");
  return lies;
}

/** What of a text is said to programs, wherever it stands in a reply. */
interface SaidToPrograms {
  readonly status: string;
  readonly caution: string | null;
  readonly edition: number | null;
  readonly usable: boolean;
  readonly nextDue: string | null;
  readonly signatures: readonly { readonly name: string }[];
}

/** The same for what programs read: every place of a reply that gives a status must give the record's, and one at least must be there. */
export function liesInJson(text: string, expected: StatusExpectation): readonly string[] {
  const said = reviewsIn(JSON.parse(text));
  const signed = [...expected.signers].sort().join(", ");
  const until = expected.edition === null ? null : expected.until;
  const isTrue = (review: SaidToPrograms) => [
    review.status === expected.word ? "" : `says ${review.status}, the record ${expected.word}`,
    review.usable === (expected.usable ?? true) ? "" : `says usable ${review.usable}`,
    review.edition === expected.edition ? "" : `calls it edition ${review.edition}`,
    (review.nextDue?.slice(0, 10) ?? null) === until ? "" : `is due ${review.nextDue}`,
    review.signatures
      .map(({ name }) => name)
      .sort()
      .join(", ") === signed
      ? ""
      : "names other signers",
    (expected.caution === null) === (review.caution === null) && (expected.caution?.test(review.caution ?? "") ?? true)
      ? ""
      : "does not warn as the record does",
  ];
  return [
    ...(said.length === 0 ? ["says no status"] : said.flatMap(isTrue).filter((lie) => lie !== "")),
    ...boastsIn(text).map((sentence) => `speaks of a review: ${sentence.slice(0, 80)}`),
  ];
}

function reviewsIn(value: unknown): readonly SaidToPrograms[] {
  if (Array.isArray(value)) return value.flatMap(reviewsIn);
  if (typeof value !== "object" || value === null) return [];
  const own = "signatures" in value && "usable" in value ? [value as SaidToPrograms] : [];
  return [...own, ...Object.values(value).flatMap(reviewsIn)];
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*aria-hidden="true"[^>]*>[^<]*<\/[^>]+>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
