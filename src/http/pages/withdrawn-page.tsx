import type { Tombstone } from "../../review/model/review-record.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { useMessages } from "../messages/language.tsx";

interface WithdrawnPageProps {
  readonly assets: Assets;
  readonly title: string;
  readonly tombstone: Tombstone;
  /** The topic that takes its place, when it is in the library. */
  readonly successor: { readonly slug: string; readonly title: string } | undefined;
}

/** What stands at the address of a topic that must no longer be used: the reason, what takes its place, and none of the text. */
export function WithdrawnPage({ assets, title, tombstone, successor }: WithdrawnPageProps) {
  const { date, withdrawn, status } = useMessages();
  return (
    <Layout title={withdrawn.title(title)} assets={assets} index={false} translated>
      <div class="page page-alone">
        <p class="kicker" lang="en">
          {title}
        </p>
        <h1>{withdrawn.heading}</h1>
        <section class="status" aria-label={status.label}>
          <p class="status-line status-withdrawn">
            <strong class="status-word">{status.words.Withdrawn}</strong>
          </p>
          <p class="caution">
            <span lang="en">{tombstone.reason}</span> (
            <time dateTime={tombstone.recorded}>{date(tombstone.recorded)}</time>)
          </p>
        </section>
        <p class="lede">{withdrawn.advice}</p>
        {successor === undefined ? null : (
          <p>
            {withdrawn.successor}:{" "}
            <a lang="en" href={`/topics/${successor.slug}`}>
              {successor.title}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
