import type { Context } from "hono";
import type { Wellspring } from "../answer/wellspring.ts";
import { leafletCode, readLeafletCode } from "../library/leaflet-code.ts";
import type { Article } from "../library/model/article.ts";
import type { Topic } from "../library/model/topic.ts";
import { notFoundPage } from "./error-pages.tsx";
import type { PageEffects } from "./home-route.tsx";
import type { PageCache } from "./page-cache.ts";
import { respondOnce } from "./page-response.ts";
import { type CodeVerdict, LeafletCodePage } from "./pages/leaflet-code-page.tsx";
import { LeafletPage } from "./pages/leaflet-page.tsx";
import { withdrawnPage } from "./review-routes.tsx";

/** `GET /topics/:slug/leaflet`: the patient's text on one printed page. */
export function leafletPage(context: Context, effects: PageEffects, cache: PageCache): Response {
  const { wellspring, assets } = effects;
  const slug = context.req.param("slug") ?? "";
  const withdrawn = withdrawnPage(context, slug, effects);
  if (withdrawn !== undefined) return withdrawn;
  const topic = wellspring.library.topics.get(slug);
  const article = topic === undefined ? undefined : leafletOf(topic);
  if (topic === undefined || article === undefined) return notFoundPage(context, effects);
  const review = wellspring.reviewOf(topic);
  const key = JSON.stringify(["leaflet", topic.slug, review]);
  const page = () => <LeafletPage assets={assets} topic={topic} article={article} review={review} />;
  return cache.respond(context, key, page, false);
}

/** `GET /leaflet-code?code=`: whether a printed copy is what is said today. Nothing typed is kept. */
export function leafletCodePage(context: Context, { wellspring, assets }: PageEffects): Response {
  const typed = (context.req.query("code") ?? "").trim().slice(0, 20);
  const verdict = judgeCode(typed, wellspring);
  return respondOnce(context, <LeafletCodePage assets={assets} typed={typed} verdict={verdict} />, 200);
}

function judgeCode(typed: string, wellspring: Wellspring): CodeVerdict {
  if (typed === "") return { kind: "unasked" };
  const code = readLeafletCode(typed);
  if (code === undefined) return { kind: "mistyped" };
  const topic = [...wellspring.library.topics.values()].find((candidate) => {
    const article = leafletOf(candidate);
    return article !== undefined && leafletCode(article.hash) === code;
  });
  if (topic === undefined) return { kind: "not-current" };
  return { kind: wellspring.reviewOf(topic).status === "Withdrawn" ? "withdrawn" : "current", topic };
}

/** The patient's text, cut down to what its author chose for the leaflet, in that order. */
function leafletOf({ leaflet, articles: { patient } }: Topic): Article | undefined {
  if (leaflet === undefined || patient === undefined) return undefined;
  const sections = leaflet.sections.flatMap((id) => patient.sections.find((section) => section.id === id) ?? []);
  return { ...patient, sections };
}
