import type { Topic } from "../../library/model/topic.ts";
import type { Reviews } from "../../review/reader/reviews.ts";
import { codeOfHash } from "../../review/reader/short-code.ts";
import { statusOfText } from "../../review/reader/text-status.ts";
import type { AnswerReview } from "../answer-shape.ts";

/** What every page and reply says of the review of one topic: the status of exactly its text, now. */
export function presentReview({ slug, hash }: Pick<Topic, "slug" | "hash">, reviews: Reviews): AnswerReview {
  const { signatures, ...status } = statusOfText(reviews.read(), slug, hash, reviews.now());
  return {
    ...status,
    hash,
    code: codeOfHash(hash),
    signatures: signatures.map((signer) => ({ ...signer, interests: [...signer.interests] })),
  };
}
