import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Answer, Followed, ShortAnswer } from "../answer-shape.ts";
import { adviceInShort, compareStates, isSameAdvice, presentCarried, saidOf } from "./compare-states.ts";
import type { ComposeState } from "./compose-state.ts";
import { type CarriedStatement, holding, type State } from "./held-findings.ts";
import { nextState } from "./next-state.ts";
import type { FollowUpReading } from "./read-follow-up.ts";
import { replyTo } from "./reply-to.ts";
import { keyOf } from "./statement-key.ts";

/** A state of a conversation and the answer to it. */
interface Answered {
  readonly state: State;
  readonly answer: Answer;
}

/** The way of a conversation through one follow-up. */
interface Course {
  /** What was held when it was asked. */
  readonly held: State;
  /** From which what it tells and supposes goes on. */
  readonly start: State;
  /** With what its changes are compared. */
  readonly before: Answered;
  readonly after: Answered;
  /** The answer that it follows. */
  readonly last: ShortAnswer | undefined;
}

/** What a follow-up carried over, dropped and changed, and what that does to the advice. */
export function tellChanges(
  topic: RunnableTopic,
  reading: FollowUpReading,
  { held, start, before, after, last }: Course,
  compose: ComposeState,
): Followed {
  const { pathway } = topic;
  const [old, now] = [holding(before.state), holding(after.state)];
  const [adviceBefore, adviceAfter] = [adviceInShort(before.answer), adviceInShort(after.answer)];
  return {
    carried: presentCarried(
      pathway,
      now.filter((one) => old.some((other) => isSame(other, one))),
    ),
    dropped: presentCarried(pathway, reading.startsAfresh ? held.filter(({ supposed }) => supposed) : []),
    changed: changesBetween(pathway, old, now, after.answer, compose),
    before: adviceBefore,
    after: adviceAfter,
    profile: profileChange(pathway, before.answer, after.answer),
    sameAdvice: isSameAdvice(adviceBefore, adviceAfter),
    outcomes: outcomesOf(topic, start, reading, compose),
    reply: replyTo(reading.understanding.focus, after.answer, topic, last),
  };
}

function changesBetween(
  pathway: Pathway,
  before: State,
  after: State,
  answer: Answer,
  compose: ComposeState,
): Followed["changed"] {
  const wanted = adviceInShort(answer);
  const alone = (feature: string): boolean => {
    const one = compose([
      ...before.filter(({ statement }) => statement.feature !== feature),
      ...saidOf(after, feature),
    ]);
    return one.ok && isSameAdvice(adviceInShort(one.value), wanted);
  };
  const base = compose(before);
  const isMoved = base.ok && !isSameAdvice(adviceInShort(base.value), wanted);
  return compareStates(pathway, before, after, (feature) => isMoved && alone(feature));
}

function outcomesOf(
  topic: RunnableTopic,
  start: State,
  reading: FollowUpReading,
  compose: ComposeState,
): Followed["outcomes"] {
  return reading.outcomes.flatMap((supposed) => {
    const news = { ...reading, supposed: [...reading.supposed, ...supposed] };
    const answer = compose(nextState(topic, start, news, compose));
    const advice = answer.ok ? adviceInShort(answer.value) : null;
    if (advice === null) return [];
    return [{ supposed: presentCarried(topic.pathway, supposed.map(asSupposed)), advice }];
  });
}

/** The guideline before and after, when a follow-up turns to another. */
function profileChange({ profiles }: Pathway, before: Answer, after: Answer): Followed["profile"] {
  const labelOf = (answer: Answer) => profiles.find(({ id }) => id === answer.profile);
  const [old, now] = [labelOf(before), labelOf(after)];
  if (old === undefined || now === undefined || old.id === now.id) return null;
  return { before: { id: old.id, label: old.label }, after: { id: now.id, label: now.label } };
}

function asSupposed(statement: Statement): CarriedStatement {
  return { statement, supposed: true };
}

function isSame(left: CarriedStatement, right: CarriedStatement): boolean {
  return left.supposed === right.supposed && keyOf(left.statement) === keyOf(right.statement);
}
