import type { TextChange } from "../../review/text/describe-changes.ts";

const PARTS: Readonly<Record<TextChange["part"], string>> = {
  pathway: "Recommendations and rules",
  scope: "Question and population",
  facts: "Numbers",
  clinician: "Clinician’s text",
  student: "Student’s text",
  nurse: "Nurse’s text",
  patient: "Patient’s text",
  citations: "Citations",
};
const KINDS: Readonly<Record<TextChange["kind"], string>> = { added: "Added", removed: "Removed", changed: "Changed" };

interface ChangeListProps {
  readonly changes: readonly TextChange[] | null;
  /** Of the heading of each part. */
  readonly level?: 3 | 4;
}

/** What differs between two texts, part by part. Nothing is said to be the same when a text could not be compared. */
export function ChangeList({ changes, level = 3 }: ChangeListProps) {
  const Heading = `h${level}` as const;
  if (changes === null) return <p class="hint">The text before is not kept here, so what changed cannot be shown.</p>;
  if (changes.length === 0) return <p class="hint">No recommendation, number, sentence or citation differs.</p>;
  const parts = [...Map.groupBy(changes, ({ part }) => part)];
  return (
    <div class="changes">
      {parts.map(([part, ofPart]) => (
        <section key={part}>
          <Heading>
            {PARTS[part]} <span class="count">{ofPart.length}</span>
          </Heading>
          <ul>
            {ofPart.map(({ kind, id, before, after }) => (
              <li key={`${kind} ${id}`}>
                <strong>{KINDS[kind]}</strong> <code>{id}</code>
                {before === null ? null : <del>{before}</del>}
                {after === null ? null : <ins>{after}</ins>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
