import type { Wellspring } from "../answer/wellspring.ts";

/** Under what a reader may know a topic. */
export interface TopicName {
  readonly address: string;
  readonly title: string;
  readonly question: string;
  /** Ways in which it is asked, and words that stand in it. */
  readonly names: readonly string[];
}

export const TOPIC_NAMES = "/topic-names.json";

/** The names of every topic in force. The search works on them in the browser, so that it needs no network while somebody types. */
export function topicNames({ library, reviewOf }: Wellspring): readonly TopicName[] {
  return [...library.topics.values()]
    .filter((topic) => reviewOf(topic).status !== "Withdrawn")
    .map(({ slug, title, question, patientQuestion, askedAs, terms }) => ({
      address: `/topics/${slug}`,
      title,
      question,
      names: [patientQuestion, ...askedAs, ...terms],
    }));
}
