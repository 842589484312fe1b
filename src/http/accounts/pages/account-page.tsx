import type { Session, Way } from "../../../accounts/model/account.ts";
import type { Person } from "../../../review/model/review-record.ts";
import type { Assets } from "../../assets.ts";
import { AccountFrame } from "./account-frame.tsx";
import { SignOut } from "./sign-out.tsx";

interface AccountPageProps {
  readonly assets: Assets;
  readonly member: Person;
  readonly current: Session;
  readonly sessions: readonly Session[];
  /** Recovery codes that are left; absent where the person only comes by single sign-on. */
  readonly codesLeft?: number | undefined;
}

const WAY_WORDS: Readonly<Record<Way, string>> = {
  invitation: "by an invitation",
  "one-time-code": "with password and authenticator",
  "recovery-code": "with password and a recovery code",
  "single-sign-on": "by single sign-on",
};

/** Who you are to this server, where you are signed in, and how you change how you sign in. */
export function AccountPage({ assets, member, current, sessions, codesLeft }: AccountPageProps) {
  return (
    <AccountFrame assets={assets} title={`You are signed in as ${member.name}`}>
      <p>
        <strong>{member.id}</strong>: {member.roles.map((role) => role.replaceAll("-", " ")).join(", ")}. Roles are
        given in the record of review.
      </p>
      <p>
        <a href="/desk">Go to the desk</a>, where the board works.
      </p>
      <SignOut />
      <h2>Where you are signed in</h2>
      <ul class="sessions">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} isCurrent={session.id === current.id} />
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        <form method="post" action="/account/sessions">
          <button type="submit" class="button">
            End all others
          </button>
        </form>
      )}
      {codesLeft === undefined ? null : (
        <>
          <h2>How you sign in</h2>
          {codesLeft > 2 ? null : (
            <p class="caution">
              {codesLeft === 0 ? "No recovery code is left." : `Only ${codesLeft} recovery codes are left.`} Get new
              ones.
            </p>
          )}
          <ul>
            <li>
              <a href="/account/password">Change the password</a>
            </li>
            <li>
              <a href="/account/authenticator">Change the authenticator</a>
            </li>
            <li>
              <a href="/account/recovery-codes">Get new recovery codes</a> ({codesLeft} left)
            </li>
          </ul>
        </>
      )}
    </AccountFrame>
  );
}

function SessionItem({ session, isCurrent }: { readonly session: Session; readonly isCurrent: boolean }) {
  return (
    <li>
      <p>
        {isCurrent ? <strong>This browser. </strong> : null}
        Since {timeWords(session.started)} {WAY_WORDS[session.way]}, last used {timeWords(session.seen)}.
      </p>
      <p class="hint">{session.browser || "It does not say what it is."}</p>
      {isCurrent ? null : (
        <form method="post" action="/account/sessions">
          <input type="hidden" name="session" value={session.id} />
          <button type="submit" class="button">
            End this session
          </button>
        </form>
      )}
    </li>
  );
}

function timeWords(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
