import type { ImportProgress, SourceOverview } from "../../evidence/corpus.ts";
import type { EvidenceLook } from "../../evidence/evidence-port.ts";
import type { MarkedDocument } from "../../evidence/publication-mark.ts";
import { refusalsOf } from "../../review/desk/list-steps.ts";
import type { LogEntry } from "../../review/log/log-entry.ts";
import type { EvidenceActivity, EvidenceDecision, Instant, ReviewRecord } from "../../review/model/review-record.ts";
import type { Assets } from "../assets.ts";
import { dateWords } from "../components/words.ts";
import { ActForm } from "./act-form.tsx";
import { DESK_FORMS } from "./desk-forms.ts";
import { DeskFrame } from "./desk-frame.tsx";
import { DoneNotice, RefusedNotice } from "./notices.tsx";
import { isOfForm, type Refused } from "./refused.ts";
import type { Visitor } from "./visitor.ts";

interface EvidencePageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  /** Absent where the server has no store of its own. */
  readonly look: EvidenceLook | undefined;
  readonly record: ReviewRecord;
  readonly now: Instant;
  readonly done?: LogEntry | undefined;
  readonly refused?: Refused | undefined;
}

/** Documents of one source that are listed by name; the rest is counted. */
const MOST_LISTED = 100;

const WHAT_IT_MEANS = {
  pending: "Waiting: neither searched nor quoted until it is released.",
  released: "Released: searched, and quoted as far as its licence allows.",
  quarantined: "Quarantined: kept, and neither searched nor quoted.",
} as const;

/** What a licence can allow, in words that follow "may be". */
const USES = [
  ["store", "kept and searched"],
  ["quote", "quoted"],
  ["model", "given to a model"],
  ["redistribute", "given out again"],
] as const;

/** What may be done with a source next. */
const NEXT = {
  pending: ["release-evidence", "remove-evidence"],
  released: ["quarantine-evidence"],
  quarantined: ["release-evidence", "remove-evidence"],
} as const;
const DONE: Readonly<Record<EvidenceActivity, string>> = {
  "release-evidence": "Released",
  "quarantine-evidence": "Taken out of search",
  "remove-evidence": "Removed",
};

/** What answers are quoted from: state, licence and age of each source, how far its files were read, and which of its documents may not be relied on. */
export function EvidencePage({ assets, visitor, look, record, now, done, refused }: EvidencePageProps) {
  const sources = look?.sources ?? [];
  const progress = new Map(look?.progress.map((one) => [one.source, one]));
  const marked = Map.groupBy(look?.marked ?? [], ({ source }) => source);
  return (
    <DeskFrame title="Evidence" assets={assets} visitor={visitor} place="/desk/board/evidence">
      <h1>Evidence</h1>
      <DoneNotice entry={done} />
      <RefusedNotice refused={refused} />
      <p class="lede">
        Imported documents that are quoted, word for word, where no topic answers. What topics themselves cite stands
        under <a href="/desk/board/sources">Sources</a>.
      </p>
      {sources.length === 0 ? (
        <p>
          Nothing was imported{look === undefined ? ", or this server was started without a store of its own" : ""}.
          Whoever runs it fills one with <code>wellspring import &lt;kind&gt; &lt;path&gt;</code>.
        </p>
      ) : (
        sources.map((source) => (
          <Source
            key={source.id}
            source={source}
            progress={progress.get(source.id)}
            marked={marked.get(source.id) ?? []}
            {...{ record, now, visitor, refused }}
          />
        ))
      )}
      <Removed record={record} sources={sources} />
    </DeskFrame>
  );
}

interface SourceProps extends Pick<EvidencePageProps, "record" | "now" | "visitor" | "refused"> {
  readonly source: SourceOverview;
  readonly progress: ImportProgress | undefined;
  readonly marked: readonly MarkedDocument[];
}

