import type { Context } from "hono";
import type { Article } from "../library/model/article.ts";
import type { Topic } from "../library/model/topic.ts";
import { notFoundPage } from "./error-pages.tsx";
import { findTopic } from "./find-topic.tsx";
import type { PageEffects } from "./home-route.tsx";
import type { PageCache } from "./page-cache.ts";
import { LeafletPage } from "./pages/leaflet-page.tsx";

/** `GET /topics/:slug/leaflet`: the patient's text on one printed page. */
export function leafletPage(context: Context, effects: PageEffects, cache: PageCache): Response {
  const { wellspring, assets } = effects;
  const found = findTopic(context, effects);
  if (!found.ok) return found.instead;
  const { topic } = found;
  const article = leafletOf(topic);
  if (article === undefined) return notFoundPage(context, effects);
  const review = wellspring.reviewOf(topic);
  const key = JSON.stringify(["leaflet", topic.slug, review]);
  const page = () => <LeafletPage assets={assets} topic={topic} article={article} review={review} />;
  return cache.respond(context, key, page, false);
}

/** The patient's text, cut down to what its author chose for the leaflet, in that order. */
function leafletOf({ leaflet, articles: { patient } }: Topic): Article | undefined {
  if (leaflet === undefined || patient === undefined) return undefined;
  const sections = leaflet.sections.flatMap((id) => patient.sections.find((section) => section.id === id) ?? []);
  return { ...patient, sections };
}
