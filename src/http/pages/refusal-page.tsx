import type { Conversation, Refusal } from "../../answer/answer-shape.ts";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { printable } from "../components/findings-list.tsx";
import { Layout } from "../components/layout.tsx";
import { ThreadView } from "../components/thread-view.tsx";
import { UrgentSigns } from "../components/urgent-signs.tsx";
import { useMessages } from "../messages/language.tsx";
import { QuestionForm } from "../questions/question-form.tsx";

/** Refusals of what a board could make a topic of. */
const GIVEN: readonly Refusal["reason"][] = ["no-topic", "outside-scope", "not-in-force"];

interface RefusalPageProps {
  readonly assets: Assets;
  readonly question: string;
  readonly refusal: Refusal;
  readonly takesQuestions: boolean;
  /** Held when the question followed an earlier answer. */
  readonly conversation: Conversation | null;
}

/** No answer is given rather than a doubtful one: why, what is near, and what must not wait. */
export function RefusalPage({ assets, question, refusal, takesQuestions, conversation }: RefusalPageProps) {
  const { ask, refusal: words } = useMessages();
  return (
    <Layout title={words.title} assets={assets} index={false} ownAskBox translated>
      <div class="page page-alone refusal">
        <p class="kicker">{words.title}</p>
        <h1>{words.reasons[refusal.reason]}</h1>
        <p class="lede" lang="en">
          {refusal.message}
        </p>
        {refusal.subject === null ? null : (
          <p lang="en">
            <strong>{refusal.subject.title}.</strong> {refusal.subject.say}
          </p>
        )}
        <UrgentSigns refusal={refusal} />
        {refusal.nearest.length === 0 ? null : (
          <section class="topics" aria-labelledby="nearest">
            <h2 id="nearest">{words.nearest}</h2>
            <ul>
              {refusal.nearest.map((near) => (
                <li key={near.topic} class="topic-card" lang="en">
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
          <AskForm label={ask.otherWords} question={printable(question)} exchange={conversation?.exchange} />
        </search>
        {conversation === null ? null : <ThreadView conversation={conversation} />}
        {GIVEN.includes(refusal.reason) ? <GiveQuestion question={question} taken={takesQuestions} /> : null}
      </div>
    </Layout>
  );
}

function GiveQuestion({ question, taken }: { readonly question: string; readonly taken: boolean }) {
  const words = useMessages().board;
  if (taken) return <QuestionForm question={printable(question)} />;
  return <p class="hint">{words.notTaken}</p>;
}
