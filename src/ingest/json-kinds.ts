import { z } from "zod";
import type { DocumentSection, EvidenceDocument } from "../evidence/corpus.ts";
import { withRole } from "./documents/document-outline.ts";
import { guidelineSections, releaseDate } from "./guideline-sections.ts";
import { jsonLinesReader } from "./read-json-lines.ts";

const text = z.string();
const texts = z.array(z.string());

/** What every document says that says nothing of it. */
const plain = { language: "en", status: "current", identifiers: {}, subjects: [] } as const;

/** Questions and answers of pages for the public; those without an answer are found by question and names. */
export const readMedquad = jsonLinesReader(
  z.object({
    id: text,
    source: text,
    url: text,
    focus: text,
    synonyms: texts,
    question: text,
    answer: text.optional(),
  }),
  ({ id, source, url, focus, synonyms, question, answer = "" }): EvidenceDocument => ({
    ...plain,
    key: id,
    title: question,
    type: "page",
    url,
    issuer: source,
    subjects: [focus, ...synonyms],
    sections: answer === "" ? [] : [{ headings: [], text: answer }],
  }),
);

export const readScifact = jsonLinesReader(
  z.object({ id: text, title: text, sentences: texts }),
  ({ id, title, sentences }): EvidenceDocument => ({
    ...plain,
    key: id,
    title,
    type: "study",
    sections: [{ headings: ["Abstract"], text: sentences.join(" ") }],
  }),
);

export const readBioasq = jsonLinesReader(
  z.object({ id: text, title: text, body: text }),
  ({ id, title, body }): EvidenceDocument => ({
    ...plain,
    key: id,
    title,
    type: "study",
    identifiers: { pmid: id },
    url: `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(id)}/`,
    sections: [{ headings: [], text: body }],
  }),
);

export const readPubmedqa = jsonLinesReader(
  z.object({
    pmid: text,
    question: text,
    contexts: z.array(z.object({ label: text, text })),
    mesh: texts,
    year: z.union([text, z.number()]).nullish(),
    conclusion: text.optional(),
  }),
  ({ pmid, question, contexts, mesh, year, conclusion }): EvidenceDocument => ({
    ...plain,
    key: pmid,
    title: question,
    type: "study",
    identifiers: { pmid },
    url: `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`,
    ...(year === null || year === undefined ? {} : { date: String(year) }),
    subjects: mesh,
    sections: [
      ...contexts.map((context) => labelled(context.label, context.text)),
      ...(conclusion === undefined ? [] : [labelled("CONCLUSION", conclusion)]),
    ],
  }),
);

/** Headings stand in a trial report's text as lines such as `BODY.RESULTS:`. */
const REPORT_HEADING = /^((?:TITLE|ABSTRACT|BODY)[^\n]*):[ \t]*$/m;

export const readEvidenceInference = jsonLinesReader(
  z.object({ pmcid: text, title: text, text }),
  ({ pmcid, title, text: report }): EvidenceDocument => {
    const [, ...parts] = report.split(REPORT_HEADING);
    const sections = parts.flatMap((heading, at) =>
      at % 2 === 0 && heading !== "TITLE" ? [labelled(heading, (parts[at + 1] ?? "").trim())] : [],
    );
    return {
      ...plain,
      key: pmcid,
      title,
      type: "trial",
      identifiers: { pmcid },
      url: `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURIComponent(pmcid)}/`,
      sections: sections.length > 0 ? sections : [{ headings: [], text: report }],
    };
  },
);

/** A section under a heading such as `ABSTRACT.RESULTS`, with what the heading says of its part in the argument. */
export function labelled(heading: string, text: string): DocumentSection {
  return withRole(
    heading.split(".").filter((part) => part !== ""),
    text,
  );
}

export const readGuidelines = jsonLinesReader(
  z.object({
    id: z.union([text, z.number()]),
    title: text,
    developer: text,
    released: text,
    status: text,
    sections: z.array(z.object({ heading: text, markdown: text })),
  }),
  ({ id, title, developer, released, status, sections }): EvidenceDocument => {
    const date = releaseDate(released);
    const current = /current release/i.test(status);
    const subjects = sections.find(({ heading }) => /^disease|^condition/i.test(heading))?.markdown ?? "";
    return {
      ...plain,
      key: String(id),
      title,
      type: "guideline",
      issuer: developer,
      ...(date === undefined ? {} : { date }),
      ...(current ? {} : { status: "superseded", statusReason: status }),
      subjects: subjects.split("\n").flatMap((line) => line.replace(/^[-*\s]+/, "").trim() || []),
      sections: sections.flatMap(({ heading, markdown }) => guidelineSections(heading, markdown)),
    };
  },
);
