import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { type FileReaders, rememberingReaders } from "../../library/file-readers.ts";
import type { LibraryFile } from "../../library/model/library.ts";
import { parseLibrary } from "../../library/parse-library.ts";
import { lintLibrary } from "../../lint/lint-library.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { type CertifiedPathway, certifyPathway } from "../../pathway/verify/certify-pathway.ts";
import type { KeptText } from "../record-port.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { type DescribedText, describeText } from "./describe-text.ts";

/** A text as it is handed to the record, and everything that was found of it. */
export interface CheckedText {
  readonly described: DescribedText;
  readonly kept: KeptText;
  /** What the reader of the library, the checks on content and the proof found, places included. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads, checks and proves the text of one topic among the files of its library, as `wellspring check` does. */
export type CheckText = (slug: string, files: readonly LibraryFile[]) => Result<CheckedText>;

export const checkText: CheckText = (slug, files) => checkWith(slug, files, {}, certifyPathway);

/** Checks one text after the other, and reads and proves again only what is not as it was the last time: who writes a sentence does not wait for a proof. */
export function createTextChecker(): CheckText {
  const readers = rememberingReaders();
  let last: { readonly pathway: Pathway; readonly text: string; readonly proof: CertifiedPathway } | undefined;
  const certify = (pathway: Pathway, text: string): CertifiedPathway => {
    // INVARIANT: a pathway that was read again is another one, so a proof is never taken for that of another text.
    if (last?.pathway !== pathway || last.text !== text) last = { pathway, text, proof: certifyPathway(pathway, text) };
    return last.proof;
  };
  return (slug, files) => checkWith(slug, files, readers, certify);
}

function checkWith(
  slug: string,
  files: readonly LibraryFile[],
  readers: Partial<FileReaders>,
  certify: typeof certifyPathway,
): Result<CheckedText> {
  const { library, diagnostics: read } = parseLibrary(files, readers);
  const concerns = ({ span }: Diagnostic) => span === undefined || isOf(slug, span.file);
  const topic = library.topics.get(slug);
  if (topic === undefined)
    return failed(reviewDiagnostics.report("review-text-unreadable", { topic: slug }), ...read.filter(concerns));
  const { pathway } = topic;
  const text = files.find(({ path }) => path === `topics/${slug}/pathway.yaml`)?.text ?? "";
  const { findings, refusals } = pathway === undefined ? { findings: [], refusals: [] } : certify(pathway, text);
  return ok({
    described: describeText(topic, pathway !== undefined && refusals.length === 0),
    kept: { topic: slug, hash: topic.hash, files: topic.texts },
    diagnostics: [...read, ...lintLibrary(library, files), ...findings, ...refusals].filter(concerns),
  });
}

/** Files of the topic's own folder, and those that all topics share. */
function isOf(slug: string, file: string): boolean {
  return file.startsWith(`topics/${slug}/`) || !file.startsWith("topics/");
}
