import type { LogEntry } from "../../review/log/log-entry.ts";
import type { TextChange } from "../../review/text/describe-changes.ts";
import { ChangeList } from "../components/change-list.tsx";
import { asSentence, dateWords } from "../components/words.ts";
import { DESK_FORMS } from "./desk-forms.ts";
import type { Refused } from "./refused.ts";
import { Worded } from "./worded.tsx";

/** What was recorded a moment ago. */
export function DoneNotice({ entry }: { readonly entry: LogEntry | undefined }) {
  if (entry === undefined) return null;
  return (
    <p class="desk-done" role="status" data-recorded={entry.activity}>
      Recorded on {dateWords(entry.recorded)} as entry {entry.sequence}: {entry.activity.replaceAll("-", " ")}.
    </p>
  );
}

interface RefusedNoticeProps {
  readonly refused: Refused | undefined;
  /** What has changed since the text that the form was made for; null when that cannot be told. */
  readonly meanwhile?: readonly TextChange[] | null | undefined;
}

/** Why something was not recorded, what to do about it, and what was typed: nothing is lost. */
export function RefusedNotice({ refused, meanwhile }: RefusedNoticeProps) {
  if (refused === undefined) return null;
  const { activity, sent, diagnostics } = refused;
  const isUnknown = diagnostics.some(({ code }) => code === "record-outcome-unknown");
  const { button, fields } = DESK_FORMS[activity];
  const typed = fields.filter(({ kind, name }) => kind === "paragraph" && (sent.get(name) ?? "").trim() !== "");
  return (
    <section class="desk-refused" role="alert" aria-labelledby="refused">
      <h2 id="refused">
        {isUnknown ? "Whether this was recorded is not known" : "Nothing was recorded"}: {button.toLowerCase()}
      </h2>
      <ul>
        {diagnostics.map(({ code, message, help }) => (
          <li key={code + message}>
            <Worded text={asSentence(message)} />{" "}
            <span class="hint">
              <Worded text={asSentence(help)} />
            </span>
          </li>
        ))}
      </ul>
      {meanwhile === undefined ? null : (
        <>
          <h3>What has changed since the text that you had before you</h3>
          <ChangeList changes={meanwhile} />
        </>
      )}
      {typed.map(({ name, label }) => (
        <figure key={name} class="desk-typed">
          <figcaption>{label}: you wrote</figcaption>
          <blockquote>{sent.get(name)}</blockquote>
        </figure>
      ))}
    </section>
  );
}
