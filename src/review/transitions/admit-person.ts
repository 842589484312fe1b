import { z } from "zod";
import { ALONE, ROLES, type Role } from "../model/role.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { person, words } from "./fields.ts";
import { transition } from "./transition.ts";

/** A person joins the board. The first of all is an administrator, whom nobody could admit. */
export const admitPerson = transition({
  body: z.strictObject({ person, name: words(120), roles: z.array(z.enum(ROLES)).max(ROLES.length) }),
  check: (record, { body }) => [
    ...(record.people.has(body.person)
      ? [reviewDiagnostics.report("review-person-known", { person: body.person })]
      : []),
    ...checkRoles(body.roles),
  ],
  change: (record, { body: { person: id, name, roles } }) => ({
    ...record,
    people: new Map(record.people).set(id, { id, name, roles, interests: [] }),
  }),
});

/** Some roles are held alone. */
export function checkRoles(roles: readonly Role[]) {
  const lone = ALONE.find((role) => roles.includes(role) && roles.some((other) => other !== role));
  return lone === undefined ? [] : [reviewDiagnostics.report("review-roles-clash", { role: lone })];
}
