import { z } from "zod";
import { changeTopic, topicOf } from "../rules/change-topic.ts";
import { requireCurrentText } from "../rules/require-text.ts";
import { hash, reason, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** Something may be wrong with a text. Readers are told until a clinical reviewer has looked, or the text has changed. */
export const flag = transition({
  body: z.strictObject({ topic, hash, reason }),
  check: (record, { recorded, body }) => requireCurrentText(topicOf(record, body.topic), body, recorded),
  change: (record, { agent, recorded, entry, body }) =>
    changeTopic(record, body.topic, (before) => ({
      ...before,
      flags: [...before.flags, { entry, hash: body.hash, reason: body.reason, agent, recorded }],
    })),
});
