import type { Topic } from "../library/model/topic.ts";
import { conceptsIn } from "./asked/concepts.ts";
import { unitsOf } from "./asked/declared-answers.ts";
import { directFrom, isInItsWords, likenessToDeclared, thingsOfTopic } from "./asked/find-direct-answer.ts";
import { onlyNamesFinding, speaksOfOthers, speaksOfSubject, subjectWords } from "./asked/subject-words.ts";
import { contentStems } from "./content-stems.ts";
import { COVERED_FROM, coverageOf } from "./find-sections.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { sideFeatureOf } from "./understand/lexicon/side-feature.ts";
import type { SpokenTopic } from "./understand/spoken-topic.ts";
import type { Day } from "./understand/text/dates.ts";
import { type Understanding, understand } from "./understand/understand.ts";

/** What of a topic matching needs. */
export type MatchableTopic = SpokenTopic &
  Pick<
    Topic,
    | "slug"
    | "title"
    | "question"
    | "askedAs"
    | "answers"
    | "sameInQuestions"
    | "idleInQuestions"
    | "terms"
    | "related"
    | "articles"
  >;

export interface TopicMatch<T extends MatchableTopic = MatchableTopic> {
  readonly topic: T;
  /** From 0 to 1; see `MATCHES_FROM`. */
  readonly score: number;
  /** The question read with this topic's words. */
  readonly understanding: Understanding;
  /** All its words of content are such that declared questions of the topic have. */
  readonly isInItsWords: boolean;
  /** How many things it speaks of that declared questions and answers of the topic speak of, too. */
  readonly things: number;
  /** It speaks of the topic's subject in words of its own, and hardly of anything else: what is asked may still have no answer. */
  readonly speaksOfSubject: boolean;
  /** It has no word of the subject, and words of something else. */
  readonly speaksOfOthers: boolean;
  /** It names one of the topic's terms, or the side of the complaint. */
  readonly namesIt: boolean;
}

/**
 * From this score on a topic is taken to answer the question. Calibrated on the questions each topic says it is asked as and on the
 * example cases, which lie above, and on questions of neighbouring fields, which lie below (see the tests).
 */
export const MATCHES_FROM = 0.5;

/** Below `MATCHES_FROM` but from here on a topic is near enough to be named. */
export const NEAR_FROM = 0.15;

/** Every topic with its score, best first. */
export function rankTopics<T extends MatchableTopic>(
  question: string,
  topics: Iterable<T>,
  language: ClinicalLanguage,
  today?: Day,
): readonly TopicMatch<T>[] {
  return [...topics]
    .map((topic) => scoreTopic(question, topic, language, today))
    .sort((left, right) => right.score - left.score || left.topic.slug.localeCompare(right.topic.slug));
}

/** The topic that answers the question, or undefined when none does. */
export function findTopic<T extends MatchableTopic>(
  question: string,
  topics: Iterable<T>,
  language: ClinicalLanguage,
): TopicMatch<T> | undefined {
  const [best] = rankTopics(question, topics, language);
  return best !== undefined && best.score >= MATCHES_FROM ? best : undefined;
}

/**
 * Four kinds of evidence, joined as independent ones are (`1 - (1 - a)(1 - b)`): the question resembles one that the topic says it is
 * asked as; it uses the topic's terms; it states findings that the topic's pathway asks for; a
 * section of the article holds its words.
 */
function scoreTopic<T extends MatchableTopic>(
  question: string,
  topic: T,
  language: ClinicalLanguage,
  today: Day | undefined,
): TopicMatch<T> {
  const profile = profileOf(topic, language);
  const understanding = understand(question, topic, language, { today });
  const stems = contentStems(question, topic, language);
  const direct = likenessToDeclared(question, topic, language, understanding);
  const alike = Math.max(
    evidenceOf(direct, directFrom(question, topic, language)),
    ...profile.questions.map((asked) => likeness(stems, asked)),
  );
  const concepts = conceptsIn(question, topic, language).flatMap(({ name }) => profile.concepts.get(name) ?? []);
  const terms = termEvidence(new Set([...stems, ...concepts]), profile);
  const findings = findingEvidence(understanding, topic);
  const covered = terms + findings > 0 ? coverageEvidence(stems, topic, language) : 0;
  const score = 1 - (1 - alike) * (1 - terms) * (1 - findings) * (1 - covered);
  const words = subjectWords(question, topic, language);
  const side = sideFeatureOf(topic.pathway?.features ?? [])?.id;
  const namesIt = terms > 0 || understanding.statements.some(({ feature }) => feature === side);
  return {
    topic,
    score,
    understanding,
    isInItsWords: isInItsWords(question, topic, language),
    things: thingsOfTopic(question, topic, language),
    speaksOfSubject: speaksOfSubject(words, tellingFindings(understanding, topic).size),
    speaksOfOthers: speaksOfOthers(words, {
      findings: tellingFindings(understanding, topic).size,
      onlyNames: () => onlyNamesFinding(unitsOf(question, topic, language, understanding), understanding),
      likeness: direct,
    }),
    namesIt,
  };
}

/** A declared answer that fits makes the question the topic's, whatever else it says. */
function evidenceOf(direct: number, from: number): number {
  return direct < from ? 0 : Math.max(MATCHES_FROM, direct ** 2);
}

