import type { Invited } from "../../accounts/steps/invite.ts";
import { refusalsOf } from "../../review/desk/list-steps.ts";
import type { LogEntry } from "../../review/log/log-entry.ts";
import type { Instant, Person, ReviewRecord } from "../../review/model/review-record.ts";
import { listOr } from "../../review/policy.ts";
import type { Assets } from "../assets.ts";
import { asSentence } from "../components/words.ts";
import { ActForm } from "./act-form.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { DoneNotice, RefusedNotice } from "./notices.tsx";
import { deadlineWords } from "./queue-page.tsx";
import type { Refused } from "./refused.ts";
import type { Visitor } from "./visitor.ts";

interface PeoplePageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly record: ReviewRecord;
  readonly now: Instant;
  readonly done?: LogEntry | undefined;
  readonly refused?: Refused | undefined;
  /** A link that was made for somebody a moment ago. It is shown this once. */
  readonly invited?: Invited & { readonly name: string };
}

/** Who is on the board, with roles and declared interests; for administrators and editors, what they may change. */
export function PeoplePage({ assets, visitor, record, now, done, refused, invited }: PeoplePageProps) {
  const { id: self } = visitor.person;
  const mayAdmit = refusalsOf(record, self, "admit-person", {}, now).length === 0;
  return (
    <DeskFrame title="People" assets={assets} visitor={visitor} place="/desk/board/people">
      <h1>People</h1>
      <DoneNotice entry={done} />
      <RefusedNotice refused={refused} />
      {invited === undefined ? null : <InvitedNotice {...invited} />}
      <ul class="people">
        {[...record.people.values()].map((person) => (
          <PersonView key={person.id} {...{ person, record, self, now, refused, mayInvite: mayAdmit }} />
        ))}
      </ul>
      {mayAdmit ? (
        <section aria-labelledby="admit">
          <h2 id="admit">Admit a person</h2>
          <ActForm activity="admit-person" place="board" about={{}} refused={refused} />
        </section>
      ) : null}
    </DeskFrame>
  );
}

interface PersonViewProps extends Pick<PeoplePageProps, "record" | "now" | "refused"> {
  readonly person: Person;
  readonly self: string;
  readonly mayInvite: boolean;
}

function PersonView({ person, record, self, now, refused, mayInvite }: PersonViewProps) {
  const { id, name, roles, interests } = person;
  const mayAssign = refusalsOf(record, self, "assign-roles", { person: id, roles }, now).length === 0;
  return (
    <li id={`person-${id}`}>
      <h2>
        {name} <code>{id}</code>
      </h2>
      <p>{roles.length === 0 ? "No role" : asSentence(listOr(roles).replace(" or ", " and "))}</p>
      <ul>
        {interests
          .filter(({ ended }) => ended === undefined)
          .map(({ entry, topic, words, conflict }) => {
            const about = { person: id, interest: entry };
            const mayEnd = refusalsOf(record, self, "end-interest", { ...about, reason: "words" }, now).length === 0;
            return (
              <li key={entry}>
                {topic === "all" ? "Every topic" : topic}
                {conflict ? ", conflict" : ""}: {words}
                {mayEnd ? (
                  <details open={refused?.activity === "end-interest"}>
                    <summary>It has ended</summary>
                    <ActForm activity="end-interest" place="board" about={about} refused={refused} quiet />
                  </details>
                ) : null}
              </li>
            );
          })}
      </ul>
      {mayAssign ? (
        <details open={refused?.activity === "assign-roles" && refused.sent.get("person") === id}>
          <summary>Change roles of {name}</summary>
          <ActForm
            activity="assign-roles"
            place="board"
            about={{ person: id }}
            {...{ refused, choices: { roles } }}
            quiet
          />
        </details>
      ) : null}
      {mayInvite && id !== self ? (
        <form class="act" method="post" action="/desk/board/invite">
          <input type="hidden" name="person" value={id} />
          <button type="submit" class="button">
            Make a link for {name} to sign in
          </button>
        </form>
      ) : null}
    </li>
  );
}

function InvitedNotice({ name, path, expires, replaces }: NonNullable<PeoplePageProps["invited"]>) {
  return (
    <section class="desk-done" role="status" aria-labelledby="invited">
      <h2 id="invited">A link for {name}</h2>
      <p>
        Give it to {name} and nobody else. It works once, until {deadlineWords(expires)}, and is not shown again.
        {replaces ? " It replaces how they sign in now." : ""}
      </p>
      <p>
        <a href={path}>{path}</a>
      </p>
    </section>
  );
}
