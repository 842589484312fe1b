import type { AnswerFinding } from "../../answer/answer-shape.ts";

const FROM_WORDS = {
  stated: "stated",
  presumed: "presumed",
  derived: "follows from the rest",
  supposed: "only supposed",
} as const;

/** What was understood about the patient, each finding with the words that it was read from. */
export function FindingsList({ findings }: { readonly findings: readonly AnswerFinding[] }) {
  if (findings.length === 0) return <p class="hint">No finding about a patient was recognised in the question.</p>;
  return (
    <dl class="findings">
      {findings.map((finding) => (
        <div key={finding.feature}>
          <dt>{finding.label}</dt>
          <dd>
            <strong class={finding.value === null ? "not-known" : undefined}>{finding.display}</strong>{" "}
            {finding.span === undefined ? (
              <span class="from">{FROM_WORDS[finding.from]}</span>
            ) : (
              <q class="from">
                <bdi>{printable(finding.span.text)}</bdi>
              </q>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface HighlightedQuestionProps {
  readonly question: string;
  readonly findings: readonly AnswerFinding[];
}

/** The reader's own words with those marked that a finding was read from. */
export function HighlightedQuestion({ question, findings }: HighlightedQuestionProps) {
  const spans = findings
    .flatMap((finding) => finding.span ?? [])
    .filter((span) => span.start >= 0 && span.end <= question.length && span.start < span.end)
    .sort((left, right) => left.start - right.start);
  const parts = [];
  let at = 0;
  for (const span of spans) {
    if (span.end <= at) continue;
    const start = Math.max(at, span.start);
    parts.push(printable(question.slice(at, start)));
    parts.push(<mark key={start}>{printable(question.slice(start, span.end))}</mark>);
    at = span.end;
  }
  parts.push(printable(question.slice(at)));
  return <bdi>{parts}</bdi>;
}

/** Control characters are shown as such, one for one, so that nothing invisible stands in a quoted question. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "\ufffd");
}
