import { failed, ok, type Result } from "../../kernel/result.ts";
import { answerDiagnostics } from "../answer-diagnostics.ts";
import type { Answer, AnswerReview } from "../answer-shape.ts";
import type { AskRequest } from "../wellspring.ts";
import { type HeldExchange, openExchange, signExchange } from "./exchange.ts";
import { presentConversation, unchangedConversation } from "./thread.ts";

export interface AgainParts {
  readonly signingKey: string;
  readonly ask: (request: AskRequest) => Result<Answer>;
  readonly reviewOf: (topic: string) => AnswerReview | undefined;
}

/**
 * The answer to an earlier question of a conversation in full: it is asked again as it was, of what was known then. Later questions stay
 * in the thread until another is asked from here.
 */
export function showAgain(exchange: string, turn: number, { signingKey, ask, reviewOf }: AgainParts): Result<Answer> {
  const opened = openExchange(exchange, signingKey);
  if (!opened.ok) return opened;
  const held = opened.value;
  const index = turn - held.leftOut - 1;
  const asked = held.turns[index];
  if (asked === undefined || !asked.whole)
    return failed(answerDiagnostics.report("turn-not-held", { field: "turn", turn }));
  const review = reviewOf(held.topic);
  if (review === undefined) return failed(answerDiagnostics.report("exchange-outdated", { field: "exchange" }));
  const isFirst = index === 0 && held.base === null;
  const { profile, findings, confirm, readingConfirmed } = asked.sent;
  const answer = ask({
    question: asked.question,
    ...(profile === undefined ? {} : { profile }),
    ...(findings === undefined ? {} : { findings }),
    ...(confirm === undefined ? {} : { confirm }),
    ...(readingConfirmed === undefined ? {} : { readingConfirmed }),
    ...(isFirst ? {} : { exchange: signExchange({ ...held, at: index }, signingKey) }),
  });
  if (!answer.ok) return answer;
  const { conversation } = answer.value;
  if (conversation === null || conversation.thread.shown === null)
    return ok({ ...answer.value, conversation: unchangedConversation(exchange, held, review) });
  const again = openExchange(conversation.exchange, signingKey);
  // A first question may have become another topic's: it then begins a conversation of its own.
  if (!again.ok || again.value.topic !== held.topic) return answer;
  const joined = rejoin(held, again.value, index);
  return ok({
    ...answer.value,
    conversation: presentConversation(joined, conversation.followed, { review, signingKey }),
  });
}

/** The question as it is answered now in the place of the one that was held, and the later ones after it. */
function rejoin(held: HeldExchange, again: HeldExchange, index: number): HeldExchange {
  const turns = held.turns.map((turn, at) => (at === index ? (again.turns.at(-1) ?? turn) : turn));
  return { ...held, turns, at: index + 1 };
}
