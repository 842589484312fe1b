import type { Context } from "hono";
import type { VNode } from "preact";
import type { Answer } from "../answer/answer-shape.ts";
import { MAX_QUESTION_CHARACTERS, type Wellspring } from "../answer/wellspring.ts";
import { toCitation } from "../evidence/citation.ts";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import {
  type Article,
  BOTTOM_LINE,
  isAdvised,
  READERS,
  type Reader,
  type Statement,
  statementsOfSection,
} from "../library/model/article.ts";
import type { Topic } from "../library/model/topic.ts";
import { maskIdentifiers } from "../privacy/mask-identifiers.ts";
import { numberSources } from "./bibliography.ts";
import { languageOf } from "./choose-language.ts";
import type { EvidencedText } from "./components/statement-text.tsx";
import { type FormReading, readForm } from "./form-findings.ts";
import { homePage, type PageEffects } from "./home-route.tsx";
import { respondOnce } from "./page-response.ts";
import { AnswerPage, type AnswerPageProps } from "./pages/answer-page.tsx";
import { IdentifiersPage } from "./pages/identifiers-page.tsx";
import { QuotesPage } from "./pages/quotes-page.tsx";
import { RefusalPage } from "./pages/refusal-page.tsx";
import { adviceCitations } from "./topic-view.ts";

type Asked =
  | { readonly ok: true; readonly answer: Answer; readonly reading: FormReading | undefined }
  | { readonly ok: false; readonly message: string };

/** `GET /ask`: the answer page, a refusal, or the ask box again with what is wrong beside it. Nothing asked is kept. */
export async function answerQuestion(context: Context, effects: PageEffects): Promise<Response> {
  const query = new URL(context.req.url).searchParams;
  const question = (query.get("q") ?? "").trim();
  const words = languageOf(context).messages.home;
  const refuse = (message: string) => respondOnce(context, homePage(effects, { question, message }), 400);
  if (question === "") return refuse(words.nothingAsked);
  if (question.length > MAX_QUESTION_CHARACTERS) return refuse(words.tooLong(question.length, MAX_QUESTION_CHARACTERS));
  const reader = READERS.find((known) => known === (query.get("reader") || "clinician"));
  if (reader === undefined) return refuse(words.noSuchReader(READERS.join(", ")));
  const identified = refuseIdentified(context, question, effects);
  if (identified !== undefined) return identified;
  const asked = await ask(question, query, effects.wellspring);
  if (!asked.ok) return refuse(asked.message);
  const withoutTopic = pageWithoutTopic(question, asked.answer, effects);
  if (withoutTopic !== undefined) return respondOnce(context, withoutTopic, 200);
  const props = answerProps(question, reader, asked, effects);
  return respondOnce(
    context,
    <AnswerPage {...props} profile={query.get("profile") || undefined} readingConfirmed={isConfirmed(query)} />,
    200,
  );
}

/**
 * `POST /ask`: a follow-up, with the exchange that the page before held, or one of its questions shown again. The answer page again, the
 * difference on top.
 */
export async function answerFollowUp(context: Context, effects: PageEffects): Promise<Response> {
  const form = new URLSearchParams(await context.req.text());
  const question = (form.get("q") ?? "").trim();
  const exchange = form.get("exchange") ?? "";
  const confirm = form.getAll("confirm");
  const turn = form.get("turn");
  const readingConfirmed = isConfirmed(form);
  const words = languageOf(context).messages.home;
  const refuse = (message: string) => respondOnce(context, homePage(effects, { question, message }), 400);
  if (question === "" && confirm.length === 0 && turn === null && !readingConfirmed) return refuse(words.nothingAsked);
  const identified = refuseIdentified(context, question, effects, exchange);
  if (identified !== undefined) return identified;
  const answer = await effects.wellspring.askWithEvidence({
    question,
    exchange,
    ...(confirm.length === 0 ? {} : { confirm }),
    ...(readingConfirmed ? { readingConfirmed } : {}),
    ...(turn === null ? {} : { turn: numberOf(turn) }),
  });
  if (!answer.ok) return refuse(messageOf(answer.diagnostics));
  const shown = answer.value.question || words.confirmed;
  return respondAnswered(context, shown, { ok: true, answer: answer.value, reading: undefined }, effects);
}

/** That the reader has looked at what was read from the text, and it is right. */
function isConfirmed(sent: URLSearchParams): boolean {
  return sent.get("reading") === "confirmed";
}

/** No number is none that a conversation holds. */
function numberOf(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
}

function respondAnswered(
  context: Context,
  question: string,
  asked: Asked & { readonly ok: true },
  effects: PageEffects,
): Response {
  const page = pageWithoutTopic(question, asked.answer, effects) ?? (
    <AnswerPage
      {...answerProps(question, "clinician", asked, effects)}
      profile={asked.answer.profile ?? undefined}
      readingConfirmed={false}
    />
  );
  return respondOnce(context, page, 200);
}

/** Quotes or a refusal, where no topic answers. */
function pageWithoutTopic(question: string, answer: Answer, { assets, wellspring }: PageEffects): VNode | undefined {
  const { quotes, refusal, notAnswered, conversation } = answer;
  const shared = { assets, question, conversation };
  if (quotes !== null) return <QuotesPage {...shared} quotes={quotes} notAnswered={notAnswered} />;
  const { takesQuestions } = wellspring;
  return refusal === null ? undefined : <RefusalPage {...shared} refusal={refusal} takesQuestions={takesQuestions} />;
}