interface TopicProfile {
  readonly questions: readonly ReadonlySet<string>[];
  readonly terms: readonly ReadonlySet<string>[];
  /** For each concept of a term, what it is called among stems. */
  readonly concepts: ReadonlyMap<string, string>;
  /** Stems of title and main question: a term made of them alone names the subject itself. */
  readonly central: ReadonlySet<string>;
}

const profiles = new WeakMap<MatchableTopic, WeakMap<ClinicalLanguage, TopicProfile>>();

function profileOf(topic: MatchableTopic, language: ClinicalLanguage): TopicProfile {
  const byLanguage = profiles.get(topic) ?? new WeakMap<ClinicalLanguage, TopicProfile>();
  profiles.set(topic, byLanguage);
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const set = (text: string) => contentStems(text, topic, language);
  const profile = {
    questions: [topic.question, ...topic.askedAs, ...answeredHere(topic)].map(set),
    terms: topic.terms.map((term) => nameTerm(term, set(term), topic, language)).filter((names) => names.size > 0),
    concepts: new Map(
      topic.terms.flatMap((term) => conceptsIn(term, topic, language)).map(({ name }) => [name, nameOfConcept(name)]),
    ),
    central: set(topic.title),
  };
  byLanguage.set(language, profile);
  return profile;
}

/** A term made of common words alone ("Wells") is known by what it is about. */
function nameTerm(
  term: string,
  stems: ReadonlySet<string>,
  topic: MatchableTopic,
  language: ClinicalLanguage,
): ReadonlySet<string> {
  return stems.size > 0 ? stems : new Set(conceptsIn(term, topic, language).map(({ name }) => nameOfConcept(name)));
}

/** Apart from stems, with which it is compared in one set. */
function nameOfConcept(name: string): string {
  return `concept ${name}`;
}

/** Related questions that the topic's own text answers. */
function answeredHere({ related }: MatchableTopic): readonly string[] {
  return related.filter(({ answeredIn }) => answeredIn?.startsWith("#")).map(({ question }) => question);
}

/** One word in common is a coincidence. */
const FEWEST_SHARED = 2;

/** Dice's coefficient: words in common against words in all. Half a question in common is worth half its weight. */
function likeness(question: ReadonlySet<string>, asked: ReadonlySet<string>): number {
  const shared = [...asked].filter((stem) => question.has(stem)).length;
  if (shared < Math.min(FEWEST_SHARED, asked.size)) return 0;
  return ((2 * shared) / (question.size + asked.size)) ** 2;
}

const CENTRAL_TERM = 0.6;
const OTHER_TERM = 0.25;

function termEvidence(question: ReadonlySet<string>, { terms, central }: TopicProfile): number {
  let doubt = 1;
  const counted = new Set<string>();
  for (const term of terms) {
    // A term counts when the question holds all its words, and adds something that no term before it did.
    if (!isWithin(term, question) || isWithin(term, counted)) continue;
    for (const stem of term) counted.add(stem);
    doubt *= 1 - (term.size > 1 && isWithin(term, central) ? CENTRAL_TERM : OTHER_TERM);
  }
  return 1 - doubt;
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((stem) => whole.has(stem));
}

const FINDING = 0.3;

/** A section of the article that holds nearly every word of the question speaks of what is asked. */
function coverageEvidence(question: ReadonlySet<string>, topic: MatchableTopic, language: ClinicalLanguage): number {
  if (question.size < FEWEST_SHARED) return 0;
  return coverageOf(question, topic, language).share >= COVERED_FROM ? COVERED : 0;
}

const COVERED = 0.4;

function findingEvidence(understanding: Understanding, topic: MatchableTopic): number {
  return 1 - (1 - FINDING) ** tellingFindings(understanding, topic).size;
}

/** Findings other than who the patient is: a hospital's every question has an age. */
function tellingFindings(understanding: Understanding, topic: MatchableTopic): ReadonlySet<string> {
  const groups = new Map((topic.pathway?.features ?? []).map((feature) => [feature.id, feature.group]));
  const [demographic] = groups.values();
  return new Set(
    [...understanding.statements, ...understanding.notOfPatient, ...understanding.uncertain]
      .map(({ feature }) => feature)
      .filter((feature) => groups.get(feature) !== demographic),
  );
}

/**
 * Whether the text tells a case of the topic however little else it says: the side, and a sign or result that is neither who the
 * patient is nor an item of a score. "Cancer" and "on warfarin" are said in every field; a clot seen in a vein of the left leg is not.
 */
export function isCaseOf({ topic: { pathway }, understanding }: TopicMatch): boolean {
  if (pathway === undefined) return false;
  const features = new Map(pathway.features.map((feature) => [feature.id, feature]));
  const [first] = features.values();
  const items = pathway.scores.flatMap((score) => score.items.map((item) => features.get(item.feature)?.group));
  const common = new Set([first?.group, ...items]);
  const stated = understanding.statements.flatMap((statement) =>
    statement.kind === "value" ? (features.get(statement.feature) ?? []) : [],
  );
  const side = sideFeatureOf(features.values());
  return stated.some((feature) => feature === side) && stated.some(({ group }) => !common.has(group));
}
