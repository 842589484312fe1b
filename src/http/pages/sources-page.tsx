import type { SourceOverview } from "../../evidence/corpus.ts";
import type { Assets } from "../assets.ts";
import type { Bibliography } from "../bibliography.ts";
import { Layout } from "../components/layout.tsx";
import { ReferenceList } from "../components/reference-list.tsx";
import type { Messages } from "../messages/en.tsx";
import { useMessages } from "../messages/language.tsx";

interface SourcesPageProps {
  readonly assets: Assets;
  /** Every source of the register. */
  readonly bibliography: Bibliography;
  /** Undefined when the product runs without a store of evidence. */
  readonly sources: readonly SourceOverview[] | undefined;
}

/** What the topics rest on, in full; then what quotes are taken from: size, dates, terms and standing of each source, or how to fill an empty store. */
export function SourcesPage({ assets, bibliography, sources }: SourcesPageProps) {
  const words = useMessages().sources;
  return (
    <Layout title={words.title} assets={assets} index={false} translated>
      <article class="page page-alone sources">
        <h1>{words.title}</h1>
        {bibliography.entries.length === 0 ? null : (
          <>
            <p class="lede">{words.register}</p>
            <ReferenceList bibliography={bibliography} />
          </>
        )}
        <h2>{words.heading}</h2>
        <p>{words.lede}</p>
        {sources === undefined || sources.length === 0 ? (
          <p>
            {words.none(
              <code>wellspring import &lt;kind&gt; &lt;path&gt; --released</code>,
              <code>wellspring sources</code>,
              <code>wellspring release &lt;source&gt;</code>,
            )}
          </p>
        ) : (
          sources.map((source) => <Source key={source.id} source={source} />)
        )}
      </article>
    </Layout>
  );
}

function Source({ source }: { readonly source: SourceOverview }) {
  const { count, date, list, sources: words } = useMessages();
  const granted = (["store", "quote", "model", "redistribute"] as const).filter((use) => source.licence.grants[use]);
  const marked = Object.entries(source.marked);
  return (
    <section class="quote-group" aria-labelledby={`source-${source.id}`}>
      <h3 id={`source-${source.id}`} lang="en">
        {source.title}
      </h3>
      <p class="quote-facts">
        <span class="badge">{words.states[source.state]}</span>
        <span>{words.counts(count(source.documents), count(source.passages))}</span>
        {source.documents === 0 ? null : <span>{datesOf(source, words, date)}</span>}
        <span>{words.imported(date(source.imported))}</span>
      </p>
      <p>
        {words.licence(
          <span lang="en">{source.licence.name}</span>,
          granted.length === 0 ? words.noUse : list(granted.map((use) => words.grants[use])),
        )}{" "}
        {source.licence.attribution === undefined ? null : <span lang="en">{source.licence.attribution}</span>}
      </p>
      {marked.length === 0 ? null : (
        <p class="alarm">
          {words.marked(
            <span lang="en">{marked.map(([status, documents]) => `${documents} ${status}`).join(", ")}</span>,
          )}
        </p>
      )}
      {source.outdated === 0 ? null : <p class="alarm">{words.outdated(count(source.outdated))}</p>}
    </section>
  );
}

function datesOf({ oldest, newest }: SourceOverview, words: Messages["sources"], date: Messages["date"]): string {
  if (oldest === undefined || newest === undefined) return words.undated;
  return oldest === newest ? words.of(date(oldest)) : words.between(date(oldest), date(newest));
}
