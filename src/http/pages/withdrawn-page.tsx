import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { StatusStrip } from "../components/status-strip.tsx";

interface WithdrawnPageProps {
  readonly assets: Assets;
  readonly topic: Topic;
  readonly review: AnswerReview;
}

/** What stands at the address of a topic that must no longer be used: the reason, and none of the text. */
export function WithdrawnPage({ assets, topic, review }: WithdrawnPageProps) {
  return (
    <Layout title={`Withdrawn: ${topic.title}`} assets={assets} index={false}>
      <div class="page page-alone">
        <p class="kicker">{topic.title}</p>
        <h1>This topic has been withdrawn</h1>
        <StatusStrip review={review} lastUpdated={topic.lastUpdated} />
        <p class="lede">Do not act on copies of it. Ask again, or look among the other topics.</p>
      </div>
    </Layout>
  );
}
