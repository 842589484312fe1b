import { ok, type Result } from "../../kernel/result.ts";
import type { PersonId } from "../../review/model/review-record.ts";
import type { AccountEffects } from "../account-effects.ts";
import type { AccountTables } from "../account-store.ts";
import type { AccountEvent } from "../model/account-event.ts";

/** Which sessions of a person end: all, or one, or all but one. */
export interface Ending {
  readonly person: PersonId;
  readonly only?: string;
  readonly except?: string;
  readonly by: AccountEvent["by"];
}

/** Ends sessions and gives how many there were. Only a person's own can be named: the id of another's ends nothing. */
export function endSessions(
  ending: Ending,
  { store, now }: Pick<AccountEffects, "store" | "now">,
): Promise<Result<number>> {
  return store.alone(async (tables) => ok(await endThem(tables, ending, now())));
}

/** The same as part of a larger step. */
export async function endThem(
  tables: AccountTables,
  { person, only, except, by }: Ending,
  at: string,
): Promise<number> {
  const ending = (await tables.sessionsOf(person)).filter(
    ({ id }) => id !== except && (only === undefined || id === only),
  );
  for (const { id } of ending) await tables.endSession(id);
  if (ending.length > 0)
    await tables.append({ recorded: at, event: "sessions-ended", person, by, detail: `${ending.length}` });
  return ending.length;
}

/** Ends the session of a browser whose user leaves. */
export function signOut(
  session: { readonly id: string; readonly person: PersonId },
  { store, now }: Pick<AccountEffects, "store" | "now">,
): Promise<Result<null>> {
  return store.alone(async (tables) => {
    const { id, person } = session;
    if (await tables.endSession(id))
      await tables.append({ recorded: now(), event: "signed-out", person, by: "web", detail: "" });
    return ok(null);
  });
}
