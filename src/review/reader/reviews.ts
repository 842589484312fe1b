import type { Topic } from "../../library/model/topic.ts";
import { EMPTY_RECORD, type Instant, type ReviewRecord } from "../model/review-record.ts";
import type { RecordPort } from "../record-port.ts";
import { readKeptText } from "../text/read-kept-text.ts";

/** What readers' pages are made from: the record as it was last looked at, and the texts that were kept. It only reads. */
export interface Reviews extends Pick<RecordPort, "now" | "keptHashes"> {
  /** Looks at the record. Edges do so before each request: what it then shows is what holds. */
  catchUp(): Promise<void>;
  read(): ReviewRecord;
  /** The topic as one exact text has it; nothing when that text was never here or can no longer be read. */
  findTopic(hash: string): Promise<Topic | undefined>;
}

/** Texts that are read at once when two editions are compared, and a few more. */
const MOST_READ = 16;

/** The record for readers. Texts are immutable, so what was read of one stays good. */
export function toReviews(record: Pick<RecordPort, "read" | "now" | "keptHashes" | "findText">): Reviews {
  const topics = new Map<string, Topic | undefined>();
  let last = EMPTY_RECORD;
  return {
    async catchUp() {
      last = await record.read();
    },
    read: () => last,
    now: () => record.now(),
    keptHashes: () => record.keptHashes(),
    async findTopic(hash) {
      if (topics.has(hash)) return topics.get(hash);
      const kept = await record.findText(hash);
      const topic = kept === undefined ? undefined : readKeptText(kept);
      const [oldest] = topics.keys();
      if (topics.size >= MOST_READ && oldest !== undefined) topics.delete(oldest);
      topics.set(hash, topic);
      return topic;
    },
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
