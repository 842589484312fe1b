import type { Answer, Conversation } from "../../src/answer/answer-shape.ts";
import type { AskRequest } from "../../src/answer/wellspring.ts";
import { shippedLibrary } from "../real-library.ts";

const { wellspring } = await shippedLibrary();

/** The answer of the shipped library; a request that is refused fails the test with the reason. */
export function ask(request: AskRequest): Answer {
  const answer = wellspring.ask(request);
  if (!answer.ok) throw new Error(answer.diagnostics.map(({ message }) => message).join("; "));
  return answer.value;
}

export function conversationOf({ conversation }: Answer): Conversation {
  if (conversation === null) throw new Error("the answer has no conversation");
  return conversation;
}

/** The answer to the last of several questions that are asked one upon the other. */
export function converse(...questions: readonly string[]): Answer {
  const [first = "", ...rest] = questions;
  return rest.reduce(
    (answer, question) => ask({ question, exchange: conversationOf(answer).exchange }),
    ask({ question: first }),
  );
}
