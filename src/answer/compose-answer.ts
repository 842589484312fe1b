import { HOUSE_RULE } from "../evidence/citation.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import {
  type Statement as ArticleStatement,
  BOTTOM_LINE,
  type Section,
  statementsOfSection,
} from "../library/model/article.ts";
import type { Topic } from "../library/model/topic.ts";
import { consultPathway } from "../pathway/consult/consult-pathway.ts";
import { warningsAskedFor } from "../pathway/consult/warnings-asked-for.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer, AnswerReview, NotAnswered } from "./answer-shape.ts";
import { presentCitations } from "./present/present-advice.ts";
import { type PatientAnswer, presentEvaluation, presentWarnings } from "./present/present-evaluation.ts";
import { presentSource } from "./present/present-source.ts";
import type { Doubt } from "./second-reader/doubt.ts";
import { leadWithSafer } from "./second-reader/lead-with-safer.ts";

/** What of the article answers what was asked, besides the bottom line. */
export interface AnswerText {
  /** Ids of statements that answer the question by themselves: they stand first. */
  readonly direct: readonly string[];
  /** Where something is asked that no statement answers: those that stand nearest to it. */
  readonly nearest: readonly string[];
  /** What stands first is the nearest to what was asked, and may not answer it. */
  readonly isLoose: boolean;
  /** Codes of warnings that are told with them, where their numbers are known of the patient. */
  readonly tells: readonly string[];
  /** A question of knowledge: what it names are its subject, not one patient's findings. */
  readonly isGeneral: boolean;
  readonly sections: readonly string[];
}

/** An answer that says nothing of the topic's text. */
export const NO_TEXT: AnswerText = {
  direct: [],
  nearest: [],
  isLoose: false,
  tells: [],
  isGeneral: false,
  sections: [],
};

export interface AnswerParts {
  readonly question: string | null;
  readonly topic: Topic;
  readonly statements: readonly Statement[];
  readonly profile: string | undefined;
  readonly notAnswered: readonly NotAnswered[];
  readonly text: AnswerText;
  readonly review: AnswerReview;
  readonly related: Answer["related"];
  /** What a second reader of the text says against a step; absent where there is no text, or what was read of it is confirmed. */
  readonly secondReading?: SecondReading;
}

export interface SecondReading {
  /** Example patients that it has learned from. */
  readonly texts: number;
  /** `step`: code of the step to which the findings lead. */
  readonly doubt: (step: string) => Doubt | undefined;
}

/** Puts an answer together: the article's statements, the pathway run on the findings, and every source that either cites. */
export function composeAnswer(parts: AnswerParts): Result<Answer> {
  const { topic, question, notAnswered, review } = parts;
  const { pathway } = topic;
  if (pathway === undefined) return failed(answerDiagnostics.report("topic-without-pathway", { topic: topic.slug }));
  const profile = parseProfile(pathway, parts.profile);
  if (!profile.ok) return profile;
  const consulted = consultPathway(pathway, parts.statements, profile.value);
  if (!consulted.ok) return consulted;
  const read = readTwice(presentEvaluation(pathway, consulted.value, parts.statements), pathway, parts.secondReading);
  // An emergency, and a patient whom the topic is not for, are told so first; nothing else that was asked stands before it.
  const isOutOfScope = consulted.value.evaluation.kind === "outOfScope" && read.secondReading === null;
  const stands = read.alarm || isOutOfScope;
  const text = stands ? NO_TEXT : parts.text;
  const asked = warningsAskedFor(pathway, parts.statements, profile.value, text.tells);
  const patient = { ...read, ...withWarnings(read, asked) };
  const statements = statementsFor(topic, text);
  const lead = stands ? "patient" : leadOf(patient, text);
  return ok({
    kind: "topic",
    question,
    topic: { slug: topic.slug, title: topic.title, question: topic.question },
    profile: profile.value,
    ...patient,
    lead,
    statements,
    notAnswered: [...(lead === "patient" ? [] : notAsAsked(question, text)), ...notAnswered],
    related: parts.related,
    sources: citedSources(topic, statements, patient),
    refusal: null,
    quotes: null,
    review,
    conversation: null,
  });
}

const NOT_AS_ASKED =
  "no statement was found that surely answers this; what stands nearest to it is shown, and may not answer it";

/** Where the topic has nothing that surely answers, it is told so: the nearest thing does not stand as if it did. */
function notAsAsked(question: string | null, { isLoose }: AnswerText): readonly NotAnswered[] {
  if (question === null || !isLoose) return [];
  const asking = question.split(/(?<=[.;?!])\s+/).filter((sentence) => sentence.trim().endsWith("?"));
  return [{ what: (asking.length > 0 ? asking.join(" ") : question).trim(), why: NOT_AS_ASKED }];
}

