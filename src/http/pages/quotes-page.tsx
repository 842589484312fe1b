import type { AnswerQuotes, Conversation, NotAnswered as NotAnsweredItem } from "../../answer/answer-shape.ts";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { printable } from "../components/findings-list.tsx";
import { Layout } from "../components/layout.tsx";
import { QuoteGroup } from "../components/quote-group.tsx";
import { NotAnswered } from "../components/related-questions.tsx";
import { ThreadView } from "../components/thread-view.tsx";
import { UrgentSigns } from "../components/urgent-signs.tsx";
import { useMessages } from "../messages/language.tsx";

interface QuotesPageProps {
  readonly assets: Assets;
  readonly question: string;
  readonly quotes: AnswerQuotes;
  readonly notAnswered: NotAnsweredItem[];
  /** Held when the question followed an earlier answer. */
  readonly conversation: Conversation | null;
}

/** Where no topic answers: sentences of released sources, word for word, by document, with what is to be known of each. */
export function QuotesPage({ assets, question, quotes, notAnswered, conversation }: QuotesPageProps) {
  const { insteadOf } = quotes;
  const { answer, ask, quotes: words } = useMessages();
  return (
    <Layout title={words.title} assets={assets} index={false} ownAskBox translated>
      <article class="page page-alone quotes">
        <p class="kicker">{answer.yourQuestion}</p>
        <h1 class={question.length > 160 ? "question question-long" : "question"} dir="auto" lang="en">
          {printable(question)}
        </h1>
        <p class="lede">{words.lede}</p>
        {insteadOf.subject === null ? null : <UrgentSigns refusal={insteadOf} />}
        <Disagreements quotes={quotes} />
        <p class="hint">{words.order}</p>
        {quotes.groups.map((group) => (
          <QuoteGroup key={`${group.source.id} ${group.document.key}`} group={group} />
        ))}
        <NotAnswered items={notAnswered} />
        {quotes.leftOut.length === 0 ? null : (
          <section aria-labelledby="left-out">
            <h2 id="left-out">{words.leftOut}</h2>
            <ul>
              {quotes.leftOut.map(({ reason, passages }) => (
                <li key={reason}>{words.passages(passages, words.reasons[reason])}</li>
              ))}
            </ul>
          </section>
        )}
        {insteadOf.subject === null ? <UrgentSigns refusal={insteadOf} /> : null}
        <search>
          <AskForm label={ask.otherWords} question={printable(question)} exchange={conversation?.exchange} />
        </search>
        {conversation === null ? null : <ThreadView conversation={conversation} />}
      </article>
    </Layout>
  );
}

function Disagreements({ quotes: { disagreements } }: { readonly quotes: AnswerQuotes }) {
  const words = useMessages().quotes;
  if (disagreements.length === 0) return null;
  return (
    <section class="contradictions" aria-labelledby="differ">
      <h2 id="differ">{words.differ}</h2>
      <ul>
        {disagreements.map(({ quotes: [one, other], message }) => (
          <li key={`${one} ${other}`}>
            {words.pair(
              <a href={`#quote-${one}`}>{words.quote(one)}</a>,
              <a href={`#quote-${other}`}>{words.quote(other)}</a>,
              <span lang="en">{message}</span>,
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
