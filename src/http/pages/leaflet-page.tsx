import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Article, Block, Statement } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { dateWords, monthsLater } from "../components/words.ts";

interface LeafletPageProps {
  readonly assets: Assets;
  readonly topic: Topic;
  /** The patient's text, cut down to the sections of the leaflet. */
  readonly article: Article;
  readonly review: AnswerReview;
}

/** What a patient takes home: one printed page with the code, the dates and what to do when it gets worse. */
export function LeafletPage({ assets, topic, article, review }: LeafletPageProps) {
  return (
    <Layout title={`Leaflet: ${topic.patientQuestion}`} assets={assets} index={false}>
      <div class="leaflet-frame">
        <p class="hint leaflet-hint">
          One A4 page. Print it with your browser, or{" "}
          <a href={`/topics/${topic.slug}?reader=patient`}>read the whole text with its sources</a>.
        </p>
        <article class="leaflet">
          <header>
            <p class="kicker">Information for patients</p>
            <h1>{topic.patientQuestion}</h1>
            {review.caution === null ? null : <p class="caution">{review.caution}</p>}
          </header>
          <div class="leaflet-text">
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
  const until = monthsLater(topic.lastUpdated, topic.reviewPolicy.reviewEveryMonths);
  const version = topic.changes[0]?.version;
  return (
    <footer class="leaflet-foot">
      <dl>
        <div>
          <dt>Code</dt>
          <dd>
            <strong class="leaflet-code">{review.code}</strong>
          </dd>
        </div>
        <div>
          <dt>Version</dt>
          <dd>
            {version === undefined ? "" : `${version}, `}
            <time dateTime={topic.lastUpdated}>{dateWords(topic.lastUpdated)}</time>
          </dd>
        </div>
        <div>
          <dt>Do not use after</dt>
          <dd>
            <time dateTime={until}>{dateWords(until)}</time>
          </dd>
        </div>
        <div>
          <dt>Review</dt>
          <dd>{review.status}</dd>
        </div>
        <div class="leaflet-phone">
          <dt>Your clinic</dt>
          <dd />
        </div>
      </dl>
      <p>
        General facts, not advice on one person. Sources: /topics/{topic.slug}?reader=patient. Is this copy still good?
        Enter its code at /code.
      </p>
    </footer>
  );
}