/** Each code once, those that were asked for first. */
function withWarnings(
  { warnings, warningTexts }: PatientAnswer,
  asked: ReturnType<typeof warningsAskedFor>,
): Pick<PatientAnswer, "warnings" | "warningTexts"> {
  const more = presentWarnings(asked.filter(({ code }) => !warnings.includes(code)));
  return { warnings: [...more.map(({ code }) => code), ...warnings], warningTexts: [...more, ...warningTexts] };
}

function readTwice(patient: PatientAnswer, pathway: Pathway, second: SecondReading | undefined): PatientAnswer {
  const doubt = patient.nextStep === null ? undefined : second?.doubt(patient.nextStep.code);
  return doubt === undefined || second === undefined ? patient : leadWithSafer(patient, doubt, pathway, second.texts);
}

function parseProfile(pathway: Pathway, asked: string | undefined): Result<string> {
  const profile = asked ?? pathway.defaultProfile;
  if (pathway.profiles.some(({ id }) => id === profile)) return ok(profile);
  const known = pathway.profiles.map(({ id }) => id).join(", ");
  return failed(answerDiagnostics.report("profile-not-found", { profile: profile.slice(0, 60), known }));
}

/** Fewer findings than this may be the subject of a question ("on a DOAC, is a D-dimer of use?"). */
const TELLS_A_CASE_FROM = 3;

/** From here on one patient is told of, and not a kind of patient ("a left calf mass and suspected isolated DVT"). */
const TELLS_A_PATIENT_FROM = 4;

/**
 * A question of knowledge is led by the text that answers it; one about a patient by the next step, once it is settled. What is
 * missing is a next step, too, where one patient is told of and the text has no direct answer.
 */
function leadOf({ nextStep, secondReading, findings }: PatientAnswer, text: AnswerText): Answer["lead"] {
  if (text.isGeneral) return "text-alone";
  // A doubt about a patient is told before anything else that was asked.
  if (secondReading !== null) return "patient";
  const told = findings.filter(({ from }) => from === "stated").length;
  const answersDirectly = text.direct.length > 0;
  if (nextStep?.rule == null) return told >= TELLS_A_PATIENT_FROM && !answersDirectly ? "patient" : "text";
  return told >= (answersDirectly ? TELLS_A_CASE_FROM : 1) ? "patient" : "text";
}

/** Statements that answer directly, in the order declared; then the bottom line, what stands nearest, and the sections, in the order of the article. */
function statementsFor(topic: Topic, { direct, nearest, sections }: AnswerText): Answer["statements"] {
  const article = topic.articles.clinician?.sections ?? [];
  const all = article.flatMap((section) => statementsOfSection(section).map((statement) => ({ statement, section })));
  const first = direct.flatMap((id) => all.filter(({ statement }) => statement.id === id));
  const near = nearest.flatMap((id) =>
    all.filter(({ statement, section }) => statement.id === id && section.id !== BOTTOM_LINE),
  );
  const rest = (ids: Iterable<string>) =>
    [...ids].flatMap((id) =>
      all.filter(({ statement, section }) => section.id === id && ![...direct, ...nearest].includes(statement.id)),
    );
  const bottomLine = all.filter(
    ({ statement, section }) => section.id === BOTTOM_LINE && !direct.includes(statement.id),
  );
  return [
    ...first.map((one) => presentStatement(one.statement, one.section, true)),
    ...[...bottomLine, ...near, ...rest(new Set(sections).difference(new Set([BOTTOM_LINE])))].map((one) =>
      presentStatement(one.statement, one.section, false),
    ),
  ];
}

function presentStatement(
  statement: ArticleStatement,
  section: Section,
  direct: boolean,
): Answer["statements"][number] {
  const { id, text, basis, strength, certainty, confidence } = statement;
  return {
    id,
    direct,
    text,
    citations: presentCitations(statement.citations),
    basis,
    strength,
    certainty,
    confidence,
    section: section.id,
  };
}

/** Sources in the order in which a reader meets them. */
function citedSources({ sources }: Topic, statements: Answer["statements"], patient: PatientAnswer): Answer["sources"] {
  const inAdvice = patient.nextStep?.citations ?? [];
  const inText = statements.flatMap(({ citations }) => citations);
  const cited = [
    ...(patient.alarm ? inAdvice : inText),
    ...(patient.alarm ? inText : inAdvice),
    ...patient.possible.flatMap(({ citations }) => citations),
    ...patient.alsoDo.flatMap(({ citations }) => citations),
    ...patient.warningTexts.flatMap(({ citations }) => citations),
    ...patient.trace.filter(({ outcome }) => outcome !== false).flatMap(({ citations }) => citations),
  ];
  const keys = new Set(cited.map(({ source }) => source).filter((source) => source !== HOUSE_RULE));
  return [...keys].map((key) => {
    const source = sources.get(key);
    if (source === undefined)
      throw new Error(`a checked library has every source that it cites, but \`${key}\` is missing`);
    return presentSource(source);
  });
}
