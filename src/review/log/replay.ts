import type { ReviewRecord } from "../model/review-record.ts";
import { ACTIVITIES } from "../policy.ts";
import { transitionOf } from "../transitions/transition-of.ts";
import type { LogEntry } from "./log-entry.ts";

/** What the record is once an entry stands in the log. What was recorded is never judged again, only carried out. */
export function replayEntry(record: ReviewRecord, entry: LogEntry): ReviewRecord {
  const activity = ACTIVITIES.find((known) => known === entry.activity);
  if (activity === undefined) throw new Error(`entry ${entry.sequence} of the log is of an unknown kind`);
  const step = transitionOf(activity);
  const { agent, recorded, sequence, hash } = entry;
  const body = step.body.parse(JSON.parse(entry.body));
  const changed = step.change(record, { agent, recorded, entry: sequence, body });
  return { ...changed, last: { sequence, recorded, hash } };
}
