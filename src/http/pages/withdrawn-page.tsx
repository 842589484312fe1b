import type { Tombstone } from "../../review/model/review-record.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { dateWords } from "../components/words.ts";

interface WithdrawnPageProps {
  readonly assets: Assets;
  readonly title: string;
  readonly tombstone: Tombstone;
  /** The topic that takes its place, when it is in the library. */
  readonly successor: { readonly slug: string; readonly title: string } | undefined;
}

/** What stands at the address of a topic that must no longer be used: the reason, what takes its place, and none of the text. */
export function WithdrawnPage({ assets, title, tombstone, successor }: WithdrawnPageProps) {
  return (
    <Layout title={`Withdrawn: ${title}`} assets={assets} index={false}>
      <div class="page page-alone">
        <p class="kicker">{title}</p>
        <h1>This topic has been withdrawn</h1>
        <section class="status" aria-label="Review status">
          <p class="status-line status-withdrawn">
            <strong class="status-word">Withdrawn</strong>
          </p>
          <p class="caution">
            {tombstone.reason} (<time dateTime={tombstone.recorded}>{dateWords(tombstone.recorded)}</time>)
          </p>
        </section>
        <p class="lede">Do not act on copies of it. Ask again, or look among the other topics.</p>
        {successor === undefined ? null : (
          <p>
            In its place: <a href={`/topics/${successor.slug}`}>{successor.title}</a>
          </p>
        )}
      </div>
    </Layout>
  );
}
