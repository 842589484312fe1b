import type { Context } from "hono";
import type { Topic } from "../library/model/topic.ts";
import { notFoundPage } from "./error-pages.tsx";
import type { PageEffects } from "./home-route.tsx";
import { respondOnce } from "./page-response.ts";
import { WithdrawnPage } from "./pages/withdrawn-page.tsx";

type Found =
  | { readonly ok: true; readonly topic: Topic }
  /** What is shown in its place: that it was withdrawn, or that there is none. */
  | { readonly ok: false; readonly instead: Response };

/** The topic that the address names by its `:slug`. */
export function findTopic(context: Context, effects: PageEffects): Found {
  const slug = context.req.param("slug") ?? "";
  const instead = withdrawnPage(context, slug, effects);
  if (instead !== undefined) return { ok: false, instead };
  const topic = effects.wellspring.library.topics.get(slug);
  return topic === undefined ? { ok: false, instead: notFoundPage(context, effects) } : { ok: true, topic };
}

/** The tombstone of a withdrawn topic, whether or not its text is still there: gone (410), and never merely not found. */
function withdrawnPage(context: Context, slug: string, { wellspring, assets }: PageEffects): Response | undefined {
  const tombstone = wellspring.findTombstone(slug);
  if (tombstone === undefined) return undefined;
  const { topics } = wellspring.library;
  const successor = topics.get(tombstone.successor ?? "");
  const title = topics.get(slug)?.title ?? slug;
  const page = <WithdrawnPage assets={assets} title={title} tombstone={tombstone} successor={successor} />;
  return respondOnce(context, page, 410);
}
