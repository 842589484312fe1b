import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { type SourceSpan, spanAt } from "../../kernel/source-span.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Instant, ReviewRecord, TopicRecord } from "../model/review-record.ts";
import { editionInForce } from "../model/text-state.ts";
import { PENDING_CAUTION } from "../reader/cautions.ts";
import { statusOfText, type TextStatus } from "../reader/text-status.ts";
import type { KeptText, RecordPort } from "../record-port.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { libraryFilesOf } from "./read-kept-text.ts";

type Reading = Pick<RecordPort, "read" | "now" | "findText">;
type TextOnDisk = Pick<Topic, "slug" | "hash" | "texts">;

/** What the record says of one text of a folder, and what its author or board has to do about it. */
export interface RecordedStatus {
  readonly topic: string;
  readonly status: TextStatus;
}

export interface CheckedAgainstRecord {
  readonly statuses: readonly RecordedStatus[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The texts of a folder against the record of review (design section 9): what was edited after it was approved, what is no longer in force, what
 * readers are told to beware of, and what was approved and is not there. A text that no board has seen is Submitted, which is no fault.
 */
export async function checkAgainstRecord(
  topics: ReadonlyMap<string, TextOnDisk>,
  record: Reading,
): Promise<CheckedAgainstRecord> {
  const known = await record.read();
  const statuses: RecordedStatus[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const topic of topics.values()) {
    const status = statusOfText(known, topic.slug, topic.hash, record.now());
    statuses.push({ topic: topic.slug, status });
    diagnostics.push(...(await checkTopic(topic, status, known, record)));
  }
  return { statuses, diagnostics: [...diagnostics, ...missingEditions(topics, known, record.now())] };
}

async function checkTopic(
  topic: TextOnDisk,
  status: TextStatus,
  { topics }: ReviewRecord,
  record: Reading,
): Promise<readonly Diagnostic[]> {
  const known = topics.get(topic.slug);
  if (known === undefined) return [];
  const { caution } = status;
  const place = placeOf(topic);
  if (!status.usable || status.status === "Replaced")
    return [reviewDiagnostics.report("review-text-not-in-force", { topic: topic.slug, caution: caution ?? "" }, place)];
  const approved = approvedHash(known, record.now());
  const isKnown = approved === topic.hash || known.open?.hash === topic.hash;
  if (approved !== undefined && !isKnown) return editedPlaces(topic, await record.findText(approved));
  const unread = withoutLayReader(topic, status);
  // A first draft that nobody has approved yet is where every text begins.
  if (caution === null || (caution === PENDING_CAUTION && approved === undefined)) return unread;
  return [reviewDiagnostics.report("review-text-cautioned", { caution }, place), ...unread];
}

const PATIENTS_TEXT = "article.patient.md";

/** A signature is on all files of a topic. Whether those for whom its variant is written understand it, only one of them can sign. */
function withoutLayReader({ slug, texts }: TextOnDisk, { status, signatures }: TextStatus): readonly Diagnostic[] {
  const text = texts.find(({ name }) => name === PATIENTS_TEXT)?.text;
  if (text === undefined || status !== "Approved" || signatures.some(({ capacity }) => capacity === "lay")) return [];
  const span = spanAt(`topics/${slug}/${PATIENTS_TEXT}`, text, 0, Math.max(1, text.indexOf("\n")));
  return [reviewDiagnostics.report("variant-without-record", {}, span)];
}

/** The text that the board stands behind: the edition in force, else what is approved and not yet published. */
function approvedHash(known: TopicRecord, now: Instant): string | undefined {
  const open = known.open?.stage === "approved" ? known.open.hash : undefined;
  return editionInForce(known, now)?.hash ?? open;
}

function missingEditions(
  topics: ReadonlyMap<string, TextOnDisk>,
  record: ReviewRecord,
  now: Instant,
): readonly Diagnostic[] {
  return [...record.topics.values()].flatMap((known) => {
    const edition = editionInForce(known, now);
    if (edition === undefined || topics.has(known.topic)) return [];
    return [reviewDiagnostics.report("review-text-missing", { topic: known.topic, edition: edition.number })];
  });
}

/** Each file that is not as it was approved, where it first differs. */
function editedPlaces(topic: TextOnDisk, approved: KeptText | undefined): readonly Diagnostic[] {
  const report = (file: string, span: SourceSpan) =>
    reviewDiagnostics.report("review-text-edited", { file, topic: topic.slug }, span);
  if (approved === undefined) return [report("topic.yaml", placeOf(topic))];
  const now = filesOf({ topic: topic.slug, hash: topic.hash, files: topic.texts });
  const before = filesOf(approved);
  const gone = [...before.keys()].filter((file) => !now.has(file)).map((file) => report(file, placeOf(topic)));
  const changed = [...now].flatMap(([file, text]) => {
    const old = before.get(file) ?? "";
    return old === text && before.has(file) ? [] : [report(file, firstDifference(file, old, text))];
  });
  return [...changed, ...gone];
}

function filesOf(text: KeptText): ReadonlyMap<string, string> {
  return new Map(libraryFilesOf(text).map(({ path, text: content }) => [path, content]));
}

/** From the first character that differs to the end of its line, under the heading it lies under. */
function firstDifference(file: string, before: string, after: string): SourceSpan {
  let at = 0;
  while (at < after.length && before[at] === after[at]) at += 1;
  const line = after.indexOf("\n", at);
  const length = Math.max(1, (line === -1 ? after.length : line) - at);
  const heading = [...after.slice(0, at).matchAll(/^#+ (.+?)(?: \{.*)?$/gm)].at(-1)?.[1];
  return spanAt(file, after, at, length, file.endsWith(".md") ? heading : undefined);
}

function placeOf({ slug, texts }: TextOnDisk): SourceSpan {
  const text = texts.find(({ name }) => name === "topic.yaml")?.text ?? "";
  const title = /^title:.*$/m.exec(text);
  return spanAt(`topics/${slug}/topic.yaml`, text, title?.index ?? 0, title?.[0].length ?? 1);
}
