import { isEstablishedState } from "../../compile/atom.ts";
import { FALSE, TRUE } from "../../compile/compile-condition.ts";
import { rulesOf } from "../../compile/compile-stages.ts";
import type { NodeId } from "../../compile/diagram-store.ts";
import type { Rule } from "../../model/pathway.ts";
import { judgeFaults } from "../find-counterexample.ts";
import type { VerificationContext, VerificationRule } from "../verification-rule.ts";

/** Read off the finished diagram: it does not lean on how the diagram came to be. */
export const guarded: VerificationRule = {
  property: "guarded",
  asks: "does every ruling-out have its mandatory features known, none of them presumed?",
  check(context) {
    const { closed, outcome, outcomes, pathway, profile } = context.diagrams;
    const rules = pathway.stages.flatMap((stage) => rulesOf(stage.rules, profile));
    return pathway.recommendations
      .filter(({ code, rulesOut }) => rulesOut && rules.some(({ advise }) => advise === code))
      .map(({ code, span }) => {
        const { store } = closed.coding;
        const advised = store.map(outcome, (end) => {
          const found = outcomes[end];
          return found?.kind === "advice" && found.code === code ? TRUE : FALSE;
        });
        const known = rules
          .filter(({ advise }) => advise === code)
          .map((rule) => allKnown(context, rule))
          .reduce((left, right) => closed.connect("or", left, right), store.terminal(FALSE));
        const unguarded = store.map(known, (all) => (all === TRUE ? FALSE : TRUE));
        const because = `\`${code}\` is advised although nothing that a rule wants known for it is`;
        const verdict = judgeFaults(context, closed.connect("and", advised, unguarded), because);
        return { property: "guarded", subject: code, span, verdict };
      });
  },
};

function allKnown({ diagrams }: VerificationContext, rule: Rule): NodeId {
  const { atoms, closed } = diagrams;
  return rule.known
    .map((feature) => {
      const atom = atoms.find((one) => one.kind === "feature" && one.feature === feature);
      return closed.states(feature, (state) => (atom !== undefined && isEstablishedState(atom, state) ? TRUE : FALSE));
    })
    .reduce((left, right) => closed.connect("and", left, right), closed.coding.store.terminal(TRUE));
}
