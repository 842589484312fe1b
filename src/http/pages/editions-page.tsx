import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { EditionNote } from "../../review/reader/list-editions.ts";
import type { Assets } from "../assets.ts";
import { ChangeList } from "../components/change-list.tsx";
import { Layout } from "../components/layout.tsx";
import { Signers, StatusStrip } from "../components/status-strip.tsx";
import { dateWords } from "../components/words.ts";

interface EditionsPageProps {
  readonly assets: Assets;
  readonly topic: Topic;
  readonly review: AnswerReview;
  readonly editions: readonly EditionNote[];
}

/** Every edition of a topic, the last one first, each with who signed it and what was other than in the one before. */
export function EditionsPage({ assets, topic, review, editions }: EditionsPageProps) {
  return (
    <Layout title={`Editions: ${topic.title}`} assets={assets} index={false}>
      <article class="page page-alone">
        <p class="kicker">
          <a href={`/topics/${topic.slug}`}>{topic.title}</a>
        </p>
        <h1>What changed</h1>
        <StatusStrip review={review} lastUpdated={topic.lastUpdated} topic={topic} />
        {editions.length === 0 ? <p class="lede">No board has published an edition of this topic yet.</p> : null}
        {editions.map((edition) => (
          <Edition key={edition.number} edition={edition} />
        ))}
      </article>
    </Layout>
  );
}

function Edition({ edition }: { readonly edition: EditionNote }) {
  const { number, published, confirmed, correction, status, code, changes } = edition;
  return (
    <section class="edition" aria-labelledby={`edition-${number}`}>
      <h2 id={`edition-${number}`}>
        Edition {number}: <span class="edition-status">{status.status}</span>
      </h2>
      <p>
        Published <time dateTime={published}>{dateWords(published)}</time>
        {confirmed.map((at) => (
          <span key={at}>
            , confirmed unchanged <time dateTime={at}>{dateWords(at)}</time>
          </span>
        ))}
        . Code {code}.
      </p>
      {correction === null ? null : <p>Emergency correction by the safety officer: {correction}</p>}
      <Signers review={{ signatures: status.signatures.map((one) => ({ ...one, interests: [...one.interests] })) }} />
      {number === 1 ? null : <ChangeList changes={changes} />}
    </section>
  );
}
