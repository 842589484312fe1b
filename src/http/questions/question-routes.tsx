import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { MAX_QUESTION_WORDS } from "../../review/question-box.ts";
import { MAX_BODY_BYTES, refuseSize } from "../error-pages.tsx";
import type { PageEffects } from "../home-route.tsx";
import { respondOnce } from "../page-response.ts";
import { MessagePage } from "../pages/message-page.tsx";
import { QuestionPage } from "./question-page.tsx";

/** Giving a question to the board, and looking up what has become of it. */
export function mountQuestionPages(app: Hono, effects: PageEffects): void {
  app.post("/questions", bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseSize }), (context) =>
    takeQuestion(context, effects),
  );
  app.get("/questions/:code", (context) => showQuestion(context, effects));
}

async function takeQuestion(context: Context, { wellspring, assets }: PageEffects): Promise<Response> {
  const form = new URLSearchParams(await context.req.text());
  const words = (form.get("words") ?? "").trim();
  const refuse = (message: string, status = 422) =>
    respondOnce(context, <MessagePage assets={assets} title="The question was not kept" message={message} />, status);
  if (words === "") return refuse("Write a question first.");
  if (words.length > MAX_QUESTION_WORDS)
    return refuse(`The question has ${words.length} characters; at most ${MAX_QUESTION_WORDS} are kept.`);
  if (form.get("agreed") !== "yes") return refuse("Nothing is kept unless you agree to it. Go back and tick the box.");
  const kept = await wellspring.submitQuestion(words);
  if (!kept.ok) return refuse(kept.diagnostics.map(({ message, help }) => `${message}; ${help}`).join(". "));
  // After a POST the reader is sent on, so that reloading gives nothing twice (RFC 9110, 15.4.4).
  return context.redirect(`/questions/${kept.value.code}`, 303);
}

async function showQuestion(context: Context, { wellspring, assets }: PageEffects): Promise<Response> {
  const code = context.req.param("code") ?? "";
  const reply = await wellspring.followQuestion(code);
  const page = <QuestionPage assets={assets} code={code.slice(0, 20)} reply={reply} />;
  return respondOnce(context, page, reply.kind === "unknown" ? 404 : 200);
}
