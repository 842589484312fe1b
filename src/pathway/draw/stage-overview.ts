import type { Diagrams } from "../compile/build-diagrams.ts";
import { FALSE } from "../compile/compile-condition.ts";
import { adviceOf, rulesOf } from "../compile/compile-stages.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import type { Outcome } from "../compile/outcome.ts";
import type { Rule, Stage } from "../model/pathway.ts";

/** A rule that some patient who comes to its stage meets: an edge from the stage to its advice. */
export interface Exit {
  readonly rule: Rule;
  readonly advice: Extract<Outcome, { kind: "advice" }>;
}

/** A stage that some patient comes to. */
export interface OverviewStage {
  readonly stage: Stage;
  readonly exits: readonly Exit[];
  /** The stage that comes next for those who meet no rule here; undefined when nobody is left or no stage follows. */
  readonly onward: Stage | undefined;
}

/**
 * The stages of a compiled pathway with their exits, of patients of whom everything is known. What the diagrams show to
 * be out of reach is absent: stages nobody comes to, and rules nobody meets who comes to their stage.
 */
export function overviewOf({ stages, complete, profile }: Diagrams): readonly OverviewStage[] {
  const { store } = complete.coding;
  const nowhere = store.terminal(FALSE);
  const meets = (running: NodeId, rule: Rule): boolean => {
    const when = stages.rules.get(rule.id);
    return when !== undefined && complete.connect("and", running, when) !== nowhere;
  };
  return stages.reached.flatMap(({ stage, running }, at): readonly OverviewStage[] => {
    if (running === nowhere) return [];
    const rules = rulesOf(stage.rules, profile).filter((rule) => meets(running, rule));
    const next = stages.reached[at + 1];
    const onward = next === undefined || next.running === nowhere ? undefined : next.stage;
    return [{ stage, exits: rules.map((rule) => ({ rule, advice: adviceOf(rule, profile) })), onward }];
  });
}
