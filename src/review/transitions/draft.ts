import { z } from "zod";
import { editionInForce } from "../model/text-state.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { changeTopic, topicOf } from "../rules/change-topic.ts";
import { hash, source, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** What a text says of itself that review leans on. Made by the machine from the text with this hash, never typed. */
export const textFields = {
  topic,
  hash,
  cites: z.array(source).max(2_000),
  policy: z.strictObject({
    clinicalSignatures: z.int().min(0).max(20),
    methodsSignatures: z.int().min(0).max(20),
    reviewEveryMonths: z.int().min(1).max(120),
  }),
  proof: z.enum(["no-pathway", "proven", "not-proven"]),
};

/** A text is written or edited. Whatever was signed before was another text: signatures and approval begin anew. */
export const draft = transition({
  body: z.strictObject(textFields),
  check(record, { recorded, body }) {
    const known = topicOf(record, body.topic);
    const isKnown = known.open?.hash === body.hash || editionInForce(known, recorded)?.hash === body.hash;
    return isKnown ? [reviewDiagnostics.report("review-text-unchanged", { topic: body.topic })] : [];
  },
  change: (record, { agent, recorded, body: { topic: slug, ...text } }) =>
    changeTopic(record, slug, (before) => ({
      ...before,
      open: {
        ...text,
        authors: [...new Set([...(before.open?.authors ?? []), agent])],
        signatures: [],
        opened: new Map(),
        stage: "draft",
        since: recorded,
      },
    })),
});
