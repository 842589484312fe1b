import { diffWordsWithSpace } from "diff";
import type { ComponentChildren } from "preact";
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
                    <Wording text={before} other={after} />
                  </del>
                )}
                {after === null ? null : (
                  <ins lang="en">
                    <Wording text={after} other={before} />
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

/** Beyond that two wordings have too little in common to be compared word by word. */
const MOST_WORD_EDITS = 80;

interface WordingProps {
  readonly text: string;
  /** How it reads in the other text; null where it stands in this one alone. */
  readonly other: string | null;
}

/** One wording, with the words marked that the other one has not; the names of sources stand in brackets behind it. */
function Wording({ text, other }: WordingProps) {
  const { words, sources } = partsOf(text);
  const parts =
    other === null ? undefined : diffWordsWithSpace(partsOf(other).words, words, { maxEditLength: MOST_WORD_EDITS });
  if (parts === undefined) return <Sources words={words} sources={sources} />;
  const marked = parts
    .filter(({ removed }) => !removed)
    .map(({ value, added }, at) => (added ? <mark key={at}>{value}</mark> : value));
  return <Sources words={marked} sources={sources} />;
}

function Sources({ words, sources }: { readonly words: ComponentChildren; readonly sources: string | undefined }) {
  return (
    <>
      {words}
      {sources === undefined ? null : <code class="code">{sources}</code>}
    </>
  );
}

function partsOf(text: string): { readonly words: string; readonly sources: string | undefined } {
  const [, words = text, sources] = /^(.*?)(\[[^\]]*\])$/s.exec(text) ?? [];
  return { words, sources };
}
