import type { MarkedCitation } from "../library/find-citing.ts";
import { performAct } from "../review/perform-act.ts";
import type { CliEffects } from "./command.ts";
import { reportFailure } from "./report.ts";

/** Words of a board are at most this long. */
const LONGEST_REASON = 2_000;

/** Standings with which nothing may lean on a publication. */
const GONE: ReadonlySet<string> = new Set(["retracted", "withdrawn"]);

/**
 * Records each source of the register that a list calls retracted or withdrawn, by somebody who may: every text under work or in force that cites it is flagged in the
 * same entry. What the record knows already is no news. Gives false when something was not recorded.
 */
export async function recordRetractions(
  cited: readonly MarkedCitation[],
  { agent, place }: { readonly agent: string; readonly place: string | undefined },
  effects: CliEffects,
): Promise<boolean> {
  const opened = await effects.openRecord(place);
  if (!opened.ok) return reportFailure(opened.diagnostics, effects) === 0;
  const record = opened.value;
  try {
    for (const { source, mark } of cited) {
      if (!GONE.has(mark.status) || (await record.read()).retractions.has(source.id)) continue;
      const body = { source: source.id, reason: mark.reason.slice(0, LONGEST_REASON) };
      const recorded = await performAct(record, { agent, activity: "retract-source", body }, "command-line");
      if (!recorded.ok) return reportFailure(recorded.diagnostics, effects) === 0;
      const { topics } = await record.read();
      const flagged = [...topics.values()].filter(({ flags }) =>
        flags.some(({ entry }) => entry === recorded.value.sequence),
      );
      const named = flagged.map(({ topic }) => topic).join(", ") || "no text that the record knows";
      effects.write(`${source.id}: recorded as entry ${recorded.value.sequence}; flagged: ${named}\n`);
    }
    return true;
  } finally {
    await record.close();
  }
}
