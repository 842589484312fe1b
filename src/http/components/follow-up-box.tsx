import type { Answer, AnswerFinding, Conversation } from "../../answer/answer-shape.ts";
import { MAX_QUESTION_CHARACTERS } from "../../answer/wellspring.ts";
import { useMessages } from "../messages/language.tsx";

interface FollowUpBoxProps {
  readonly conversation: Conversation;
  readonly findings: readonly AnswerFinding[];
}

/** Asks on from an answer. The page holds what was understood so far; the server keeps nothing. */
export function FollowUpBox({ conversation: { exchange, thread: held }, findings }: FollowUpBoxProps) {
  const { answer: words, ask, thread } = useMessages();
  const isBack = held.turns.some(({ number }) => number > held.follows);
  const supposed = findings.filter(({ from }) => from === "supposed");
  return (
    <section class="follow-up-box" aria-labelledby="follow-up-heading">
      <h2 id="follow-up-heading">{words.followUp}</h2>
      <form class="ask" action="/ask" method="post">
        <input type="hidden" name="exchange" value={exchange} />
        <label for="follow-up-question" class="visually-hidden">
          {words.followUpLabel}
        </label>
        <p class="hint" id="follow-up-hint">
          {isBack ? <strong>{thread.goneBack(held.follows)} </strong> : null}
          {words.followUpHint}
        </p>
        <div class="ask-row">
          <textarea
            id="follow-up-question"
            name="q"
            rows={2}
            required
            autocomplete="off"
            dir="auto"
            maxlength={MAX_QUESTION_CHARACTERS}
            aria-describedby="follow-up-hint"
            data-ask
          />
          <button type="submit" class="primary">
            {ask.button}
          </button>
        </div>
      </form>
      <Confirm exchange={exchange} supposed={supposed} />
    </section>
  );
}

/** A supposition becomes a finding only when the reader says that it is so. */
function Confirm({ exchange, supposed }: { readonly exchange: string; readonly supposed: Answer["findings"] }) {
  const words = useMessages().answer;
  if (supposed.length === 0) return null;
  return (
    <form class="confirm-supposed" action="/ask" method="post">
      <input type="hidden" name="exchange" value={exchange} />
      {supposed.map(({ feature }) => (
        <input key={feature} type="hidden" name="confirm" value={feature} />
      ))}
      <p>
        {words.onlySupposed}:{" "}
        <span lang="en">{supposed.map(({ label, display }) => `${label}: ${display}`).join("; ")}.</span>
      </p>
      <button type="submit" class="button">
        {words.isSo}
      </button>
    </form>
  );
}
