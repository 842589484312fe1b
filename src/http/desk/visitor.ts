import type { Context } from "hono";
import type { Person } from "../../review/model/review-record.ts";
import { maySeeDesk } from "../../review/policy.ts";
import type { DeskEffects } from "./desk-effects.ts";

/** Who stands at the desk, as the record knows them at this moment. */
export interface Visitor {
  readonly person: Person;
  /** They have just shown again who they are. */
  readonly fresh: boolean;
}

/** The person of a request: nobody; signed in and without work here; or at the desk. */
export type Arrival =
  | { readonly kind: "nobody" }
  | { readonly kind: "outsider"; readonly name: string }
  | { readonly kind: "visitor"; readonly visitor: Visitor };

/** Roles are read from the record at every request: one that was taken away is gone with the next click. */
export async function arrivalOf(context: Context, { findSignedIn, record }: DeskEffects): Promise<Arrival> {
  const signedIn = await findSignedIn(context.req.raw);
  if (signedIn === undefined) return { kind: "nobody" };
  const person = (await record.read()).people.get(signedIn.person);
  if (person === undefined || !maySeeDesk(person)) return { kind: "outsider", name: person?.name ?? signedIn.person };
  return { kind: "visitor", visitor: { person, fresh: signedIn.fresh } };
}

/** Where somebody signs in, to come back to `path`. */
export function signInAddress(path: string, again = false): string {
  return `/account/sign-in${again ? "/again" : ""}?next=${encodeURIComponent(path)}`;
}
