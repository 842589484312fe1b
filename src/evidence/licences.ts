import type { Licence, LicenceGrants } from "./corpus.ts";

const free: LicenceGrants = { store: true, quote: true, model: true, redistribute: true };
const withAttribution = (name: string, version: string): Licence => ({
  name,
  grants: free,
  attribution: `Licensed under Creative Commons Attribution ${version}.`,
});
/** Short quotations are shown with their address; the text is not given away. */
const quotedOnly: LicenceGrants = { store: true, quote: true, model: false, redistribute: false };
const searchedOnly: LicenceGrants = { store: true, quote: false, model: false, redistribute: false };

/** Licences that the ledger can read, by the name to give at import. What a licence does not clearly grant is not granted. */
export const KNOWN_LICENCES = {
  "CC0-1.0": { name: "CC0-1.0", grants: free },
  "public-domain": { name: "public-domain", grants: free },
  "no-copyright-restrictions": { name: "no-copyright-restrictions", grants: free },
  MIT: { name: "MIT", grants: free },
  "CC-BY-2.5": withAttribution("CC-BY-2.5", "2.5"),
  "CC-BY-4.0": withAttribution("CC-BY-4.0", "4.0"),
  "CC-BY-NC-4.0": {
    name: "CC-BY-NC-4.0",
    grants: quotedOnly,
    attribution: "Licensed under Creative Commons Attribution-NonCommercial 4.0.",
  },
  "CC-BY-ND-4.0": {
    name: "CC-BY-ND-4.0",
    grants: quotedOnly,
    attribution: "Licensed under Creative Commons Attribution-NoDerivatives 4.0.",
  },
  "ODC-By-1.0": { name: "ODC-By-1.0", grants: free, attribution: "Licensed under ODC-By 1.0." },
  /** Abstracts belong to their publishers or authors; the citations are courtesy of the US National Library of Medicine. */
  "pubmed-terms": {
    name: "pubmed-terms",
    grants: quotedOnly,
    attribution: "Courtesy of the US National Library of Medicine; abstracts may be under copyright.",
  },
  "evaluation-only": { name: "evaluation-only", grants: searchedOnly },
  "all-rights-reserved": { name: "all-rights-reserved", grants: { ...searchedOnly, store: false } },
} as const satisfies Readonly<Record<string, Licence>>;

/** The licence of that name, or nothing when the ledger does not know it. */
export function findLicence(name: string): Licence | undefined {
  const known: Readonly<Record<string, Licence>> = KNOWN_LICENCES;
  return Object.hasOwn(known, name) ? known[name] : undefined;
}
