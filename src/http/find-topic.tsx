import type { Context } from "hono";
import type { Topic } from "../library/model/topic.ts";
import { languageOf } from "./choose-language.ts";
import { notFoundPage } from "./error-pages.tsx";
import type { PageEffects } from "./home-route.tsx";
import { respondOnce } from "./page-response.ts";
import { MessagePage } from "./pages/message-page.tsx";
import { WithdrawnPage } from "./pages/withdrawn-page.tsx";

type Found =
  | { readonly ok: true; readonly topic: Topic }
  /** What is shown in its place: that it was withdrawn, that it cannot be shown, or that there is none. */
  | { readonly ok: false; readonly instead: Response };

/** The topic that the address names by its `:slug`. */
export function findTopic(context: Context, effects: PageEffects): Found {
  const slug = context.req.param("slug") ?? "";
  const instead = withdrawnPage(context, slug, effects) ?? withheldPage(context, slug, effects);
  if (instead !== undefined) return { ok: false, instead };
  const topic = effects.wellspring.library.topics.get(slug);
  return topic === undefined ? { ok: false, instead: notFoundPage(context, effects) } : { ok: true, topic };
}

/** A text in force that cannot be shown: unavailable (503), with the reason and no other text in its name. */
function withheldPage(context: Context, slug: string, { wellspring, assets }: PageEffects): Response | undefined {
  const withheld = wellspring.findWithheld(slug);
  if (withheld === undefined) return undefined;
  const { errors } = languageOf(context).messages;
  const message = errors.withheldWhy(withheld.edition);
  return respondOnce(
    context,
    <MessagePage assets={assets} title={errors.withheld} message={message} translated />,
    503,
  );
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
