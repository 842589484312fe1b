import type { Hono } from "hono";
import type { Assets } from "./assets.ts";
import { languageOf } from "./choose-language.ts";
import type { EffectsAt } from "./effects-at.ts";
import { textResponse } from "./encode-body.ts";
import { OFFLINE_PAGE, offlineContents } from "./offline-contents.ts";
import { respondOnce } from "./page-response.ts";
import { MessagePage } from "./pages/message-page.tsx";
import { TOPIC_NAMES, topicNames } from "./topic-names.ts";

/** What works without a network: the worker itself, its list, the names of topics, and the page for what it has no copy of. */
export function mountOffline(app: Hono, assets: Assets, at: EffectsAt): void {
  app.get("/offline-worker.js", (context) =>
    context.body(assets.worker.body, 200, {
      "content-type": assets.worker.type,
      // A worker is kept for as long as it answers: a mend of it must reach every browser at its next visit.
      "cache-control": "no-cache",
    }),
  );
  app.get("/offline-contents.json", (context) =>
    context.json(offlineContents(at(context).wellspring, assets, languageOf(context).tag), 200, {
      "cache-control": "no-store",
    }),
  );
  app.get(TOPIC_NAMES, (context) =>
    textResponse(JSON.stringify(topicNames(at(context).wellspring)), context.req.header("accept-encoding"), {
      status: 200,
      // A topic that is withdrawn is suggested to nobody from that moment on.
      headers: { "content-type": "application/json", "cache-control": "no-cache" },
    }),
  );
  app.get(OFFLINE_PAGE, (context) => {
    const { wellspring } = at(context);
    const topics = [...wellspring.library.topics.values()].filter(
      (topic) => wellspring.reviewOf(topic).status !== "Withdrawn",
    );
    const links = topics.map(({ slug, title }) => ({ href: `/topics/${slug}`, label: title, lang: "en" }));
    const { errors } = languageOf(context).messages;
    return respondOnce(
      context,
      <MessagePage assets={assets} title={errors.offline} message={errors.offlineWhy} links={links} translated />,
      200,
    );
  });
}
