import type { Comment } from "../../review/model/review-record.ts";
import { dateWords } from "../components/words.ts";
import { ActForm } from "./act-form.tsx";
import type { Refused } from "./refused.ts";
import type { TextView } from "./text-view.ts";

interface CommentsViewProps {
  readonly view: TextView;
  readonly refused: Refused | undefined;
}

/** What the board has said of the texts of a topic, replies below what they answer. */
export function CommentsView({ view, refused }: CommentsViewProps) {
  const { known, slug, text, mayComment } = view;
  const first = known.comments.filter(({ replyTo }) => replyTo === undefined);
  return (
    <section class="comments" aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      {first.length === 0 ? <p class="hint">Nobody has said anything yet.</p> : null}
      {first.length === 0 ? null : <Thread comments={first} view={view} refused={refused} />}
      {text === undefined || !mayComment ? null : (
        <ActForm activity="comment" place={slug} about={{ hash: text.hash }} refused={isNew(refused)} />
      )}
    </section>
  );
}

/** A reply that was refused belongs to the form below its comment, not to the one for a new remark. */
function isNew(refused: Refused | undefined): Refused | undefined {
  return refused?.sent.has("replyTo") === true ? undefined : refused;
}

function Thread({ comments, view, refused }: CommentsViewProps & { readonly comments: readonly Comment[] }) {
  const { known, record, text, slug, mayComment } = view;
  return (
    <ul>
      {comments.map(({ entry, agent, recorded, text: said, hash }) => {
        const replies = known.comments.filter(({ replyTo }) => replyTo === entry);
        return (
          <li key={entry} id={`comment-${entry}`}>
            <p class="comment-by">
              <strong>{record.people.get(agent)?.name ?? agent}</strong>,{" "}
              <time dateTime={recorded}>{dateWords(recorded)}</time>
              {hash === text?.hash ? null : " (on an earlier text)"}
            </p>
            <p>{said}</p>
            {replies.length === 0 ? null : <Thread comments={replies} view={view} refused={refused} />}
            {text === undefined || !mayComment ? null : (
              <details class="reply" open={refused?.sent.get("replyTo") === String(entry)}>
                <summary>Reply</summary>
                <ActForm
                  activity="comment"
                  place={slug}
                  about={{ hash: text.hash, replyTo: entry }}
                  refused={refused}
                  button="Reply"
                  quiet
                />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
