import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { VNode } from "preact";
import { type Citation, toCitation } from "../../evidence/citation.ts";
import type { Topic } from "../../library/model/topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { writeCalendar } from "../../tools/calendar.ts";
import { readCutOff } from "../../tools/cut-off.ts";
import type { Assets } from "../assets.ts";
import { numberSources } from "../bibliography.ts";
import type { PatientState } from "../components/patient-panel.tsx";
import type { EffectsAt } from "../effects-at.ts";
import { MAX_BODY_BYTES, notFoundPage, refuseSize } from "../error-pages.tsx";
import { findTopic } from "../find-topic.tsx";
import { TOOL_PARAMETERS } from "../form-fields.ts";
import type { PageEffects } from "../home-route.tsx";
import { respondOnce } from "../page-response.ts";
import { adviceCitations, patientState } from "../topic-view.ts";
import { ChancesPage } from "./chances-page.tsx";
import { getFact, readChances } from "./chances-reading.ts";
import { CutOffPage } from "./cut-off-page.tsx";
import { FollowUpPage } from "./follow-up-page.tsx";
import { type Anchor, eventsOf, plansOf, readAnchor } from "./follow-up-plan.ts";
import { QuestionsPage } from "./questions-page.tsx";
import { ScanPage } from "./scan-page.tsx";
import { readScanForm, scanParameters, withResult } from "./scan-reading.ts";
import { ScorePage } from "./score-page.tsx";
import type { ToolContext } from "./tool-frame.tsx";
import { factCitations } from "./tool-parts.tsx";

/** A topic whose pathway can be run, with the query of the request. */
interface Asked {
  readonly topic: Topic;
  readonly pathway: Pathway;
  readonly query: URLSearchParams;
  readonly state: PatientState;
}

/** Makes a tool's page, or nothing where the topic does not have the tool. `context` numbers the sources that the page cites. */
type MakePage = (asked: Asked, context: (cited: readonly Citation[]) => ToolContext) => VNode | undefined;

const PAGES: Readonly<Record<string, MakePage>> = {
  questions: questionsPage,
  score: scorePage,
  "cut-off": cutOffPage,
  chances: chancesPage,
  scan: scanPage,
  "follow-up": followUpPage,
};

/** The tools of a topic, each a page of its own. They hold what is known of a patient, so none is kept anywhere. */
export function mountTools(app: Hono, assets: Assets, at: EffectsAt): void {
  for (const [path, make] of Object.entries(PAGES))
    app.get(`/topics/:slug/${path}`, (context) => toolPage(context, at(context), path, make));
  mountFollowUp(app, assets, at);
}

function toolPage(context: Context, effects: PageEffects, path: string, make: MakePage): Response {
  const { wellspring, assets } = effects;
  const found = findTopic(context, effects);
  if (!found.ok) return found.instead;
  const { topic } = found;
  const { pathway } = topic;
  if (pathway === undefined) return notFoundPage(context, effects);
  const review = wellspring.reviewOf(topic);
  const query = new URL(context.req.url).searchParams;
  const scan = path === "scan" ? topic.tools?.scan : undefined;
  const own = [...TOOL_PARAMETERS, ...(scan === undefined ? [] : scanParameters(scan, topic))];
  // What the marks of a scan come to is a finding like any other, and replaces what was said of the scan before.
  const findings = scan === undefined ? query : withResult(scan, readScanForm(scan, topic, query), query);
  const state = patientState(topic, findings, wellspring, { own, evenEmpty: true });
  if (state === undefined) return notFoundPage(context, effects);
  const alarm = state.answer?.alarm === true ? adviceCitations(state.answer) : [];
  const page = make({ topic, pathway, query, state }, (cited) => ({
    assets,
    topic,
    review,
    state,
    bibliography: numberSources([...alarm, ...cited], topic.sources),
  }));
  return page === undefined ? notFoundPage(context, effects) : respondOnce(context, page, 200);
}

function scanPage(
  { topic, pathway, query, state }: Asked,
  context: (cited: readonly Citation[]) => ToolContext,
): VNode | undefined {
  const tool = topic.tools?.scan;
  if (tool === undefined) return undefined;
  const form = readScanForm(tool, topic, query);
  const sets = [tool.required, tool.byProtocol, tool.optional].flatMap((id) => topic.sets.get(id)?.members ?? []);
  const sources = [...new Set(sets.flatMap((member) => member.sources))].map((source) => ({ source }));
  const advice = state.answer === undefined ? [] : adviceCitations({ ...state.answer, trace: [], warningTexts: [] });
  const leg = query.get(tool.leg);
  return (
    <ScanPage
      {...context([...advice, ...sources])}
      pathway={pathway}
      tool={tool}
      form={form}
      leg={leg === "left" || leg === "right" ? leg : undefined}
      contents={topic.sets.get(tool.report)}
      sources={sources}
    />
  );
}

/**
 * The date of a scan is sent in the body, so that it stands in no address, history or log: a date of care can tell who somebody is.
 * What is known of the patient stays in the address.
 */
