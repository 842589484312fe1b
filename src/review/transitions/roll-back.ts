import { z } from "zod";
import { editionInForce } from "../model/text-state.ts";
import { changeEdition, topicOf } from "../rules/change-topic.ts";
import { requireCorrection } from "../rules/require-correction.ts";
import { hash, reason, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** A correction is taken back before its time is up: the edition before it holds again. */
export const rollBack = transition({
  body: z.strictObject({ topic, hash, reason }),
  check: (record, { recorded, body }) => requireCorrection(topicOf(record, body.topic), body, recorded),
  change(record, { recorded, body }) {
    const edition = editionInForce(topicOf(record, body.topic), recorded);
    if (edition === undefined) return record;
    return changeEdition(record, body.topic, edition.number, (before) =>
      before.correction === undefined
        ? before
        : { ...before, correction: { ...before.correction, rolledBack: recorded } },
    );
  },
});
