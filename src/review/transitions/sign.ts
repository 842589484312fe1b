import { z } from "zod";
import type { ReviewRecord, Text } from "../model/review-record.ts";
import { CAPACITIES } from "../model/role.ts";
import { forceStateOf, workStateOf } from "../model/text-state.ts";
import { permissionOf } from "../policy.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { changeEdition, changeOpen, topicOf } from "../rules/change-topic.ts";
import { checkSigner } from "../rules/check-signer.ts";
import { findText, isOpenToSignature } from "../rules/find-text.ts";
import { requireCurrentText } from "../rules/require-text.ts";
import { hash, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** A reviewer answers for exactly this text, in one capacity. */
export const sign = transition({
  body: z.strictObject({ topic, hash, capacity: z.enum(CAPACITIES) }),
  check(record, { agent, recorded, body }) {
    const known = topicOf(record, body.topic);
    const found = findText(known, body.hash, recorded);
    if (found === undefined) return requireCurrentText(known, body, recorded);
    const isOpen = isOpenToSignature(found);
    const state = found.kind === "open" ? workStateOf(known) : forceStateOf(known, recorded);
    const { may } = permissionOf("sign");
    const when = "under review, or a correction that is not ratified yet";
    return [
      ...(isOpen ? [] : [reviewDiagnostics.report("review-wrong-state", { topic: body.topic, may, state, when })]),
      ...checkSigner(record, body.topic, found.text, agent, body.capacity),
    ];
  },
  change(record, { agent, recorded, body }): ReviewRecord {
    const add = <T extends Text>(text: T): T => ({
      ...text,
      signatures: [...text.signatures, { agent, capacity: body.capacity, recorded }],
    });
    const found = findText(topicOf(record, body.topic), body.hash, recorded);
    if (found?.kind === "edition") return changeEdition(record, body.topic, found.text.number, add);
    return changeOpen(record, body.topic, add);
  },
});
