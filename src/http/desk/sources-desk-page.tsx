import { renderShortReference } from "../../evidence/reference.ts";
import type { Library } from "../../library/model/library.ts";
import { refusalsOf } from "../../review/desk/list-steps.ts";
import type { LogEntry } from "../../review/log/log-entry.ts";
import type { Instant, ReviewRecord } from "../../review/model/review-record.ts";
import type { Assets } from "../assets.ts";
import { dateWords } from "../components/words.ts";
import { ActForm } from "./act-form.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { DoneNotice, RefusedNotice } from "./notices.tsx";
import type { Refused } from "./refused.ts";
import type { Visitor } from "./visitor.ts";

interface SourcesDeskPageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly record: ReviewRecord;
  readonly now: Instant;
  readonly sources: Library["sources"];
  readonly done?: LogEntry | undefined;
  readonly refused?: Refused | undefined;
}

/** The register of sources for the board: what was retracted, and for those who may, recording that something was. */
export function SourcesDeskPage({ assets, visitor, record, now, sources, done, refused }: SourcesDeskPageProps) {
  const labelled = [...sources].map(([id, source]) => ({ id, label: `${id}: ${renderShortReference(source)}` }));
  const mayRetract =
    refusalsOf(record, visitor.person.id, "retract-source", { source: "any-source" }, now).length === 0;
  return (
    <DeskFrame title="Sources" assets={assets} visitor={visitor} place="/desk/board/sources">
      <h1>Sources</h1>
      <DoneNotice entry={done} />
      <RefusedNotice refused={refused} />
      {record.retractions.size === 0 ? null : (
        <section aria-labelledby="retracted">
          <h2 id="retracted">Retracted</h2>
          <ul>
            {[...record.retractions.values()].map(({ source, reason, recorded }) => (
              <li key={source}>
                <a href={`/desk/board/sources/${source}`}>{source}</a>, recorded on {dateWords(recorded)}: {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayRetract ? (
        <section aria-labelledby="retract">
          <h2 id="retract">A source was retracted</h2>
          <p class="hint">Every text under work or in force that cites it is flagged at once.</p>
          <ActForm
            activity="retract-source"
            place="board"
            about={{}}
            refused={refused}
            choices={{ sources: labelled.filter(({ id }) => !record.retractions.has(id)) }}
          />
        </section>
      ) : null}
      <section aria-labelledby="register">
        <h2 id="register">Register</h2>
        <ul>
          {labelled.map(({ id, label }) => (
            <li key={id}>
              <a href={`/desk/board/sources/${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
    </DeskFrame>
  );
}
