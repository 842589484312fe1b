import { FALSE, TRUE } from "../../compile/compile-condition.ts";
import { GAP } from "../../compile/outcome.ts";
import { judgeFaults } from "../find-counterexample.ts";
import type { VerificationRule } from "../verification-rule.ts";

export const total: VerificationRule = {
  property: "total",
  asks: "is there a rule for every patient, whatever is unknown?",
  check(context) {
    const { closed, outcome } = context.diagrams;
    const gaps = closed.coding.store.map(outcome, (end) => (end === GAP ? TRUE : FALSE));
    return [{ property: "total", verdict: judgeFaults(context, gaps, "no rule can hold for this patient") }];
  },
};
