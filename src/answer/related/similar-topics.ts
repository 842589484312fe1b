import type { Topic } from "../../library/model/topic.ts";
import { Analyser } from "../../search/analyser.ts";
import { idfOf } from "../../search/score-candidates.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";

/** What of a topic is compared. */
export type ComparableTopic = Pick<Topic, "slug" | "title" | "question" | "askedAs" | "terms">;

export interface SimilarTopic<T extends ComparableTopic = ComparableTopic> {
  readonly topic: T;
  /** Share of the weight of what the smaller of both speaks of that both speak of, from 0 to 1. */
  readonly score: number;
  /** What both speak of, the rarest first, as the other topic writes it. */
  readonly shares: readonly string[];
}

/** From here on two topics bear on each other. Set on a small library of neighbours and strangers (see the test). */
const SIMILAR_FROM = 0.2;
/** One thing in common is a coincidence. */
const FEWEST_SHARED = 2;
const MOST_SHARES_NAMED = 4;

/**
 * Topics that speak of the same as this one, the most alike first. Titles, questions and terms are read with the analyser of search, and each
 * word weighs as it does there: the more, the fewer of all these questions and terms have it.
 */
export function findSimilarTopics<T extends ComparableTopic>(
  own: ComparableTopic,
  topics: Iterable<T>,
  language: ClinicalLanguage,
): readonly SimilarTopic<T>[] {
  const analyser = new Analyser({ stopWords: language.commonWords });
  const others = [...topics].filter(({ slug }) => slug !== own.slug);
  const weigh = weightsIn([own, ...others], analyser);
  const ownStems = new Set(spokenOf(own, analyser).keys());
  return others
    .map((topic) => compare(ownStems, topic, weigh, analyser))
    .filter(({ score, shares }) => score >= SIMILAR_FROM && shares.length >= FEWEST_SHARED)
    .toSorted((left, right) => right.score - left.score || left.topic.slug.localeCompare(right.topic.slug));
}

type Weigh = (stem: string) => number;

/** How rare a stem is among all that the topics say they are asked as. */
function weightsIn(topics: readonly ComparableTopic[], analyser: Analyser): Weigh {
  const texts = topics.flatMap(({ title, question, askedAs, terms }) => [title, question, ...askedAs, ...terms]);
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const stem of new Set(analyser.terms(text))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const statistics = { passages: texts.length, documentFrequency: (stem: string) => counts.get(stem) ?? 0 };
  return (stem) => idfOf(statistics, stem);
}

/** What a topic is about, with the word for it that it writes first. */
function spokenOf({ title, question, terms }: ComparableTopic, analyser: Analyser): ReadonlyMap<string, string> {
  const words = [title, question, ...terms].flatMap((text) => analyser.words(text));
  const spoken = new Map<string, string>();
  for (const word of words)
    for (const stem of analyser.terms(word)) if (!spoken.has(stem) && /\p{L}{2}/u.test(stem)) spoken.set(stem, word);
  return spoken;
}

function compare<T extends ComparableTopic>(
  own: ReadonlySet<string>,
  topic: T,
  weigh: Weigh,
  analyser: Analyser,
): SimilarTopic<T> {
  const spoken = spokenOf(topic, analyser);
  const sum = (stems: Iterable<string>) => [...stems].reduce((total, stem) => total + weigh(stem), 0);
  const shared = [...spoken.keys()].filter((stem) => own.has(stem));
  const smaller = Math.min(sum(own), sum(spoken.keys()));
  const rarest = shared.toSorted((left, right) => weigh(right) - weigh(left) || left.localeCompare(right));
  return {
    topic,
    score: smaller === 0 ? 0 : sum(shared) / smaller,
    shares: rarest.slice(0, MOST_SHARES_NAMED).map((stem) => spoken.get(stem) ?? stem),
  };
}
