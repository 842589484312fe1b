import type { Context } from "hono";
import type { VNode } from "preact";
import { listQueue } from "../../review/desk/list-queue.ts";
import { listSteps } from "../../review/desk/list-steps.ts";
import type { LogEntry } from "../../review/log/log-entry.ts";
import { editionInForce } from "../../review/model/text-state.ts";
import { textsInForce } from "../../review/reader/texts-in-force.ts";
import { leaningOn, leaningsOf } from "../../review/text/leaning-on.ts";
import { CitationPage } from "./citation-page.tsx";
import type { DeskEffects } from "./desk-effects.ts";
import { DiagnosticPage } from "./diagnostic-page.tsx";
import { EvidencePage } from "./evidence-page.tsx";
import { PeoplePage } from "./people-page.tsx";
import { QuestionsDeskPage } from "./questions-desk-page.tsx";
import { type QueueItem, QueuePage, type ReportItem, type UndraftedItem } from "./queue-page.tsx";
import type { Refused } from "./refused.ts";
import { SourcesDeskPage } from "./sources-desk-page.tsx";
import { TextPage } from "./text-page.tsx";
import { changesBetween, viewText } from "./text-view.ts";
import type { Visitor } from "./visitor.ts";

/** A page of the desk for somebody; `refused` when it is shown again because something was not recorded. Nothing: no such page. */
export type DeskPage = (
  context: Context,
  visitor: Visitor,
  effects: DeskEffects,
  refused?: Refused,
) => Promise<VNode | undefined>;

/** Steps that are always open to somebody say nothing of what waits. */
const ALWAYS: ReadonlySet<string> = new Set(["flag", "withdraw"]);

export const queuePage: DeskPage = async (_context, visitor, { record: port, folder, wellspring, assets }) => {
  const [record, now] = [await port.read(), port.now()];
  const { topics } = wellspring.library;
  const items = listQueue(record, now).map((entry): QueueItem => {
    const steps = listSteps(record, visitor.person.id, entry.topic, now).filter(
      ({ activity, about }) => !ALWAYS.has(activity) && (about.hash === undefined || about.hash === entry.hash),
    );
    return { entry, title: topics.get(entry.topic)?.title ?? entry.topic, steps };
  });
  const undrafted = [...folder.topics.values()].flatMap(({ slug, title, hash }): UndraftedItem[] => {
    const known = record.topics.get(slug);
    const edition = editionInForce(known, now);
    return known?.open?.hash === hash || edition?.hash === hash ? [] : [{ slug, title, edition: edition?.number }];
  });
  const withheld = textsInForce(record, now).flatMap(({ topic }) => wellspring.findWithheld(topic) ?? []);
  const waiting = (await port.questions()).filter(({ code }) => !record.questions.has(code));
  const questionsWaiting = waiting.filter(({ about }) => about === undefined).length;
  const reports = waiting.flatMap(({ code, recorded, about }): ReportItem[] =>
    about === undefined ? [] : [{ code, recorded, about, title: topics.get(about.topic)?.title ?? about.topic }],
  );
  return <QueuePage {...{ assets, visitor, items, undrafted, withheld, questionsWaiting, reports }} />;
};

export const evidencePage: DeskPage = async (context, visitor, effects, refused) => {
  const { record, assets, evidence } = effects;
  const done = await doneAt(context, visitor, effects);
  const look = await evidence?.look();
  return <EvidencePage {...{ assets, visitor, look, ...(await standOf(record)), done, refused }} />;
};

export const textPage: DeskPage = async (context, visitor, effects, refused) => {
  const { assets } = effects;
  const view = await viewText(context.req.param("slug") ?? "", visitor, effects);
  if (view === undefined) return undefined;
  const sentHash = refused?.sent.get("hash");
  const isStale = refused?.diagnostics.some(({ code }) => code === "review-text-outdated") === true;
  const meanwhile =
    isStale && view.text !== undefined && typeof sentHash === "string"
      ? await changesBetween(sentHash, view.text.hash, effects)
      : undefined;
  const done = await doneAt(context, visitor, effects);
  return <TextPage {...{ assets, visitor, view, topics: topicsOf(effects), done, refused, meanwhile }} />;
};

/** A source as the text under review has it. */
export const citationPage: DeskPage = async (context, visitor, effects) => {
  const id = context.req.param("source") ?? "";
  const view = await viewText(context.req.param("slug") ?? "", visitor, effects);
  if (view?.text === undefined || !view.text.cites.includes(id)) return undefined;
  const { slug, title, text, read, record, mayOpen } = view;
  const opened = text.opened.get(visitor.person.id);
  const review = {
    slug,
    title,
    hash: text.hash,
    isOpened: opened?.has(id) === true,
    mayOpen,
    next: text.cites.find((source) => opened?.has(source) !== true),
  };
  const leanings = read === undefined ? [] : leaningsOf(read.topic).filter(({ sources }) => sources.includes(id));
  return (
    <CitationPage
      {...{ assets: effects.assets, visitor, id, leanings, review }}
      source={read?.library.sources.get(id)}
      retraction={record.retractions.get(id)}
    />
  );
};

/** A source as the library has it, with everything that leans on it in every topic. */
export const sourcePage: DeskPage = async (context, visitor, { record, wellspring: { library }, assets }) => {
  const id = context.req.param("source") ?? "";
  const source = library.sources.get(id);
  const retraction = (await record.read()).retractions.get(id);
  if (source === undefined && retraction === undefined) return undefined;
  const leanings = leaningOn(library.topics.values(), id);
  return <CitationPage {...{ assets, visitor, id, source, retraction, leanings }} />;
};

export const sourcesPage: DeskPage = async (context, visitor, effects, refused) => {
  const { record, wellspring, assets } = effects;
  const { sources } = wellspring.library;
  const done = await doneAt(context, visitor, effects);
  return <SourcesDeskPage {...{ assets, visitor, ...(await standOf(record)), sources, done, refused }} />;
};

export const peoplePage: DeskPage = async (context, visitor, effects, refused) => {
  const done = await doneAt(context, visitor, effects);
  return <PeoplePage {...{ assets: effects.assets, visitor, ...(await standOf(effects.record)), done, refused }} />;
};

export const questionsPage: DeskPage = async (context, visitor, effects, refused) => {
  const { record, assets } = effects;
  const shown = {
    questions: await record.questions(),
    topics: topicsOf(effects),
    done: await doneAt(context, visitor, effects),
  };
  return <QuestionsDeskPage {...{ assets, visitor, ...(await standOf(record)), ...shown, refused }} />;
};

export const diagnosticPage: DeskPage = async (context, visitor, { assets, explainDiagnostic }) => {
  const code = context.req.param("code") ?? "";
  const text = await explainDiagnostic(code);
  return text === undefined ? undefined : <DiagnosticPage {...{ assets, visitor, code, text }} />;
};

async function standOf(record: DeskEffects["record"]) {
  return { record: await record.read(), now: record.now() };
}

function topicsOf({ wellspring }: DeskEffects) {
  return [...wellspring.library.topics.values()].map(({ slug, title }) => ({ slug, title }));
}

/** The entry that this person made a moment ago, named in the address: an entry of another is not shown as theirs. */
async function doneAt(context: Context, { person }: Visitor, { record }: DeskEffects): Promise<LogEntry | undefined> {
  const named = Number(context.req.query("done"));
  if (!Number.isSafeInteger(named) || named < 1) return undefined;
  const entry = (await record.entries())[named - 1];
  return entry?.agent === person.id ? entry : undefined;
}
