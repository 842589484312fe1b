import { z } from "zod";
import type { Flag, TopicRecord } from "../model/review-record.ts";
import { editionInForce } from "../model/text-state.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { reason, source } from "./fields.ts";
import { transition } from "./transition.ts";

/** A source was retracted. Every text under work or in force that cites it is flagged in the same entry. */
export const retractSource = transition({
  body: z.strictObject({ source, reason }),
  check: (record, { body }) =>
    record.retractions.has(body.source)
      ? [reviewDiagnostics.report("review-source-retracted", { source: body.source })]
      : [],
  change(record, { agent, recorded, entry, body }) {
    const raise = (topic: TopicRecord): TopicRecord => {
      const texts = [topic.open, editionInForce(topic, recorded)].filter((text) => text?.cites.includes(body.source));
      const hashes = [...new Set(texts.flatMap((text) => text?.hash ?? []))];
      const why = `${body.source} was retracted: ${body.reason}`;
      const raised = hashes.map((hash): Flag => ({ entry, hash, reason: why, source: body.source, agent, recorded }));
      return raised.length === 0 ? topic : { ...topic, flags: [...topic.flags, ...raised] };
    };
    return {
      ...record,
      topics: new Map([...record.topics].map(([slug, topic]) => [slug, raise(topic)])),
      retractions: new Map(record.retractions).set(body.source, { ...body, recorded }),
    };
  },
});
