import type { Context, Hono } from "hono";
import type { EffectsAt } from "./effects-at.ts";
import { textResponse } from "./encode-body.ts";
import { findTopic } from "./find-topic.tsx";
import type { PageEffects } from "./home-route.tsx";
import { respondOnce } from "./page-response.ts";
import { CodePage } from "./pages/code-page.tsx";
import { type ComparedEditions, EditionsPage } from "./pages/editions-page.tsx";
import { renderAtom } from "./render-atom.ts";

/** A code has ten signs; whoever sends more is told that it is none. */
const LONGEST_CODE = 40;

/** What readers ask about review: editions and what changed, a code on paper, the feed. */
export function mountReviewPages(app: Hono, at: EffectsAt): void {
  app.get("/topics/:slug/editions", (context) => editionsPage(context, at(context)));
  app.get("/code", (context) => codePage(context, context.req.query("code") ?? "", at(context)));
  app.get("/code/:code", (context) => codePage(context, context.req.param("code"), at(context)));
  app.get("/feed.atom", (context) => {
    const { wellspring } = at(context);
    const feed = renderAtom(wellspring.news(), wellspring.library.topics);
    return textResponse(feed, context.req.header("accept-encoding"), {
      status: 200,
      headers: { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "no-cache" },
    });
  });
}

async function editionsPage(context: Context, effects: PageEffects): Promise<Response> {
  const { wellspring, assets } = effects;
  const found = findTopic(context, effects);
  if (!found.ok) return found.instead;
  const { topic } = found;
  const compared = await comparedEditions(context, topic.slug, effects);
  const page = (
    <EditionsPage
      assets={assets}
      topic={topic}
      review={wellspring.reviewOf(topic)}
      editions={await wellspring.editionsOf(topic.slug)}
      compared={compared}
    />
  );
  return respondOnce(context, page, compared?.reply.kind === "no-such-edition" ? 404 : 200);
}

/** Two editions that the address names; nothing where it names none. */
async function comparedEditions(
  context: Context,
  slug: string,
  { wellspring }: PageEffects,
): Promise<ComparedEditions | undefined> {
  const [from, to] = [context.req.query("from"), context.req.query("to")].map(numberIn);
  if (from === undefined || to === undefined) return undefined;
  return { from, to, reply: await wellspring.compareEditions(slug, from, to) };
}

/** What is no number is no edition either. */
function numberIn(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
}

async function codePage(context: Context, typed: string, { wellspring, assets }: PageEffects): Promise<Response> {
  const reply = await wellspring.findCode(typed.slice(0, LONGEST_CODE));
  const status = reply.kind === "mistyped" || reply.kind === "unknown" ? 404 : 200;
  const isBlank = typed.trim() === "";
  return respondOnce(context, <CodePage assets={assets} typed={typed} reply={reply} />, isBlank ? 200 : status);
}
