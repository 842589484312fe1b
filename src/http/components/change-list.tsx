import type { TextChange } from "../../review/text/describe-changes.ts";
import { useMessages } from "../messages/language.tsx";

interface ChangeListProps {
  readonly changes: readonly TextChange[] | null;
  /** Of the heading of each part. */
  readonly level?: 3 | 4;
}

/** What differs between two texts, part by part. Nothing is said to be the same when a text could not be compared. */
export function ChangeList({ changes, level = 3 }: ChangeListProps) {
  const words = useMessages().changes;
  const Heading = `h${level}` as const;
  if (changes === null) return <p class="hint">{words.notKept}</p>;
  if (changes.length === 0) return <p class="hint">{words.none}</p>;
  const parts = [...Map.groupBy(changes, ({ part }) => part)];
  return (
    <div class="changes">
      {parts.map(([part, ofPart]) => (
        <section key={part}>
          <Heading>
            {words.parts[part]} <span class="count">{ofPart.length}</span>
          </Heading>
          <ul>
            {ofPart.map(({ kind, id, before, after }) => (
              <li key={`${kind} ${id}`}>
                <strong>{words.kinds[kind]}</strong> <code>{id}</code>
                {before === null ? null : <del lang="en">{before}</del>}
                {after === null ? null : <ins lang="en">{after}</ins>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
