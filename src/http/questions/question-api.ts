import { z } from "@hono/zod-openapi";
import { MAX_QUESTION_WORDS, type QuestionReply, REPORT_KINDS } from "../../review/question-box.ts";
import { found, refused, route } from "../json-route.ts";
import { problem, problemFromDiagnostics } from "../problem.ts";

const questionReply = z.object({
  code: z.string(),
  state: z.enum(["waiting", "adopted", "answered", "replied", "declined"]),
  topic: z.string().nullable().describe("name of the topic that answers it or will, or that a report is about"),
  answer: z.string().nullable().describe("of a report: what the board has found and done"),
  reason: z.string().nullable().describe("why the board declined it"),
});

const WAITING = { state: "waiting" as const, topic: null, answer: null, reason: null };

const words = (asked: string) => z.string().trim().min(1, asked).max(MAX_QUESTION_WORDS);
const agreed = z.literal(true).describe("the reader has read these words and agrees that the board keeps them");

export const submitQuestion = route({
  path: "POST /api/questions",
  summary:
    "Give a question to the board, in words that the reader has read again; no other words of a question are kept",
  params: {},
  request: z.strictObject({ words: words("write a question"), agreed }),
  response: questionReply,
  example: { words: "How is a superficial vein thrombosis near the groin followed up?", agreed: true as const },
  allow: "anyReader",
  async handle({ body }, { wellspring }) {
    const kept = await wellspring.submitQuestion(body.words);
    if (!kept.ok) return refused(problemFromDiagnostics(kept.diagnostics, new Set(["words"])));
    return found({ code: kept.value.code, ...WAITING });
  },
});

const reportFields = {
  topic: z.string().max(100).describe("name of the topic"),
  part: z.string().max(100).exactOptional().describe("id of a section or statement; left out: the whole page"),
  kind: z.enum(REPORT_KINDS),
  words: words("write what is wrong"),
  agreed,
  hash: z
    .string()
    .regex(/^sha256-[0-9a-f]{64}$/)
    .exactOptional()
    .describe("`hash` of the text that the reader saw; left out: the one that is shown now"),
};

/** A report as the form of a page sends it. */
export const reportBody = z.object(reportFields);

export const submitReport = route({
  path: "POST /api/reports",
  summary: "Tell the board what is wrong with a page; nothing is kept but what is sent here",
  params: {},
  request: z.strictObject(reportFields),
  response: questionReply,
  example: {
    topic: "suspected-leg-dvt",
    part: "bottom-line",
    kind: "unclear" as const,
    words: "It does not say whether both legs are meant.",
    agreed: true as const,
  },
  allow: "anyReader",
  async handle({ body }, { wellspring }) {
    const kept = await wellspring.submitReport(body);
    if (!kept.ok) return refused(problemFromDiagnostics(kept.diagnostics, new Set(["topic", "part", "words"])));
    return found({ code: kept.value.code, ...WAITING, topic: body.topic });
  },
});

export const getQuestion = route({
  path: "GET /api/questions/:code",
  summary: "What has become of a question that was given to the board",
  params: { code: "the code that `POST /api/questions` gave" },
  response: questionReply,
  allow: "anyReader",
  async handle({ params }, { wellspring }) {
    return presentReply(params.code, await wellspring.followQuestion(params.code));
  },
});

export const getReport = route({
  path: "GET /api/reports/:code",
  summary: "What has become of a report of a problem",
  params: { code: "the code that `POST /api/reports` gave" },
  response: questionReply,
  allow: "anyReader",
  async handle({ params }, { wellspring }) {
    return presentReply(params.code, await wellspring.followQuestion(params.code));
  },
});

function presentReply(code: string, reply: QuestionReply) {
  if (reply.kind === "unknown") return refused(problem("not-found", "no question or report has this code here"));
  const topic = reply.kind === "adopted" || reply.kind === "answered" ? reply.topic : (reply.about?.topic ?? null);
  const answer = reply.kind === "replied" ? reply.answer : null;
  const reason = reply.kind === "declined" ? reply.reason : null;
  return found({ code, state: reply.kind, topic, answer, reason });
}
