import type { Answer, AnswerReview, Conversation, Followed, Thread } from "../answer-shape.ts";
import type { AskRequest } from "../wellspring.ts";
import {
  type HeldExchange,
  type HeldState,
  type HeldTurn,
  MAX_EXCHANGE_CHARACTERS,
  MAX_HELD_QUESTION,
  MAX_TURNS,
  signExchange,
} from "./exchange.ts";
import { type CarriedStatement, toHeldFindings } from "./held-findings.ts";
import { shortAnswerOf } from "./short-answer.ts";

/** A question that was answered, with what had been understood by then. */
export interface AnsweredTurn {
  readonly request: AskRequest;
  readonly answer: Answer;
  readonly followed: Followed | null;
  readonly profile: string | undefined;
  readonly carried: readonly CarriedStatement[];
  readonly review: AnswerReview;
}

export interface ThreadParts {
  readonly review: AnswerReview;
  readonly signingKey: string;
}

/** What the next question follows. */
export function stateOf({ at, turns, base }: HeldExchange): HeldState {
  const state = turns[at - 1] ?? base;
  if (state === null) throw new Error("an exchange that was opened follows something");
  return state;
}

/** What was understood at the beginning, or of what is still held of it. */
export function beginningOf({ turns: [first], base }: HeldExchange): HeldState {
  const state = base ?? first;
  if (state === undefined) throw new Error("an exchange that was opened begins with something");
  return state;
}

/** A conversation that one question begins. */
export function beginConversation(topic: string, turn: AnsweredTurn, key: string): Conversation {
  const held = { topic, leftOut: 0, base: null, turns: [toHeldTurn(turn)], at: 1 };
  return presentConversation(held, turn.followed, { review: turn.review, signingKey: key });
}

/** The conversation with one more question. What came after the question that it follows is left out. */
export function continueConversation(held: HeldExchange, turn: AnsweredTurn, key: string): Conversation {
  const turns = [...held.turns.slice(0, held.at), toHeldTurn(turn)];
  const parts = { review: turn.review, signingKey: key };
  return presentConversation({ ...held, turns, at: turns.length }, turn.followed, parts);
}

/** Within the bounds of number and length, signed; the answer shown is that to the question which the next one follows. */
export function presentConversation(
  held: HeldExchange,
  followed: Followed | null,
  { review, signingKey }: ThreadParts,
): Conversation {
  let kept = held;
  while (kept.turns.length > MAX_TURNS) kept = withoutOldest(kept);
  let exchange = signExchange(kept, signingKey);
  while (exchange.length > MAX_EXCHANGE_CHARACTERS && kept.at > 1) {
    kept = withoutOldest(kept);
    exchange = signExchange(kept, signingKey);
  }
  return { exchange, followed, thread: presentThread(kept, review, true) };
}

/** A question that is not answered leaves the conversation as it was. */
export function unchangedConversation(exchange: string, held: HeldExchange, review: AnswerReview): Conversation {
  return { exchange, followed: null, thread: presentThread(held, review, false) };
}

/** The text that a conversation began with, where two readings of it differ. */
export function doubtedStory({ base, turns: [first] }: HeldExchange): string | undefined {
  if (base !== null) return base.story;
  // Of a question too long to be held whole its beginning must do: a doubt does not end because a text is long.
  return first?.doubted === true ? first.question : undefined;
}

/** Its words and its answer are let go; what was understood by then stays. */
function withoutOldest(exchange: HeldExchange): HeldExchange {
  const {
    turns: [oldest, ...turns],
    ...held
  } = exchange;
  if (oldest === undefined) throw new Error("an exchange holds a question");
  const story = oldest.sent.readingConfirmed === true ? undefined : doubtedStory(exchange);
  const base = { profile: oldest.profile, findings: oldest.findings, ...(story === undefined ? {} : { story }) };
  return { ...held, turns, base, leftOut: held.leftOut + 1, at: held.at - 1 };
}

function presentThread({ turns, leftOut, at }: HeldExchange, { hash }: AnswerReview, isAnswered: boolean): Thread {
  const number = leftOut + at;
  return {
    turns: turns.map(({ question, whole, short, text }, index) => ({
      number: leftOut + index + 1,
      question,
      whole,
      outdated: text !== hash,
      ...short,
    })),
    leftOut,
    shown: isAnswered ? number : null,
    follows: number,
  };
}

function toHeldTurn({ request, answer, followed, profile, carried, review }: AnsweredTurn): HeldTurn {
  const { question, findings, confirm, readingConfirmed } = request;
  return {
    question: question.slice(0, MAX_HELD_QUESTION),
    whole: question.length <= MAX_HELD_QUESTION,
    sent: {
      ...(request.profile === undefined ? {} : { profile: request.profile }),
      ...(findings === undefined ? {} : { findings: { ...findings } }),
      ...(confirm === undefined ? {} : { confirm: [...confirm] }),
      ...(readingConfirmed === undefined ? {} : { readingConfirmed }),
    },
    profile: profile ?? null,
    findings: toHeldFindings(carried),
    short: shortAnswerOf(answer, followed),
    ...(answer.secondReading === null ? {} : { doubted: true as const }),
    text: review.hash,
  };
}
