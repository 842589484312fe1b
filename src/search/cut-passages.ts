import type { DocumentSection, EvidenceDocument } from "../evidence/corpus.ts";
import type { PassageDraft, PreparedDocument, PreparedPassage } from "../evidence/evidence-port.ts";
import type { PublicationMark } from "../evidence/publication-mark.ts";
import { contentHash } from "../kernel/content-hash.ts";
import { splitSentences } from "./split-sentences.ts";

/** Characters of a passage, about 300 words. Longer sections are cut after a sentence; recommendations never are. */
const LONGEST = 2_000;

/** A document as it is stored, whose texts have not left the process that read it. */
type CutDocument = PreparedDocument & { readonly passages: readonly (PreparedPassage & { readonly text: string })[] };

/** A document as it is stored: its record, its text as passages, and what it says of others. */
export function prepareDocument(
  source: string,
  document: EvidenceDocument,
  marks: readonly PublicationMark[] = [],
): CutDocument {
  const { sections: _asPassages, ...kept } = document;
  const record = JSON.stringify(kept);
  const passages = cutPassages(source, document).map(toPrepared);
  const hash = versionHash(document.key, record, passages, marks);
  return { key: document.key, hash, record, passages, ...(marks.length === 0 ? {} : { marks }) };
}

function toPrepared({ hash, headings, text, start, end, role, grade }: PassageDraft): CutDocument["passages"][number] {
  return {
    hash,
    headings: JSON.stringify(headings),
    text,
    start,
    end,
    ...(role === undefined ? {} : { role }),
    ...(grade === undefined ? {} : { grade }),
  };
}

/** Changes with everything that is stored of a document; the hash of a passage stands for its headings and text. */
function versionHash(
  key: string,
  record: string,
  passages: readonly PreparedPassage[],
  marks: readonly PublicationMark[],
): string {
  const parts = passages.map(({ hash, start, end, role, grade }) => [hash, start, end, role, grade]);
  return contentHash([
    { name: key, text: record },
    { name: "passages", text: JSON.stringify(parts) },
    ...(marks.length === 0 ? [] : [{ name: "marks", text: JSON.stringify(marks) }]),
  ]);
}

/**
 * Cuts a document into the passages that are searched and quoted from. A document without text becomes one empty passage, so that its
 * title and subjects are found. Of passages that are the same under the same headings the first is kept.
 */
export function cutPassages(source: string, document: EvidenceDocument): readonly PassageDraft[] {
  const sections = document.sections.filter(({ text }) => text.trim() !== "");
  const drafts = new Map<string, PassageDraft>();
  for (const section of sections.length > 0 ? sections : [{ headings: [], text: "" }])
    for (const { start, end } of cutSection(section)) {
      const text = section.text.slice(start, end);
      const hash = passageHash(source, document.key, section.headings, text);
      if (drafts.has(hash)) continue;
      const { headings, role, grade } = section;
      drafts.set(hash, {
        hash,
        source,
        document: document.key,
        ordinal: drafts.size,
        headings,
        text,
        start,
        end,
        ...(role === undefined ? {} : { role }),
        ...(grade === undefined ? {} : { grade }),
      });
    }
  return [...drafts.values()];
}

/** The same text at the same place of the same document has the same hash, in whatever version. */
function passageHash(source: string, key: string, headings: readonly string[], text: string): string {
  return contentHash([
    { name: "source", text: source },
    { name: "document", text: key },
    { name: "headings", text: JSON.stringify(headings) },
    { name: "text", text },
  ]);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function cutSection({ text, role }: DocumentSection): readonly Stretch[] {
  if (text.length <= LONGEST || role === "recommendation") return [{ start: 0, end: text.length }];
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const { start, end } of splitSentences(text)) {
    if (open !== undefined && end - open.start > LONGEST) {
      stretches.push(open);
      open = undefined;
    }
    open = { start: open?.start ?? start, end };
  }
  return open === undefined ? stretches : [...stretches, open];
}
