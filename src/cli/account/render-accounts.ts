import type { AccountEffects } from "../../accounts/account-effects.ts";
import type { Account, Session } from "../../accounts/model/account.ts";
import type { AccountEvent } from "../../accounts/model/account-event.ts";
import { isInUse } from "../../accounts/rules/session-rules.ts";

/** Everybody of the record, how they sign in, and where they are signed in now. */
export async function renderAccounts({ record, store, now }: AccountEffects): Promise<string> {
  const { people } = await record.read();
  if (people.size === 0) return "the record knows nobody yet\n";
  const lines: string[] = [];
  for (const { id, name, roles } of people.values()) {
    const sessions = (await store.sessionsOf(id)).filter((session) => isInUse(session, now()));
    lines.push(`${id}  ${name}: ${roles.join(", ") || "no role"}; ${accountWords(await store.findAccount(id))}`);
    lines.push(...sessions.map(sessionLine));
  }
  return `${lines.join("\n")}\n`;
}

function accountWords(account: Account | undefined): string {
  if (account?.locked !== undefined) return `locked since ${account.locked}`;
  if (account?.proof === undefined) return "no password and authenticator";
  return `password and authenticator, ${account.proof.recoveryCodes.length} recovery codes left`;
}

function sessionLine({ started, seen, way, browser }: Session): string {
  return `    since ${started}, last used ${seen}, by ${way}: ${browser}`;
}

/** One line for each event, the first one first. */
export function renderJournal(events: readonly AccountEvent[]): string {
  if (events.length === 0) return "nothing has happened yet\n";
  return events
    .map(({ recorded, event, person = "-", by, detail }) =>
      `${recorded}  ${person}  ${event}  ${by}  ${detail}`.trimEnd(),
    )
    .join("\n")
    .concat("\n");
}
