import { z } from "zod";
import { addHours, HOURS_TO_RATIFY } from "../model/calendar.ts";
import { editionInForce } from "../model/text-state.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { changeTopic, topicOf } from "../rules/change-topic.ts";
import { reportRetracted, retractedIn } from "../rules/check-approvable.ts";
import { textFields } from "./draft.ts";
import { reason } from "./fields.ts";
import { transition } from "./transition.ts";

/**
 * The safety officer alone puts a changed text in force, because waiting would harm. A board ratifies it within 72 hours, or
 * it lapses by itself and the edition before it holds again.
 */
export const correct = transition({
  body: z.strictObject({ ...textFields, reason }),
  check(record, { recorded, body }) {
    const known = topicOf(record, body.topic);
    const isKnown = editionInForce(known, recorded)?.hash === body.hash;
    return [
      ...(isKnown ? [reviewDiagnostics.report("review-text-unchanged", { topic: body.topic })] : []),
      ...(body.proof === "not-proven" ? [reviewDiagnostics.report("review-not-proven", { topic: body.topic })] : []),
      ...reportRetracted(retractedIn(record, body)),
    ];
  },
  change: (record, { agent, recorded, body: { topic: slug, reason: why, ...text } }) =>
    changeTopic(record, slug, (before) => ({
      ...before,
      editions: [
        ...before.editions,
        {
          ...text,
          authors: [agent],
          signatures: [],
          opened: new Map(),
          number: before.editions.length + 1,
          published: recorded,
          assured: recorded,
          confirmed: [],
          confirming: [],
          correction: { officer: agent, reason: why, ratifyBy: addHours(recorded, HOURS_TO_RATIFY) },
        },
      ],
    })),
});
