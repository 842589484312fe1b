import type { Result } from "../../kernel/result.ts";
import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Answer, AnswerReview } from "../answer-shape.ts";
import { type AnswerText, composeAnswer, NO_TEXT, type SecondReading } from "../compose-answer.ts";
import { holding, type State } from "./held-findings.ts";
import { keyOf } from "./statement-key.ts";

/** The answer to what a state holds. */
export type ComposeState = (state: State, text?: AnswerText, notAnswered?: Answer["notAnswered"]) => Result<Answer>;

/** What every answer to a question has in common, whatever the state of the patient. */
export interface CommonParts {
  readonly review: AnswerReview;
  readonly related: Answer["related"];
  /** Of the text that the conversation began with, until what was read of it is confirmed. */
  readonly secondReading?: SecondReading;
}

/** A question in a conversation. */
interface Asked {
  readonly question: string;
  readonly topic: RunnableTopic;
  /** Id of the guideline that is followed; undefined: the pathway's own. */
  readonly profile: string | undefined;
  /** What was understood of the text that the conversation began with. */
  readonly atFirst: State;
}

export function composerOf(
  { question, topic, profile, atFirst }: Asked,
  { review, related, secondReading }: CommonParts,
): ComposeState {
  return (state, text = NO_TEXT, notAnswered = []) => {
    const statements = holding(state).map(({ statement }) => statement);
    return composeAnswer({
      question,
      topic,
      statements,
      profile,
      notAnswered,
      text,
      review,
      related,
      ...(secondReading === undefined
        ? {}
        : { secondReading: untilDone(secondReading, topic, resultsSince(atFirst, statements)) }),
    });
  };
}

/** A doubt that asks for a test ends with its result: the text of before says nothing of what follows from it. */
function untilDone({ texts, doubt }: SecondReading, { tests }: Topic, results: ReadonlySet<FeatureId>): SecondReading {
  const isDone = (step: string) =>
    tests.some(({ advisedBy, features }) => advisedBy.includes(step) && features.some((one) => results.has(one)));
  return {
    texts,
    doubt: (step) => {
      const doubted = doubt(step);
      return doubted === undefined || isDone(doubted.step) ? undefined : doubted;
    },
  };
}

/** Features of which something is known that was not when the conversation began. */
function resultsSince(atFirst: State, statements: readonly Statement[]): ReadonlySet<FeatureId> {
  const known = new Set(atFirst.map(({ statement }) => keyOf(statement)));
  const later = statements.filter((statement) => statement.kind === "value" && !known.has(keyOf(statement)));
  return new Set(later.map(({ feature }) => feature));
}
