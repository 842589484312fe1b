import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { type Article, statementsOf } from "../../library/model/article.ts";
import { numberSources } from "../bibliography.ts";
import { ChangeList } from "../components/change-list.tsx";
import { PathwayChart } from "../components/pathway-chart.tsx";
import { PathwayTables } from "../components/pathway-tables.tsx";
import { ReferenceList } from "../components/reference-list.tsx";
import { SectionView } from "../components/section-view.tsx";
import { ChangedStatements } from "../components/statement-text.tsx";
import { asSentence } from "../components/words.ts";
import { Scope } from "../pages/topic-page.tsx";
import { AdviceChanges } from "./differences-view.tsx";
import type { DraftPreview } from "./preview-draft.ts";
import { Worded } from "./worded.tsx";

interface DraftPreviewProps {
  readonly preview: DraftPreview;
  readonly found: readonly Diagnostic[];
}

/** A draft as readers would see it, marked as what it is: approved by nobody and seen by nobody else. */
export function DraftPreviewView({ preview, found }: DraftPreviewProps) {
  const { read, reader, changes, isBehindThePages, pathway } = preview;
  const article = read.topic.articles[reader];
  return (
    <section class="draft-preview" aria-labelledby="preview" data-preview>
      <h2 id="preview">As a reader would see it</h2>
      <p class="caution">An unapproved draft, not saved. Nobody has reviewed this text, and nobody but you sees it.</p>
      <section aria-labelledby="preview-changes">
        <h3 id="preview-changes">What it says otherwise than the text that you edit</h3>
        <ChangeList changes={changes} level={4} />
      </section>
      {isBehindThePages ? <p class="hint">No page is made from this file: readers see the same as before.</p> : null}
      {pathway === undefined ? null : <PathwayDraft pathway={pathway} found={found} />}
      {pathway !== undefined || isBehindThePages || article === undefined ? null : (
        <ArticleDraft {...{ read, article, changes }} />
      )}
    </section>
  );
}

export interface DraftArticle extends Pick<DraftPreview, "read" | "changes"> {
  readonly article: Article;
}

/** The article of one reader, with the sentences marked that `changes` name. */
export function ArticleDraft({ read, article, changes }: DraftArticle) {
  const { topic, library } = read;
  const statements = statementsOf(article);
  const bibliography = numberSources(
    statements.flatMap(({ citations }) => citations),
    library.sources,
  );
  const changed = (changes ?? []).filter(({ part, after }) => part === article.reader && after !== null);
  return (
    <ChangedStatements.Provider value={new Set(changed.map(({ id }) => id))}>
      <div class="draft-page">
        <p class="kicker">{topic.title}</p>
        <p class="draft-question">{article.reader === "patient" ? topic.patientQuestion : topic.question}</p>
        {article.sections.map((section, at) => (
          <SectionView key={section.id} section={section} bibliography={bibliography} graded={at === 0} />
        ))}
        <Scope topic={topic} />
        <ReferenceList bibliography={bibliography} />
      </div>
    </ChangedStatements.Provider>
  );
}

function PathwayDraft({
  pathway,
  found,
}: Pick<DraftPreviewProps, "found"> & { pathway: NonNullable<DraftPreview["pathway"]> }) {
  const { shown, advice } = pathway;
  return (
    <>
      <section aria-labelledby="preview-advice">
        <h3 id="preview-advice">Patients who are advised otherwise</h3>
        {advice === undefined ? (
          <p class="hint">Press “Preview as reader” to have every patient looked at; it takes a while.</p>
        ) : (
          <>
            <p>Compared with {advice.against}.</p>
            <AdviceChanges states={advice.states} again="Press “Preview as reader” again in a minute." />
          </>
        )}
      </section>
      <ChartDraft chart={pathway} shownAs={shown === undefined ? "" : (found[shown.at]?.message ?? "")} />
    </>
  );
}

export type DraftChart = Pick<NonNullable<DraftPreview["pathway"]>, "picture" | "profile" | "shown">;

/** The chart of a pathway and its tables, for one patient with the way lit; `shownAs` says who that is. */
export function ChartDraft({
  chart: { picture, profile, shown },
  shownAs = "",
}: {
  chart: DraftChart;
  shownAs?: string;
}) {
  if (picture === undefined) return <p class="hint">This pathway cannot be drawn.</p>;
  const drawn = { picture, ...(shown === undefined ? {} : { patient: shown.picture }) };
  return (
    <div class="draft-page">
      <p class="hint">
        Drawn under <code>{profile}</code>.
      </p>
      {shown === undefined ? null : (
        <p class="draft-patient" id="drawn-patient">
          The way of a patient: <Worded text={asSentence(shownAs)} />
        </p>
      )}
      <PathwayChart {...drawn} hrefs={{ stage: (id) => `#stage-${id}`, question: () => "#written" }} />
      <PathwayTables {...drawn} />
    </div>
  );
}
