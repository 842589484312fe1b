import type { AnswerFinding } from "../../answer/answer-shape.ts";
import { useMessages } from "../messages/language.tsx";

interface FindingsListProps {
  readonly findings: readonly AnswerFinding[];
  /** The entry of the form where a finding is corrected; absent where there is none. */
  readonly hrefOf?: HrefOf;
}

type HrefOf = (finding: AnswerFinding) => string | undefined;

/** What was understood about the patient, each finding with the words that it was read from and the way to correct it. */
export function FindingsList({ findings, hrefOf }: FindingsListProps) {
  const words = useMessages().answer;
  if (findings.length === 0) return <p class="hint">{words.noFinding}</p>;
  return (
    <dl class="findings">
      {findings.map((finding) => (
        <div key={finding.feature}>
          <dt lang="en">{finding.label}</dt>
          <dd>
            <strong class={finding.value === null ? "not-known" : undefined} lang="en">
              {finding.display}
            </strong>{" "}
            {finding.span === undefined ? (
              <span class="from">{words.from[finding.from]}</span>
            ) : (
              <q class="from" lang="en">
                <bdi>{printable(finding.span.text)}</bdi>
              </q>
            )}
            <ChangeLink finding={finding} hrefOf={hrefOf} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ChangeLink({ finding, hrefOf }: { readonly finding: AnswerFinding; readonly hrefOf: HrefOf | undefined }) {
  const { change } = useMessages().answer;
  const href = hrefOf?.(finding);
  if (href === undefined) return null;
  return (
    <>
      {" "}
      <a class="change" href={href}>
        {change}
        <span class="visually-hidden" lang="en">
          : {finding.label}
        </span>
      </a>
    </>
  );
}

interface HighlightedQuestionProps {
  readonly question: string;
  readonly findings: readonly AnswerFinding[];
  readonly hrefOf?: HrefOf;
}

/** The reader's own words with those marked that a finding was read from; each leads to the entry where it is corrected. */
export function HighlightedQuestion({ question, findings, hrefOf }: HighlightedQuestionProps) {
  const { readAs } = useMessages().answer;
  const spans = findings
    .flatMap((finding) => (finding.span === undefined ? [] : [{ ...finding.span, finding }]))
    .filter((span) => span.start >= 0 && span.end <= question.length && span.start < span.end)
    .sort((left, right) => left.start - right.start);
  const parts = [];
  let at = 0;
  for (const span of spans) {
    if (span.end <= at) continue;
    const start = Math.max(at, span.start);
    parts.push(printable(question.slice(at, start)));
    const mark = <mark key={start}>{printable(question.slice(start, span.end))}</mark>;
    const href = hrefOf?.(span.finding);
    parts.push(
      href === undefined ? (
        mark
      ) : (
        <a key={start} class="chip" href={href} title={readAs(`${span.finding.label}: ${span.finding.display}`)}>
          {mark}
        </a>
      ),
    );
    at = span.end;
  }
  parts.push(printable(question.slice(at)));
  return <bdi>{parts}</bdi>;
}

/** Control characters are shown as such, one for one, so that nothing invisible stands in a quoted question. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "\ufffd");
}
