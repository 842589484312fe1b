import { FALSE, TRUE } from "../../compile/compile-condition.ts";
import type { NodeId } from "../../compile/diagram-store.ts";
import type { Property } from "../../model/pathway.ts";
import { certain, codeOf, withCompanion } from "../companions.ts";
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
    .map((also) => withCompanion(context, also))
    .reduce((left, right) => closed.connect("or", left, right), main);
}
