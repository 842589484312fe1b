import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ComponentChildren } from "preact";
import type { Wellspring } from "../../answer/wellspring.ts";
import type { Result } from "../../kernel/result.ts";
import { type KeptQuestion, MAX_QUESTION_WORDS } from "../../review/question-box.ts";
import type { Assets } from "../assets.ts";
import { languageOf } from "../choose-language.ts";
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
export function mountQuestionPages(app: Hono, assets: Assets, at: EffectsAt): void {
  const question: Given = {
    noun: "question",
    address: "/questions",
    take: (wellspring, words) => wellspring.submitQuestion(words),
  };
  const report: Given = {
    noun: "report",
    address: "/reports",
    take(wellspring, words, form) {
      // The choice "the whole page" sends an empty part.
      const { part, ...fields } = Object.fromEntries(form);
      const place = part === undefined || part === "" ? {} : { part };
      const { data } = reportBody.safeParse({ ...fields, ...place, words, agreed: true });
      return data === undefined ? undefined : wellspring.submitReport(data);
    },
  };
  for (const given of [question, report]) {
    app.post(given.address, bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseSize(assets) }), (context) =>
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
  const { board } = languageOf(context).messages;
  const refuse = (message: ComponentChildren) =>
    respondOnce(context, <MessagePage assets={assets} title={board.notKept[noun]} message={message} translated />, 422);
  if (words === "") return refuse(board.nothingWritten[noun]);
  if (words.length > MAX_QUESTION_WORDS) return refuse(board.tooLong(words.length, MAX_QUESTION_WORDS));
  if (form.get("agreed") !== "yes") return refuse(board.notAgreed);
  const kept = await take(wellspring, words, form);
  if (kept === undefined) return refuse(board.otherForm);
  if (!kept.ok) {
    const reasons = kept.diagnostics.map(({ message, help }) => `${message}; ${help}`).join(". ");
    return refuse(<span lang="en">{reasons}</span>);
  }
  // After a POST the reader is sent on, so that reloading gives nothing twice (RFC 9110, 15.4.4).
  return context.redirect(`${address}/${kept.value.code}`, 303);
}

async function showReply(context: Context, { wellspring, assets }: PageEffects): Promise<Response> {
  const code = context.req.param("code") ?? "";
  const reply = await wellspring.followQuestion(code);
  const page = <QuestionPage assets={assets} code={code.slice(0, 20)} reply={reply} />;
  return respondOnce(context, page, reply.kind === "unknown" ? 404 : 200);
}
