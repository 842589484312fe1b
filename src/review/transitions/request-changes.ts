import { z } from "zod";
import { changeOpen, topicOf, withStage } from "../rules/change-topic.ts";
import { requireOpenText } from "../rules/require-text.ts";
import { hash, reason, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** The board asks for changes. What was signed is signed no longer, even if the text then stays as it is. */
export const requestChanges = transition({
  body: z.strictObject({ topic, hash, reason }),
  check: (record, { body }) => requireOpenText(topicOf(record, body.topic).open, body),
  change: (record, { recorded, body }) =>
    changeOpen(record, body.topic, (open) => ({
      ...withStage(open, "changes-requested", recorded),
      signatures: [],
    })),
});
