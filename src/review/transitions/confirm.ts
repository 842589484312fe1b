import { z } from "zod";
import type { Edition } from "../model/review-record.ts";
import { editionInForce } from "../model/text-state.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { changeEdition, topicOf } from "../rules/change-topic.ts";
import { reportRetracted, retractedIn } from "../rules/check-approvable.ts";
import { checkSigner } from "../rules/check-signer.ts";
import { missingSignatures } from "../rules/count-signatures.ts";
import { hash, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/**
 * A reviewer signs that the edition in force still holds as it stands. Once there are as many as the text asks for, its time
 * begins anew; the citations are then to be opened afresh for the next time.
 */
export const confirm = transition({
  body: z.strictObject({ topic, hash, capacity: z.enum(["clinical", "methods"]) }),
  check(record, { agent, recorded, body }) {
    const edition = editionInForce(topicOf(record, body.topic), recorded);
    if (edition?.hash !== body.hash)
      return [reviewDiagnostics.report("review-text-outdated", { field: "hash", topic: body.topic })];
    return [
      ...checkSigner(record, body.topic, edition, agent, body.capacity, edition.confirming),
      ...reportRetracted(retractedIn(record, edition)),
    ];
  },
  change(record, { agent, recorded, body }) {
    const edition = editionInForce(topicOf(record, body.topic), recorded);
    if (edition === undefined) return record;
    const confirming = [...edition.confirming, { agent, capacity: body.capacity, recorded }];
    const isComplete = missingSignatures(record, body.topic, edition, confirming).length === 0;
    return changeEdition(record, body.topic, edition.number, (before) =>
      isComplete ? confirmed(before, recorded) : { ...before, confirming },
    );
  },
});

function confirmed(edition: Edition, recorded: string): Edition {
  return {
    ...edition,
    assured: recorded,
    confirmed: [...edition.confirmed, recorded],
    confirming: [],
    opened: new Map(),
  };
}
