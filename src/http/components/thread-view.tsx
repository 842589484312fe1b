import type { Conversation, ThreadTurn } from "../../answer/answer-shape.ts";
import { useMessages } from "../messages/language.tsx";
import { printable } from "./findings-list.tsx";

/** Longest question that stands whole in the list; the page of its answer has the rest. */
const LONGEST_LISTED = 240;

/** The questions of a conversation, oldest first, each with what was answered in short; without scripts each leads back to its answer. */
export function ThreadView({ conversation: { exchange, thread } }: { readonly conversation: Conversation }) {
  const words = useMessages().thread;
  const isAlone = thread.turns.length === 1 && thread.leftOut === 0 && thread.shown !== null;
  if (isAlone) return null;
  return (
    <section class="thread" aria-labelledby="thread">
      <h2 id="thread">{words.title}</h2>
      <p class="hint">{words.kept}</p>
      {thread.shown === null ? <p>{words.unanswered}</p> : null}
      {thread.leftOut === 0 ? null : <p class="thread-left-out">{words.leftOut(thread.leftOut)}</p>}
      <form action="/ask" method="post">
        <input type="hidden" name="exchange" value={exchange} />
        <ol start={thread.leftOut + 1}>
          {thread.turns.map((turn) => (
            <Turn key={turn.number} turn={turn} isShown={turn.number === thread.shown} />
          ))}
        </ol>
      </form>
      <p class="thread-anew">
        <a href="/">{words.anew}</a>
      </p>
    </section>
  );
}

function Turn({ turn, isShown }: { readonly turn: ThreadTurn; readonly isShown: boolean }) {
  const words = useMessages().thread;
  const name = `turn-${turn.number}`;
  return (
    <li aria-current={isShown ? "true" : undefined}>
      <h3 id={name} dir="auto">
        <span class="thread-number">{words.question(turn.number)} </span>
        {turn.question === "" ? words.confirmed : <span lang="en">{shortened(turn)}</span>}
      </h3>
      {turn.said.map((text) => (
        <p key={text} lang="en">
          {text}
        </p>
      ))}
      <Step turn={turn} />
      <Changed turn={turn} />
      <Carried turn={turn} />
      {turn.outdated ? <p class="hint">{words.outdated}</p> : null}
      <Way turn={turn} isShown={isShown} labelledBy={name} />
    </li>
  );
}

function Way({ turn, isShown, labelledBy }: { turn: ThreadTurn; isShown: boolean; labelledBy: string }) {
  const words = useMessages().thread;
  if (isShown) return <p class="thread-here">{words.here}</p>;
  if (!turn.whole) return <p class="hint">{words.tooLong}</p>;
  return (
    <button
      type="submit"
      class="button"
      name="turn"
      value={turn.number}
      id={`${labelledBy}-again`}
      aria-labelledby={`${labelledBy}-again ${labelledBy}`}
    >
      {words.again}
    </button>
  );
}

function Step({ turn: { advice, before, sameAdvice } }: { readonly turn: ThreadTurn }) {
  const { thread: words, followed } = useMessages();
  if (advice === null) return null;
  return (
    <p class={advice.alarm ? "thread-step thread-alarm" : "thread-step"}>
      {words.step}: <strong lang="en">{advice.title}</strong>
      {sameAdvice === null ? null : (
        <span class="thread-before">
          {" "}
          {sameAdvice ? words.stays : words.was}
          {sameAdvice ? null : before === null ? followed.none : <span lang="en">{before.title}</span>}
        </span>
      )}
    </p>
  );
}

function Changed({ turn: { changed, profile } }: { readonly turn: ThreadTurn }) {
  const words = useMessages().followed;
  if (changed.length === 0 && profile === null) return null;
  return (
    <ul class="thread-changed">
      {profile === null ? null : (
        <li>
          {words.guideline}: <span lang="en">{profile.after.label}</span>
        </li>
      )}
      {changed.map(({ feature, label, before, after, supposed, decides }) => (
        <li key={feature}>
          <span lang="en">{label}</span>: {before === null ? words.notSaid : <span lang="en">{before}</span>}{" "}
          <span aria-hidden="true">→</span>
          <span class="visually-hidden">{words.becomes}</span>{" "}
          {after === null ? words.setAside : <span lang="en">{after}</span>}
          {supposed ? ` (${words.supposed})` : ""}
          {decides ? ` (${words.decides})` : ""}
        </li>
      ))}
    </ul>
  );
}

function Carried({ turn: { carried } }: { readonly turn: ThreadTurn }) {
  const { thread: words, followed } = useMessages();
  if (carried.length === 0) return null;
  return (
    <details class="thread-carried">
      <summary>{words.carried(carried.length)}</summary>
      <ul>
        {carried.map(({ feature, label, display, supposed }) => (
          <li key={`${feature} ${display}`}>
            <span lang="en">
              {label}: {display}
            </span>
            {supposed ? ` (${followed.supposed})` : ""}
          </li>
        ))}
      </ul>
    </details>
  );
}

function shortened({ question, whole }: ThreadTurn): string {
  const shown = printable(question);
  return shown.length > LONGEST_LISTED || !whole ? `${shown.slice(0, LONGEST_LISTED).trimEnd()}…` : shown;
}
