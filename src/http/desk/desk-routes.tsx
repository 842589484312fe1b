import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createTextReader } from "../../review/text/read-kept-text.ts";
import type { EffectsAt } from "../effects-at.ts";
import { MAX_BODY_BYTES, notFoundPage } from "../error-pages.tsx";
import { respondOnce } from "../page-response.ts";
import { MessagePage } from "../pages/message-page.tsx";
import { isFromOwnPage } from "../same-origin.ts";
import { takeAct } from "./act-route.tsx";
import { createAdviceBoard } from "./advice-board.ts";
import type { DeskEffects, DeskOptions } from "./desk-effects.ts";
import {
  citationPage,
  type DeskPage,
  diagnosticPage,
  evidencePage,
  peoplePage,
  questionsPage,
  queuePage,
  sourcePage,
  sourcesPage,
  textPage,
} from "./desk-pages.tsx";
import { answerEdit, editPage, fileOfText, giveBackEdit, MAX_EDIT_BYTES } from "./edit-route.tsx";
import { answerInvite } from "./invite-route.tsx";
import { readingPage } from "./reading-page.tsx";
import { statusOfRefusal } from "./refused.ts";
import { arrivalOf, signInAddress, type Visitor } from "./visitor.ts";

/** The pages of the desk. No topic is named `board` here: what has three parts is about people, sources or questions. */
const PAGES: readonly (readonly [path: string, page: DeskPage])[] = [
  ["/desk", queuePage],
  ["/desk/board/people", peoplePage],
  ["/desk/board/questions", questionsPage],
  ["/desk/board/evidence", evidencePage],
  ["/desk/board/sources", sourcesPage],
  ["/desk/board/sources/:source", sourcePage],
  ["/desk/board/diagnostics/:code", diagnosticPage],
  ["/desk/:slug", textPage],
  ["/desk/:slug/read", readingPage],
  ["/desk/:slug/sources/:source", citationPage],
];

/** Where the board works: everything that is recorded, by people who are signed in, each act a form without scripts. */
export function mountDesk(app: Hono, readersAt: EffectsAt, options: DeskOptions): void {
  const standing = {
    ...options,
    readText: createTextReader((hash) => options.record.findText(hash)),
    advice: createAdviceBoard(options.bench),
  };
  const at = (context: Context): DeskEffects => ({ ...readersAt(context), ...standing });
  for (const [path, page] of PAGES)
    app.get(path, (context) => {
      const effects = at(context);
      return atDesk(context, effects, async (visitor) => {
        const shown = await page(context, visitor, effects);
        return shown === undefined ? notFoundPage(context, effects) : respondOnce(context, shown, 200);
      });
    });
  for (const [path, show] of [
    ["/desk/:slug/edit", editPage],
    ["/desk/:slug/file", fileOfText],
  ] as const)
    app.get(path, (context) => {
      const effects = at(context);
      return atDesk(context, effects, (visitor) => show(context, visitor, effects));
    });
  for (const [path, maxSize, answer, signedOut] of [
    ["/desk/board/invite", MAX_BODY_BYTES, answerInvite],
    ["/desk/:slug/edit", MAX_EDIT_BYTES, answerEdit, giveBackEdit],
    ["/desk/:slug/:activity", MAX_BODY_BYTES, answerAct],
  ] as const) {
    const limit = bodyLimit({ maxSize, onError: (context) => refuseLength(context, maxSize, at(context)) });
    app.post(path, limit, (context) => {
      const effects = at(context);
      return isFromOwnPage(context.req.raw)
        ? atDesk(context, effects, (visitor) => answer(context, visitor, effects), signedOut)
        : message(context, effects, 403, "Not from this page", "This form was not sent from a page of this server.");
    });
  }
}

async function answerAct(context: Context, visitor: Visitor, effects: DeskEffects): Promise<Response> {
  const outcome = await takeAct(context, visitor, effects);
  if (outcome.kind === "no-such-act") return notFoundPage(context, effects);
  // After a POST one is sent on, so that reloading records nothing twice (RFC 9110, 15.4.4).
  if (outcome.kind === "sent-on") return context.redirect(outcome.address, 303);
  const { page, refused } = outcome;
  const shown = await page(context, visitor, effects, refused);
  if (shown === undefined) return notFoundPage(context, effects);
  return respondOnce(context, shown, statusOfRefusal(refused));
}

/** Nobody who is not signed in or has no role here sees anything of the desk. */
async function atDesk(
  context: Context,
  effects: DeskEffects,
  show: (visitor: Visitor) => Response | Promise<Response>,
  signedOut?: (context: Context, effects: DeskEffects) => Promise<Response>,
): Promise<Response> {
  const arrival = await arrivalOf(context, effects);
  switch (arrival.kind) {
    case "nobody": {
      if (signedOut !== undefined) return signedOut(context, effects);
      // A form cannot be sent again after signing in: one comes back to the page that it stood on.
      const { pathname, search } = new URL(context.req.url);
      const isShown = context.req.method === "GET";
      return context.redirect(signInAddress(isShown ? pathname + search : pathname.replace(/\/[^/]+$/, "")), 303);
    }
    case "outsider":
      return message(
        context,
        effects,
        403,
        "The desk is for the board",
        `You are signed in as ${arrival.name} and hold no role on the board. An administrator gives roles.`,
      );
    default:
      return show(arrival.visitor);
  }
}

function refuseLength(context: Context, maxSize: number, effects: DeskEffects): Response {
  const limit = `${Math.floor(maxSize / 1024)} KB`;
  return message(context, effects, 413, "Too long", `A form may have at most ${limit}. Nothing was recorded.`);
}

function message(context: Context, { assets }: DeskEffects, status: number, title: string, text: string): Response {
  return respondOnce(context, <MessagePage assets={assets} title={title} message={text} />, status);
}
