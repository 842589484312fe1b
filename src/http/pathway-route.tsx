import type { Context } from "hono";
import type { ComponentChildren } from "preact";
import type { Topic } from "../library/model/topic.ts";
import { drawPathway, drawPatient } from "../pathway/draw/draw-pathway.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { languageOf } from "./choose-language.ts";
import { notFoundPage } from "./error-pages.tsx";
import { findTopic } from "./find-topic.tsx";
import type { PageEffects } from "./home-route.tsx";
import type { PageCache } from "./page-cache.ts";
import { respondOnce } from "./page-response.ts";
import { MessagePage } from "./pages/message-page.tsx";
import { isView, PathwayPage, type PathwayPageProps } from "./pages/pathway-page.tsx";
import { patientState } from "./topic-view.ts";

/** The pathway of a topic as chart, outline or decision tables; with findings, for one patient. */
export function pathwayPage(context: Context, effects: PageEffects, cache: PageCache): Response {
  const { wellspring, assets } = effects;
  const found = findTopic(context, effects);
  if (!found.ok) return found.instead;
  const { topic } = found;
  const { pathway } = topic;
  if (pathway === undefined) return notFoundPage(context, effects);
  const review = wellspring.reviewOf(topic);
  const words = languageOf(context).messages.pathway;
  const query = new URL(context.req.url).searchParams;
  const view = query.get("view") || "chart";
  if (!isView(view)) return refuse(context, effects, topic, words.noView, words.noViewWhy);
  const state = patientState(topic, query, wellspring);
  if (state === undefined) return notFoundPage(context, effects);
  const picture = drawPathway(pathway, state.profile);
  if (!picture.ok) {
    const why = picture.diagnostics.map(({ message }) => message).join("; ");
    return refuse(context, effects, topic, words.notDrawn, words.notDrawnWhy(<span lang="en">{why}</span>));
  }
  const props: PathwayPageProps = { assets, topic, pathway, review, state, view, picture: picture.value };
  const isAboutPatient = Object.keys(state.reading.findings).length > 0;
  const isRefused = state.reading.errors.length + state.reading.unused.length + state.problems.length > 0;
  if (!isAboutPatient && !isRefused) {
    const key = JSON.stringify(["pathway", topic.slug, state.profile, view, review]);
    return cache.respond(context, key, () => <PathwayPage {...props} />, review.status === "Approved");
  }
  return respondOnce(context, <PathwayPage {...withPatient(props, pathway)} />, 200);
}

/** An entry that cannot be read draws no patient: a chart that ignored it would mislead. */
function withPatient(props: PathwayPageProps, pathway: Pathway): PathwayPageProps {
  const { state } = props;
  if (state.answer === undefined) return props;
  const statements = parseFindings(pathway, state.reading.findings);
  if (!statements.ok) return props;
  const patient = drawPatient(pathway, statements.value, state.profile);
  return patient.ok ? { ...props, patient: patient.value } : props;
}

function refuse(
  context: Context,
  { assets }: PageEffects,
  topic: Topic,
  title: string,
  message: ComponentChildren,
): Response {
  const { readTopic } = languageOf(context).messages.pathway;
  const links = [{ href: `/topics/${topic.slug}`, label: readTopic }];
  const page = <MessagePage assets={assets} title={title} message={message} links={links} translated />;
  return respondOnce(context, page, 404);
}
