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
                {before === null ? null : (
                  <del lang="en">
                    <Wording text={before} />
                  </del>
                )}
                {after === null ? null : (
                  <ins lang="en">
                    <Wording text={after} />
                  </ins>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The names of sources that stand in brackets behind a sentence are no words of it. */
function Wording({ text }: { readonly text: string }) {
  const [, words = text, sources] = /^(.*?)(\[[^\]]*\])$/s.exec(text) ?? [];
  return (
    <>
      {words}
      {sources === undefined ? null : <code class="code">{sources}</code>}
    </>
  );
}
