import type { Library } from "../../library/model/library.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Answer, AnswerReview } from "../answer-shape.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { findSimilarTopics, type SimilarTopic } from "./similar-topics.ts";

type Related = Answer["related"][number];

export interface RelatedParts {
  readonly library: Library;
  readonly language: ClinicalLanguage;
  readonly reviewOf: (topic: Topic) => AnswerReview;
}

/** Most topics that are offered for their likeness alone. */
const MOST_SIMILAR = 4;

/**
 * Questions that bear on a topic: those its author names, then topics of the library that speak of the same, approved ones first. Each other
 * topic comes with its status word; one that nothing is answered from any more is not offered.
 */
export function relatedTo(topic: Topic, { library, language, reviewOf }: RelatedParts): Answer["related"] {
  const statusOf = (other: Topic | undefined) => {
    const review = other === undefined ? undefined : reviewOf(other);
    return review?.usable === true ? review.status : undefined;
  };
  const named = topic.related.map(({ question, relation, why, answeredIn }): Related => {
    const given = { question, relation, why, href: null, status: null };
    if (answeredIn === undefined) return given;
    if (answeredIn.startsWith("#")) return { ...given, href: `/topics/${topic.slug}${answeredIn}` };
    const status = statusOf(library.topics.get(answeredIn));
    return status === undefined ? given : { ...given, href: `/topics/${answeredIn}`, status };
  });
  const already = new Set(topic.related.map(({ answeredIn }) => answeredIn));
  const similar = similarTo(topic, library, language)
    .filter(({ topic: { slug } }) => !already.has(slug))
    .flatMap(({ topic: other, shares }): Related[] => {
      const status = statusOf(other);
      if (status === undefined) return [];
      const why = `shares: ${shares.join(", ")}`;
      return [{ question: other.question, relation: "similar question", why, href: `/topics/${other.slug}`, status }];
    });
  const [approved, other] = [
    similar.filter(({ status }) => status === "Approved"),
    similar.filter(({ status }) => status !== "Approved"),
  ];
  return [...named, ...[...approved, ...other].slice(0, MOST_SIMILAR)];
}

const known = new WeakMap<Topic, WeakMap<Library, readonly SimilarTopic<Topic>[]>>();

/** Compared once: topic and library are immutable values. What the record says of them is asked each time. */
function similarTo(topic: Topic, library: Library, language: ClinicalLanguage): readonly SimilarTopic<Topic>[] {
  const byLibrary = known.get(topic) ?? new WeakMap<Library, readonly SimilarTopic<Topic>[]>();
  known.set(topic, byLibrary);
  const remembered = byLibrary.get(library);
  if (remembered !== undefined) return remembered;
  const found = findSimilarTopics(topic, library.topics.values(), language);
  byLibrary.set(library, found);
  return found;
}