/** The page that asks to leave out what names the patient; undefined when nothing in the text does. */
function refuseIdentified(
  context: Context,
  question: string,
  { wellspring, assets }: PageEffects,
  exchange?: string,
): Response | undefined {
  const identifiers = wellspring.identifiersIn(question);
  if (identifiers.length === 0) return undefined;
  const masked = maskIdentifiers(question, identifiers, wellspring.identifierWords);
  const page = (
    <IdentifiersPage
      assets={assets}
      question={question}
      identifiers={identifiers}
      masked={masked}
      exchange={exchange}
    />
  );
  return respondOnce(context, page, 422);
}

/** Asks once to learn the topic; asks again with the findings sent beside the question, which only its pathway can read. */
async function ask(question: string, query: URLSearchParams, wellspring: Wellspring): Promise<Asked> {
  const profile = query.get("profile") || undefined;
  const request = {
    question,
    ...(profile === undefined ? {} : { profile }),
    ...(isConfirmed(query) ? { readingConfirmed: true } : {}),
  };
  const first = await wellspring.askWithEvidence(request);
  if (!first.ok) return { ok: false, message: messageOf(first.diagnostics) };
  const pathway = topicOf(first.value, wellspring)?.pathway;
  if (pathway === undefined) return { ok: true, answer: first.value, reading: undefined };
  const reading = readForm(pathway, query);
  if (reading.errors.length > 0 || Object.keys(reading.findings).length === 0)
    return { ok: true, answer: first.value, reading };
  const second = wellspring.ask({ ...request, findings: reading.findings });
  return second.ok
    ? { ok: true, answer: second.value, reading }
    : { ok: false, message: messageOf(second.diagnostics) };
}

function messageOf(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ message, help }) => `${message}; ${help}`).join(". ");
}

function topicOf(answer: Answer, wellspring: Wellspring): Topic | undefined {
  return answer.topic === null ? undefined : wellspring.library.topics.get(answer.topic.slug);
}

function answerProps(
  question: string,
  reader: Reader,
  { answer, reading }: Asked & { readonly ok: true },
  { wellspring, assets }: PageEffects,
): Omit<AnswerPageProps, "profile" | "readingConfirmed"> {
  const topic = topicOf(answer, wellspring);
  const statements = answer.statements.map((statement, index) => ({
    ...toEvidenced(statement),
    id: `answer-${index}`,
    section: statement.section,
    direct: statement.direct,
    name: statement.id,
  }));
  const own = reader === "clinician" ? undefined : topic?.articles[reader];
  const direct = isAdvised(reader) && own === undefined ? statements.filter((statement) => statement.direct) : [];
  const inOwnWords = own === undefined ? [] : answeringIn(own, answer.statements);
  const bottomLine =
    direct.length > 0 ? direct : [...new Set([...inOwnWords, ...bottomLineOf(topic, reader, statements)])];
  const shown = new Set([...bottomLine.map(({ id }) => id), ...inOwnWords.map(({ of }) => of)]);
  // A signpost leads on to its neighbours in the article and says nothing by itself.
  const rest = statements.filter(
    ({ id, name, section, basis }) =>
      isAdvised(reader) &&
      !shown.has(id) &&
      !shown.has(name) &&
      basis !== "signpost" &&
      (section !== BOTTOM_LINE || direct.length > 0),
  );
  const inText = [...bottomLine, ...rest].flatMap((statement) => statement.citations);
  const reply = answer.conversation?.followed?.reply.flatMap(({ citations }) => citations) ?? [];
  const advice = isAdvised(reader) ? [...adviceCitations(answer), ...reply] : [];
  const bibliography = numberSources([...inText, ...advice], topic?.sources ?? new Map(), answer.sources);
  return { assets, question, answer, topic, reader, bottomLine, statements: rest, bibliography, reading };
}

/** What answers directly, in the words that a reader's own text has for it, in the order of the answer. What it has no words for is not among it. */
function answeringIn(own: Article, statements: Answer["statements"]): readonly Statement[] {
  const written = own.sections.flatMap((section) => [...statementsOfSection(section)]);
  return statements
    .filter(({ direct }) => direct)
    .flatMap((statement) => written.filter((candidate) => candidate.of === statement.id));
}

/** The bottom line as the reader's own text has it, or as the answer carries it when there is no such text. */
function bottomLineOf(
  topic: Topic | undefined,
  reader: Reader,
  statements: readonly (EvidencedText & { readonly section: string | undefined })[],
): readonly EvidencedText[] {
  const section = topic?.articles[reader]?.sections.find((candidate) => candidate.id === BOTTOM_LINE);
  if (section !== undefined) return statementsOfSection(section);
  return statements.filter((statement) => statement.section === BOTTOM_LINE);
}

function toEvidenced(statement: Answer["statements"][number]): Omit<EvidencedText, "id"> {
  const { text, basis, strength, certainty, confidence } = statement;
  const citations = statement.citations.map(toCitation);
  return { text, basis, strength, certainty, confidence, citations };
}
