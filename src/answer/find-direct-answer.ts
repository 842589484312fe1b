import { statementsOf } from "../library/model/article.ts";
import type { DirectAnswer, Topic } from "../library/model/topic.ts";
import type { TextSpan } from "../pathway/model/finding.ts";
import { contentStems } from "./content-stems.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { type Lexicon, lexiconOf, type SpokenTopic } from "./understand/lexicon.ts";
import { type Understanding, understand } from "./understand/understand.ts";

type AnsweringTopic = SpokenTopic & Pick<Topic, "answers" | "articles" | "question">;

/** What a topic declares to answer a question by itself. */
export interface DirectMatch {
  readonly statements: readonly string[];
  /** Whether all that was read of a patient is what the declared question speaks of, so that it tells of no patient. */
  readonly isGeneral: boolean;
  /** How surely it is what was asked, from 0 to 1. */
  readonly score: number;
}

/** Below this score a declared answer answers something else. Calibrated on the questions of the tests (docs/evaluation.md). */
export const DIRECT_FROM = 0.42;

/** A word that stands in the answer says less of what is asked than one that stands in a wording of the question. */
const IN_THE_ANSWER = 0.6;
/** What a word counts that no declared question or answer knows, against the rarest that one does. */
const UNKNOWN_WORD = 0.35;
/** How many of the rarest words in common halve the doubt that what is shared is shared by chance. */
const DOUBT = 0.75;

/**
 * The declared answer that fits the question best. Question and wordings are compared by what they are about: stems of their words,
 * weighted by how rare they are among the declared answers; and the findings they speak of, whatever the words for them. A wording is alike as a whole (Dice's coefficient), or the wordings and the answer together hold what the question says.
 */
export function findDirectAnswer(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): DirectMatch | undefined {
  const { declared, weight, isKnown, rarest } = declaredIn(topic, language);
  const asked = wordsOf(question, topic, language, understanding);
  const about = new Set(
    findingsOf(understanding).flatMap((finding) => [nameOf(finding), `finding ${finding.feature}`]),
  );
  const mass = massOf(asked, weight);
  const understood = massOf(new Set([...asked].filter(isKnown)), weight) / mass;
  const told = [...asked].reduce((sum, word) => sum + (isKnown(word) ? weight(word) : UNKNOWN_WORD * rarest), 0);
  let best: DirectMatch | undefined;
  for (const { statements, onlyFor, wordings, words, answerWords } of declared) {
    // What is declared of a special group is no answer to who did not name it.
    const fitting = wordings.filter(({ findings }) => findings.isSubsetOf(about));
    // Nor to who denied it: "not pregnant" names nobody who is.
    const isOfGroup = (finding: Spoken) =>
      typeof finding.value === "boolean" ? finding.value : finding.value === undefined || words.has(nameOf(finding));
    const group = findingsOf(understanding).filter(isOfGroup);
    const isForOthers = onlyFor !== undefined && !group.some(({ feature }) => onlyFor.includes(feature));
    if (fitting.length === 0 || isForOthers) continue;
    const alike = Math.max(
      ...fitting.map((wording) => (2 * massOf(wording.words.intersection(asked), weight)) / (mass + wording.mass)),
    );
    const held =
      massOf(asked.intersection(words), weight) +
      IN_THE_ANSWER * massOf(asked.intersection(answerWords).difference(words), weight);
    const score = Math.max(alike * understood, (held / told) * (held / (held + DOUBT * rarest)));
    const findings = new Set(fitting.flatMap((wording) => [...wording.findings]));
    const isGeneral = understanding.statements.every((statement) => findings.has(nameOf(statement)));
    if (score > (best?.score ?? 0)) best = { statements, isGeneral, score };
  }
  return best?.statements.length === 0 ? undefined : best;
}

interface Wording {
  readonly words: Set<string>;
  readonly findings: ReadonlySet<string>;
  readonly mass: number;
}

interface Declared extends Omit<DirectAnswer, "asked"> {
  readonly wordings: readonly Wording[];
  /** Everything that one of the wordings says. */
  readonly words: Set<string>;
  /** What the statements say. */
  readonly answerWords: Set<string>;
}

interface DeclaredAnswers {
  readonly declared: readonly Declared[];
  readonly weight: (concept: string) => number;
  readonly isKnown: (concept: string) => boolean;
  /** The weight of a concept that one answer alone knows. */
  readonly rarest: number;
}

const known = new WeakMap<AnsweringTopic, WeakMap<ClinicalLanguage, DeclaredAnswers>>();

