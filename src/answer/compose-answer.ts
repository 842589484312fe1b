import { HOUSE_RULE } from "../evidence/citation.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { type Statement as ArticleStatement, type Section, statementsOfSection } from "../library/model/article.ts";
import type { Library } from "../library/model/library.ts";
import type { Topic } from "../library/model/topic.ts";
import { consultPathway } from "../pathway/consult/consult-pathway.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer, AnswerReview, NotAnswered } from "./answer-shape.ts";
import { type PatientAnswer, presentCitations, presentEvaluation } from "./present-evaluation.ts";
import { presentSource } from "./present-source.ts";

export interface AnswerParts {
  readonly question: string | null;
  readonly topic: Topic;
  readonly statements: readonly Statement[];
  readonly profile: string | undefined;
  readonly notAnswered: readonly NotAnswered[];
  /** Sections of the article that answer what was asked, besides the bottom line. */
  readonly sections: readonly string[];
  readonly review: AnswerReview;
}

const BOTTOM_LINE = "bottom-line";

/** Puts an answer together: the article's statements, the pathway run on the findings, and every source that either cites. */
export function composeAnswer(library: Library, parts: AnswerParts): Result<Answer> {
  const { topic, question, notAnswered, review } = parts;
  const { pathway } = topic;
  if (pathway === undefined) return failed(answerDiagnostics.report("topic-without-pathway", { topic: topic.slug }));
  const profile = parseProfile(pathway, parts.profile);
  if (!profile.ok) return profile;
  const consulted = consultPathway(pathway, parts.statements, profile.value);
  if (!consulted.ok) return consulted;
  const patient = presentEvaluation(pathway, consulted.value, parts.statements);
  const statements = [BOTTOM_LINE, ...parts.sections].flatMap((id) => statementsFrom(topic, id));
  return ok({
    kind: "topic",
    question,
    topic: { slug: topic.slug, title: topic.title, question: topic.question },
    profile: profile.value,
    ...patient,
    statements,
    notAnswered: [...notAnswered],
    related: topic.related.map(({ question: asked, relation, why, answeredIn }) => ({
      question: asked,
      relation,
      why,
      href: answeredIn === undefined ? null : hrefOf(topic, answeredIn),
    })),
    sources: citedSources(library, statements, patient),
    refusal: null,
    quotes: null,
    review,
    conversation: null,
  });
}

function parseProfile(pathway: Pathway, asked: string | undefined): Result<string> {
  const profile = asked ?? pathway.defaultProfile;
  if (pathway.profiles.some(({ id }) => id === profile)) return ok(profile);
  const known = pathway.profiles.map(({ id }) => id).join(", ");
  return failed(answerDiagnostics.report("profile-not-found", { profile: profile.slice(0, 60), known }));
}

function statementsFrom(topic: Topic, section: string): Answer["statements"] {
  const found = topic.articles.clinician?.sections.find(({ id }) => id === section);
  return found === undefined ? [] : statementsOfSection(found).map((statement) => presentStatement(statement, found));
}

function presentStatement(statement: ArticleStatement, section: Section): Answer["statements"][number] {
  const { text, basis, strength, certainty, confidence } = statement;
  return {
    text,
    citations: presentCitations(statement.citations),
    basis,
    strength,
    certainty,
    confidence,
    section: section.id,
  };
}

/** `#section` of the topic itself, or another topic by its slug. */
function hrefOf(topic: Topic, answeredIn: string): string {
  return answeredIn.startsWith("#") ? `/topics/${topic.slug}${answeredIn}` : `/topics/${answeredIn}`;
}

/** Sources in the order in which a reader meets them. */
function citedSources(library: Library, statements: Answer["statements"], patient: PatientAnswer): Answer["sources"] {
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
    const source = library.sources.get(key);
    if (source === undefined)
      throw new Error(`a checked library has every source that it cites, but \`${key}\` is missing`);
    return presentSource(source);
  });
}
