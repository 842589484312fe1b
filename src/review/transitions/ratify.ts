import { z } from "zod";
import type { Edition } from "../model/review-record.ts";
import { editionInForce } from "../model/text-state.ts";
import { changeEdition, topicOf } from "../rules/change-topic.ts";
import { checkApprovable } from "../rules/check-approvable.ts";
import { requireNoConflict, requireOtherPerson } from "../rules/check-signer.ts";
import { validSignatures } from "../rules/count-signatures.ts";
import { requireCorrection } from "../rules/require-correction.ts";
import { hash, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** The board stands behind an emergency correction: from now on it is an edition like any other. */
export const ratify = transition({
  body: z.strictObject({ topic, hash }),
  check(record, { agent, recorded, body }) {
    const known = topicOf(record, body.topic);
    const edition = editionInForce(known, recorded);
    const refused = requireCorrection(known, body, recorded);
    if (edition === undefined || refused.length > 0) return refused;
    return [
      ...requireOtherPerson(edition, agent),
      ...requireNoConflict(record, body.topic, agent),
      ...checkApprovable(record, known, edition),
    ];
  },
  change(record, { recorded, body }) {
    const edition = editionInForce(topicOf(record, body.topic), recorded);
    if (edition === undefined) return record;
    return changeEdition(record, body.topic, edition.number, (before) => ({
      ...ratified(before, recorded),
      signatures: validSignatures(record, body.topic, before, before.signatures),
    }));
  },
});

function ratified(edition: Edition, recorded: string): Edition {
  if (edition.correction === undefined) return edition;
  return {
    ...edition,
    assured: recorded,
    opened: new Map(),
    correction: { ...edition.correction, ratified: recorded },
  };
}
