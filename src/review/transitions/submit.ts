import { z } from "zod";
import { changeOpen, topicOf, withStage } from "../rules/change-topic.ts";
import { reportRetracted, retractedIn } from "../rules/check-approvable.ts";
import { requireOpenText } from "../rules/require-text.ts";
import { hash, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** A draft is handed to the board. */
export const submit = transition({
  body: z.strictObject({ topic, hash }),
  check(record, { body }) {
    const { open } = topicOf(record, body.topic);
    return [...requireOpenText(open, body), ...(open === undefined ? [] : reportRetracted(retractedIn(record, open)))];
  },
  change: (record, { recorded, body }) =>
    changeOpen(record, body.topic, (open) => withStage(open, "submitted", recorded)),
});
