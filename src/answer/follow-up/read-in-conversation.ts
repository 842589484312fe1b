import { ok, type Result } from "../../kernel/result.ts";
import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Answer } from "../answer-shape.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Day } from "../understand/text/dates.ts";
import { type AfterSupposing, afterSupposing, supposesOtherResult, supposesResult } from "./after-supposing.ts";
import type { HeldExchange } from "./exchange.ts";
import { known, type State } from "./held-findings.ts";
import { confirm } from "./next-state.ts";
import { type FollowUpReading, readFollowUp } from "./read-follow-up.ts";

/** What a conversation holds, and the answers to all of it and to what is known. */
interface Held {
  readonly confirmed: State;
  readonly asHeld: Answer;
  readonly asKnown: Answer;
}

/** A follow-up as it was read, and the state from which it goes on. */
interface ReadInConversation {
  readonly reading: FollowUpReading;
  readonly start: State;
  /** What it makes of what was supposed before it. */
  readonly after: AfterSupposing | undefined;
}

/**
 * Reads a follow-up of all that is held, or of what is known alone: "what if" begins again from that, "and if positive?" puts another result in
 * the place of the one that was supposed, and what is told is told of the patient as he is, whatever was supposed before.
 */
export function readInConversation(
  question: string,
  topic: RunnableTopic,
  { turns, at }: HeldExchange,
  { confirmed, asHeld, asKnown }: Held,
  { language, today }: { readonly language: ClinicalLanguage; readonly today: Day | undefined },
): Result<ReadInConversation> {
  const facts = known(confirmed);
  const read = ({ nextStep, needs }: Answer, isOfTest = true) =>
    readFollowUp(question, topic, language, {
      advised: isOfTest ? nextStep?.code : undefined,
      asked: needs,
      carried: facts.map(({ statement }) => statement),
      supposedBefore: confirmed.filter(({ supposed }) => supposed).map(({ statement }) => statement),
      today,
      earlier: turns.slice(0, at).map((turn) => turn.question),
    });
  const isSupposing = confirmed.some(({ supposed }) => supposed);
  const first = read(asHeld);
  const after = first.supposes || !isSupposing ? undefined : afterSupposing(question, language);
  const isAfresh =
    first.startsAfresh ||
    (isSupposing && first.returns && after !== "confirms") ||
    (first.supposes && supposesOtherResult(question, confirmed, topic, language));
  // "Test positive", after a supposed pregnancy, is no D-dimer.
  const isOfTest = first.supposes || !isSupposing || supposesResult(confirmed, topic);
  const reading = { ...(isAfresh ? read(asKnown, isOfTest) : first), startsAfresh: isAfresh };
  const start = after === "confirms" ? confirmAll(topic, confirmed) : ok(isAfresh ? facts : confirmed);
  return start.ok ? ok({ reading, start: start.value, after }) : start;
}

/** "It is": all that was supposed is so. */
function confirmAll(topic: RunnableTopic, state: State): Result<State> {
  const supposed = state.filter((one) => one.supposed).map(({ statement }) => statement.feature);
  return confirm(topic, state, supposed);
}
