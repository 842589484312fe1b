import type { Answer } from "../../answer/answer-shape.ts";
import type { Wellspring } from "../../answer/wellspring.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { BOTTOM_LINE } from "../../library/model/article.ts";
import type { ExpectedAnswer, ExpectedFollowUp, Question } from "./question-shape.ts";

/** What came of one question. */
export interface QuestionOutcome {
  readonly id: string;
  readonly about: string;
  readonly question: string;
  /** Kind of answer, with the reason of a refusal or the next step. */
  readonly got: string;
  readonly differences: readonly string[];
}

/** A question, and every follow-up of it, each asked with the exchange of the answer before. */
export function judgeQuestion(
  { id, about, question, expected, followUps }: Question,
  wellspring: Wellspring,
): QuestionOutcome {
  const shared = { id, about: about ?? "", question };
  const answer = wellspring.ask({ question });
  if (!answer.ok) return { ...shared, got: "refused as a request", differences: faultsOf(answer.diagnostics) };
  const differences = [...compareAnswer(expected, answer.value)];
  let last = answer.value;
  for (const followUp of followUps) {
    const exchange = last.conversation?.exchange;
    if (exchange === undefined) {
      differences.push(`after \`${followUp.question}\`: there is nothing to carry on from`);
      break;
    }
    const next = wellspring.ask({ question: followUp.question, exchange });
    const found = next.ok ? compareFollowUp(followUp.expected, next.value) : faultsOf(next.diagnostics);
    differences.push(...found.map((line) => `after \`${followUp.question}\`: ${line}`));
    if (!next.ok) break;
    last = next.value;
  }
  return { ...shared, got: describe(last), differences };
}

function faultsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ message, help }) => `${message} (${help})`);
}

function compareFollowUp(expected: ExpectedFollowUp, answer: Answer): readonly string[] {
  const followed = answer.conversation?.followed ?? null;
  const carried = followed?.carried.map(({ feature }) => feature) ?? [];
  const changed = followed?.changed.map(({ feature }) => feature) ?? [];
  const { profile, sameAdvice } = expected;
  return [
    ...compareAnswer(expected, answer),
    ...(profile === undefined || profile === answer.profile
      ? []
      : [`profile: expected ${profile}, got ${answer.profile}`]),
    ...(sameAdvice === undefined || sameAdvice === followed?.sameAdvice
      ? []
      : [sameAdvice ? "the advice changes" : "the advice stays the same"]),
    ...expected.carried
      .filter((feature) => !carried.includes(feature))
      .map((feature) => `${feature} is not carried over`),
    ...expected.changed.filter((feature) => !changed.includes(feature)).map((feature) => `${feature} does not change`),
  ];
}

function describe({ kind, refusal, nextStep }: Answer): string {
  const more = refusal?.reason ?? nextStep?.code;
  return more === undefined ? kind : `${kind}, ${more}`;
}

/** Where an answer differs from what a question expects, in words; empty when it agrees. */
export function compareAnswer(expected: ExpectedAnswer, answer: Answer): readonly string[] {
  const { kind, nextStep } = answer;
  if (!expected.kind.includes(kind))
    return [`kind: expected ${expected.kind.join(" or ")}, got ${describe(answer)}`, ...mustNotSteps(expected, answer)];
  const text = textOf(answer);
  return [
    ...(kind === "refusal" ? compareRefusal(expected, answer) : compareTopic(expected, answer)),
    ...mustNotSteps(expected, answer),
    ...(expected.alarm === undefined || expected.alarm === answer.alarm
      ? []
      : [expected.alarm ? "an emergency is not shown as one" : `${nextStep?.code} is shown as an emergency`]),
    ...expected.notAnswered
      .filter((wanted) => !answer.notAnswered.some(({ what, why }) => wanted.test(`${what} ${why}`)))
      .map((wanted) => `not listed as not answered: ${wanted.source}`),
    ...expected.mustNotSay.filter((barred) => barred.test(text)).map((barred) => `says ${barred.source}`),
    ...(DOSE.test(text) ? [`names a dose: ${DOSE.exec(text)?.[0]}`] : []),
  ];
}

