import type { Topic } from "../../library/model/topic.ts";
import { holdsRoleFor, permissionOf } from "../../review/policy.ts";
import { ActForm } from "./act-form.tsx";
import type { Refused } from "./refused.ts";
import type { TextView } from "./text-view.ts";
import type { Visitor } from "./visitor.ts";

interface FolderTextProps {
  readonly topic: Topic;
  readonly view: TextView;
  readonly visitor: Visitor;
  readonly refused: Refused | undefined;
}

/** The files in the library are a text of their own: an author can draft it, the safety officer put it in force. */
export function FolderText({ topic: { slug, hash }, view: { force, edition }, visitor, refused }: FolderTextProps) {
  // Whether it may be recorded is asked once the text has been proven; here only whose work it is, and when.
  const isTime = permissionOf("correct").force?.includes(force) === true;
  return (
    <section class="step" aria-labelledby="folder-text">
      <h2 id="folder-text">The library holds another text</h2>
      <p>
        Its files are neither under work nor in force.{" "}
        {edition === undefined ? (
          <a href={`/topics/${slug}`}>Read it as readers do</a>
        ) : (
          `Readers are given edition ${edition.number} from the record; they see this text once it has gone through review.`
        )}
      </p>
      {holdsRoleFor(visitor.person, "draft") ? (
        <ActForm activity="draft" place={slug} about={{ hash }} refused={refused} quiet />
      ) : null}
      {holdsRoleFor(visitor.person, "correct") && isTime ? (
        <ActForm activity="correct" place={slug} about={{ hash }} refused={refused} quiet />
      ) : null}
    </section>
  );
}
