import type { Context, Hono } from "hono";
import { textResponse } from "./encode-body.ts";
import { notFoundPage } from "./error-pages.tsx";
import type { PageEffects } from "./home-route.tsx";
import { respondOnce } from "./page-response.ts";
import { CodePage } from "./pages/code-page.tsx";
import { EditionsPage } from "./pages/editions-page.tsx";
import { WithdrawnPage } from "./pages/withdrawn-page.tsx";
import { renderAtom } from "./render-atom.ts";

/** A code has ten signs; whoever sends more is told that it is none. */
const LONGEST_CODE = 40;

/** What readers ask about review: editions and what changed, a code on paper, the feed. */
export function mountReviewPages(app: Hono, effects: PageEffects): void {
  app.get("/topics/:slug/editions", (context) => editionsPage(context, effects));
  app.get("/code", (context) => codePage(context, context.req.query("code") ?? "", effects));
  app.get("/code/:code", (context) => codePage(context, context.req.param("code"), effects));
  app.get("/feed.atom", (context) => {
    const feed = renderAtom(effects.wellspring.news(), effects.wellspring.library.topics);
    return textResponse(feed, context.req.header("accept-encoding"), {
      status: 200,
      headers: { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "no-cache" },
    });
  });
}

async function editionsPage(context: Context, effects: PageEffects): Promise<Response> {
  const { wellspring, assets } = effects;
  const slug = context.req.param("slug") ?? "";
  const withdrawn = withdrawnPage(context, slug, effects);
  if (withdrawn !== undefined) return withdrawn;
  const topic = wellspring.library.topics.get(slug);
  if (topic === undefined) return notFoundPage(context, effects);
  const page = (
    <EditionsPage
      assets={assets}
      topic={topic}
      review={wellspring.reviewOf(topic)}
      editions={await wellspring.editionsOf(slug)}
    />
  );
  return respondOnce(context, page, 200);
}

/** The tombstone of a withdrawn topic, whether or not its text is still there: gone (410), and never merely not found. */
export function withdrawnPage(
  context: Context,
  slug: string,
  { wellspring, assets }: PageEffects,
): Response | undefined {
  const tombstone = wellspring.findTombstone(slug);
  if (tombstone === undefined) return undefined;
  const { topics } = wellspring.library;
  const successor = topics.get(tombstone.successor ?? "");
  const title = topics.get(slug)?.title ?? slug;
  return respondOnce(
    context,
    <WithdrawnPage assets={assets} title={title} tombstone={tombstone} successor={successor} />,
    410,
  );
}

async function codePage(context: Context, typed: string, { wellspring, assets }: PageEffects): Promise<Response> {
  const reply = await wellspring.findCode(typed.slice(0, LONGEST_CODE));
  const status = reply.kind === "mistyped" || reply.kind === "unknown" ? 404 : 200;
  const isBlank = typed.trim() === "";
  return respondOnce(context, <CodePage assets={assets} typed={typed} reply={reply} />, isBlank ? 200 : status);
}
