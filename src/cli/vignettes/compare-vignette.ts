import type { Answer } from "../../answer/answer-shape.ts";
import type { Expected } from "./vignette-shape.ts";

/** Where an answer differs from what a vignette expects, in words; empty when it agrees. */
export function compareVignette(expected: Expected, answer: Answer): readonly string[] {
  return [
    ...compareScore(expected, answer),
    ...compareStrata(expected, answer),
    ...compareNextStep(expected, answer),
    ...compareFollowUp(expected, answer),
    ...missing("warning", expected.warnings, answer.warnings),
    ...missing("also do", alsoExpected(expected, answer), answer.nextStep?.alsoDo ?? []),
    ...comparePossible(expected, answer),
  ];
}

/** Whether the advice is one of those accepted and none of those that must not be given. */
export function isRightNextStep(expected: Expected, answer: Answer): boolean {
  return compareNextStep(expected, answer).length === 0;
}

/** What is still open is judged only where asking is right and was done. */
function comparePossible(expected: Expected, { nextStep, possible }: Answer): string[] {
  if (nextStep?.code !== expected.nextStep) return [];
  const open = possible.map(({ code }) => code);
  return missing("possible advice", expected.possible, open);
}

/** Null means: not meant for this patient, or not to be computed from what is known. */
function compareScore({ wellsScore }: Expected, { score }: Answer): string[] {
  if (wellsScore === undefined) return [];
  const said = score === null || score.lo !== score.hi ? null : score.lo;
  return said === wellsScore
    ? []
    : [`score: expected ${wellsScore}, got ${score === null ? "none" : `${score.lo} to ${score.hi}`}`];
}

function compareStrata({ stratum }: Expected, { strata }: Answer): string[] {
  if (stratum === undefined || stratum === null) return [];
  return (["twoLevel", "threeLevel"] as const).flatMap((scheme) => {
    const wanted = stratum[scheme];
    const said = strata?.[scheme] ?? null;
    return wanted === undefined || wanted === said ? [] : [`${scheme} category: expected ${wanted}, got ${said}`];
  });
}

function compareNextStep(expected: Expected, { nextStep }: Answer): string[] {
  const code = nextStep?.code ?? "none";
  const accepted = [expected.nextStep, ...expected.alsoAcceptable];
  const wrong = accepted.includes(code) ? [] : [`next step: expected ${accepted.join(" or ")}, got ${code}`];
  return expected.mustNot.includes(code) ? [...wrong, `next step ${code} must not be given`] : wrong;
}

/** An acceptable other step may already be what was to be done besides. */
function alsoExpected(expected: Expected, { nextStep }: Answer): readonly string[] {
  return expected.alsoDo.filter((code) => code !== nextStep?.code);
}

function compareFollowUp({ followUp, nextStep }: Expected, answer: Answer): string[] {
  if (followUp === undefined || followUp === null) return [];
  if (answer.nextStep?.code !== nextStep) return [];
  const said = answer.followUp?.windows ?? [];
  const wanted = (Array.isArray(followUp) ? followUp : [followUp]).flatMap(windowsOf);
  const agrees = said.length === wanted.length && wanted.every((window, at) => isWithin(said[at], window));
  return agrees
    ? []
    : [`follow-up windows: expected ${JSON.stringify(wanted.map(({ exact }) => exact))}, got ${JSON.stringify(said)}`];
}

type Days = readonly [from: number, to: number];

interface WantedWindow {
  readonly exact: Days;
  readonly tolerated: Days | undefined;
}

function isWithin(said: Days | undefined, { exact, tolerated }: WantedWindow): boolean {
  if (said === undefined) return false;
  const [from, to] = said;
  return (
    (from === exact[0] && to === exact[1]) || (tolerated !== undefined && from >= tolerated[0] && to <= tolerated[1])
  );
}

type FollowUp = Exclude<NonNullable<Expected["followUp"]>, readonly unknown[]>;

function windowsOf(followUp: FollowUp): readonly WantedWindow[] {
  const { tolerated } = followUp;
  const exact = ((): readonly Days[] => {
    if (followUp.windows !== undefined) return followUp.windows;
    if (followUp.days !== undefined) return followUp.days.map((day) => [day, day] as const);
    if (followUp.fromDay === undefined) return [];
    return [[followUp.fromDay, followUp.toDay ?? followUp.fromDay]];
  })();
  return exact.map((window) => ({ exact: window, tolerated }));
}

function missing(kind: string, wanted: readonly string[], said: readonly string[]): string[] {
  return wanted.filter((code) => !said.includes(code)).map((code) => `${kind} ${code} is missing`);
}
