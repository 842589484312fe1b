import type { LicenceGrants, SourceOverview } from "../../evidence/corpus.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { capitalised, dateWords } from "../components/words.ts";

interface SourcesPageProps {
  readonly assets: Assets;
  /** Undefined when the product runs without a store of evidence. */
  readonly sources: readonly SourceOverview[] | undefined;
}

const GRANT_WORDS: Readonly<Record<keyof LicenceGrants, string>> = {
  store: "kept and searched",
  quote: "quoted",
  model: "given to a model",
  redistribute: "passed on",
};

/** What quotes are taken from: size, dates, terms and standing of each source, or how to fill an empty store. */
export function SourcesPage({ assets, sources }: SourcesPageProps) {
  return (
    <Layout title="Sources" assets={assets} index={false}>
      <article class="page page-alone sources">
        <h1>Sources of quotations</h1>
        <p class="lede">
          Where no topic answers a question, sentences of these sources are quoted, if they are released and their
          licence allows it.
        </p>
        {sources === undefined || sources.length === 0 ? (
          <p>
            There are none yet. <code>wellspring import &lt;kind&gt; &lt;path&gt; --released</code> reads documents into
            the store, <code>wellspring sources</code> lists them, <code>wellspring release &lt;source&gt;</code> lets
            them be quoted.
          </p>
        ) : (
          sources.map((source) => <Source key={source.id} source={source} />)
        )}
      </article>
    </Layout>
  );
}

function Source({ source }: { readonly source: SourceOverview }) {
  const granted = (["store", "quote", "model", "redistribute"] as const).filter((use) => source.licence.grants[use]);
  const marked = Object.entries(source.marked);
  return (
    <section class="quote-group" aria-labelledby={`source-${source.id}`}>
      <h2 id={`source-${source.id}`}>{source.title}</h2>
      <p class="quote-facts">
        <span class="badge">{capitalised(source.state)}</span>
        <span>
          {source.documents} documents, {source.passages} passages
        </span>
        <span>{datesOf(source)}</span>
        <span>imported {dateWords(source.imported)}</span>
      </p>
      <p>
        Licence {source.licence.name}: may be {granted.map((use) => GRANT_WORDS[use]).join(", ") || "used for nothing"}.
        {source.licence.attribution === undefined ? "" : ` ${source.licence.attribution}`}
      </p>
      {marked.length === 0 ? null : (
        <p class="alarm">
          Not in good standing: {marked.map(([status, documents]) => `${documents} ${status}`).join(", ")}. None but the
          corrected are quoted.
        </p>
      )}
      {source.outdated === 0 ? null : (
        <p class="alarm">
          {source.outdated} passages of earlier versions no longer stand in the current ones: what was quoted from them
          no longer holds.
        </p>
      )}
    </section>
  );
}

function datesOf({ oldest, newest }: SourceOverview): string {
  if (oldest === undefined || newest === undefined) return "its documents have no date";
  return oldest === newest ? `of ${dateWords(oldest)}` : `from ${dateWords(oldest)} to ${dateWords(newest)}`;
}
