import { z } from "zod";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { changeTopic, topicOf } from "../rules/change-topic.ts";
import { requireNoConflict, requireOtherPerson } from "../rules/check-signer.ts";
import { findText } from "../rules/find-text.ts";
import { entry, reason, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** A clinical reviewer has looked, and says why the text may stay as it is. */
export const liftFlag = transition({
  body: z.strictObject({ topic, flag: entry, reason }),
  check(record, { agent, recorded, body }) {
    const known = topicOf(record, body.topic);
    const raised = known.flags.find((one) => one.entry === body.flag && one.lifted === undefined);
    if (raised === undefined)
      return [reviewDiagnostics.report("review-flag-unknown", { field: "flag", flag: body.flag })];
    const found = findText(known, raised.hash, recorded);
    return [
      ...(found === undefined ? [] : requireOtherPerson(found.text, agent)),
      ...requireNoConflict(record, body.topic, agent),
    ];
  },
  change: (record, { recorded, body }) =>
    changeTopic(record, body.topic, (before) => ({
      ...before,
      flags: before.flags.map((one) => (one.entry === body.flag ? { ...one, lifted: recorded } : one)),
    })),
});
