import { presumedOf, statedStates, UNKNOWN } from "../../compile/atom.ts";
import { FALSE, TRUE } from "../../compile/compile-condition.ts";
import { type NodeId, operation } from "../../compile/diagram-store.ts";
import { FIRST_ADVICE } from "../../compile/outcome.ts";
import {
  judgeOnce,
  PROVEN,
  type Verdict,
  type VerificationContext,
  type VerificationRule,
} from "../verification-rule.ts";

/**
 * Node by node: below an atom, wherever its unknown state concludes, each of its values must conclude the same, and so must
 * stating what was presumed. Atoms that a path does not ask cannot change it, so the nodes are all there is to look at.
 */
export const monotone: VerificationRule = {
  property: "monotone",
  asks: "does learning something unknown never contradict a conclusion?",
  check(context) {
    return [
      {
        property: "monotone",
        verdict: judgeOnce(context, ["monotone", context.diagrams.outcome], () => judge(context)),
      },
    ];
  },
};

/** From one state of an atom to another that says more. */
type Step = readonly [before: number, after: number];

function judge({ diagrams }: VerificationContext): Verdict {
  const { atoms, closed, outcome } = diagrams;
  const { store } = closed.coding;
  const retracts = operation((before, after) => (before >= FIRST_ADVICE && after !== before ? TRUE : FALSE));
  const seen = new Set<NodeId>();
  const pending = [outcome];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (store.isTerminal(node) || seen.has(node)) continue;
    seen.add(node);
    pending.push(...store.childrenOf(node));
    const atom = atoms[store.levelOf(node)];
    if (atom === undefined) throw new Error("every level has its atom");
    const presumed = presumedOf(atom);
    const steps = statedStates(atom).map((state): Step => [UNKNOWN, state]);
    if (presumed !== undefined) steps.push([atom.values.length + 1, presumed + 1]);
    for (const [before, after] of steps) {
      const changed = store.combine(retracts, store.child(node, before), store.child(node, after));
      if (store.isTerminal(changed) && store.valueOf(changed) === FALSE) continue;
      return { kind: "refuted", because: `a conclusion is taken back when \`${atom.name}\` becomes known` };
    }
  }
  return PROVEN;
}
