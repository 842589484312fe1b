import { z } from "@hono/zod-openapi";
import { MAX_QUESTION_WORDS } from "../../review/question-box.ts";
import { found, refused, route } from "../json-route.ts";
import { problem, problemFromDiagnostics } from "../problem.ts";

const questionReply = z.object({
  code: z.string(),
  state: z.enum(["waiting", "adopted", "answered", "declined"]),
  topic: z.string().nullable().describe("name of the topic that answers it or will"),
  reason: z.string().nullable().describe("why the board declined it"),
});

export const submitQuestion = route({
  path: "POST /api/questions",
  summary: "Give a question to the board, in words that the reader has read again; the only words that are ever kept",
  params: {},
  request: z.strictObject({
    words: z.string().trim().min(1, "write a question").max(MAX_QUESTION_WORDS),
    agreed: z.literal(true).describe("the reader has read these words and agrees that the board keeps them"),
  }),
  response: questionReply,
  example: { words: "How is a superficial vein thrombosis near the groin followed up?", agreed: true as const },
  allow: "anyReader",
  async handle({ body }, { wellspring }) {
    const kept = await wellspring.submitQuestion(body.words);
    if (!kept.ok) return refused(problemFromDiagnostics(kept.diagnostics, new Set(["words"])));
    return found({ code: kept.value.code, state: "waiting" as const, topic: null, reason: null });
  },
});

export const getQuestion = route({
  path: "GET /api/questions/:code",
  summary: "What has become of a question that was given to the board",
  params: { code: "the code that `POST /api/questions` gave" },
  response: questionReply,
  allow: "anyReader",
  async handle({ params }, { wellspring }) {
    const reply = await wellspring.followQuestion(params.code);
    if (reply.kind === "unknown") return refused(problem("not-found", "no question has this code here"));
    const topic = reply.kind === "adopted" || reply.kind === "answered" ? reply.topic : null;
    const reason = reply.kind === "declined" ? reply.reason : null;
    return found({ code: params.code, state: reply.kind, topic, reason });
  },
});
