import type { Topic } from "../../library/model/topic.ts";
import { EMPTY_RECORD, type Instant, type ReviewRecord } from "../model/review-record.ts";
import type { RecordPort } from "../record-port.ts";
import { createTextReader } from "../text/read-kept-text.ts";

/** What readers' pages are made from: the record as it was last looked at, and the texts that were kept. It only reads. */
export interface Reviews extends Pick<RecordPort, "now" | "keptHashes"> {
  /** Looks at the record. Edges do so before each request: what it then shows is what holds. */
  catchUp(): Promise<void>;
  read(): ReviewRecord;
  /** The topic as one exact text has it; nothing when that text was never here or can no longer be read. */
  findTopic(hash: string): Promise<Topic | undefined>;
}

/** The record for readers. */
export function toReviews(record: Pick<RecordPort, "read" | "now" | "keptHashes" | "findText">): Reviews {
  const readText = createTextReader((hash) => record.findText(hash));
  let last = EMPTY_RECORD;
  return {
    async catchUp() {
      last = await record.read();
    },
    read: () => last,
    now: () => record.now(),
    keptHashes: () => record.keptHashes(),
    findTopic: async (hash) => (await readText(hash))?.topic,
  };
}

/** Where no record is kept: every text is merely submitted, and says so. */
export const NO_REVIEWS: Reviews = {
  catchUp: async () => undefined,
  read: (): ReviewRecord => EMPTY_RECORD,
  now: (): Instant => "1970-01-01T00:00:00.000Z",
  keptHashes: async () => [],
  findTopic: async () => undefined,
};
