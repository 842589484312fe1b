import type { Topic } from "../library/model/topic.ts";
import type { TextSpan } from "../pathway/model/finding.ts";
import { contentStems } from "./content-stems.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { lexiconOf, type SpokenTopic } from "./understand/lexicon.ts";
import { type Understanding, understand } from "./understand/understand.ts";

type AnsweringTopic = SpokenTopic & Pick<Topic, "answers">;

/** What a topic declares to answer a question by itself, and how much alike the two questions are, from 0 to 1. */
export interface DirectMatch {
  readonly statements: readonly string[];
  /** Features that the declared question itself speaks of: to name them tells of no patient. */
  readonly features: ReadonlySet<string>;
  readonly alike: number;
}

/** Declared questions below this likeness ask something else. Calibrated on the questions of the tests, none of which lies near it. */
export const DIRECT_FROM = 0.55;

/**
 * The declared question that is most like the reader's. Both are taken as what they are about: the stems of their words, weighted by
 * how rare they are among the declared questions, the findings they speak of, whatever the words for them, and what is asked.
 */
export function findDirectAnswer(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): DirectMatch | undefined {
  const { declared, weight } = declaredIn(topic, language);
  const asked = conceptsOf(question, topic, language, understanding);
  const total = massOf(asked, weight);
  let best: DirectMatch | undefined;
  const about = new Set(findingsOf(understanding).map(({ feature }) => feature));
  for (const { statements, features, concepts, mass } of declared) {
    // What is declared of a special group is no answer to who did not name it.
    if (![...features].every((feature) => about.has(feature))) continue;
    const shared = massOf(new Set([...concepts].filter((concept) => asked.has(concept))), weight);
    const alike = (2 * shared) / Math.max(total + mass, Number.MIN_VALUE);
    if (alike > (best?.alike ?? 0)) best = { statements, features, alike };
  }
  return best;
}

interface Declared extends Omit<DirectMatch, "alike"> {
  readonly concepts: ReadonlySet<string>;
  readonly mass: number;
}

interface DeclaredQuestions {
  readonly declared: readonly Declared[];
  readonly weight: (concept: string) => number;
}

const known = new WeakMap<AnsweringTopic, WeakMap<ClinicalLanguage, DeclaredQuestions>>();

/** Remembered by identity: topic and language are immutable values. */
function declaredIn(topic: AnsweringTopic, language: ClinicalLanguage): DeclaredQuestions {
  const byLanguage = known.get(topic) ?? new WeakMap<ClinicalLanguage, DeclaredQuestions>();
  known.set(topic, byLanguage);
  const remembered = byLanguage.get(language);
  if (remembered !== undefined) return remembered;
  const questions = topic.answers.flatMap(({ asked, statements }, answer) =>
    asked.map((text) => {
      const understanding = understand(text, topic, language);
      const features = new Set(findingsOf(understanding).map(({ feature }) => feature));
      return { answer, statements, features, concepts: conceptsOf(text, topic, language, understanding) };
    }),
  );
  // Counted once for each answer: several wordings of one question do not make its words common.
  const within = new Map<string, Set<number>>();
  for (const { answer, concepts } of questions)
    for (const concept of concepts) within.set(concept, (within.get(concept) ?? new Set()).add(answer));
  const weight = (concept: string) => Math.log((topic.answers.length + 1) / ((within.get(concept)?.size ?? 0) + 0.5));
  const made = { declared: questions.map((one) => ({ ...one, mass: massOf(one.concepts, weight) })), weight };
  byLanguage.set(language, made);
  return made;
}

function massOf(concepts: ReadonlySet<string>, weight: (concept: string) => number): number {
  return [...concepts].reduce((sum, concept) => sum + weight(concept), 0);
}

function conceptsOf(
  text: string,
  topic: SpokenTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): ReadonlySet<string> {
  const { focus } = understanding;
  const findings = findingsOf(understanding);
  const rest = withoutSpans(
    text,
    findings.flatMap(({ span }) => span ?? []),
  );
  const same = sameStems(topic, language);
  return new Set([
    ...[...contentStems(rest, topic, language)].map((stem) => same.get(stem) ?? stem),
    ...findings.map(({ feature }) => `finding ${feature}`),
    ...(focus === "other" ? [] : [`focus ${focus}`]),
  ]);
}

const sameBy = new WeakMap<SpokenTopic, ReadonlyMap<string, string>>();

/** The stem that stands for each of several that ask for the same. */
function sameStems(topic: SpokenTopic, language: ClinicalLanguage): ReadonlyMap<string, string> {
  const remembered = sameBy.get(topic);
  if (remembered !== undefined) return remembered;
  const { reader } = lexiconOf(topic, language);
  const made = new Map(
    language.sameInQuestions.flatMap(([first = "", ...others]) =>
      others.map((word): [string, string] => [reader.stemOf(word), reader.stemOf(first)]),
    ),
  );
  sameBy.set(topic, made);
  return made;
}

/** Everything that a text speaks of, of whom and however surely. */
function findingsOf({ statements, uncertain, notOfPatient }: Understanding) {
  return [...statements, ...uncertain, ...notOfPatient];
}

/** Blanks out what was read as findings: "rivaroxaban" and "a DOAC" say the same. */
function withoutSpans(text: string, spans: readonly TextSpan[]): string {
  return spans.reduce(
    (rest, { start, end }) => `${rest.slice(0, start)}${" ".repeat(end - start)}${rest.slice(end)}`,
    text,
  );
}
