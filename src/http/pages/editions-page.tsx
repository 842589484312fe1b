import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { EditionComparison } from "../../review/reader/compare-editions.ts";
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
  readonly compared: ComparedEditions | undefined;
}

/** Two editions that were asked for, and what differs between them. */
export interface ComparedEditions {
  readonly from: number;
  readonly to: number;
  readonly reply: EditionComparison;
}

/** Every edition of a topic, the last one first, each with who signed it and what was other than in the one before. */
export function EditionsPage({ assets, topic, review, editions, compared }: EditionsPageProps) {
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
        {editions.length < 2 ? null : <CompareForm slug={topic.slug} editions={editions} compared={compared} />}
        {compared === undefined ? null : <Compared {...compared} />}
        {editions.map((edition) => (
          <Edition key={edition.number} edition={edition} />
        ))}
      </article>
    </Layout>
  );
}

/** Any two editions: at first the last two, since those are asked for most. */
function CompareForm({
  slug,
  editions,
  compared,
}: Pick<EditionsPageProps, "editions" | "compared"> & { readonly slug: string }) {
  const { editions: words, status } = useMessages();
  const chosen = { from: compared?.from ?? editions[1]?.number, to: compared?.to ?? editions[0]?.number };
  return (
    <form class="editions-form" method="get" action={`/topics/${slug}/editions`}>
      {(["from", "to"] as const).map((name) => (
        <div class="entry" key={name}>
          <label for={`compare-${name}`}>{words[name]}</label>
          <select id={`compare-${name}`} name={name}>
            {editions.map(({ number }) => (
              <option key={number} value={number} selected={number === chosen[name]}>
                {status.edition(number)}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" class="primary">
        {words.compare}
      </button>
    </form>
  );
}

function Compared({ from, to, reply }: ComparedEditions) {
  const words = useMessages().editions;
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{words.fromTo(from, to)}</h2>
      {reply.kind === "compared" ? (
        <ChangeList changes={reply.changes} />
      ) : (
        <p class="alarm">{words.noSuch(reply.number)}</p>
      )}
    </section>
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
