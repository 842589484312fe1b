import { z } from "zod";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { changeTopic } from "../rules/change-topic.ts";
import { reason, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** A topic is taken out of use. Its address keeps the reason and the successor until a new edition is published. */
export const withdraw = transition({
  body: z.strictObject({ topic, reason, successor: topic.optional() }),
  check: (_record, { body }) =>
    body.successor === body.topic ? [reviewDiagnostics.report("review-successor-itself", { field: "successor" })] : [],
  change: (record, { agent, recorded, body: { topic: slug, reason: why, successor } }) =>
    changeTopic(record, slug, (before) => ({
      ...before,
      tombstone: { reason: why, agent, recorded, ...(successor === undefined ? {} : { successor }) },
    })),
});
