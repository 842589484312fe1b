import { z } from "zod";
import { requireUndecided } from "../rules/require-undecided.ts";
import { code, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** A person of the board takes a reader's question up: from now on it is their work, under a topic once there is one. */
export const adoptQuestion = transition({
  body: z.strictObject({ question: code, topic: topic.optional() }),
  check: (record, { body }) =>
    // A question that was adopted without a topic may be given one later.
    record.questions.get(body.question)?.kind === "adopted" && body.topic !== undefined
      ? []
      : requireUndecided(record, body.question),
  change: (record, { agent, recorded, body: { question, topic: slug } }) => ({
    ...record,
    questions: new Map(record.questions).set(question, {
      kind: "adopted",
      agent,
      recorded,
      ...(slug === undefined ? {} : { topic: slug }),
    }),
  }),
});
