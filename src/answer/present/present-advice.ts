import { type Citation, toCitation } from "../../evidence/citation.ts";
import { isSameAdvice } from "../../pathway/evaluate/run-stages.ts";
import type { Advice, Evaluation } from "../../pathway/model/evaluation.ts";
import type { AlsoDo, FollowUp, Pathway, Recommendation, Rule } from "../../pathway/model/pathway.ts";
import type { Answer } from "../answer-shape.ts";

/** The next step, with the citations of the rule before those of the recommendation. */
export function presentNextStep(evaluation: Evaluation): Answer["nextStep"] {
  const alsoDo = evaluation.alsoDo.map(({ advise }) => advise);
  if (evaluation.kind === "concluded" || evaluation.kind === "outOfScope") {
    const { recommendation, rule, cases = [rule], notes } = evaluation.advice;
    const action = [recommendation.action, ...notes].join(" ");
    const own = distinct(cases.flatMap((one) => one.cite));
    const cite = [...own, ...recommendation.cite.filter((c) => !own.some(({ source }) => source === c.source))];
    return {
      ...shared(recommendation),
      action,
      because: presentBecause(cases),
      alsoDo,
      citations: presentCitations(cite),
      rule: rule.id,
    };
  }
  const because =
    evaluation.kind === "conflict"
      ? [
          ...evaluation.contradictions.map(({ message }) => message),
          ...evaluation.rules.map((rule) => `rule ${rule}`),
        ].join("; ")
      : "what is listed as still needed can change the advice";
  const { code } = evaluation;
  const choices = presentPossible(evaluation.possible).map(({ title }) => title);
  const action = [code.action, ...(choices.length > 0 ? [`It decides between: ${choices.join("; ")}.`] : [])].join(" ");
  return { ...shared(code), action, because, alsoDo, citations: presentCitations(code.cite), rule: null };
}

/** Where it takes a distinction of cases, the reason of each: which one applies depends on what is not known. */
function presentBecause(cases: readonly Rule[]): string {
  const reasons = [...new Set(cases.map(({ because }) => because))].join("; or ");
  return cases.length > 1 ? `whatever is still unknown, one of these holds: ${reasons}` : reasons;
}

function shared({ code, title, strength, certainty, next }: Recommendation) {
  return { code, title, strength, certainty, next: next.map(({ on, step }) => ({ on, step })) };
}

/** The same advice may be open for several reasons; it is shown once with all of them. */
export function presentPossible(possible: readonly Advice[]): Answer["possible"] {
  const groups: Advice[][] = [];
  for (const advice of possible) {
    const group = groups.find(([first]) => first !== undefined && isSameAdvice(first, advice));
    if (group === undefined) groups.push([advice]);
    else group.push(advice);
  }
  return groups.flatMap((group) => presentAdvice(group));
}

function presentAdvice(group: readonly Advice[]): Answer["possible"] {
  const [first] = group;
  if (first === undefined) return [];
  const { recommendation, followUp } = first;
  const cite = group.flatMap(({ rule }) => rule.cite);
  return [
    {
      code: recommendation.code,
      title: recommendation.title,
      action: [recommendation.action, ...new Set(group.flatMap(({ notes }) => notes))].join(" "),
      because: group.map(({ rule }) => rule.because).join("; or "),
      citations: presentCitations(distinct(cite)),
      followUp: followUp === undefined ? null : presentFollowUp(followUp),
    },
  ];
}

function distinct(cite: readonly Citation[]): readonly Citation[] {
  return cite.filter((one, at) => cite.findIndex((other) => isSameCitation(one, other)) === at);
}

function isSameCitation(left: Citation, right: Citation): boolean {
  return left.source === right.source && left.locator === right.locator;
}

/** Advice that goes along with the next step. */
export function presentAlsoDo(pathway: Pathway, also: AlsoDo): Answer["alsoDo"][number] {
  const recommendation = pathway.recommendations.find(({ code }) => code === also.advise);
  if (recommendation === undefined) throw new Error(`a checked pathway has the recommendation \`${also.advise}\``);
  const followUp = pathway.followUps.find(({ id }) => id === also.followUp);
  return {
    code: recommendation.code,
    title: recommendation.title,
    action: recommendation.action,
    because: also.because,
    citations: presentCitations(also.cite),
    followUp: followUp === undefined ? null : presentFollowUp(followUp),
  };
}

/** When to look again. */
export function presentFollowUp({ what, windows, countedFrom }: FollowUp): NonNullable<Answer["followUp"]> {
  return { what, windows: windows.map(([from, to]) => [from, to]), countedFrom };
}

/** Citations as a reader sees them. */
export function presentCitations(cite: readonly Citation[]): Answer["statements"][number]["citations"] {
  return cite.map(toCitation);
}
