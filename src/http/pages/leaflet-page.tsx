import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Article, Block, Statement } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { goodUntil } from "../components/paper-foot.tsx";
import { useMessages } from "../messages/language.tsx";

interface LeafletPageProps {
  readonly assets: Assets;
  readonly topic: Topic;
  /** The patient's text, cut down to the sections of the leaflet. */
  readonly article: Article;
  readonly review: AnswerReview;
}

/** What a patient takes home: one printed page with the code, the dates and what to do when it gets worse. */
export function LeafletPage({ assets, topic, article, review }: LeafletPageProps) {
  const words = useMessages().leaflet;
  return (
    <Layout title={`${words.title}: ${topic.patientQuestion}`} assets={assets} index={false} translated>
      <div class="leaflet-frame">
        <p class="hint leaflet-hint">
          {words.onePage(<a href={`/topics/${topic.slug}?reader=patient`}>{words.readWhole}</a>)}
        </p>
        <article class="leaflet">
          <header>
            <p class="kicker">{words.forPatients}</p>
            <h1 lang="en">{topic.patientQuestion}</h1>
            {review.caution === null ? null : (
              <p class="caution" lang="en">
                {review.caution}
              </p>
            )}
          </header>
          <div class="leaflet-text" lang="en">
            {article.sections.map((section) => (
              <section key={section.id} class={`leaflet-${section.id}`} aria-labelledby={section.id}>
                <h2 id={section.id}>{section.title}</h2>
                {section.blocks.map((block, index) => (
                  <LeafletBlock key={`${section.id} ${index}`} block={block} />
                ))}
              </section>
            ))}
          </div>
          <LeafletFoot topic={topic} review={review} />
        </article>
      </div>
    </Layout>
  );
}

/** Sentences alone: their sources are on the page that the foot of the leaflet names. */
function LeafletBlock({ block }: { readonly block: Block }) {
  const print = (statements: readonly Statement[]) => statements.map(({ text }) => text).join(" ");
  switch (block.kind) {
    case "paragraph":
      return <p>{print(block.statements)}</p>;
    case "subheading":
      return <h3>{block.title}</h3>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item[0]?.id}>{print(item)}</li>
          ))}
        </ul>
      );
    default:
      return (
        <ul>
          {block.rows.map(({ evidence }) => (
            <li key={evidence.id}>{evidence.text}</li>
          ))}
        </ul>
      );
  }
}

function LeafletFoot({ topic, review }: Pick<LeafletPageProps, "topic" | "review">) {
  const { date, leaflet: words, paper, status } = useMessages();
  const until = goodUntil(review, topic);
  const version = topic.changes[0]?.version;
  return (
    <footer class="leaflet-foot">
      <dl>
        <div>
          <dt>{status.code}</dt>
          <dd>
            <strong class="leaflet-code">{review.code}</strong>
          </dd>
        </div>
        <div>
          <dt>{status.version}</dt>
          <dd>
            {version === undefined ? "" : `${version}, `}
            <time dateTime={topic.lastUpdated}>{date(topic.lastUpdated)}</time>
          </dd>
        </div>
        {until === undefined ? null : (
          <div>
            <dt>{paper.until}</dt>
            <dd>
              <time dateTime={until}>{date(until)}</time>
            </dd>
          </div>
        )}
        <div>
          <dt>{words.review}</dt>
          <dd>
            <span class="leaflet-status">{status.words[review.status]}</span>
          </dd>
        </div>
        <div class="leaflet-phone">
          <dt>{words.clinic}</dt>
          <dd />
        </div>
      </dl>
      <p>{words.foot(`/topics/${topic.slug}?reader=patient`)}</p>
    </footer>
  );
}
