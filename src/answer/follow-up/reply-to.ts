import { BOTTOM_LINE, statementsOfSection } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Answer, Followed, ShortAnswer } from "../answer-shape.ts";
import { presentCitations } from "../present/present-advice.ts";
import type { Asked } from "../understand/focus.ts";

type Reply = Followed["reply"];

const NO_CITATIONS: Reply[number]["citations"] = [];

/** The short reply to "why?", "how sure?", "when again?" and "explain it": nothing that the pathway or a reviewed text does not say. */
export function replyTo(
  focus: Asked["focus"],
  answer: Answer,
  topic: Topic,
  /** The answer that the question follows. */
  last: ShortAnswer | undefined,
): Reply {
  switch (focus) {
    case "why":
    case "interpretation":
      return [...whatChanged(answer, last), ...reasons(answer)];
    case "certainty":
      return certainty(answer);
    case "follow-up":
      return schedule(answer);
    case "patient-information":
      return forThePatient(answer, topic);
    default:
      return [];
  }
}

function reasons({ nextStep, trace }: Answer): Reply {
  if (nextStep === null) return [];
  const steps = trace
    .filter(({ outcome, rule }) => outcome === true && rule !== nextStep.rule)
    .map(({ because, citations }) => ({ text: sentence(because), citations }));
  return [{ text: sentence(nextStep.because), citations: nextStep.citations }, ...steps];
}

/** What the question before had changed, where that led to the step that is asked about. */
function whatChanged({ nextStep }: Answer, last: ShortAnswer | undefined): Reply {
  const decisive = last?.changed.filter(({ decides }) => decides) ?? [];
  if (last?.before == null || last.sameAdvice !== false || last.advice?.code !== nextStep?.code) return [];
  const changes = decisive.map(
    ({ label, before, after }) => `${label}: ${before ?? "not said"} → ${after ?? "not said"}`,
  );
  if (changes.length === 0) return [];
  return [
    { text: `Before it was “${last.before.title}”; changed since: ${changes.join("; ")}.`, citations: NO_CITATIONS },
  ];
}

function certainty({ nextStep, presumed, needs }: Answer): Reply {
  if (nextStep === null) return [];
  const { strength, certainty: grade, rule, citations } = nextStep;
  const graded =
    strength === "not-graded" && grade === "not-graded"
      ? "The sources grade neither the strength of this step nor the certainty of its evidence."
      : `Strength of the recommendation: ${inWords(strength)}. Certainty of the evidence: ${inWords(grade)}.`;
  const open =
    rule === null
      ? `The step is not settled: ${needs.length} ${needs.length === 1 ? "finding" : "findings"} still asked for can change it.`
      : "Nothing that is still unknown can change the step, if what is stated and presumed here is right.";
  const silent = presumed.map(({ label, display }) => `${label}: ${display}`).join("; ");
  return [
    { text: graded, citations: rule === null ? NO_CITATIONS : citations },
    { text: open, citations: NO_CITATIONS },
    ...(silent === "" ? [] : [{ text: `Presumed, because nobody said: ${silent}.`, citations: NO_CITATIONS }]),
  ];
}

function schedule({ followUp }: Answer): Reply {
  if (followUp === null)
    return [
      {
        text: "The pathway sets no date for this step; what the topic says of repeats stands below.",
        citations: NO_CITATIONS,
      },
    ];
  const days = followUp.windows
    .map(([from, to]) => (from === to ? `day ${from}` : `days ${from} to ${to}`))
    .join(" and ");
  return [
    { text: sentence(`${followUp.what}: ${days}, counted from ${followUp.countedFrom}`), citations: NO_CITATIONS },
  ];
}

/**
 * The patient's own reviewed text, never the clinician's in simpler words: what is done next first, and alone where it must not wait.
 */
function forThePatient({ alarm, nextStep }: Answer, { articles, pathway }: Topic): Reply {
  const step = pathway?.recommendations.find(({ code }) => code === nextStep?.code);
  const next = step === undefined ? [] : [{ text: sentence(step.plain), citations: NO_CITATIONS }];
  if (alarm) return next;
  const section = articles.patient?.sections.find(({ id }) => id === BOTTOM_LINE);
  if (section === undefined) return [{ text: "This topic has no text for patients.", citations: NO_CITATIONS }];
  return [
    ...next,
    ...statementsOfSection(section).map(({ text, citations }) => ({ text, citations: presentCitations(citations) })),
  ];
}

function inWords(grade: string): string {
  return grade === "not-graded" ? "not graded" : grade.replace("-", " ");
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
