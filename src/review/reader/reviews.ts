import type { Topic } from "../../library/model/topic.ts";
import { EMPTY_RECORD, type Instant, type ReviewRecord } from "../model/review-record.ts";
import type { RecordPort } from "../record-port.ts";
import { createTextReader } from "../text/read-kept-text.ts";

/** What readers' pages are made from: the record as it now is, and the texts that were kept. It only reads. */
export interface Reviews extends Pick<RecordPort, "read" | "now" | "keptHashes"> {
  /** The topic as one exact text has it; nothing when that text was never here or can no longer be read. */
  findTopic(hash: string): Topic | undefined;
}

/** The record for readers. */
export function toReviews(record: Pick<RecordPort, "read" | "now" | "keptHashes" | "findText">): Reviews {
  const readText = createTextReader((hash) => record.findText(hash));
  return {
    read: () => record.read(),
    now: () => record.now(),
    keptHashes: () => record.keptHashes(),
    findTopic: (hash) => readText(hash)?.topic,
  };
}

/** Where no record is kept: every text is merely submitted, and says so. */
export const NO_REVIEWS: Reviews = {
  read: (): ReviewRecord => EMPTY_RECORD,
  now: (): Instant => "1970-01-01T00:00:00.000Z",
  keptHashes: () => [],
  findTopic: () => undefined,
};
