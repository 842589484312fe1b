import type { Topic } from "../library/model/topic.ts";
import type { NotAnswered } from "./answer-shape.ts";
import type { Understanding } from "./understand/understand.ts";

const UNSETTLED: Readonly<Record<Understanding["uncertain"][number]["reason"], string>> = {
  hedged: "said as a possibility; it was not taken as a finding",
  past: "said of the past; it was not taken as a finding of now",
  "not-specific": "not specific enough to be taken as a finding",
  "denied-in-part": "denied only in part; it was not taken as absent",
};

const NOT_OF_PATIENT: Readonly<Record<Understanding["notOfPatient"][number]["reason"], string>> = {
  family: "said of a relative, not of this patient",
  hypothetical: "supposed or asked about, not said of this patient",
};

/** What stands in the question and was neither taken as a finding nor answered, each with the reason. */
export function listNotAnswered(understanding: Understanding, topic: Topic): readonly NotAnswered[] {
  const label = (id: string) => topic.pathway?.features.find((feature) => feature.id === id)?.label ?? id;
  return [
    ...understanding.uncertain.map(({ feature, reason, span }) => ({
      what: label(feature),
      why: UNSETTLED[reason],
      span,
    })),
    ...understanding.notOfPatient.map(({ feature, reason, span }) => ({
      what: label(feature),
      why: NOT_OF_PATIENT[reason],
      span,
    })),
    ...(understanding.drugDose === undefined
      ? []
      : [{ what: "drug or dose", why: "drugs and doses are not advised here", span: understanding.drugDose }]),
    ...unsettledSummaries(understanding),
    ...understanding.unread.map((span) => ({
      what: span.text.trim(),
      why: "not recognised; this topic does not speak of it",
      span,
    })),
  ];
}

/** A summary that was not relied on, because part of the text was not read. */
function unsettledSummaries({ implied, unreadThatMayBear }: Understanding): readonly NotAnswered[] {
  if (unreadThatMayBear.length === 0) return [];
  const spans = new Map(implied.filter(({ from }) => from !== "severalDenials").map(({ span }) => [span.start, span]));
  const why = "part of the text was not read, so this was not taken to deny the findings it sums up";
  return [...spans.values()].map((span) => ({ what: span.text.trim(), why, span }));
}
