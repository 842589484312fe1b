import { z } from "zod";
import type { OpenText, TopicRecord } from "../model/review-record.ts";
import { changeTopic, topicOf } from "../rules/change-topic.ts";
import { checkApprovable } from "../rules/check-approvable.ts";
import { requireNoConflict } from "../rules/check-signer.ts";
import { requireOpenText } from "../rules/require-text.ts";
import { hash, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** An approved text becomes the edition in force. What has happened since its approval (a flag, a conflict) still counts. */
export const publish = transition({
  body: z.strictObject({ topic, hash }),
  check(record, { agent, body }) {
    const known = topicOf(record, body.topic);
    const { open } = known;
    if (open === undefined || open.hash !== body.hash) return requireOpenText(open, body);
    return [...requireNoConflict(record, body.topic, agent), ...checkApprovable(record, known, open)];
  },
  change: (record, { recorded, body }) =>
    changeTopic(record, body.topic, (before) =>
      before.open === undefined ? before : becomeEdition(before, before.open, recorded),
    ),
});

function becomeEdition(topicRecord: TopicRecord, open: OpenText, recorded: string): TopicRecord {
  const { open: _open, tombstone: _lifted, ...rest } = topicRecord;
  const { stage: _stage, since: _since, approved: _approved, ...text } = open;
  const edition = {
    ...text,
    number: rest.editions.length + 1,
    published: recorded,
    assured: recorded,
    confirmed: [],
    confirming: [],
    opened: new Map(),
  };
  return { ...rest, editions: [...rest.editions, edition] };
}
