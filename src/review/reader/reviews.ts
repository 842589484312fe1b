import type { Topic } from "../../library/model/topic.ts";
import { EMPTY_RECORD, type Instant, type ReviewRecord } from "../model/review-record.ts";
import type { RecordPort } from "../record-port.ts";
import { createTextReader } from "../text/read-kept-text.ts";

/** What readers' pages are made from: the record at one moment, and the texts that were kept. It only reads. */
export interface Reviews extends Pick<RecordPort, "keptHashes" | "findText"> {
  /** Looks at the record. Edges do so before each request: what it gives is what holds now, and stays so until the request is answered. */
  catchUp(): Promise<Reviews>;
  /** As it was at this moment. */
  read(): ReviewRecord;
  /** The moment itself. */
  now(): Instant;
  /** The topic as one exact text has it; nothing when that text was never here or can no longer be read. */
  findTopic(hash: string): Promise<Topic | undefined>;
}

/** The record for readers; of nothing that was recorded until it is first looked at. */
export function toReviews(record: Pick<RecordPort, "read" | "now" | "keptHashes" | "findText">): Reviews {
  const readText = createTextReader((hash) => record.findText(hash));
  const at = (moment: ReviewRecord, now: Instant): Reviews => ({
    catchUp: async () => at(await record.read(), record.now()),
    read: () => moment,
    now: () => now,
    keptHashes: () => record.keptHashes(),
    findText: (hash) => record.findText(hash),
    findTopic: async (hash) => (await readText(hash))?.topic,
  });
  return at(EMPTY_RECORD, record.now());
}

/** Where no record is kept: every text is merely submitted, and says so. */
export function noReviews(clock: () => Instant): Reviews {
  const moment = clock();
  return {
    catchUp: async () => noReviews(clock),
    read: () => EMPTY_RECORD,
    now: () => moment,
    keptHashes: async () => [],
    findText: async () => undefined,
    findTopic: async () => undefined,
  };
}

/** No record, and nobody who would know what day it is. */
export const NO_REVIEWS: Reviews = noReviews(() => "1970-01-01T00:00:00.000Z");