/** Remembered by identity: topic and language are immutable values. */
function declaredIn(topic: AnsweringTopic, language: ClinicalLanguage): DeclaredAnswers {
  const byLanguage = known.get(topic) ?? new WeakMap<ClinicalLanguage, DeclaredAnswers>();
  known.set(topic, byLanguage);
  const remembered = byLanguage.get(language);
  if (remembered !== undefined) return remembered;
  const article = topic.articles.clinician === undefined ? [] : statementsOf(topic.articles.clinician);
  const texts = new Map(article.map(({ id, text }) => [id, text]));
  // The topic's own question is answered by its bottom line.
  const answers: readonly DirectAnswer[] = [...topic.answers, { asked: [topic.question], statements: [] }];
  const read = answers.map(({ asked, statements, onlyFor }) => {
    const wordings = asked.map((text) => {
      const understanding = understand(text, topic, language);
      const findings = new Set(findingsOf(understanding).map(nameOf));
      return { findings, words: wordsOf(text, topic, language, understanding) };
    });
    return {
      statements,
      onlyFor,
      wordings,
      words: new Set(wordings.flatMap(({ words }) => [...words])),
      answerWords: stemsOf(statements.map((id) => texts.get(id) ?? "").join(" "), topic, language),
    };
  });
  const within = new Map<string, number>();
  for (const { words } of read) for (const word of words) within.set(word, (within.get(word) ?? 0) + 1);
  const weight = (concept: string) => Math.log((read.length + 1) / ((within.get(concept) ?? 0) + 0.5));
  const inAnswers = new Set(read.flatMap(({ answerWords }) => [...answerWords]));
  const made = {
    declared: read.map((answer) => ({
      ...answer,
      wordings: answer.wordings.map((wording) => ({ ...wording, mass: massOf(wording.words, weight) })),
    })),
    weight,
    isKnown: (concept: string) => within.has(concept) || inAnswers.has(concept),
    rarest: Math.log((read.length + 1) / 1.5),
  };
  byLanguage.set(language, made);
  return made;
}

function massOf(words: ReadonlySet<string>, weight: (word: string) => number): number {
  return [...words].reduce((sum, word) => sum + weight(word), 0);
}

/** Stems of what was not read as a finding, and the findings; those that are a choice with what was chosen. */
function wordsOf(
  text: string,
  topic: SpokenTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): Set<string> {
  const findings = findingsOf(understanding);
  const rest = withoutSpans(
    text,
    findings.flatMap(({ span }) => span ?? []),
  );
  return new Set([...stemsOf(rest, topic, language), ...findings.map(nameOf)]);
}

function stemsOf(text: string, topic: SpokenTopic, language: ClinicalLanguage): Set<string> {
  const same = sameStems(topic, language);
  return new Set([...contentStems(text, topic, language)].map((stem) => same.get(stem) ?? stem));
}

const sameBy = new WeakMap<Lexicon, ReadonlyMap<string, string>>();

/** The stem that stands for each of several that ask for the same. */
function sameStems(topic: SpokenTopic, language: ClinicalLanguage): ReadonlyMap<string, string> {
  const lexicon = lexiconOf(topic, language);
  const remembered = sameBy.get(lexicon);
  if (remembered !== undefined) return remembered;
  const { reader } = lexicon;
  const made = new Map(
    language.sameInQuestions.flatMap(([first = "", ...others]) =>
      others.map((word): [string, string] => [reader.stemOf(word), reader.stemOf(first)]),
    ),
  );
  sameBy.set(lexicon, made);
  return made;
}

interface Spoken {
  readonly feature: string;
  readonly span?: TextSpan;
  readonly value?: unknown;
}

/** Everything that a text speaks of, of whom and however surely. */
function findingsOf({ statements, uncertain, notOfPatient }: Understanding): readonly Spoken[] {
  return [...statements, ...uncertain, ...notOfPatient];
}

/** "scan acute-proximal", but "age": a number is of the patient, not of the question. */
function nameOf({ feature, value }: Spoken): string {
  return typeof value === "string" || typeof value === "boolean" ? `finding ${feature} ${value}` : `finding ${feature}`;
}

/** Blanks out what was read as findings: "rivaroxaban" and "a DOAC" say the same. */
function withoutSpans(text: string, spans: readonly TextSpan[]): string {
  return spans.reduce(
    (rest, { start, end }) => `${rest.slice(0, start)}${" ".repeat(end - start)}${rest.slice(end)}`,
    text,
  );
}
