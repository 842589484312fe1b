import type { Subject } from "../library/model/library.ts";
import type { Topic } from "../library/model/topic.ts";
import type { NotAnswered } from "./answer-shape.ts";
import { ANSWERED_BY_NOTHING, type AnsweredBy } from "./asked/answered-by.ts";
import { findSubjects, type SubjectMatch } from "./find-subject.ts";
import type { Understanding } from "./understand/understand.ts";

const UNSETTLED: Readonly<Record<Understanding["uncertain"][number]["reason"], string>> = {
  hedged: "said as a possibility; it was not taken as a finding",
  past: "said of the past; it was not taken as a finding of now",
  "not-specific": "not specific enough to be taken as a finding",
  "denied-in-part": "denied only in part; it was not taken as absent",
};

const NOT_OF_PATIENT: Readonly<Record<Understanding["notOfPatient"][number]["reason"], string>> = {
  family: "said of a relative, not of this patient",
  "other-side": "said of the other side",
  hypothetical: "supposed or asked about, not said of this patient",
  elsewhere: "a result of another occasion or person, or one that is not told for certain",
};

/** What stands in the question and was neither taken as a finding nor answered, each with the reason. */
export function listNotAnswered(
  understanding: Understanding,
  topic: Topic,
  subjects: readonly SubjectMatch[] = [],
  answered: AnsweredBy = ANSWERED_BY_NOTHING,
): readonly NotAnswered[] {
  const named = subjects.map(({ subject }) => subject);
  const listed = [
    ...subjects.flatMap(({ subject, isEmergency }) => (isEmergency ? [notAnsweredEmergency(subject)] : [])),
    ...(answered.isGeneral ? [] : notTaken(understanding, topic)),
    ...(understanding.drugDose === undefined
      ? []
      : [{ what: "drug or dose", why: "drugs and doses are not advised here", span: understanding.drugDose }]),
    ...unsettledSummaries(understanding),
    ...unansweredQuestions(understanding, topic),
    ...understanding.unread
      .filter((span) => !answered.covers(span))
      .map((span) => ({
        what: span.text.trim(),
        why: findSubjects(span.text, named)[0]?.subject.say ?? whyUnread(span.text, topic),
        span,
      })),
  ];
  return [...new Map(listed.map((one) => [`${one.what}\n${one.why}`, one])).values()];
}

/** What was read and not taken as a finding, or kept a finding from being relied on. */
function notTaken({ uncertain, notOfPatient, doubts }: Understanding, topic: Topic): readonly NotAnswered[] {
  const label = (id: string) => topic.pathway?.features.find((feature) => feature.id === id)?.label ?? id;
  return [
    ...uncertain.map(({ feature, reason, span }) => ({ what: label(feature), why: UNSETTLED[reason], span })),
    ...notOfPatient.map(({ feature, reason, span }) => ({ what: label(feature), why: NOT_OF_PATIENT[reason], span })),
    ...doubts.map(({ feature, span }) => ({
      what: span.text.trim(),
      why: `not understood; it may be about: ${label(feature)}, which therefore counts as not known`,
      span,
    })),
  ];
}

/** "Wells 1": the first word of a score's name, and a number. */
function whyUnread(text: string, { pathway }: Topic): string {
  const names = (pathway?.scores ?? []).map(({ label }) => label.toLowerCase().split(" ", 1)[0] ?? "");
  const isTotal = /\d/.test(text) && names.some((name) => name !== "" && text.toLowerCase().includes(name));
  return isTotal
    ? "the total in this was not read: the score is counted from the findings"
    : "not recognised; this topic does not speak of it";
}

/** Said first, whatever was asked: the topic answers something else. */
function notAnsweredEmergency({ title, say, urgentSigns }: Subject): NotAnswered {
  const signs = urgentSigns.map(({ sign }) => sign).join("; ");
  return { what: `Emergency first: ${title}`, why: `${say} Do not wait with: ${signs}.` };
}

/** What is asked of every answer: the pathway and its reasons reply to it. */
const ALWAYS_ANSWERED: ReadonlySet<string> = new Set(["next-test", "why", "certainty", "patient-information"]);

/** Each question of a text that asks several; those that the topic has a section for are answered by it. */
function unansweredQuestions({ questions, drugDose }: Understanding, topic: Topic): readonly NotAnswered[] {
  return questions
    .filter(({ focus }) => !ALWAYS_ANSWERED.has(focus) && (topic.sectionsFor[focus] ?? []).length === 0)
    .filter(({ span }) => drugDose === undefined || span.end <= drugDose.start || span.start >= drugDose.end)
    .map(({ focus, span }) => ({
      what: span.text.trim(),
      why: `asked (${focus.replaceAll("-", " ")}), and this topic has no section that answers it`,
      span,
    }));
}

/** A summary that was not relied on, because part of the text was not read. */
function unsettledSummaries({ implied, unreadThatMayBear }: Understanding): readonly NotAnswered[] {
  if (unreadThatMayBear.length === 0) return [];
  const spans = new Map(implied.filter(({ from }) => from !== "severalDenials").map(({ span }) => [span.start, span]));
  const why = "part of the text was not read, so this was not taken to deny the findings it sums up";
  return [...spans.values()].map((span) => ({ what: span.text.trim(), why, span }));
}
