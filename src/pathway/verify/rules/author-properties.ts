import { FALSE, TRUE } from "../../compile/compile-condition.ts";
import type { NodeId } from "../../compile/diagram-store.ts";
import type { Outcome } from "../../compile/outcome.ts";
import type { AlsoDo, Property } from "../../model/pathway.ts";
import { judgeFaults } from "../find-counterexample.ts";
import type { Verdict, VerificationContext, VerificationRule } from "../verification-rule.ts";

export const authorProperties: VerificationRule = {
  property: "authorProperty",
  asks: "does what the author claims of the whole pathway hold?",
  check(context) {
    const { pathway, profile } = context.diagrams;
    return pathway.properties
      .filter(({ profiles }) => profiles.length === 0 || profiles.includes(profile))
      .map((property) => ({
        property: "authorProperty",
        subject: property.id,
        span: property.span,
        verdict: judge(context, property),
      }));
  },
};

function judge(context: VerificationContext, property: Property): Verdict {
  const { closed } = context.diagrams;
  const { store } = closed.coding;
  const advised = adviceIsOneOf(context, property.advice);
  const wrong = property.kind === "never" ? advised : store.map(advised, (is) => (is === TRUE ? FALSE : TRUE));
  const faults = closed.connect("and", certain(context, closed.truth(property.when)), wrong);
  return judgeFaults(context, faults, property.label);
}

/** Where the advice, or something that goes along with it, is one of these codes. */
function adviceIsOneOf(context: VerificationContext, codes: readonly string[]): NodeId {
  const { closed, outcome, pathway } = context.diagrams;
  const main = closed.coding.store.map(outcome, (end) => (codes.includes(codeOf(context, end)) ? TRUE : FALSE));
  return pathway.alsoDo
    .filter(({ advise }) => codes.includes(advise))
    .map((also) => {
      const goes = closed.coding.store.map(outcome, (end) => (goesWith(also, codeOf(context, end)) ? TRUE : FALSE));
      return closed.connect("and", goes, certain(context, closed.truth(also.when)));
    })
    .reduce((left, right) => closed.connect("or", left, right), main);
}

/** Unknown counts as not holding: what goes along with advice, and what a property speaks of, must be known. */
function certain({ diagrams }: VerificationContext, condition: NodeId): NodeId {
  return diagrams.closed.coding.store.map(condition, (truth) => (truth === TRUE ? TRUE : FALSE));
}

function codeOf({ diagrams }: VerificationContext, end: number): string {
  const outcome: Outcome | undefined = diagrams.outcomes[end];
  if (outcome?.kind === "advice") return outcome.code;
  const { needs, contradiction } = diagrams.pathway.outcomes;
  return outcome?.kind === "clash" ? contradiction : needs;
}

function goesWith(also: AlsoDo, code: string): boolean {
  return also.advise !== code && (also.with.length === 0 || also.with.includes(code)) && !also.except.includes(code);
}
