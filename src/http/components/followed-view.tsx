import type { AdviceInShort, AnswerFinding, Followed } from "../../answer/answer-shape.ts";
import { toCitation } from "../../evidence/citation.ts";
import type { Bibliography } from "../bibliography.ts";
import { useMessages } from "../messages/language.tsx";
import { CitationMarks } from "./citation-marks.tsx";
import { asSentence, followUpWords } from "./words.ts";

interface FollowedViewProps {
  readonly followed: Followed;
  readonly bibliography: Bibliography;
}

/** What a follow-up did: the short reply, what changed of the patient, and the advice before and after. */
export function FollowedView({ followed, bibliography }: FollowedViewProps) {
  const words = useMessages().followed;
  return (
    <section class="followed" aria-labelledby="followed">
      <h2 id="followed">{words.title}</h2>
      <Reply followed={followed} bibliography={bibliography} />
      <Guideline change={followed.profile} />
      <Changes followed={followed} />
      <Difference followed={followed} />
      <Outcomes outcomes={followed.outcomes} />
      <Carried title={words.carried} findings={followed.carried} />
      <Carried title={words.dropped} findings={followed.dropped} />
    </section>
  );
}

function Reply({ followed: { reply }, bibliography }: FollowedViewProps) {
  if (reply.length === 0) return null;
  return (
    <ul class="followed-reply">
      {reply.map(({ text, citations }) => (
        <li key={text}>
          <span lang="en">{text}</span>{" "}
          <CitationMarks citations={citations.map(toCitation)} bibliography={bibliography} />
        </li>
      ))}
    </ul>
  );
}

function Guideline({ change }: { readonly change: Followed["profile"] }) {
  const words = useMessages().followed;
  if (change === null) return null;
  return (
    <p class="followed-profile">
      {words.guideline}: <span lang="en">{change.before.label}</span> <span aria-hidden="true">→</span>
      <span class="visually-hidden">{words.becomes}</span> <strong lang="en">{change.after.label}</strong>
    </p>
  );
}

function Changes({ followed: { changed } }: { readonly followed: Followed }) {
  const words = useMessages().followed;
  if (changed.length === 0) return <p>{words.nothing}</p>;
  return (
    <ul class="followed-changes">
      {changed.map(({ feature, label, before, after, supposed, decides }) => (
        <li key={feature}>
          <strong lang="en">{label}</strong>: {before === null ? words.notSaid : <span lang="en">{before}</span>}{" "}
          <span aria-hidden="true">→</span>
          <span class="visually-hidden">{words.becomes}</span>{" "}
          {after === null ? words.setAside : <span lang="en">{after}</span>}
          {supposed ? <span class="supposed">{words.supposed}</span> : null}
          {decides ? <span class="decides">{words.decides}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Difference({ followed: { changed, profile, before, after, sameAdvice } }: { readonly followed: Followed }) {
  const words = useMessages().followed;
  if (changed.length === 0 && profile === null) return null;
  if (sameAdvice)
    return (
      <p class="followed-advice">
        {words.same}: <Advice advice={after} />
      </p>
    );
  return (
    <dl class="followed-advice">
      <div>
        <dt>{words.before}</dt>
        <dd>
          <Advice advice={before} />
        </dd>
      </div>
      <div class={after?.alarm === true ? "followed-alarm" : undefined}>
        <dt>{words.now}</dt>
        <dd>
          <Advice advice={after} />
        </dd>
      </div>
    </dl>
  );
}

function Advice({ advice }: { readonly advice: AdviceInShort | null }) {
  const { none } = useMessages().followed;
  if (advice === null) return <>{none}</>;
  return (
    <span lang="en">
      <strong>{advice.title}</strong>
      {advice.followUp === null ? null : ` ${asSentence(`${advice.followUp.what}, ${followUpWords(advice.followUp)}`)}`}
    </span>
  );
}

function Outcomes({ outcomes }: { readonly outcomes: Followed["outcomes"] }) {
  const words = useMessages().followed;
  if (outcomes.length === 0) return null;
  return (
    <>
      <p>{words.open}</p>
      <dl class="followed-advice">
        {outcomes.map(({ supposed, advice }) => {
          const result = supposed.map(({ display }) => display).join("; ");
          return (
            <div key={result}>
              <dt lang="en">{result}</dt>
              <dd>
                <Advice advice={advice} />
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function Carried({ title, findings }: { readonly title: string; readonly findings: readonly AnswerFinding[] }) {
  const words = useMessages().followed;
  if (findings.length === 0) return null;
  return (
    <details class="followed-carried">
      <summary>
        {title} ({findings.length})
      </summary>
      <ul>
        {findings.map(({ feature, label, display, from }) => (
          <li key={feature}>
            <span lang="en">
              {label}: {display}
            </span>
            {from === "supposed" ? <span class="supposed">{words.supposed}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
