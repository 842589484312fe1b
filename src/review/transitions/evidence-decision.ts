import { z } from "zod";
import type { EvidenceActivity, ReviewRecord } from "../model/review-record.ts";
import { reason, source } from "./fields.ts";
import { type Act, transition } from "./transition.ts";

const body = z.strictObject({
  source,
  /** Over every current document of the source, as it was when this was decided. */
  digest: z
    .string()
    .regex(/^sha256-[0-9a-f]{64}$/, "the documents of a source are named by their SHA-256, as `sha256-…`"),
  reason,
});

/** What is done with a source of evidence stands in the log, with what it then held. Where it may be found is the store's to carry out. */
export function evidenceDecision(activity: EvidenceActivity) {
  return transition({
    body,
    check: () => [],
    change: (record: ReviewRecord, { agent, recorded, entry, body: decided }: Act<z.infer<typeof body>>) => ({
      ...record,
      evidence: new Map(record.evidence).set(decided.source, { ...decided, activity, agent, recorded, entry }),
    }),
  });
}
