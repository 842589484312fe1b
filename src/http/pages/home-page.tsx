import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { Layout } from "../components/layout.tsx";
import { useMessages } from "../messages/language.tsx";

interface HomePageProps {
  readonly assets: Assets;
  readonly topics: readonly { readonly topic: Topic; readonly review: AnswerReview }[];
  /** What was sent and why it cannot be answered, when the page is shown again. */
  readonly refused?: { readonly question: string; readonly message: string };
}

export function HomePage({ assets, topics, refused }: HomePageProps) {
  const { date, home, status } = useMessages();
  const [instance] = topics.flatMap(({ topic }) => topic.related).filter(({ answeredIn }) => answeredIn !== undefined);
  return (
    <Layout title="Wellspring" assets={assets} index={refused === undefined} ownAskBox translated>
      <div class="home">
        <section class="hero" aria-labelledby="hero-heading">
          <h1 id="hero-heading">{home.title}</h1>
          <p class="lede">{home.lede}</p>
          <search>
            <AskForm
              label={home.label}
              hint={home.hint}
              {...(refused === undefined ? {} : { question: refused.question, error: refused.message })}
            />
          </search>
          {instance === undefined ? null : (
            <p class="hint">
              {home.instance}{" "}
              <a href={`/ask?q=${encodeURIComponent(instance.question)}`} lang="en">
                {instance.question}
              </a>
            </p>
          )}
        </section>
        <section class="topics" aria-labelledby="topics">
          <h2 id="topics">{home.topics}</h2>
          <ul>
            {topics.map(({ topic, review }) => (
              <li key={topic.slug} class="topic-card">
                <h3 lang="en">
                  <a href={`/topics/${topic.slug}`}>{topic.title}</a>
                </h3>
                <p lang="en">{topic.question}</p>
                <p class="topic-facts">
                  <span class={`badge badge-${review.status.toLowerCase().replace(" ", "-")}`}>
                    {status.words[review.status]}
                  </span>
                  <span>{home.updated(date(topic.lastUpdated))}</span>
                </p>
              </li>
            ))}
          </ul>
          {topics.length === 0 ? <p class="hint">{home.empty}</p> : null}
        </section>
      </div>
    </Layout>
  );
}
