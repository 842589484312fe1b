import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Wellspring } from "../../answer/wellspring.ts";
import type { Result } from "../../kernel/result.ts";
import { type KeptQuestion, MAX_QUESTION_WORDS } from "../../review/question-box.ts";
import type { EffectsAt } from "../effects-at.ts";
import { MAX_BODY_BYTES, refuseSize } from "../error-pages.tsx";
import type { PageEffects } from "../home-route.tsx";
import { respondOnce } from "../page-response.ts";
import { MessagePage } from "../pages/message-page.tsx";
import { reportBody } from "./question-api.ts";
import { QuestionPage } from "./question-page.tsx";

/** What a reader gives to the board, with the address of what has become of it. */
interface Given {
  readonly noun: "question" | "report";
  readonly address: string;
  /** Nothing where the form is not one of ours. */
  take(wellspring: Wellspring, words: string, form: URLSearchParams): Promise<Result<KeptQuestion>> | undefined;
}

/** Giving a question or a report to the board, and looking up what has become of it. */
export function mountQuestionPages(app: Hono, at: EffectsAt): void {
  const question: Given = {
    noun: "question",
    address: "/questions",
    take: (wellspring, words) => wellspring.submitQuestion(words),
  };
  const report: Given = {
    noun: "report",
    address: "/reports",
    take(wellspring, words, form) {
      const part = form.get("part");
      const fields = { ...Object.fromEntries(form), words, agreed: true, part: part === "" ? undefined : part };
      const { data } = reportBody.safeParse(fields);
      return data === undefined ? undefined : wellspring.submitReport(data);
    },
  };
  for (const given of [question, report]) {
    app.post(given.address, bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseSize }), (context) =>
      takeWords(context, given, at(context)),
    );
    app.get(`${given.address}/:code`, (context) => showReply(context, at(context)));
  }
}

async function takeWords(
  context: Context,
  { noun, address, take }: Given,
  { wellspring, assets }: PageEffects,
): Promise<Response> {
  const form = new URLSearchParams(await context.req.text());
  const words = (form.get("words") ?? "").trim();
  const refuse = (message: string, status = 422) =>
    respondOnce(context, <MessagePage assets={assets} title={`The ${noun} was not kept`} message={message} />, status);
  if (words === "") return refuse(noun === "question" ? "Write a question first." : "Write what is wrong first.");
  if (words.length > MAX_QUESTION_WORDS)
    return refuse(`The ${noun} has ${words.length} characters; at most ${MAX_QUESTION_WORDS} are kept.`);
  if (form.get("agreed") !== "yes") return refuse("Nothing is kept unless you agree to it. Go back and tick the box.");
  const kept = await take(wellspring, words, form);
  if (kept === undefined) return refuse("The form is not the one of this page. Open the page again.");
  if (!kept.ok) return refuse(kept.diagnostics.map(({ message, help }) => `${message}; ${help}`).join(". "));
  // After a POST the reader is sent on, so that reloading gives nothing twice (RFC 9110, 15.4.4).
  return context.redirect(`${address}/${kept.value.code}`, 303);
}

async function showReply(context: Context, { wellspring, assets }: PageEffects): Promise<Response> {
  const code = context.req.param("code") ?? "";
  const reply = await wellspring.followQuestion(code);
  const page = <QuestionPage assets={assets} code={code.slice(0, 20)} reply={reply} />;
  return respondOnce(context, page, reply.kind === "unknown" ? 404 : 200);
}
