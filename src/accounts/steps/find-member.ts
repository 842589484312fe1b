import type { Person, PersonId } from "../../review/model/review-record.ts";
import type { AccountEffects } from "../account-effects.ts";

/** The person of the record, where they hold a role. Whoever lost all of them is no member any more, whatever account they have. */
export async function findMember(
  person: PersonId,
  { record }: Pick<AccountEffects, "record">,
): Promise<Person | undefined> {
  const known = (await record.read()).people.get(person);
  return known === undefined || known.roles.length === 0 ? undefined : known;
}
