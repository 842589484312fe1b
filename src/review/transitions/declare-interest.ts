import { z } from "zod";
import { topic, words } from "./fields.ts";
import { transition } from "./transition.ts";

/** What a person has at stake in a topic, or in all; `conflict` bars from signing. "None" is a declaration too. */
export const declareInterest = transition({
  body: z.strictObject({ topic: z.union([z.literal("all"), topic]), words: words(500), conflict: z.boolean() }),
  check: () => [],
  change(record, { agent, recorded, entry, body }) {
    const known = record.people.get(agent);
    if (known === undefined) return record;
    const interests = [...known.interests, { entry, recorded, ...body }];
    return { ...record, people: new Map(record.people).set(agent, { ...known, interests }) };
  },
});
