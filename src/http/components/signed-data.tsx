import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";

/**
 * The page for search engines (https://schema.org/MedicalWebPage), made from signatures and from nothing else: without an
 * approval by name there is none.
 */
export function SignedData({ topic, review }: { readonly topic: Topic; readonly review: AnswerReview }) {
  const { status, signatures, date, hash, edition } = review;
  if (status !== "Approved" || signatures.length === 0 || date === null) return null;
  const data = {
    "@context": "https://schema.org",
    "@type": "MedicalWebPage",
    name: topic.question,
    about: topic.title,
    dateModified: topic.lastUpdated,
    lastReviewed: date.slice(0, 10),
    reviewedBy: signatures.map(({ name }) => ({ "@type": "Person", name })),
    version: edition === null ? hash : `${edition} (${hash})`,
  };
  // A data block, not a script: nothing in it runs. `<` could still end it early.
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
