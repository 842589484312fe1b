import { z } from "zod";
import { requireUndecided } from "../rules/require-undecided.ts";
import { code, reason } from "./fields.ts";
import { transition } from "./transition.ts";

/** The board will not take a question up, and says why. */
export const declineQuestion = transition({
  body: z.strictObject({ question: code, reason }),
  check: (record, { body }) => requireUndecided(record, body.question),
  change: (record, { agent, recorded, body }) => ({
    ...record,
    questions: new Map(record.questions).set(body.question, {
      kind: "declined",
      agent,
      recorded,
      reason: body.reason,
    }),
  }),
});
