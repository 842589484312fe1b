import { failed, ok, type Result } from "../../kernel/result.ts";
import { addHours } from "../../review/model/calendar.ts";
import type { Instant, PersonId } from "../../review/model/review-record.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import type { AccountEvent } from "../model/account-event.ts";
import { digestOf, newToken } from "../secrets/token.ts";
import { findMember } from "./find-member.ts";

/** An invitation goes by hand or message: three days are enough to take it up. */
const HOURS_TO_ACCEPT = 72;
/** The first one stands on a console: whoever starts the server takes it up at once. */
const HOURS_FOR_THE_FIRST = 24;

/** The path of a link that is shown once. */
export interface Invited {
  readonly path: string;
  readonly expires: Instant;
  /** The person has an account, and the link replaces how they sign in. */
  readonly replaces: boolean;
}

/** Invites a member of the record to choose how they sign in, or to choose anew where they have lost it. */
export async function invite(
  person: PersonId,
  effects: AccountEffects,
  by: AccountEvent["by"] = "command-line",
): Promise<Result<Invited>> {
  if ((await findMember(person, effects)) === undefined)
    return failed(accountDiagnostics.report("account-person-unknown", { person }));
  return putInvitation(person, HOURS_TO_ACCEPT, effects, by);
}

/** Invites the first administrator; nothing once the record knows anybody. */
export async function inviteFirst(effects: AccountEffects): Promise<Result<Invited> | undefined> {
  const { people } = await effects.record.read();
  return people.size > 0 ? undefined : putInvitation(undefined, HOURS_FOR_THE_FIRST, effects, "command-line");
}

function putInvitation(
  person: PersonId | undefined,
  hours: number,
  { store, now, random }: AccountEffects,
  by: AccountEvent["by"],
): Promise<Result<Invited>> {
  const token = newToken(random);
  const expires = addHours(now(), hours);
  const whose = person === undefined ? {} : { person };
  return store.alone(async (tables) => {
    await tables.putInvitation({ id: digestOf(token), ...whose, expires });
    const detail = person === undefined ? "first administrator" : `until ${expires}`;
    await tables.append({ recorded: now(), event: "invited", ...whose, by, detail });
    const account = person === undefined ? undefined : await tables.findAccount(person);
    return ok({ path: `/account/invitation/${token}`, expires, replaces: account?.proof !== undefined });
  });
}