function mountFollowUp(app: Hono, assets: Assets, at: EffectsAt): void {
  const limit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseSize(assets) });
  app.post("/topics/:slug/follow-up", limit, async (context) => {
    const anchor = readAnchor(new URLSearchParams(await context.req.text()));
    return toolPage(context, at(context), "follow-up", (asked, made) => followUpPage(asked, made, anchor));
  });
  app.post("/topics/:slug/follow-up.ics", limit, async (context) => {
    const effects = at(context);
    const anchor = readAnchor(new URLSearchParams(await context.req.text()));
    const topic = effects.wellspring.library.topics.get(context.req.param("slug"));
    const state = topic && patientState(topic, new URL(context.req.url).searchParams, effects.wellspring);
    if (topic?.pathway === undefined || topic.tools?.followUp === undefined || state === undefined)
      return notFoundPage(context, effects);
    if (anchor.kind !== "day" || effects.wellspring.reviewOf(topic).status === "Withdrawn")
      return toolPage(context, effects, "follow-up", (asked, made) => followUpPage(asked, made, anchor));
    const events = plansOf(topic.pathway, state).flatMap((plan) => eventsOf(plan, anchor.day, topic));
    return new Response(writeCalendar(events, anchor.day), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="follow-up.ics"',
        "cache-control": "no-store",
      },
    });
  });
}

function followUpPage(
  { topic, pathway, state }: Asked,
  context: (cited: readonly Citation[]) => ToolContext,
  anchor: Anchor = { kind: "none" },
): VNode | undefined {
  const tool = topic.tools?.followUp;
  if (tool === undefined || pathway.followUps.length === 0) return undefined;
  const plans = plansOf(pathway, state);
  return (
    <FollowUpPage
      {...context(plans.flatMap(({ cite }) => cite))}
      pathway={pathway}
      tool={tool}
      plans={plans}
      anchor={anchor}
      safetyNet={tool.safetyNet.flatMap((id) => topic.sets.get(id) ?? [])}
    />
  );
}

/** Citations of the warnings that a tool shows when this patient raises them. */
function raisedBy(tool: { readonly warnings: readonly string[] }, { answer }: PatientState): readonly Citation[] {
  return (answer?.warningTexts ?? [])
    .filter(({ code }) => tool.warnings.includes(code))
    .flatMap(({ citations }) => citations.map(toCitation));
}

function questionsPage(
  { pathway, state }: Asked,
  context: (cited: readonly Citation[]) => ToolContext,
): VNode | undefined {
  return (
    <QuestionsPage {...context(state.answer === undefined ? [] : adviceCitations(state.answer))} pathway={pathway} />
  );
}

function scorePage(
  { topic, pathway, state }: Asked,
  context: (cited: readonly Citation[]) => ToolContext,
): VNode | undefined {
  const tool = topic.tools?.score;
  const score = pathway.scores.find(({ id }) => id === tool?.score);
  if (tool === undefined || score === undefined) return undefined;
  const standing = pathway.warnings.filter(({ code }) => tool.standing.includes(code)).flatMap(({ cite }) => cite);
  const facts = tool.prevalences.flatMap(({ facts: ids }) => ids.flatMap((id) => factCitations(getFact(topic, id))));
  return (
    <ScorePage
      {...context([...standing, ...facts, ...raisedBy(tool, state)])}
      pathway={pathway}
      tool={tool}
      score={score}
    />
  );
}

function cutOffPage(
  { topic, pathway, state }: Asked,
  context: (cited: readonly Citation[]) => ToolContext,
): VNode | undefined {
  const tool = topic.tools?.cutOff;
  if (tool === undefined) return undefined;
  const named = new Set(tool.bases.flatMap(({ usual, step }) => [usual, step]));
  const rule = pathway.parameters.filter(({ id }) => named.has(id)).flatMap(({ cite }) => cite);
  const unit = pathway.warnings.filter(({ code }) => code === tool.withoutUnit).flatMap(({ cite }) => cite);
  const made = context([...rule, ...unit, ...raisedBy(tool, state)]);
  const { reading: form, profile, problems } = state;
  const statements = parseFindings(pathway, form.findings);
  const isRead = form.errors.length + problems.length === 0 && statements.ok;
  const reading = isRead ? readCutOff(pathway, tool, statements.value, profile) : undefined;
  return <CutOffPage {...made} pathway={pathway} tool={tool} reading={reading} />;
}

function chancesPage({ topic, query }: Asked, context: (cited: readonly Citation[]) => ToolContext): VNode | undefined {
  const tool = topic.tools?.chances;
  if (tool === undefined) return undefined;
  const reading = readChances(topic, tool, query);
  const lines = tool.lines.map((id) => getFact(topic, id));
  const shown = reading.kind === "known" ? [reading.sensitivity, reading.specificity] : [];
  return (
    <ChancesPage
      {...context([...shown, ...lines].flatMap(factCitations))}
      tool={tool}
      tests={tool.tests}
      presets={tool.presets.map((id) => getFact(topic, id))}
      lines={lines}
      reading={reading}
    />
  );
}
