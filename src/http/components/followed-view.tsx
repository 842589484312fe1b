import type { AdviceInShort, Answer, AnswerFinding, Followed } from "../../answer/answer-shape.ts";
import type { Bibliography } from "../bibliography.ts";
import { CitationMarks } from "./citation-marks.tsx";
import { asSentence, followUpWords } from "./words.ts";

interface FollowedViewProps {
  readonly followed: Followed;
  readonly bibliography: Bibliography;
}

/** What a follow-up did: the short reply, what changed of the patient, and the advice before and after. */
export function FollowedView({ followed, bibliography }: FollowedViewProps) {
  return (
    <section class="followed" aria-labelledby="followed">
      <h2 id="followed">What this changes</h2>
      <Reply followed={followed} bibliography={bibliography} />
      <Guideline change={followed.profile} />
      <Changes followed={followed} />
      <Difference followed={followed} />
      <Outcomes outcomes={followed.outcomes} />
      <Carried title="Carried over from your earlier questions" findings={followed.carried} />
      <Carried title="No longer supposed" findings={followed.dropped} />
    </section>
  );
}

function Reply({ followed: { reply }, bibliography }: FollowedViewProps) {
  if (reply.length === 0) return null;
  return (
    <ul class="followed-reply">
      {reply.map(({ text, citations }) => (
        <li key={text}>
          {text} <CitationMarks citations={citations.map(toCitation)} bibliography={bibliography} />
        </li>
      ))}
    </ul>
  );
}

function toCitation({ source, locator }: Answer["statements"][number]["citations"][number]) {
  return { source, ...(locator === undefined ? {} : { locator }) };
}

function Guideline({ change }: { readonly change: Followed["profile"] }) {
  if (change === null) return null;
  return (
    <p class="followed-profile">
      Guideline: {change.before.label} <span aria-hidden="true">→</span>
      <span class="visually-hidden"> becomes </span> <strong>{change.after.label}</strong>
    </p>
  );
}

function Changes({ followed: { changed } }: { readonly followed: Followed }) {
  if (changed.length === 0) return <p>Nothing about the patient has changed.</p>;
  return (
    <ul class="followed-changes">
      {changed.map(({ feature, label, before, after, supposed, decides }) => (
        <li key={feature}>
          <strong>{label}</strong>: {before ?? "not said"} <span aria-hidden="true">→</span>
          <span class="visually-hidden"> becomes </span> {after ?? "set aside"}
          {supposed ? <span class="supposed">only supposed</span> : null}
          {decides ? <span class="decides">this alone decides it</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Difference({ followed: { changed, profile, before, after, sameAdvice } }: { readonly followed: Followed }) {
  if (changed.length === 0 && profile === null) return null;
  if (sameAdvice)
    return (
      <p class="followed-advice">
        The next step stays the same: <Advice advice={after} />
      </p>
    );
  return (
    <dl class="followed-advice">
      <div>
        <dt>Before</dt>
        <dd>
          <Advice advice={before} />
        </dd>
      </div>
      <div class={after?.alarm === true ? "followed-alarm" : undefined}>
        <dt>Now</dt>
        <dd>
          <Advice advice={after} />
        </dd>
      </div>
    </dl>
  );
}

function Advice({ advice }: { readonly advice: AdviceInShort | null }) {
  if (advice === null) return <>none</>;
  return (
    <>
      <strong>{advice.title}</strong> <code class="code">{advice.code}</code>
      {advice.followUp === null ? null : ` ${asSentence(`${advice.followUp.what}, ${followUpWords(advice.followUp)}`)}`}
    </>
  );
}

function Outcomes({ outcomes }: { readonly outcomes: Followed["outcomes"] }) {
  if (outcomes.length === 0) return null;
  return (
    <>
      <p>The word leaves the result open. It leads to:</p>
      <dl class="followed-advice">
        {outcomes.map(({ supposed, advice }) => {
          const result = supposed.map(({ display }) => display).join("; ");
          return (
            <div key={result}>
              <dt>{result}</dt>
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
  if (findings.length === 0) return null;
  return (
    <details class="followed-carried">
      <summary>
        {title} ({findings.length})
      </summary>
      <ul>
        {findings.map(({ feature, label, display, from }) => (
          <li key={feature}>
            {label}: {display}
            {from === "supposed" ? <span class="supposed">only supposed</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
