import { codeOf } from "../evaluate/grounds.ts";
import { getPart, indexOf } from "../facts/pathway-index.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { FollowUp, Pathway } from "../model/pathway.ts";
import type { Expectation } from "./expected-patient.ts";

/** How an evaluation differs from what was expected, one sentence for each difference. */
export function exampleDifferences(expected: Expectation, found: Evaluation, pathway: Pathway): readonly string[] {
  return [
    ...same("next step", expected.nextStep, codeOf(found)),
    ...same("rule", expected.rule, "advice" in found ? found.advice.rule.id : undefined),
    ...scoreDifferences(expected, found, pathway.decidingScore),
    ...Object.entries(expected.scores ?? {}).flatMap(([id, total]) =>
      same(`score ${id}`, span(total), span(totalOf(found, id))),
    ),
    ...alsoDoDifferences(expected.alsoDo, found),
    ...Object.entries(expected.alsoWindows ?? {}).flatMap(([code, windows]) =>
      same(`windows of ${code}`, text(windows), text(alsoWindowsOf(found, code, pathway))),
    ),
    ...disputedDifferences(expected.disputed, found),
    ...missing("warning", expected.warnings, codesOf(found)),
    ...unwanted("warning", expected.mustNotWarn, codesOf(found)),
    ...missing("needed feature", expected.needs, "features" in found ? found.features : []),
    ...missing(
      "presumption",
      expected.presumed,
      found.presumed.map(({ feature }) => feature),
    ),
    ...same("windows", text(expected.windows), text(windowsOf(found))),
    ...noteDifferences(expected.notes, "advice" in found ? found.advice.notes : []),
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

function alsoWindowsOf({ alsoDo }: Evaluation, code: string, pathway: Pathway): FollowUp["windows"] {
  const id = alsoDo.find(({ advise }) => advise === code)?.followUp;
  return id === undefined ? [] : getPart(indexOf(pathway).followUps, id).windows;
}

function disputedDifferences(
  expected: readonly string[] | undefined,
  { contradictions }: Evaluation,
): readonly string[] {
  if (expected === undefined) return [];
  const found = [...new Set(contradictions.flatMap(({ features }) => features))];
  return same("disputed", expected.toSorted().join(", "), found.toSorted().join(", "));
}

/** Notes are listed in full by how they begin. */
function noteDifferences(expected: readonly string[] | undefined, found: readonly string[]): readonly string[] {
  if (expected === undefined) return [];
  const fits = expected.length === found.length && expected.every((start, at) => found[at]?.startsWith(start));
  return fits ? [] : [`notes: expected "${expected.join('", "')}", found "${found.join('", "')}"`];
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
  const strata = Object.entries(expected.strata ?? {}).flatMap(([name, stratum]) => {
    const [scheme = name, of = id] = name.split(".").toReversed();
    return same(`category ${name}`, stratum, found.scores.find((one) => one.score === of)?.strata[scheme] ?? null);
  });
  return [...same("score", expected.score, total), ...strata];
}

function totalOf(found: Evaluation, id: string): readonly [number, number] | null {
  const score = found.scores.find((candidate) => candidate.score === id);
  return score === undefined ? null : [score.low, score.high];
}

function span(total: readonly [number, number] | null): string {
  return total === null ? "not shown" : total.join(" to ");
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
