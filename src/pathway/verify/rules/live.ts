import { FALSE } from "../../compile/compile-condition.ts";
import { rulesOf } from "../../compile/compile-stages.ts";
import type { NodeId } from "../../compile/diagram-store.ts";
import type { Rule, Stage } from "../../model/pathway.ts";
import { findAnyCompletePatient, findCompletePatient } from "../find-complete-patient.ts";
import {
  type Finding,
  judgeOnce,
  PROVEN,
  type Verdict,
  type VerificationContext,
  type VerificationRule,
} from "../verification-rule.ts";

export const live: VerificationRule = {
  property: "live",
  asks: "is every rule reached by some patient, and every stage?",
  check(context) {
    const { diagrams } = context;
    return diagrams.stages.reached.flatMap(({ stage, running }, at) => {
      const rules = rulesOf(stage.rules, diagrams.profile);
      if (rules.length === 0) return [];
      const before = diagrams.stages.reached[at - 1];
      if (isNever(context, running))
        return before === undefined || isNever(context, before.running)
          ? [unreachable(stage)]
          : [swallowing(before.stage), unreachable(stage)];
      return rules.map((rule) => ({
        property: "live",
        subject: rule.id,
        span: rule.span,
        verdict: judgeOnce(context, ["live", rule.id, getHolds(context, rule), running], () =>
          judgeRule(context, rule, running),
        ),
      }));
    });
  },
};

function judgeRule(context: VerificationContext, rule: Rule, running: NodeId): Verdict {
  const { complete } = context.diagrams;
  const holds = getHolds(context, rule);
  if (isNever(context, holds)) return { kind: "refuted", because: `rule \`${rule.id}\` can never hold` };
  if (findAnyCompletePatient(context, running, holds) !== undefined) return PROVEN;
  const accepted = complete.connect("and", holds, context.completeDomain);
  if (isNever(context, accepted))
    return { kind: "refuted", because: `rule \`${rule.id}\` holds for no value that is accepted` };
  const reached = complete.connect("and", running, accepted);
  if (isNever(context, reached))
    return { kind: "refuted", because: `every patient of rule \`${rule.id}\` is advised by an earlier stage` };
  if (findCompletePatient(context, reached) !== undefined) return PROVEN;
  return { kind: "undecided", because: `no patient of rule \`${rule.id}\` could be written` };
}

function getHolds({ diagrams }: VerificationContext, rule: Rule): NodeId {
  const holds = diagrams.stages.rules.get(rule.id);
  if (holds === undefined) throw new Error("every rule of the profile has its diagram");
  return holds;
}

function isNever({ diagrams }: VerificationContext, node: NodeId): boolean {
  const { store } = diagrams.complete.coding;
  return store.isTerminal(node) && store.valueOf(node) === FALSE;
}

function unreachable(stage: Stage): Finding {
  const because = `no patient comes as far as stage \`${stage.id}\``;
  return { property: "stageReached", subject: stage.id, span: stage.span, verdict: { kind: "refuted", because } };
}

function swallowing(stage: Stage): Finding {
  const because = `stage \`${stage.id}\` advises every patient that reaches it, and stages follow`;
  return { property: "stageLetsPass", subject: stage.id, span: stage.span, verdict: { kind: "refuted", because } };
}