function Source({ source, progress, marked, record, now, visitor, refused }: SourceProps) {
  const { id, title, state, licence, documents, passages, imported, oldest, newest, outdated } = source;
  const uses = USES.filter(([use]) => licence.grants[use]).map(([, words]) => words);
  return (
    <section aria-labelledby={`evidence-${id}`}>
      <h2 id={`evidence-${id}`}>
        {title} <code>{id}</code>
      </h2>
      <p>{WHAT_IT_MEANS[state]}</p>
      <ul>
        <li>
          {counted(documents, "document")} in {counted(passages, "passage")},{" "}
          {oldest === undefined || newest === undefined ? "undated" : `of ${dateWords(oldest)} to ${dateWords(newest)}`}
          ; imported on {dateWords(imported)}
        </li>
        <li>
          Licence {licence.name}: {uses.length === 0 ? "may not be used" : `may be ${uses.join(", ")}`}
        </li>
        <Progress progress={progress} />
        {outdated === 0 ? null : (
          <li class="alarm">{counted(outdated, "passage")} of earlier versions no longer stand word for word</li>
        )}
      </ul>
      <Marked marked={marked} />
      <Decision decision={record.evidence.get(id)} record={record} />
      {NEXT[state].map((activity) => {
        const about = { source: id, digest: NO_DIGEST, reason: "words" };
        const isOpen = isOfForm(refused, activity, { source: id });
        return refusalsOf(record, visitor.person.id, activity, about, now).length > 0 ? null : (
          <details key={activity} class="step" open={isOpen}>
            <summary>{DESK_FORMS[activity].button}</summary>
            <p class="hint">
              {DESK_FORMS[activity].meaning} Of a large source this takes a while; others are answered meanwhile.
            </p>
            <ActForm activity={activity} place="board" about={{ source: id }} refused={refused} quiet />
          </details>
        );
      })}
    </section>
  );
}

/** It stands for that of the documents while it is only asked who may. */
const NO_DIGEST = `sha256-${"0".repeat(64)}`;

function Decision({
  decision,
  record: { people },
}: Pick<EvidencePageProps, "record"> & { readonly decision: EvidenceDecision | undefined }) {
  if (decision === undefined) return <p class="hint">Nobody has recorded a decision on it.</p>;
  const { activity, agent, recorded, reason, digest } = decision;
  return (
    <p>
      {DONE[activity]} on {dateWords(recorded)} by {people.get(agent)?.name ?? agent}: {reason}{" "}
      <span class="hint">
        Its documents were then <code class="hash">{digest}</code>
      </span>
    </p>
  );
}

/** Sources that are gone, each with who removed it. */
function Removed({
  record,
  sources,
}: Pick<EvidencePageProps, "record"> & { readonly sources: readonly SourceOverview[] }) {
  const gone = [...record.evidence.values()].filter(({ source }) => sources.every(({ id }) => id !== source));
  if (gone.length === 0) return null;
  return (
    <section aria-labelledby="evidence-gone">
      <h2 id="evidence-gone">No longer in the store</h2>
      {gone.map((decision) => (
        <div key={decision.source}>
          <h3>
            <code>{decision.source}</code>
          </h3>
          <Decision decision={decision} record={record} />
        </div>
      ))}
    </section>
  );
}

function Progress({ progress }: Pick<SourceProps, "progress">) {
  if (progress === undefined) return <li>Of its files it is not known how far they were read</li>;
  const { files, unfinished } = progress;
  if (unfinished.length === 0)
    return <li>Read to the end: {files === 1 ? "its one file" : `all ${counted(files, "file")}`}</li>;
  return (
    <li>
      <span class="alarm">
        Not read to the end: {unfinished.length} of {counted(files, "file")}.
      </span>{" "}
      The same import, given again, goes on there.
      <ul>
        {unfinished.slice(0, MOST_LISTED).map(({ file, records }) => (
          <li key={file}>
            {file}: {counted(records, "record")} so far
          </li>
        ))}
      </ul>
    </li>
  );
}

function Marked({ marked }: Pick<SourceProps, "marked">) {
  if (marked.length === 0)
    return <p>Every document is in good standing, as far as it and the lists of retractions say.</p>;
  return (
    <details>
      <summary>{counted(marked.length, "document")} not in good standing, and not quoted unless corrected</summary>
      <ul>
        {marked.slice(0, MOST_LISTED).map(({ key, title, status, reason }) => (
          <li key={key}>
            <strong>{status}</strong> {title} <code>{key}</code>: {reason}
          </li>
        ))}
      </ul>
      {marked.length > MOST_LISTED ? <p>And {counted(marked.length - MOST_LISTED, "other")}.</p> : null}
    </details>
  );
}

const NUMBERS = new Intl.NumberFormat("en");

function counted(count: number, noun: string): string {
  return `${NUMBERS.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}
