import type { RankingProfile } from "../evidence/corpus.ts";
import type { KNOWN_LICENCES } from "../evidence/licences.ts";
import { readPdf } from "./documents/pdf/read-pdf.ts";
import { readHtml } from "./documents/read-html.ts";
import { readMarkdown } from "./documents/read-markdown.ts";
import { readJats } from "./jats/read-jats.ts";
import {
  readBioasq,
  readEvidenceInference,
  readGuidelines,
  readMedquad,
  readPubmedqa,
  readScifact,
} from "./json-kinds.ts";
import { textFile } from "./open-text.ts";
import { readMedquadXml } from "./read-medquad-xml.ts";
import { readPubmed } from "./read-pubmed.ts";
import type { FileReader } from "./read-record.ts";

/** A kind of file that can be imported: how it is read, how its passages rank, and the licence its publisher names. */
export interface ImportKind {
  readonly title: string;
  readonly profile: RankingProfile;
  /** Absent where every file has terms of its own: then the one who imports has to know them. */
  readonly licence?: keyof typeof KNOWN_LICENCES;
  /** How the names of files of this kind end, each plain or gzip: what is read of a folder. */
  readonly endings: readonly string[];
  /** A file is one document, known by the file's name. */
  readonly isDocument?: true;
  readonly read: FileReader;
}

const JSON_LINES = [".jsonl", ".ndjson"];

export const IMPORT_KINDS: Readonly<Record<string, ImportKind>> = {
  pubmed: {
    title: "PubMed",
    profile: "literature",
    licence: "pubmed-terms",
    endings: [".xml"],
    read: textFile(readPubmed),
  },
  jats: { title: "Full-text articles", profile: "literature", endings: [".xml", ".nxml"], read: textFile(readJats) },
  html: { title: "Pages", profile: "topic-pages", endings: [".html", ".htm"], isDocument: true, read: readHtml },
  markdown: {
    title: "Markdown documents",
    profile: "topic-pages",
    endings: [".md", ".markdown"],
    isDocument: true,
    read: readMarkdown,
  },
  pdf: { title: "PDF documents", profile: "topic-pages", endings: [".pdf"], isDocument: true, read: readPdf },
  medquad: {
    title: "MedQuAD",
    profile: "topic-pages",
    licence: "CC-BY-4.0",
    endings: JSON_LINES,
    read: textFile(readMedquad),
  },
  "medquad-xml": {
    title: "MedQuAD",
    profile: "topic-pages",
    licence: "CC-BY-4.0",
    endings: [".xml"],
    read: textFile(readMedquadXml),
  },
  guidelines: {
    title: "Guideline summaries",
    profile: "topic-pages",
    licence: "no-copyright-restrictions",
    endings: JSON_LINES,
    read: textFile(readGuidelines),
  },
  scifact: {
    title: "SciFact abstracts",
    profile: "literature",
    licence: "ODC-By-1.0",
    endings: JSON_LINES,
    read: textFile(readScifact),
  },
  bioasq: {
    title: "BioASQ snippets",
    profile: "literature",
    licence: "evaluation-only",
    endings: JSON_LINES,
    read: textFile(readBioasq),
  },
  pubmedqa: {
    title: "PubMedQA abstracts",
    profile: "literature",
    licence: "pubmed-terms",
    endings: JSON_LINES,
    read: textFile(readPubmedqa),
  },
  "evidence-inference": {
    title: "Evidence Inference trial reports",
    profile: "literature",
    licence: "CC-BY-4.0",
    endings: JSON_LINES,
    read: textFile(readEvidenceInference),
  },
};

/** The kind of that name, which the caller has found in the table. */
export function getImportKind(name: string): ImportKind {
  const kind = IMPORT_KINDS[name];
  if (kind === undefined) throw new Error(`there is no kind ${name}`);
  return kind;
}
