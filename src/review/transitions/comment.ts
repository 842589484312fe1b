import { z } from "zod";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { changeTopic, topicOf } from "../rules/change-topic.ts";
import { requireCurrentText } from "../rules/require-text.ts";
import { entry as entryNumber, hash, topic, words } from "./fields.ts";
import { transition } from "./transition.ts";

/** A remark of the board on a text, or a reply to one. */
export const comment = transition({
  body: z.strictObject({ topic, hash, text: words(4_000), replyTo: entryNumber.optional() }),
  check(record, { recorded, body }) {
    const known = topicOf(record, body.topic);
    const isKnown = body.replyTo === undefined || known.comments.some(({ entry }) => entry === body.replyTo);
    return [
      ...requireCurrentText(known, body, recorded),
      ...(isKnown
        ? []
        : [reviewDiagnostics.report("review-reply-unknown", { field: "replyTo", entry: body.replyTo ?? 0 })]),
    ];
  },
  change: (record, { agent, recorded, entry, body: { topic: slug, hash: of, text, replyTo } }) =>
    changeTopic(record, slug, (before) => ({
      ...before,
      comments: [
        ...before.comments,
        { entry, hash: of, agent, recorded, text, ...(replyTo === undefined ? {} : { replyTo }) },
      ],
    })),
});
