import type { AnswerQuotes, NotAnswered as NotAnsweredItem } from "../../answer/answer-shape.ts";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { printable } from "../components/findings-list.tsx";
import { Layout } from "../components/layout.tsx";
import { QuoteGroup } from "../components/quote-group.tsx";
import { NotAnswered } from "../components/related-questions.tsx";
import { UrgentSigns } from "../components/urgent-signs.tsx";

interface QuotesPageProps {
  readonly assets: Assets;
  readonly question: string;
  readonly quotes: AnswerQuotes;
  readonly notAnswered: NotAnsweredItem[];
  /** Held when the question followed an earlier answer. */
  readonly exchange?: string | undefined;
}

const LEFT_OUT_WORDS: Readonly<Record<AnswerQuotes["leftOut"][number]["reason"], string>> = {
  current: "current",
  corrected: "corrected",
  concern: "under an expression of concern",
  superseded: "superseded by a newer publication",
  retracted: "retracted",
  withdrawn: "withdrawn",
  licence: "their licence allows searching, not quoting",
  "not-found": "the words are no longer in the stored text",
};

/** Where no topic answers: sentences of released sources, word for word, by document, with what is to be known of each. */
export function QuotesPage({ assets, question, quotes, notAnswered, exchange }: QuotesPageProps) {
  const { insteadOf } = quotes;
  return (
    <Layout title="Quoted from sources" assets={assets} index={false} ownAskBox>
      <article class="page page-alone quotes">
        <header>
          <p class="kicker">Your question</p>
          <h1 class={question.length > 160 ? "question question-long" : "question"} dir="auto">
            {printable(question)}
          </h1>
          <p class="lede">
            No topic of this library answers it. These sentences stand in sources that were released for quotation, word
            for word. Nobody here has reviewed them, and nothing was written for this answer.
          </p>
        </header>
        {insteadOf.subject === null ? null : <UrgentSigns refusal={insteadOf} />}
        <Disagreements quotes={quotes} />
        <p class="hint">Guidelines stand before reviews, reviews before trials; newer before older, undated last.</p>
        {quotes.groups.map((group) => (
          <QuoteGroup key={`${group.source.id} ${group.document.key}`} group={group} />
        ))}
        <NotAnswered items={notAnswered} />
        {quotes.leftOut.length === 0 ? null : (
          <section aria-labelledby="left-out">
            <h2 id="left-out">Left out</h2>
            <ul>
              {quotes.leftOut.map(({ reason, passages }) => (
                <li key={reason}>
                  {passages} {passages === 1 ? "passage" : "passages"}: {LEFT_OUT_WORDS[reason]}
                </li>
              ))}
            </ul>
          </section>
        )}
        {insteadOf.subject === null ? <UrgentSigns refusal={insteadOf} /> : null}
        <search>
          <AskForm label="Ask in other words" question={printable(question)} exchange={exchange} />
        </search>
      </article>
    </Layout>
  );
}

function Disagreements({ quotes: { disagreements } }: { readonly quotes: AnswerQuotes }) {
  if (disagreements.length === 0) return null;
  return (
    <section class="contradictions" aria-labelledby="differ">
      <h2 id="differ">Sources that differ</h2>
      <ul>
        {disagreements.map(({ quotes: [one, other], message }) => (
          <li key={`${one} ${other}`}>
            <a href={`#quote-${one}`}>Quote {one}</a> and <a href={`#quote-${other}`}>quote {other}</a>: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
