import { z } from "zod";
import type { ReviewRecord, Text } from "../model/review-record.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { changeEdition, changeOpen, topicOf } from "../rules/change-topic.ts";
import { findText } from "../rules/find-text.ts";
import { requireCurrentText } from "../rules/require-text.ts";
import { hash, source, topic } from "./fields.ts";
import { transition } from "./transition.ts";

/** A reviewer opens one citation of exactly this text. Without all of them there is no signature. */
export const openCitation = transition({
  body: z.strictObject({ topic, hash, source }),
  check(record, { recorded, body }) {
    const known = topicOf(record, body.topic);
    const found = findText(known, body.hash, recorded);
    const isCited = found === undefined || found.text.cites.includes(body.source);
    return [
      ...requireCurrentText(known, body, recorded),
      ...(isCited
        ? []
        : [reviewDiagnostics.report("review-source-not-cited", { field: "source", source: body.source })]),
    ];
  },
  change(record, { agent, recorded, body }): ReviewRecord {
    const open = <T extends Text>(text: T): T => ({
      ...text,
      opened: new Map(text.opened).set(agent, new Set([...(text.opened.get(agent) ?? []), body.source])),
    });
    const found = findText(topicOf(record, body.topic), body.hash, recorded);
    if (found?.kind === "edition") return changeEdition(record, body.topic, found.text.number, open);
    return changeOpen(record, body.topic, open);
  },
});
