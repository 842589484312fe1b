import type { Edition, OpenText, ReviewRecord, TopicRecord } from "../model/review-record.ts";

export function topicOf(record: ReviewRecord, topic: string): TopicRecord {
  return record.topics.get(topic) ?? { topic, editions: [], flags: [], comments: [] };
}

/** The record with one topic as `change` makes it. */
export function changeTopic(
  record: ReviewRecord,
  topic: string,
  change: (topic: TopicRecord) => TopicRecord,
): ReviewRecord {
  return { ...record, topics: new Map(record.topics).set(topic, change(topicOf(record, topic))) };
}

/** The record with the open text of a topic as `change` makes it; the same where there is none. */
export function changeOpen(record: ReviewRecord, topic: string, change: (open: OpenText) => OpenText): ReviewRecord {
  return changeTopic(record, topic, (before) =>
    before.open === undefined ? before : { ...before, open: change(before.open) },
  );
}

/** The record with one edition of a topic as `change` makes it. */
export function changeEdition(
  record: ReviewRecord,
  topic: string,
  number: number,
  change: (edition: Edition) => Edition,
): ReviewRecord {
  return changeTopic(record, topic, (before) => ({
    ...before,
    editions: before.editions.map((edition) => (edition.number === number ? change(edition) : edition)),
  }));
}

/** The open text without its approval and in another stage. */
export function withStage(open: OpenText, stage: OpenText["stage"], since: string): OpenText {
  const { approved: _voided, ...rest } = open;
  return { ...rest, stage, since };
}
