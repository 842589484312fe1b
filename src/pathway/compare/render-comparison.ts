import type { Change, Comparison } from "./compare-pathways.ts";
import type { ComparedOutcome } from "./side.ts";
import type { Tally } from "./tally-cohort.ts";

/** A comparison in words. */
export function renderComparison(comparison: Comparison, names: readonly [string, string], tally?: Tally): string {
  const { changes, cells, apart } = comparison;
  const head = `${names[0]} against ${names[1]}`;
  if (changes.length === 0) return `${head}: the advice is the same for every patient\n`;
  const groups = changes.flatMap((change, at) => [
    "",
    `${at + 1}. ${change.from.label} → ${change.to.label}`,
    ...renderWhen(change, cells),
    ...(tally === undefined ? [] : [`   ${renderTally(tally, tally.changed[at] ?? 0)}`]),
  ]);
  const total = tally === undefined ? [] : ["", `in all: ${renderTally(tally, sum(tally))}`];
  const note = `derived or implied differently: ${apart.join("; ")}. Of ways without stated cells, some may have no patient.`;
  const notes = apart.length === 0 ? [] : ["", note];
  return `${[`${head}: the advice changes in ${changes.length} ways`, ...groups, ...total, ...notes].join("\n")}\n`;
}

function renderWhen({ cells, allCells, alternatives, undescribed }: Change, of: bigint): readonly string[] {
  if (cells === 0n) return [`   only while something is not known or not stated (${allCells} cells)`];
  const ways = alternatives.map(({ conditions, also, cells }) => {
    const shared = also.length === 0 ? "" : ` [always with ${also.join("; ")}]`;
    return `   - ${conditions.join("; ") || "always"}${shared} (${cells} cells)`;
  });
  const rest = undescribed === 0n ? [] : [`   - and ${undescribed} cells more, too scattered for words`];
  return [...ways, ...rest, `   ${cells} cells, ${shareOf(cells, of)} of those that can be`];
}

function renderTally({ patients }: Tally, changed: number): string {
  return `cohort: ${changed} of ${patients} patients (${shareOf(BigInt(changed), BigInt(patients))})`;
}

function sum({ changed }: Tally): number {
  return changed.reduce((total, one) => total + one, 0);
}

/** A share as a percentage of three digits. */
export function shareOf(part: bigint, whole: bigint): string {
  if (part === 0n || whole === 0n) return "0 %";
  return `${((Number(part) / Number(whole)) * 100).toPrecision(3)} %`;
}

/** A comparison for programs. Counts are decimals, since they outgrow a number. */
export function presentComparison({ changes, cells, allCells, apart }: Comparison, tally?: Tally): unknown {
  return {
    cells: cells.toString(),
    allCells: allCells.toString(),
    apart,
    changes: changes.map((change, at) => ({
      from: presentOutcome(change.from),
      to: presentOutcome(change.to),
      cells: change.cells.toString(),
      share: change.cells === 0n ? 0 : Number(change.cells) / Number(cells),
      allCells: change.allCells.toString(),
      when: change.alternatives.map((one) => ({ ...one, cells: one.cells.toString() })),
      undescribed: change.undescribed.toString(),
      ...(tally === undefined ? {} : { patients: tally.changed[at] ?? 0 }),
    })),
    ...(tally === undefined ? {} : { cohort: { patients: tally.patients, changed: sum(tally) } }),
  };
}

function presentOutcome({ kind, code, followUp }: ComparedOutcome): unknown {
  return { kind, ...(code === undefined ? {} : { code }), ...(followUp === undefined ? {} : { followUp }) };
}
