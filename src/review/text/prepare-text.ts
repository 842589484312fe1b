import { contentHash } from "../../kernel/content-hash.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { Steps } from "../../kernel/steps.ts";
import type { FileReaders } from "../../library/file-readers.ts";
import type { Topic } from "../../library/model/topic.ts";
import { parseLibraryInSteps } from "../../library/parse-library.ts";
import type { KeptText } from "../record-port.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { libraryFilesOf } from "./read-kept-text.ts";

/** What the pathway was tried on: no reader meets it, and to read it takes longer than all else. */
const EXAMPLES = "examples.yaml";

/** Where a link to another topic leads is not for one text to say. */
const BETWEEN_TOPICS: ReadonlySet<string> = new Set<string>(["related-target-unknown"]);

/**
 * Reads and compiles a kept text, so that it can be shown and answered from; or says why it cannot: its files are not those of its hash, or this
 * version cannot read it whole. What is left out of a text makes another one, which nobody has signed.
 */
export function* prepareText(kept: KeptText, readers: Partial<FileReaders>): Steps<Result<Topic>> {
  if (contentHash(kept.files) !== kept.hash)
    return withhold(kept, "its files are not the ones that its hash was taken of");
  const withoutExamples = { ...readers, readExamples: () => ({ entries: [], examples: [], diagnostics: [] }) };
  const { library, diagnostics } = yield* parseLibraryInSteps(libraryFilesOf(kept), withoutExamples);
  return judgeText(kept, library.topics.get(kept.topic), diagnostics);
}

/** Whether what was read of a text is all of it. */
export function judgeText(text: KeptText, topic: Topic | undefined, diagnostics: readonly Diagnostic[]): Result<Topic> {
  const own = new Set(libraryFilesOf(text).map(({ path }) => path));
  const first = diagnostics.find((found) => leavesOut(found, own));
  if (first !== undefined) return withhold(text, `${first.span?.file}: ${first.message}`);
  if (topic === undefined) return withhold(text, "it is no topic that this version can read");
  if (topic.hash !== text.hash) return withhold(text, "it has files that this version does not read");
  return ok(topic);
}

/** An error in one of the text's files costs what it stands in. */
function leavesOut({ severity, code, span }: Diagnostic, own: ReadonlySet<string>): boolean {
  if (severity !== "error" || BETWEEN_TOPICS.has(code) || span === undefined) return false;
  return own.has(span.file) && !span.file.endsWith(`/${EXAMPLES}`);
}

function withhold({ topic, hash }: Pick<KeptText, "topic" | "hash">, reason: string): Result<Topic> {
  return failed(reviewDiagnostics.report("review-text-withheld", { topic, hash, reason }));
}

/** The text was never here. */
export function notKept(text: Pick<KeptText, "topic" | "hash">): Result<Topic> {
  return withhold(text, "its files are not kept in the record");
}
