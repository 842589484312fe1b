import { z } from "zod";
import { requireUndecided } from "../rules/require-undecided.ts";
import { code, reason } from "./fields.ts";
import { transition } from "./transition.ts";

/** The board has looked into a reader's report and says what it found; the report may have been taken up before. */
export const answerReport = transition({
  body: z.strictObject({ question: code, answer: reason }),
  check: (record, { body }) =>
    record.questions.get(body.question)?.kind === "adopted" ? [] : requireUndecided(record, body.question),
  change: (record, { agent, recorded, body: { question, answer } }) => ({
    ...record,
    questions: new Map(record.questions).set(question, { kind: "answered", agent, recorded, answer }),
  }),
});
