import { FALSE, TRUE } from "../../compile/compile-condition.ts";
import type { NodeId } from "../../compile/diagram-store.ts";
import type { AlsoDo } from "../../model/pathway.ts";
import { certain, codeOf, goesWith, withCompanion } from "../companions.ts";
import { findAnyPatient, findPatient } from "../find-counterexample.ts";
import {
  type Finding,
  judgeOnce,
  PROVEN,
  type Verdict,
  type VerificationContext,
  type VerificationRule,
} from "../verification-rule.ts";

export const liveCompanions: VerificationRule = {
  property: "liveCompanion",
  asks: "is all further advice given to some patient?",
  check(context) {
    return context.diagrams.pathway.alsoDo.flatMap((also) => checkCompanion(context, also));
  },
};

/** Further advice whose condition names other profiles alone is not asked about under this one. */
function checkCompanion(context: VerificationContext, also: AlsoDo): Finding[] {
  const { closed, outcome } = context.diagrams;
  if (isNever(context, certain(context, closed.truth(also.when)))) return [];
  const { advise, span } = also;
  const key = ["liveCompanion", advise, also.with.join(" "), also.except.join(" "), closed.truth(also.when), outcome];
  const verdict = judgeOnce(context, key, () => judge(context, also));
  return [{ property: "liveCompanion", subject: advise, span, verdict }];
}

function judge(context: VerificationContext, also: AlsoDo): Verdict {
  const { closed, outcome } = context.diagrams;
  const beside = { root: outcome, wants: (end: number) => goesWith(also, codeOf(context, end)) };
  const known = { root: closed.truth(also.when), wants: (end: number) => end === TRUE };
  if (findAnyPatient(context, beside, known) !== undefined) return PROVEN;
  const given = withCompanion(context, also);
  if (isNever(context, given))
    return { kind: "refuted", because: `\`${also.advise}\` is never advised beside what it goes with` };
  if (findPatient(context, given, { short: false }) !== undefined) return PROVEN;
  return { kind: "undecided", because: `no patient who is also advised \`${also.advise}\` could be written` };
}

function isNever({ diagrams }: VerificationContext, node: NodeId): boolean {
  const { store } = diagrams.closed.coding;
  return store.isTerminal(node) && store.valueOf(node) === FALSE;
}
