import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { LibraryFile } from "../../library/model/library.ts";
import { TOPIC_FILES } from "../../library/parse-library.ts";
import { editionInForce } from "../model/text-state.ts";
import type { KeptText, RecordPort } from "../record-port.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { libraryFilesOf } from "./read-kept-text.ts";

/** What is written into a library's folder, and what must not lie there beside it. */
export interface Export {
  readonly texts: readonly KeptText[];
  readonly files: readonly LibraryFile[];
  /** Files of the topics that these texts do not have: with them the folder would hold other texts. */
  readonly absent: readonly string[];
}

/** The text of a topic that a board stands behind: the edition in force, else the text that is approved and not yet published. */
export async function findExported(
  topic: string,
  record: Pick<RecordPort, "read" | "now" | "findText">,
): Promise<Result<KeptText>> {
  const known = (await record.read()).topics.get(topic);
  const approved = known?.open?.stage === "approved" ? known.open.hash : undefined;
  const hash = known === undefined ? undefined : (editionInForce(known, record.now())?.hash ?? approved);
  const kept = hash === undefined ? undefined : await record.findText(hash);
  return kept === undefined ? failed(reviewDiagnostics.report("export-nothing-approved", { topic })) : ok(kept);
}

/** Several texts as the files of one library. Texts that were approved on different sources or terms cannot lie in one folder. */
export function gatherExport(texts: readonly KeptText[]): Result<Export> {
  const files = new Map<string, { readonly text: string; readonly topic: string }>();
  const problems: Diagnostic[] = [];
  for (const kept of texts)
    for (const { path, text } of libraryFilesOf(kept)) {
      const there = files.get(path);
      if (there !== undefined && there.text !== text) {
        const topics = [there.topic, kept.topic].join(", ");
        problems.push(reviewDiagnostics.report("export-shared-differs", { file: path, topics }));
      }
      files.set(path, { text, topic: kept.topic });
    }
  if (problems.length > 0) return failed(...problems);
  const possible = texts.flatMap(({ topic }) => TOPIC_FILES.map((name) => `topics/${topic}/${name}`));
  return ok({
    texts,
    files: [...files].map(([path, { text }]) => ({ path, text })),
    absent: possible.filter((path) => !files.has(path)),
  });
}
