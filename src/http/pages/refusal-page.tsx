import type { Refusal } from "../../answer/answer-shape.ts";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { printable } from "../components/findings-list.tsx";
import { Layout } from "../components/layout.tsx";
import { UrgentSigns } from "../components/urgent-signs.tsx";
import { QuestionForm } from "../questions/question-form.tsx";

const REASON_WORDS: Readonly<Record<Refusal["reason"], string>> = {
  "no-topic": "The library has no topic on this",
  "too-little-said": "The question says too little to answer",
  "not-clinical": "This is not a clinical question",
  "outside-scope": "This is outside what the library covers",
  "drug-dose": "Wellspring gives no drug doses",
  "emergency-first": "This comes first: emergency help now",
  "not-in-force": "The topic on this is no longer in force",
  unreadable: "The question could not be read",
};

/** Refusals of what a board could make a topic of. */
const GIVEN: readonly Refusal["reason"][] = ["no-topic", "outside-scope", "not-in-force"];

interface RefusalPageProps {
  readonly assets: Assets;
  readonly question: string;
  readonly refusal: Refusal;
  readonly takesQuestions: boolean;
  /** Held when the question followed an earlier answer. */
  readonly exchange?: string | undefined;
}

/** No answer is given rather than a doubtful one: why, what is near, and what must not wait. */
export function RefusalPage({ assets, question, refusal, takesQuestions, exchange }: RefusalPageProps) {
  return (
    <Layout title="No answer given" assets={assets} index={false} ownAskBox>
      <div class="page page-alone refusal">
        <p class="kicker">No answer given</p>
        <h1>{REASON_WORDS[refusal.reason]}</h1>
        <p class="lede">{refusal.message}</p>
        {refusal.subject === null ? null : (
          <p>
            <strong>{refusal.subject.title}.</strong> {refusal.subject.say}
          </p>
        )}
        <UrgentSigns refusal={refusal} />
        {refusal.nearest.length === 0 ? null : (
          <section class="topics" aria-labelledby="nearest">
            <h2 id="nearest">Nearest topics</h2>
            <ul>
              {refusal.nearest.map((near) => (
                <li key={near.topic} class="topic-card">
                  <h3>
                    <a href={`/topics/${near.topic}`}>{near.title}</a>
                  </h3>
                  <p>{near.question}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
        <search>
          <AskForm label="Ask in other words" question={printable(question)} exchange={exchange} />
        </search>
        {GIVEN.includes(refusal.reason) ? <GiveQuestion question={question} taken={takesQuestions} /> : null}
      </div>
    </Layout>
  );
}

function GiveQuestion({ question, taken }: { readonly question: string; readonly taken: boolean }) {
  if (taken) return <QuestionForm question={printable(question)} />;
  return <p class="hint">It cannot be given to the board here: this server cannot keep anything at present.</p>;
}
