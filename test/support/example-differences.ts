import type { Example } from "../../src/library/model/example.ts";
import { codeOf } from "../../src/pathway/evaluate/grounds.ts";
import type { Evaluation } from "../../src/pathway/model/evaluation.ts";
import { ruleOf } from "./leg-dvt.ts";

type Expectation = Example["expect"];

/** How an evaluation differs from what was expected, one sentence for each difference. */
export function differences(
  expected: Expectation,
  found: Evaluation,
  decidingScore: string | undefined,
): readonly string[] {
  return [
    ...same("next step", expected.nextStep, codeOf(found)),
    ...same("rule", expected.rule, ruleOf(found)),
    ...scoreDifferences(expected, found, decidingScore),
    ...alsoDoDifferences(expected.alsoDo, found),
    ...missing("warning", expected.warnings, codesOf(found)),
    ...unwanted("warning", expected.mustNotWarn, codesOf(found)),
    ...missing("needed feature", expected.needs, "features" in found ? found.features : []),
    ...missing(
      "presumption",
      expected.presumed,
      found.presumed.map(({ feature }) => feature),
    ),
    ...same("windows", text(expected.windows), text(windowsOf(found))),
  ];
}

/** Further advice is listed in full: one piece too many is as wrong as one too few. */
function alsoDoDifferences(expected: readonly string[] | undefined, found: Evaluation): readonly string[] {
  if (expected === undefined) return [];
  const given = found.alsoDo.map(({ advise }) => advise);
  const more = given
    .filter((code) => !expected.includes(code))
    .map((code) => `also do ${code} is given and not expected`);
  return [...missing("also do", expected, given), ...more];
}

function codesOf(found: Evaluation): readonly string[] {
  return found.warnings.map(({ code }) => code);
}

function windowsOf(found: Evaluation): readonly (readonly [number, number])[] {
  return "advice" in found ? (found.advice.followUp?.windows ?? []) : [];
}

function scoreDifferences(expected: Expectation, found: Evaluation, id: string | undefined): readonly string[] {
  const score = found.scores.find((candidate) => candidate.score === id);
  const total = score !== undefined && score.low === score.high ? score.low : null;
  const strata = Object.entries(expected.strata ?? {}).flatMap(([scheme, stratum]) =>
    same(`category ${scheme}`, stratum, score?.strata[scheme] ?? null),
  );
  return [...same("score", expected.score, total), ...strata];
}

function same(what: string, expected: unknown, found: unknown): readonly string[] {
  return expected === undefined || expected === found ? [] : [`${what}: expected ${expected}, found ${found}`];
}

function text(windows: readonly (readonly [number, number])[] | undefined): string | undefined {
  return windows?.map(([from, to]) => `${from}–${to}`).join(" and ");
}

function missing(what: string, expected: readonly string[] | undefined, found: readonly string[]): readonly string[] {
  return (expected ?? [])
    .filter((one) => !found.includes(one))
    .map((one) => `${what} ${one} is missing (found ${found.join(", ") || "none"})`);
}

function unwanted(what: string, expected: readonly string[] | undefined, found: readonly string[]): readonly string[] {
  return (expected ?? []).filter((one) => found.includes(one)).map((one) => `${what} ${one} is given and must not be`);
}
