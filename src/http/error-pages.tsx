import type { Context } from "hono";
import type { Assets } from "./assets.ts";
import { languageOf } from "./choose-language.ts";
import type { PageEffects } from "./home-route.tsx";
import { ENGLISH } from "./messages/language.tsx";
import { respondOnce } from "./page-response.ts";
import { MessagePage } from "./pages/message-page.tsx";
import { problem, problemResponse } from "./problem.ts";

/** Largest body that is read: a question of full length with every finding is a quarter of it. */
export const MAX_BODY_BYTES = 64 * 1024;

/** A caller of the API is told in JSON, a reader on a page. */
export function isForProgram(context: Context): boolean {
  return context.req.path === "/api" || context.req.path.startsWith("/api/");
}

/** What answers a body that is too long, for `bodyLimit`. */
export function refuseSize(assets: Assets): (context: Context) => Response {
  return (context) => {
    if (isForProgram(context))
      return problemResponse(
        problem("body-too-large", `the body may have at most ${MAX_BODY_BYTES} bytes; shorten the question`),
      );
    const { errors } = languageOf(context).messages;
    const message = errors.tooLargeWhy(MAX_BODY_BYTES / 1024);
    return respondOnce(
      context,
      <MessagePage assets={assets} title={errors.tooLarge} message={message} translated />,
      413,
    );
  };
}

export function refuseMethod(context: Context, methods: readonly string[], assets: Assets): Response {
  const allow = methods.join(", ");
  if (isForProgram(context))
    return problemResponse(problem("method-not-allowed", `this address takes ${allow}`), { allow });
  const { errors } = languageOf(context).messages;
  const page = <MessagePage assets={assets} title={errors.notOffered} message={errors.takes(allow)} translated />;
  const response = respondOnce(context, page, 405);
  response.headers.set("allow", allow);
  return response;
}

export function refuseFault(context: Context, assets: Assets): Response {
  const detail = "the fault is ours and was reported without what you sent; try again or ask your administrator";
  if (isForProgram(context)) return problemResponse(problem("internal-error", detail));
  const { errors } = languageOf(context).messages;
  const page = <MessagePage assets={assets} title={errors.fault} message={errors.faultWhy} translated />;
  return respondOnce(context, page, 500);
}

/** What an answer leans on cannot be read: what was last known of it may no longer hold, so nothing is shown. */
export function refuseUnreachable(
  context: Context,
  assets: Assets,
  code: "record-unreachable" | "evidence-unreachable",
): Response {
  const inEnglish = ENGLISH.messages.errors.unreachable[code];
  const { what, why } = languageOf(context).messages.errors.unreachable[code];
  const response = isForProgram(context)
    ? problemResponse(problem(code, `${inEnglish.what}. ${inEnglish.why}`))
    : respondOnce(context, <MessagePage assets={assets} title={what} message={why} translated />, 503);
  response.headers.set("retry-after", "30");
  return response;
}

export function notFoundPage(context: Context, { wellspring, assets }: PageEffects): Response {
  const topics = [...wellspring.library.topics.values()];
  const { errors } = languageOf(context).messages;
  const page = (
    <MessagePage
      assets={assets}
      title={errors.notFound}
      message={errors.notFoundWhy}
      links={topics.map((topic) => ({ href: `/topics/${topic.slug}`, label: topic.title, lang: "en" }))}
      translated
    />
  );
  return respondOnce(context, page, 404);
}
