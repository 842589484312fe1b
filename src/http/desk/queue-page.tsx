import { QUEUES, type Queue, type QueueEntry } from "../../review/desk/list-queue.ts";
import { type Step, standingOf } from "../../review/desk/list-steps.ts";
import type { ReportAbout } from "../../review/question-box.ts";
import type { Withheld } from "../../review/reader/serve-record.ts";
import type { Assets } from "../assets.ts";
import { dateWords } from "../components/words.ts";
import { ENGLISH } from "../messages/language.tsx";
import { DESK_FORMS } from "./desk-forms.ts";
import { DeskFrame } from "./desk-frame.tsx";
import type { Visitor } from "./visitor.ts";

/** A text that waits, with what this person could do with it next. */
export interface QueueItem {
  readonly entry: QueueEntry;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A report of a reader that nobody has looked into. Its words stand where it is decided on. */
export interface ReportItem {
  readonly code: string;
  readonly recorded: string;
  readonly about: ReportAbout;
  readonly title: string;
}

/** A topic whose files in the library are a text that nobody has drafted. */
export interface UndraftedItem {
  readonly slug: string;
  readonly title: string;
  /** The edition that readers are given in its place; none where they read the files. */
  readonly edition: number | undefined;
}

interface QueuePageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly items: readonly QueueItem[];
  readonly undrafted: readonly UndraftedItem[];
  /** Topics whose edition in force cannot be shown. */
  readonly withheld: readonly Withheld[];
  readonly questionsWaiting: number;
  readonly reports: readonly ReportItem[];
}

const HEADINGS: Readonly<Record<Queue, string>> = {
  correction: "Emergency corrections to be ratified",
  flagged: "Flagged",
  expired: "Expired: answers are not made from them",
  due: "Due to be looked at again",
  submitted: "Submitted",
  "under-review": "Under review",
  "changes-requested": "Changes requested",
  approved: "Approved, not published",
  draft: "Drafts",
};

/** Everything that waits for the board, and for the person who looks: what they could do next. */
export function QueuePage({ assets, visitor, items, undrafted, withheld, questionsWaiting, reports }: QueuePageProps) {
  const queues = QUEUES.map((queue) => ({ queue, own: items.filter(({ entry }) => entry.queue === queue) }));
  const isEmpty = items.length + undrafted.length + withheld.length === 0 && questionsWaiting + reports.length === 0;
  return (
    <DeskFrame title="Queue" assets={assets} visitor={visitor} place="/desk">
      <h1>What waits</h1>
      {isEmpty ? <p class="lede">Nothing waits for anybody.</p> : null}
      {withheld.length === 0 ? null : (
        <section class="queue queue-expired" aria-labelledby="queue-withheld">
          <h2 id="queue-withheld">
            In force and not shown <span class="count">{withheld.length}</span>
          </h2>
          <p class="hint">
            This server cannot show these texts as they were signed, so readers are told that and nothing is answered
            from them. The operator's log says why.
          </p>
          <ul>
            {withheld.map(({ slug, title, edition }) => (
              <li key={slug}>
                <a class="queue-title" href={`/desk/${slug}`}>
                  {title}
                </a>
                <p class="queue-facts">
                  <span>edition {edition}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {queues.map(({ queue, own }) =>
        own.length === 0 ? null : (
          <section key={queue} class={`queue queue-${queue}`} aria-labelledby={`queue-${queue}`}>
            <h2 id={`queue-${queue}`}>
              {HEADINGS[queue]} <span class="count">{own.length}</span>
            </h2>
            <ul>
              {own.map((item) => (
                <Item key={item.entry.hash} item={item} />
              ))}
            </ul>
          </section>
        ),
      )}
      {undrafted.length === 0 ? null : (
        <section class="queue" aria-labelledby="queue-undrafted">
          <h2 id="queue-undrafted">
            In the library and not drafted <span class="count">{undrafted.length}</span>
          </h2>
          <p class="hint">The files of these topics are a text that is neither under work nor in force.</p>
          <ul>
            {undrafted.map(({ slug, title, edition }) => (
              <li key={slug}>
                <a class="queue-title" href={`/desk/${slug}`}>
                  {title}
                </a>
                <p class="queue-facts">
                  <span>
                    {edition === undefined
                      ? "readers are given this text, as Submitted"
                      : `readers get edition ${edition} from the record; nobody is shown this text yet`}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reports.length === 0 ? null : (
        <section class="queue" aria-labelledby="queue-reports">
          <h2 id="queue-reports">
            Reports of readers <span class="count">{reports.length}</span>
          </h2>
          <ul>
            {reports.map(({ code, recorded, about, title }) => (
              <li key={code}>
                <a class="queue-title" href={`/desk/board/questions#${code}`}>
                  {ENGLISH.messages.report.kinds[about.kind]}: {title}
                </a>
                <p class="queue-facts">
                  <span>{about.part ?? "the whole page"}</span>
                  <span>
                    since <time dateTime={recorded}>{dateWords(recorded)}</time>
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {questionsWaiting === 0 ? null : (
        <section class="queue" aria-labelledby="queue-questions">
          <h2 id="queue-questions">
            Questions of readers <span class="count">{questionsWaiting}</span>
          </h2>
          <p>
            <a href="/desk/board/questions">Read them</a>
          </p>
        </section>
      )}
    </DeskFrame>
  );
}

function Item({ item: { entry, title, steps } }: { readonly item: QueueItem }) {
  const { topic, since, deadline, lacks, reasons } = entry;
  const named = (standing: string) =>
    steps.filter((step) => standingOf(step) === standing).map(({ activity }) => DESK_FORMS[activity].button);
  const [possible, barred] = [named("possible"), named("barred")];
  return (
    <li>
      <a class="queue-title" href={`/desk/${topic}`}>
        {title}
      </a>
      <p class="queue-facts">
        <span>
          since <time dateTime={since}>{dateWords(since)}</time>
        </span>
        {deadline === undefined ? null : (
          <strong>
            until <time dateTime={deadline}>{deadlineWords(deadline)}</time>
          </strong>
        )}
        {lacks.length === 0 ? null : <span>lacks {lacks.join(", ")}</span>}
      </p>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {possible.length === 0 ? null : (
        <p class="queue-next">
          You can: <a href={`/desk/${topic}#next`}>{possible.join(", ")}</a>
        </p>
      )}
      {barred.length === 0 ? null : (
        <p class="queue-next hint">
          Yours, and not yet possible: <a href={`/desk/${topic}#next`}>{barred.join(", ")}</a>
        </p>
      )}
    </li>
  );
}

/** A deadline counts to the hour: 28 November 2026, 14:05 UTC. */
export function deadlineWords(at: string): string {
  return `${dateWords(at)}, ${at.slice(11, 16)} UTC`;
}
