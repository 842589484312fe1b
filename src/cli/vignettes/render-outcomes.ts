import type { FindingsJudged, Miss } from "./compare-findings.ts";
import type { From, Outcome } from "./judge-vignette.ts";

/** Figures over a whole file. */
export interface Tally {
  readonly vignettes: number;
  readonly agreeing: number;
  readonly nextStepRight: number;
  readonly dangerous: number;
  readonly findings: Pick<FindingsJudged, "stated" | "found" | "read" | "right">;
  /** Share of what was read that is right, and of what is stated that was read; null without any. */
  readonly precision: number | null;
  readonly recall: number | null;
}

export function tally(outcomes: readonly Outcome[]): Tally {
  const judged = outcomes.flatMap(({ findings }) => findings ?? []);
  const sum = (part: "stated" | "found" | "read" | "right") => judged.reduce((total, one) => total + one[part], 0);
  const findings = { stated: sum("stated"), found: sum("found"), read: sum("read"), right: sum("right") };
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    vignettes: outcomes.length,
    agreeing: outcomes.filter(({ differences }) => differences.length === 0).length,
    nextStepRight: outcomes.filter(({ isNextStepRight }) => isNextStepRight).length,
    dangerous: outcomes.filter(({ danger }) => danger !== undefined).length,
    findings,
    precision: share(findings.right, findings.read),
    recall: share(findings.found, findings.stated),
  };
}

/** Outcomes one by one, with every difference, and the figures last. */
export function renderOutcomes(outcomes: readonly Outcome[], from: From): string {
  return `${outcomes.map(renderOutcome).join("\n")}\n\n${renderTally(tally(outcomes), from)}`;
}

function renderOutcome({ id, topic, nextStep, score, differences, danger, findings, unread }: Outcome): string {
  const total =
    score === null ? "no score" : score.lo === score.hi ? `score ${score.lo}` : `score ${score.lo} to ${score.hi}`;
  const head = `${differences.length === 0 ? "agrees " : "DIFFERS"}  ${id}  ${topic}: ${nextStep ?? "no answer"}, ${total}`;
  const lines = [
    ...(danger === undefined ? [] : [`DANGEROUS: ${danger}`]),
    ...differences,
    ...(findings?.wrong ?? []).map((miss) => `wrong finding ${renderMiss(miss)}`),
    ...(findings?.missed ?? []).map((miss) => `missed finding ${renderMiss(miss)}`),
    ...(unread.length === 0 ? [] : [`not read from the vignette: ${unread.join(", ")}`]),
  ];
  return [head, ...lines.map((line) => `           ${line}`)].join("\n");
}

function renderMiss({ feature, expected, read, words }: Miss): string {
  const from = words === "" ? "" : ` from ${JSON.stringify(words)}`;
  return `${feature}: stated ${expected}, read ${read}${from}`;
}

function renderTally(
  { vignettes, agreeing, nextStepRight, dangerous, findings, ...shares }: Tally,
  from: From,
): string {
  const percent = (share: number | null) => (share === null ? "" : `${(share * 100).toFixed(1)} %`);
  const lines = [
    `${agreeing} of ${vignettes} vignettes agree (from ${from})`,
    `next step right: ${nextStepRight} of ${vignettes} (${percent(nextStepRight / vignettes)})`,
    `dangerous: ${dangerous}`,
  ];
  if (shares.precision !== null)
    lines.push(
      `findings read from words and right: ${findings.right} of ${findings.read} (precision ${percent(shares.precision)})`,
    );
  if (shares.recall !== null)
    lines.push(`findings stated and read: ${findings.found} of ${findings.stated} (recall ${percent(shares.recall)})`);
  return `${lines.join("\n")}\n`;
}