function mustNotSteps({ mustNot }: ExpectedAnswer, { nextStep }: Answer): string[] {
  return nextStep !== null && mustNot.includes(nextStep.code) ? [`next step ${nextStep.code} must not be given`] : [];
}

function compareRefusal({ reasons, urgentSigns }: ExpectedAnswer, { refusal }: Answer): string[] {
  const reason = refusal?.reason ?? "none";
  return [
    ...(reasons.length === 0 || reasons.includes(reason)
      ? []
      : [`reason: expected ${reasons.join(" or ")}, got ${reason}`]),
    ...(urgentSigns && refusal?.urgentSigns.length === 0 ? ["the refusal names no urgent signs"] : []),
  ];
}

function compareTopic(expected: ExpectedAnswer, answer: Answer): string[] {
  const { topic, nextStep, statements } = answer;
  const code = nextStep?.code ?? "none";
  const quoted = statements.map(({ section }) => section);
  const text = textOf(answer);
  return [
    ...(expected.topic === undefined || expected.topic === topic?.slug
      ? []
      : [`topic: expected ${expected.topic}, got ${topic?.slug ?? "none"}`]),
    ...(expected.nextStep.length === 0 || expected.nextStep.includes(code)
      ? []
      : [`next step: expected ${expected.nextStep.join(" or ")}, got ${code}`]),
    ...(expected.sections.length === 0 || expected.sections.some((section) => quoted.includes(section))
      ? []
      : [`nothing is quoted from ${expected.sections.join(" or ")}`]),
    ...expected.leads
      .filter((wanted) => !wanted.test(leadOf(answer)))
      .map((wanted) => `is not led by ${wanted.source}`),
    ...(expected.leadsWith.length === 0 || leadersOf(answer).some((leader) => expected.leadsWith.includes(leader))
      ? []
      : [`is led by ${leadersOf(answer).join(" and ") || "nothing"}, not by ${expected.leadsWith.join(" or ")}`]),
    ...expected.says.filter((wanted) => !wanted.test(text)).map((wanted) => `does not say ${wanted.source}`),
  ];
}

/** The next step where it leads, and the first statement that answers directly. */
function leadersOf({ lead, nextStep, statements }: Answer): readonly string[] {
  const step = lead === "patient" && nextStep !== null ? [nextStep.code] : [];
  const first = statements.find(({ direct }) => direct);
  return first === undefined ? step : [...step, first.id];
}

/** An amount of a medicine. A concentration (`0.5 mg/L`) is none. */
const DOSE = /\b\d+(?:[.,]\d+)? ?(?:mg|mcg|µg|g|IU|units|mL)\b(?! ?\/)/;

/** What a reader meets first. */
function leadOf({ lead, statements, nextStep }: Answer): string {
  const direct = statements.filter((statement) => statement.direct);
  const step = lead === "patient" && nextStep !== null ? [nextStep.title, nextStep.action, nextStep.because] : [];
  const bottomLine = statements.filter(({ section }) => section === BOTTOM_LINE);
  return [...step, ...(direct.length > 0 ? direct : bottomLine).map(({ text }) => text)].join("\n");
}

/** All that an answer says in words of its own, without the reader's. */
function textOf({ statements, nextStep, possible, alsoDo, warningTexts, refusal }: Answer): string {
  return [
    ...statements.map(({ text }) => text),
    ...(nextStep === null ? [] : [nextStep.title, nextStep.action, nextStep.because]),
    ...[...possible, ...alsoDo].flatMap(({ title, action }) => [title, action]),
    ...warningTexts.map(({ text }) => text),
    refusal?.message ?? "",
  ].join("\n");
}

/** Outcomes one by one, and the figure last. */
export function renderQuestionOutcomes(outcomes: readonly QuestionOutcome[]): string {
  const lines = outcomes.map(({ id, question, got, differences }) =>
    [
      `${differences.length === 0 ? "agrees " : "DIFFERS"}  ${id}  ${got}: ${question}`,
      ...differences.map((line) => `           ${line}`),
    ].join("\n"),
  );
  const agreeing = outcomes.filter(({ differences }) => differences.length === 0).length;
  return `${lines.join("\n")}\n\n${agreeing} of ${outcomes.length} questions agree\n`;
}
