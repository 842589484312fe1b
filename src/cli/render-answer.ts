import type { Answer } from "../answer/answer-shape.ts";
import { CONFIDENCE_WORDS } from "../evidence/confidence.ts";
import { unreachable } from "../kernel/result.ts";
import { block } from "./block.ts";
import { renderFollowed } from "./render-followed.ts";
import { renderQuotes } from "./render-quotes.ts";

/** An answer as text for a terminal: what leads it, then the rest, then what stands behind it. */
export function renderAnswer(answer: Answer): string {
  const parts = partsOf(answer);
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function partsOf(answer: Answer): readonly string[] {
  if (answer.quotes !== null) return renderQuotes(answer, answer.quotes);
  return answer.kind === "refusal" ? renderRefusal(answer) : renderTopic(answer);
}

function renderRefusal({ refusal, notAnswered }: Answer): string[] {
  if (refusal === null) return [];
  return [
    `NOT ANSWERED\n${[refusal.message, refusal.subject?.say ?? ""].join("\n").trimEnd()}`,
    block(
      "URGENT SIGNS",
      refusal.subject === null
        ? refusal.urgentSigns
        : refusal.subject.urgentSigns.map(({ sign, basis }) => `${sign} (${basis.replace("-", " ")})`),
    ),
    block(
      "NEAREST TOPICS",
      refusal.nearest.map(({ title, question }) => `${title}: ${question}`),
    ),
    block(
      "ALSO NOT ANSWERED HERE",
      notAnswered.map(({ what, why }) => `${what}: ${why}`),
    ),
  ];
}

function renderTopic(answer: Answer): string[] {
  const numbers = new Map(answer.sources.map((source, at) => [source.id, at + 1]));
  return [
    answer.topic === null ? "" : `${answer.topic.title}\n${answer.question ?? answer.topic.question}`,
    renderReview(answer),
    ...renderFollowed(answer),
    ...renderLead(answer, numbers),
    block(
      "NOT ANSWERED HERE",
      answer.notAnswered.map(({ what, why }) => `${what}: ${why}`),
    ),
    block(
      "RELATED QUESTIONS",
      answer.related.map(
        ({ question, relation, why, status }) =>
          `${question} (${relation}${status === null ? "" : `; ${why}; review status: ${status}`})`,
      ),
    ),
    block(
      "SOURCES",
      answer.sources.map((source) => renderSource(source, numbers)),
    ),
    "Decision support for clinicians. It does not replace clinical judgement.",
  ];
}

/** What leads the answer first; a question of knowledge gets the text alone. */
function renderLead(answer: Answer, numbers: ReadonlyMap<string, number>): readonly string[] {
  const text = renderText(answer, numbers);
  switch (answer.lead) {
    case "patient":
      return [renderNextStep(answer, numbers), ...text, ...renderPatient(answer)];
    case "text":
      return [...text, renderNextStep(answer, numbers), ...renderPatient(answer)];
    case "text-alone":
      return [
        ...text,
        "FOR ONE PATIENT\n  This answers a general question. Describe a patient to be given the next step.",
      ];
    default:
      return unreachable(answer.lead);
  }
}

/** The statements that answer directly, or the bottom line where none does; then the rest. */
function renderText({ statements }: Answer, numbers: ReadonlyMap<string, number>): readonly string[] {
  const direct = statements.filter((statement) => statement.direct);
  const lines = (shown: Answer["statements"]) => shown.map((statement) => renderStatement(statement, numbers));
  if (direct.length === 0) return [block("BOTTOM LINE", lines(statements))];
  return [
    block("BOTTOM LINE", lines(direct)),
    block("MORE FROM THIS TOPIC", lines(statements.filter((statement) => !statement.direct))),
  ];
}

/** All that the pathway says of this patient besides the next step. */
function renderPatient(answer: Answer): readonly string[] {
  return [
    block(
      "DEPENDING ON THE ANSWERS",
      answer.possible.map(({ title, because }) => `${title} (${because})`),
    ),
    block(
      "ALSO DO",
      answer.alsoDo.map(({ title, because }) => `${title}: ${because}`),
    ),
    renderScore(answer),
    renderFollowUp(answer),
    block(
      "STILL NEEDED",
      answer.needs.map(({ ask, why }, at) => (answer.needs[at - 1]?.why === why ? ask : `${ask}\n    ${why}`)),
    ),
    block(
      "CONTRADICTIONS",
      answer.contradictions.map(({ message }) => message),
    ),
    block(
      "WARNINGS",
      answer.warningTexts.map(({ text, code }) => `${text} [${code}]`),
    ),
    block(
      "UNDERSTOOD",
      answer.findings.map(
        ({ label, display, span, from }) =>
          `${label}: ${display}${from === "supposed" ? " (only supposed)" : ""}${span === undefined ? "" : ` ("${span.text}")`}`,
      ),
    ),
    renderPresumed(answer),
  ];
}

function renderPresumed({ presumed }: Answer): string {
  if (presumed.length === 0) return "";
  return `PRESUMED, because nobody said\n  ${presumed.map(({ label, display }) => `${label}: ${display}`).join("; ")}`;
}

function renderReview({ review }: Answer): string {
  if (review === null) return "";
  const caution = review.caution === null ? "" : `\n${review.caution}`;
  return `Review status: ${review.status}${review.date === null ? "" : ` (${review.date})`}${caution}`;
}

function renderNextStep({ nextStep, secondReading }: Answer, numbers: ReadonlyMap<string, number>): string {
  if (nextStep === null) return "";
  const next = nextStep.next.map(({ on, step }) => `  - ${on}: ${step}`);
  return [
    `NEXT STEP FOR THIS PATIENT  ${nextStep.title} [${nextStep.code}]`,
    `  ${nextStep.action}`,
    `  Why: ${nextStep.because} ${renderNumbers(nextStep.citations, numbers)}`.trimEnd(),
    ...(next.length > 0 ? ["  Then:", ...next] : []),
    ...(secondReading === null
      ? []
      : ["  Once you have looked at what was UNDERSTOOD and it is right, ask again with --reading-confirmed."]),
  ].join("\n");
}

function renderScore({ scores }: Answer): string {
  const lines = scores.map(({ label, version, lo, hi, stated, strata }) => {
    const total = stated ? `${lo} as stated, not counted here` : lo === hi ? String(lo) : `${lo} to ${hi}`;
    const categories = Object.entries(strata).map(
      ([scheme, stratum]) => `${inWords(scheme)} ${stratum ?? "undecided"}`,
    );
    return `${label} (${version}): ${total}; ${categories.join(", ")}`;
  });
  return block("SCORE", lines);
}

/** `twoLevel` is read as "two-level". */
function inWords(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function renderFollowUp({ followUp }: Answer): string {
  if (followUp === null) return "";
  const windows = followUp.windows
    .map(([from, to]) => (from === to ? `day ${from}` : `days ${from} to ${to}`))
    .join(" and ");
  return `FOLLOW-UP\n  - ${followUp.what}: ${windows}, counted from ${followUp.countedFrom}`;
}

function renderStatement(statement: Answer["statements"][number], numbers: ReadonlyMap<string, number>): string {
  const marks = [
    renderNumbers(statement.citations, numbers),
    statement.basis === "cited" ? "" : `(${statement.basis.replace("-", " ")})`,
  ];
  const grade = [statement.strength, statement.certainty].some((word) => word !== "not-graded")
    ? `{${statement.strength}, ${statement.certainty} certainty}`
    : "";
  return [statement.text, ...marks, grade].filter((part) => part !== "").join(" ");
}

function renderNumbers(
  citations: readonly { readonly source: string }[],
  numbers: ReadonlyMap<string, number>,
): string {
  const shown = citations.map(({ source }) => numbers.get(source) ?? (source === "house-rule" ? "house rule" : source));
  return shown.length === 0 ? "" : `[${[...new Set(shown)].join(", ")}]`;
}

function renderSource(source: Answer["sources"][number], numbers: ReadonlyMap<string, number>): string {
  const verify = source.toVerify.length > 0 ? `; to be verified: ${source.toVerify.join(", ")}` : "";
  const link = source.href === null ? "" : ` ${source.href}`;
  return `[${numbers.get(source.id)}] ${source.reference}${link} (${CONFIDENCE_WORDS[source.confidence]}${verify})`;
}
