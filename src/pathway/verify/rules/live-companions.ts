import { FALSE } from "../../compile/compile-condition.ts";
import type { NodeId } from "../../compile/diagram-store.ts";
import type { AlsoDo } from "../../model/pathway.ts";
import { certain, withCompanion } from "../companions.ts";
import { findPatient } from "../find-counterexample.ts";
import {
  type Finding,
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
  const { closed } = context.diagrams;
  if (isNever(context, certain(context, closed.truth(also.when)))) return [];
  const { advise, span } = also;
  return [{ property: "liveCompanion", subject: advise, span, verdict: judge(context, also) }];
}

function judge(context: VerificationContext, also: AlsoDo): Verdict {
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
