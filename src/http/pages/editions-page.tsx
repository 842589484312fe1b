import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { EditionNote } from "../../review/reader/list-editions.ts";
import type { Assets } from "../assets.ts";
import { ChangeList } from "../components/change-list.tsx";
import { Layout } from "../components/layout.tsx";
import { Signers, StatusStrip } from "../components/status-strip.tsx";
import { useMessages } from "../messages/language.tsx";

interface EditionsPageProps {
  readonly assets: Assets;
  readonly topic: Topic;
  readonly review: AnswerReview;
  readonly editions: readonly EditionNote[];
}

/** Every edition of a topic, the last one first, each with who signed it and what was other than in the one before. */
export function EditionsPage({ assets, topic, review, editions }: EditionsPageProps) {
  const { editions: words, topic: topicWords } = useMessages();
  return (
    <Layout title={`${words.title}: ${topic.title}`} assets={assets} index={false} translated>
      <article class="page page-alone">
        <p class="kicker">
          <a href={`/topics/${topic.slug}`} lang="en">
            {topic.title}
          </a>
        </p>
        <h1>{topicWords.changed}</h1>
        <StatusStrip review={review} lastUpdated={topic.lastUpdated} topic={topic} />
        {editions.length === 0 ? <p class="lede">{words.none}</p> : null}
        {editions.map((edition) => (
          <Edition key={edition.number} edition={edition} />
        ))}
      </article>
    </Layout>
  );
}

function Edition({ edition }: { readonly edition: EditionNote }) {
  const { number, published, confirmed, correction, status, code, changes } = edition;
  const { date, editions: words, status: statusWords } = useMessages();
  return (
    <section class="edition" aria-labelledby={`edition-${number}`}>
      <h2 id={`edition-${number}`}>
        {statusWords.edition(number)}: <span class="edition-status">{statusWords.words[status.status]}</span>
      </h2>
      <p>
        {words.published(<time dateTime={published}>{date(published)}</time>)}
        {confirmed.map((at) => (
          <span key={at}>{words.confirmed(<time dateTime={at}>{date(at)}</time>)}</span>
        ))}
        . {statusWords.code} <code>{code}</code>.
      </p>
      {correction === null ? null : (
        <p>
          {words.correction}
          <span lang="en">{correction}</span>
        </p>
      )}
      <Signers review={{ signatures: status.signatures.map((one) => ({ ...one, interests: [...one.interests] })) }} />
      {number === 1 ? null : <ChangeList changes={changes} />}
    </section>
  );
}
