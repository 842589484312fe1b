import type { LogEntry } from "../../review/log/log-entry.ts";
import { interestsIn } from "../../review/rules/find-interest.ts";
import type { TextChange } from "../../review/text/describe-changes.ts";
import type { Assets } from "../assets.ts";
import { asSentence } from "../components/words.ts";
import { ActForm } from "./act-form.tsx";
import { CitationsView } from "./citations-view.tsx";
import { CommentsView } from "./comments-view.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { DifferencesView } from "./differences-view.tsx";
import { FilesView } from "./files-view.tsx";
import { FolderText } from "./folder-text.tsx";
import { DoneNotice, RefusedNotice } from "./notices.tsx";
import type { Refused } from "./refused.ts";
import { StandingView } from "./standing-view.tsx";
import { StepsView } from "./steps-view.tsx";
import type { TextView } from "./text-view.ts";
import type { Choices } from "./typed-field.tsx";
import type { Visitor } from "./visitor.ts";

interface TextPageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly view: TextView;
  readonly topics: Choices["topics"];
  readonly done?: LogEntry | undefined;
  readonly refused?: Refused | undefined;
  readonly meanwhile?: readonly TextChange[] | null | undefined;
}

/** One text at the desk: where it stands, what this person can do with it, what changes, citations and comments. */
export function TextPage({ assets, visitor, view, topics, done, refused, meanwhile }: TextPageProps) {
  const { slug, title, steps, mayDeclare, folderText } = view;
  const others = topics.filter((topic) => topic.slug !== slug);
  return (
    <DeskFrame title={refused === undefined ? title : `Not recorded: ${title}`} assets={assets} visitor={visitor}>
      <p class="kicker">
        <a href="/desk">Queue</a>
      </p>
      <h1>{title}</h1>
      <DoneNotice entry={done} />
      <RefusedNotice refused={refused} meanwhile={meanwhile} />
      <StandingView view={view} />
      {folderText === undefined ? null : <FolderText topic={folderText} {...{ view, visitor, refused }} />}
      <StepsView {...{ slug, steps, visitor, refused }} choices={{ topics: others }} />
      {mayDeclare ? <Interests {...{ view, visitor, refused }} /> : null}
      {view.read === undefined ? null : (
        <p>
          <a href={`/desk/${slug}/read`}>Read this text as readers would meet it</a>
        </p>
      )}
      <DifferencesView comparison={view.comparison} />
      <CitationsView {...{ view, visitor, refused }} />
      {view.kept === undefined ? null : <FilesView text={view.kept} mayEdit={view.mayEdit} />}
      <CommentsView {...{ view, refused }} />
    </DeskFrame>
  );
}

function Interests({ view: { slug, title }, visitor, refused }: Pick<TextPageProps, "view" | "visitor" | "refused">) {
  const interests = interestsIn(visitor.person, slug);
  return (
    <section class="interests" aria-labelledby="interests">
      <h2 id="interests">What you have at stake</h2>
      {interests.length === 0 ? <p>You have declared nothing for this topic yet.</p> : null}
      <ul>
        {interests.map(({ entry, words, conflict, topic }) => (
          <li key={entry}>
            {asSentence(words)} {conflict ? <strong>A conflict: you must not sign.</strong> : null}
            <span class="hint"> For {topic === "all" ? "every topic" : "this topic"}.</span>
          </li>
        ))}
      </ul>
      <details open={refused?.activity === "declare-interest"}>
        <summary>Declare an interest</summary>
        <ActForm
          activity="declare-interest"
          place={slug}
          about={{}}
          refused={refused}
          choices={{ topics: [{ slug, title }] }}
          quiet
        />
      </details>
    </section>
  );
}
