import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { Layout } from "../components/layout.tsx";
import { dateWords } from "../components/words.ts";

interface HomePageProps {
  readonly assets: Assets;
  readonly topics: readonly { readonly topic: Topic; readonly review: AnswerReview }[];
  /** What was sent and why it cannot be answered, when the page is shown again. */
  readonly refused?: { readonly question: string; readonly message: string };
}

export function HomePage({ assets, topics, refused }: HomePageProps) {
  return (
    <Layout title="Wellspring" assets={assets} index={refused === undefined} ownAskBox>
      <div class="home">
        <section class="hero" aria-labelledby="hero-heading">
          <h1 id="hero-heading">Clinical answers, with the evidence in view</h1>
          <p class="lede">
            Bottom line first, every statement cited, and the guideline's algorithm running on the patient in front of
            you.
          </p>
          <search>
            <AskForm
              label="Your question or vignette"
              hint="In plain words. Leave out names, dates of birth and record numbers; nothing is stored."
              {...(refused === undefined ? {} : { question: refused.question, error: refused.message })}
            />
          </search>
        </section>
        <section class="topics" aria-labelledby="topics">
          <h2 id="topics">Topics</h2>
          <ul>
            {topics.map(({ topic, review }) => (
              <li key={topic.slug} class="topic-card">
                <h3>
                  <a href={`/topics/${topic.slug}`}>{topic.title}</a>
                </h3>
                <p>{topic.question}</p>
                <p class="topic-facts">
                  <span class={`badge badge-${review.status.toLowerCase().replace(" ", "-")}`}>{review.status}</span>
                  <span>Last updated {dateWords(topic.lastUpdated)}</span>
                </p>
              </li>
            ))}
          </ul>
          {topics.length === 0 ? <p class="hint">The library holds no topic yet.</p> : null}
        </section>
      </div>
    </Layout>
  );
}
