import type { AlsoDo, Pathway, Warning } from "../model/pathway.ts";
import { type Change, changesOf, DROPPED, dropEach, type MemberChange, varyField } from "./change.ts";

/** Faults of further advice. */
export function companionFaults({ alsoDo, followUps }: Pathway): readonly Change[] {
  return changesOf(
    "alsoDo",
    alsoDo,
    ({ advise }, at) => `further advice ${at + 1}, \`${advise}\``,
    (also) => [DROPPED, ...varyField(also, "when", also.when), ...varyReach(also), ...otherFollowUp(also)],
    (list) => list,
  );

  function otherFollowUp(also: AlsoDo): readonly MemberChange<AlsoDo>[] {
    const other = followUps.find(({ id }) => id !== also.followUp);
    if (also.followUp === undefined || other === undefined) return [];
    return [{ change: `follow-up becomes \`${other.id}\``, member: { ...also, followUp: other.id } }];
  }
}

/** Faults in warnings. */
export function warningFaults({ warnings }: Pathway): readonly Change[] {
  return changesOf(
    "warnings",
    warnings,
    ({ code }) => `warning \`${code}\``,
    (warning) => [DROPPED, ...varyField(warning, "when", warning.when), ...varyReach(warning)],
    (list) => list,
  );
}

/** Given with one recommendation less, with all, or also with one that was excepted. */
function varyReach<T extends AlsoDo | Warning>(entry: T): readonly MemberChange<T>[] {
  const all = entry.with.length === 0 ? [] : [{ change: "given with all advice", member: { ...entry, with: [] } }];
  return [
    ...(entry.with.length < 2 ? [] : dropEach(entry, "with", entry.with, "with")),
    ...all,
    ...dropEach(entry, "except", entry.except, "except"),
  ];
}
