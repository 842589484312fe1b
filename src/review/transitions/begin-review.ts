import { z } from "zod";
import { changeOpen, topicOf, withStage } from "../rules/change-topic.ts";
import { requireOtherPerson } from "../rules/check-signer.ts";
import { requireOpenText } from "../rules/require-text.ts";
import { hash, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** The board takes a text up, or takes it up again although nothing was changed. */
export const beginReview = transition({
  body: z.strictObject({ topic, hash }),
  check(record, { agent, body }) {
    const { open } = topicOf(record, body.topic);
    return [...requireOpenText(open, body), ...(open === undefined ? [] : requireOtherPerson(open, agent))];
  },
  change: (record, { recorded, body }) =>
    changeOpen(record, body.topic, (open) => withStage(open, "under-review", recorded)),
});
