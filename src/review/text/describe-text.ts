import type { Topic } from "../../library/model/topic.ts";
import type { Proof, ReviewPolicy } from "../model/review-record.ts";
import { leaningsOf } from "./leaning-on.ts";

/** What is recorded of a text when it is drafted. */
export interface DescribedText {
  readonly topic: string;
  readonly hash: string;
  readonly cites: readonly string[];
  readonly policy: ReviewPolicy;
  readonly proof: Proof;
}

/** `isProven` says of a topic with a pathway whether a certificate of exactly this pathway holds. */
export function describeText(topic: Topic, isProven: boolean): DescribedText {
  const cites = [...new Set(leaningsOf(topic).flatMap(({ sources }) => sources))].sort();
  return { topic: topic.slug, hash: topic.hash, cites, policy: topic.reviewPolicy, proof: proofOf(topic, isProven) };
}

/** A pathway that could not even be loaded is not one that the topic does not have. */
function proofOf({ pathway, pathwayRefused }: Topic, isProven: boolean): Proof {
  if (pathway === undefined && pathwayRefused === undefined) return "no-pathway";
  return pathway !== undefined && isProven ? "proven" : "not-proven";
}
