import type { RankingProfile } from "../evidence/corpus.ts";
import type { KNOWN_LICENCES } from "../evidence/licences.ts";
import {
  readBioasq,
  readEvidenceInference,
  readGuidelines,
  readMedquad,
  readPubmedqa,
  readScifact,
} from "./json-kinds.ts";
import { readPubmed } from "./read-pubmed.ts";
import type { RecordReader } from "./read-record.ts";

/** A kind of file that can be imported: how it is read, how its passages rank, and the licence its publisher names. */
export interface ImportKind {
  readonly title: string;
  readonly profile: RankingProfile;
  readonly licence: keyof typeof KNOWN_LICENCES;
  readonly read: RecordReader;
}

export const IMPORT_KINDS: Readonly<Record<string, ImportKind>> = {
  pubmed: { title: "PubMed", profile: "literature", licence: "pubmed-terms", read: readPubmed },
  medquad: { title: "MedQuAD", profile: "topic-pages", licence: "CC-BY-4.0", read: readMedquad },
  guidelines: {
    title: "Guideline summaries",
    profile: "topic-pages",
    licence: "no-copyright-restrictions",
    read: readGuidelines,
  },
  scifact: { title: "SciFact abstracts", profile: "literature", licence: "ODC-By-1.0", read: readScifact },
  bioasq: { title: "BioASQ snippets", profile: "literature", licence: "evaluation-only", read: readBioasq },
  pubmedqa: { title: "PubMedQA abstracts", profile: "literature", licence: "pubmed-terms", read: readPubmedqa },
  "evidence-inference": {
    title: "Evidence Inference trial reports",
    profile: "literature",
    licence: "CC-BY-4.0",
    read: readEvidenceInference,
  },
};

/** The kind of that name, which the caller has found in the table. */
export function getImportKind(name: string): ImportKind {
  const kind = IMPORT_KINDS[name];
  if (kind === undefined) throw new Error(`there is no kind ${name}`);
  return kind;
}
