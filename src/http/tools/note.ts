import type { Answer, AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import { shortHash } from "../components/words.ts";

/** The lines that end every text for the record: what it was made with, and that nobody's name stands in it. */
export function noteFooter({ title, pathway }: Topic, review: AnswerReview, profile: string): readonly string[] {
  const followed = pathway?.profiles.find(({ id }) => id === profile)?.label;
  return [
    `Wellspring: ${title}, pathway version ${pathway?.version}${followed === undefined ? "" : `, ${followed}`}.`,
    `Version ${shortHash(review.hash)}, status ${review.status}. Decision support; the clinician decides.`,
  ];
}

/** What the pathway advises, with its code, as one line. */
export function adviceLine(answer: Answer | undefined): readonly string[] {
  const step = answer?.nextStep;
  if (step === null || step === undefined) return [];
  return [`Next step by the pathway: ${step.title} [${step.code}].`];
}
