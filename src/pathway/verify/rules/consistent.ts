import { FALSE, TRUE } from "../../compile/compile-condition.ts";
import { CLASH } from "../../compile/outcome.ts";
import { judgeFaults } from "../find-counterexample.ts";
import type { VerificationRule } from "../verification-rule.ts";

export const consistent: VerificationRule = {
  property: "consistent",
  asks: "does no patient get different advice from two rules of one stage?",
  check(context) {
    const { closed, outcome } = context.diagrams;
    const clashes = closed.coding.store.map(outcome, (end) => (end === CLASH ? TRUE : FALSE));
    const because = "rules of one stage give this patient different advice";
    return [{ property: "consistent", verdict: judgeFaults(context, clashes, because) }];
  },
};
