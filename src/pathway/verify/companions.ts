import { FALSE, TRUE } from "../compile/compile-condition.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import type { Outcome } from "../compile/outcome.ts";
import type { AlsoDo } from "../model/pathway.ts";
import type { VerificationContext } from "./verification-rule.ts";

/** Where this further advice is given: beside the right advice, and while its condition is known to hold. */
export function withCompanion(context: VerificationContext, also: AlsoDo): NodeId {
  const { closed, outcome } = context.diagrams;
  const goes = closed.coding.store.map(outcome, (end) => (goesWith(also, codeOf(context, end)) ? TRUE : FALSE));
  return closed.connect("and", goes, certain(context, closed.truth(also.when)));
}

/** Unknown counts as not holding: what goes along with advice, and what a property speaks of, must be known. */
export function certain({ diagrams }: VerificationContext, condition: NodeId): NodeId {
  return diagrams.closed.coding.store.map(condition, (truth) => (truth === TRUE ? TRUE : FALSE));
}

/** The code an end is known by in the closed list. */
export function codeOf({ diagrams }: VerificationContext, end: number): string {
  const outcome: Outcome | undefined = diagrams.outcomes[end];
  if (outcome?.kind === "advice") return outcome.code;
  const { needs, contradiction } = diagrams.pathway.outcomes;
  return outcome?.kind === "clash" ? contradiction : needs;
}

/** Whether this further advice is given beside the advice with this code, as far as the advice decides it. */
export function goesWith(also: AlsoDo, code: string): boolean {
  return also.advise !== code && (also.with.length === 0 || also.with.includes(code)) && !also.except.includes(code);
}
