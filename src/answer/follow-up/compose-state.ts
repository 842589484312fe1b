import type { Result } from "../../kernel/result.ts";
import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Answer, AnswerReview } from "../answer-shape.ts";
import { type AnswerText, composeAnswer, NO_TEXT, type SecondReading } from "../compose-answer.ts";
import { holding, type State } from "./held-findings.ts";

/** The answer to what a state holds. */
export type ComposeState = (state: State, text?: AnswerText, notAnswered?: Answer["notAnswered"]) => Result<Answer>;

/** What every answer to a question has in common, whatever the state of the patient. */
export interface CommonParts {
  readonly review: AnswerReview;
  readonly related: Answer["related"];
  /** Of the text that the conversation began with, until what was read of it is confirmed. */
  readonly secondReading?: SecondReading;
}

/** `profile`: id of the guideline that is followed; absent: the pathway's own. */
export function composerOf(
  question: string,
  topic: RunnableTopic,
  profile: string | undefined,
  { review, related, secondReading }: CommonParts,
): ComposeState {
  return (state, text = NO_TEXT, notAnswered = []) =>
    composeAnswer({
      question,
      topic,
      statements: holding(state).map(({ statement }) => statement),
      profile,
      notAnswered,
      text,
      review,
      related,
      ...(secondReading === undefined ? {} : { secondReading }),
    });
}
