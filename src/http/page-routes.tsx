import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { renderReference } from "../evidence/reference.ts";
import { type Article, isAdvised, READERS, type Reader } from "../library/model/article.ts";
import type { Topic } from "../library/model/topic.ts";
import { answerFollowUp, answerQuestion } from "./answer-route.tsx";
import type { Assets } from "./assets.ts";
import { numberSources } from "./bibliography.ts";
import { languageOf } from "./choose-language.ts";
import type { EffectsAt } from "./effects-at.ts";
import { MAX_BODY_BYTES, refuseSize } from "./error-pages.tsx";
import { findTopic } from "./find-topic.tsx";
import { PAGE_PARAMETERS } from "./form-fields.ts";
import { explainFor, markTerms } from "./glossary-terms.ts";
import { homePage, type PageEffects } from "./home-route.tsx";
import { leafletPage } from "./leaflet-route.tsx";
import { createPageCache, type PageCache } from "./page-cache.ts";
import { respondOnce } from "./page-response.ts";
import { KeyboardPage } from "./pages/keyboard-page.tsx";
import { MessagePage } from "./pages/message-page.tsx";
import { PolicyPage } from "./pages/policy-page.tsx";
import { SourcesPage } from "./pages/sources-page.tsx";
import { TopicPage, type TopicPageProps, TopicPart } from "./pages/topic-page.tsx";
import { pathwayPage } from "./pathway-route.tsx";
import { mountQuestionPages } from "./questions/question-routes.tsx";
import { articleAt, DEPTHS, type Depth, depthsOf } from "./reading-depth.ts";
import { mountReviewPages } from "./review-routes.tsx";
import { KEYBOARD_PAGE } from "./shortcuts.ts";
import { mountTools } from "./tools/tool-routes.tsx";
import { bibliographyOf, patientState } from "./topic-view.ts";

/** The pages that readers open. */
export function mountPages(app: Hono, assets: Assets, at: EffectsAt): void {
  const cache = createPageCache();
  app.get("/", (context) => {
    // The page prints a status for each topic, so what is kept is kept for exactly these.
    const effects = at(context);
    const topics = [...effects.wellspring.library.topics.values()];
    const key = JSON.stringify(["home", ...topics.map((topic) => effects.wellspring.reviewOf(topic))]);
    return cache.respond(context, key, () => homePage(effects), true);
  });
  app.get("/editorial-policy", (context) =>
    cache.respond(context, "policy", () => <PolicyPage assets={assets} />, true),
  );
  app.get(KEYBOARD_PAGE, (context) => cache.respond(context, "keyboard", () => <KeyboardPage assets={assets} />, true));
  // What is imported changes while the server runs.
  app.get("/sources", async (context) => {
    const { wellspring } = at(context);
    const register = wellspring.library.sources;
    const sources = await wellspring.evidenceSources();
    const byName = [...register.values()].toSorted((a, b) =>
      renderReference(a).localeCompare(renderReference(b), "en"),
    );
    const bibliography = numberSources(
      byName.map(({ id }) => ({ source: id })),
      register,
    );
    return respondOnce(context, <SourcesPage assets={assets} bibliography={bibliography} sources={sources} />, 200);
  });
  app.get("/ask", (context) => answerQuestion(context, at(context)));
  app.post("/ask", bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseSize(assets) }), (context) =>
    answerFollowUp(context, at(context)),
  );
  app.get("/topics", (context) => context.redirect("/#topics", 301));
  app.get("/topics/:slug", (context) => topicPage(context, at(context), cache));
  mountReviewPages(app, at);
  mountQuestionPages(app, assets, at);
  mountTools(app, assets, at);
  app.get("/topics/:slug/leaflet", (context) => leafletPage(context, at(context), cache));
  app.get("/topics/:slug/pathway", (context) => pathwayPage(context, at(context), cache));
}

/** A page about one patient is made for one visit and kept nowhere; the bare article is kept under its exact content. */
function topicPage(context: Context, effects: PageEffects, cache: PageCache): Response {
  const { wellspring } = effects;
  const found = findTopic(context, effects);
  if (!found.ok) return found.instead;
  const { topic } = found;
  const asked = context.req.query("reader") || "clinician";
  const reader = READERS.find((known) => known === asked);
  // A student or a nurse without a text of their own reads the clinician's, and the page says so; a patient never does.
  const article =
    reader === undefined
      ? undefined
      : (topic.articles[reader] ?? (isAdvised(reader) ? topic.articles.clinician : undefined));
  if (reader === undefined || article === undefined) return noSuchReader(context, effects, topic);
  const depth = DEPTHS.find((known) => known === (context.req.query("depth") || "full"));
  if (depth === undefined || !depthsOf(article).includes(depth)) return noSuchDepth(context, effects, topic);
  const review = wellspring.reviewOf(topic);
  const index = review.status === "Approved";
  const query = new URL(context.req.url).searchParams;
  const isAboutPatient = [...query.keys()].some((name) => name === "profile" || !PAGE_PARAMETERS.includes(name));
  const shown: Shown = { topic, article, reader, depth };
  if (!isAdvised(reader) || !isAboutPatient) {
    // The page prints the status of related topics, too.
    const key = JSON.stringify([topic.slug, reader, depth, review, wellspring.relatedTo(topic)]);
    return cache.respond(
      context,
      key,
      () => <TopicPage {...topicProps(effects, shown, new URLSearchParams())} />,
      index,
    );
  }
  const props = topicProps(effects, shown, query);
  // Pages about a patient are never kept, so one address may give the whole page or the part of it that changes.
  const isPart = context.req.header("wellspring-part") === "patient";
  return respondOnce(context, isPart ? <TopicPart {...props} /> : <TopicPage {...props} />, 200);
}

/** What of a topic is shown, and to whom. */
interface Shown {
  readonly topic: Topic;
  readonly article: Article;
  readonly reader: Reader;
  readonly depth: Depth;
}

function topicProps({ wellspring, assets }: PageEffects, shown: Shown, query: URLSearchParams): TopicPageProps {
  const { topic, reader, depth } = shown;
  const patient = isAdvised(reader) ? patientState(topic, query, wellspring) : undefined;
  const article = articleAt(shown.article, depth, topic.articles.clinician);
  return {
    assets,
    topic,
    article,
    reader,
    depth,
    depths: depthsOf(shown.article),
    terms: markTerms(article.sections, explainFor(topic.concepts, reader)),
    review: wellspring.reviewOf(topic),
    bibliography: bibliographyOf(topic, article, patient?.answer),
    related: wellspring.relatedTo(topic),
    takesReports: wellspring.takesQuestions,
    patient,
  };
}

function noSuchReader(context: Context, { assets }: PageEffects, topic: Topic): Response {
  const written = READERS.filter((reader: Reader) => topic.articles[reader] !== undefined);
  const { errors, readers } = languageOf(context).messages;
  const page = (
    <MessagePage
      assets={assets}
      title={errors.noReader}
      message={errors.noReaderWhy}
      translated
      links={written.map((reader) => ({
        href: `/topics/${topic.slug}?reader=${reader}`,
        label: errors.readAs(readers.names[reader]),
      }))}
    />
  );
  return respondOnce(context, page, 404);
}

function noSuchDepth(context: Context, { assets }: PageEffects, topic: Topic): Response {
  const { errors, topic: words } = languageOf(context).messages;
  const page = (
    <MessagePage
      assets={assets}
      title={errors.noDepth}
      message={errors.noDepthWhy}
      links={[{ href: `/topics/${topic.slug}`, label: words.everything }]}
      translated
    />
  );
  return respondOnce(context, page, 404);
}
