import { z } from "zod";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { entry, person, reason } from "./fields.ts";
import { transition } from "./transition.ts";

/** An interest has ended. Another says so, with a reason: nobody lifts their own bar. */
export const endInterest = transition({
  body: z.strictObject({ person, interest: entry, reason }),
  check(record, { agent, body }) {
    const interests = record.people.get(body.person)?.interests ?? [];
    const isOpen = interests.some((one) => one.entry === body.interest && one.ended === undefined);
    return [
      ...(isOpen
        ? []
        : [reviewDiagnostics.report("review-interest-unknown", { field: "interest", entry: body.interest })]),
      ...(agent === body.person
        ? [reviewDiagnostics.report("review-not-oneself", { person: agent, may: "end an interest" })]
        : []),
    ];
  },
  change(record, { recorded, body }) {
    const known = record.people.get(body.person);
    if (known === undefined) return record;
    const interests = known.interests.map((one) => (one.entry === body.interest ? { ...one, ended: recorded } : one));
    return { ...record, people: new Map(record.people).set(body.person, { ...known, interests }) };
  },
});
