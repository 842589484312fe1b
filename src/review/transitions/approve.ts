import { z } from "zod";
import { changeOpen, topicOf, withStage } from "../rules/change-topic.ts";
import { checkApprovable } from "../rules/check-approvable.ts";
import { requireNoConflict, requireOtherPerson } from "../rules/check-signer.ts";
import { validSignatures } from "../rules/count-signatures.ts";
import { requireOpenText } from "../rules/require-text.ts";
import { hash, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** An editor finds that everything a text needs is there. The signatures that count now are those that stay with it. */
export const approve = transition({
  body: z.strictObject({ topic, hash }),
  check(record, { agent, body }) {
    const known = topicOf(record, body.topic);
    const { open } = known;
    if (open === undefined || open.hash !== body.hash) return requireOpenText(open, body);
    return [
      ...requireOtherPerson(open, agent),
      ...requireNoConflict(record, body.topic, agent),
      ...checkApprovable(record, known, open),
    ];
  },
  change: (record, { agent, recorded, body }) =>
    changeOpen(record, body.topic, (open) => ({
      ...withStage(open, "approved", recorded),
      signatures: validSignatures(record, body.topic, open, open.signatures),
      approved: { agent, recorded },
    })),
});
