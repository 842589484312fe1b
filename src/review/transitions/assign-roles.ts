import { z } from "zod";
import { ROLES } from "../model/role.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { checkRoles } from "./admit-person.ts";
import { person } from "./fields.ts";
import { transition } from "./transition.ts";

/** Roles change. Signatures of somebody who loses the role count no longer, unless the text was approved with them. */
export const assignRoles = transition({
  body: z.strictObject({ person, roles: z.array(z.enum(ROLES)).max(ROLES.length) }),
  check(record, { agent, body }) {
    const others = [...record.people.values()].filter(({ id }) => id !== body.person);
    const isLast =
      !body.roles.includes("administrator") && !others.some(({ roles }) => roles.includes("administrator"));
    return [
      ...(record.people.has(body.person)
        ? []
        : [reviewDiagnostics.report("review-person-unknown", { person: body.person })]),
      ...(agent === body.person
        ? [reviewDiagnostics.report("review-not-oneself", { person: agent, may: "change roles" })]
        : []),
      ...checkRoles(body.roles),
      ...(isLast ? [reviewDiagnostics.report("review-last-administrator", {})] : []),
    ];
  },
  change(record, { body: { person: id, roles } }) {
    const known = record.people.get(id);
    if (known === undefined) return record;
    return { ...record, people: new Map(record.people).set(id, { ...known, roles }) };
  },
});
