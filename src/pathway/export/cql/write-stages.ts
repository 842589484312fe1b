import { adviceOf, rulesOf } from "../../compile/compile-stages.ts";
import { getPart, type PathwayIndex } from "../../facts/pathway-index.ts";
import type { Rule, Stage } from "../../model/pathway.ts";
import { ConditionWriter } from "./condition-writer.ts";
import { bracket, choose, commentOf, define, nameOf, textOf } from "./cql-text.ts";
import { knownName } from "./write-features.ts";

/** The value of a stage's definition when two of its rules hold and advise differently. */
export const RULES_DIFFER = "rules differ";

/** A recommendation with its follow-up, as one text. */
export function adviceText({ code, followUp }: { readonly code: string; readonly followUp?: string }): string {
  return followUp === undefined ? code : `${code} / ${followUp}`;
}

/**
 * Stages from last to first: `From x` is what stage x and all after it come to, null while more must be known. A stage decides when one
 * advice holds and no other of its own may; it hands on when none of its rules may hold; when only one advice may hold, it
 * decides all the same if the later stages say just this.
 */
export function writeStages(index: PathwayIndex, profile: string): string {
  const stages = index.pathway.stages.filter(({ rules }) => rulesOf(rules, profile).length > 0);
  return stages
    .map((stage, at) => {
      const next = stages[at + 1];
      return writeStage(index, profile, stage, next && nameOf(`From ${next.id}`));
    })
    .join("\n");
}

/** The definition that all stages together come to. */
export function firstStage(index: PathwayIndex, profile: string): string {
  const first = index.pathway.stages.find(({ rules }) => rulesOf(rules, profile).length > 0);
  return first === undefined ? "null" : nameOf(`From ${first.id}`);
}

/** Holds where no rule of any stage holds or may still hold. */
export function noRuleCanHold(index: PathwayIndex, profile: string): string {
  const stages = index.pathway.stages.filter(({ rules }) => rulesOf(rules, profile).length > 0);
  const none = stages.flatMap(({ id }) => [advises(id), mayAdvise(id)].map((list) => `not exists ${list}`));
  return none.join("\n      and ") || "true";
}

const advises = (stage: string) => nameOf(`Stage ${stage} advises`);
const mayAdvise = (stage: string) => nameOf(`Stage ${stage} may advise`);

function writeStage(index: PathwayIndex, profile: string, stage: Stage, next: string | undefined): string {
  const writer = new ConditionWriter(index, ({ id }) => id);
  const rules = rulesOf(stage.rules, profile);
  const list = (holds: (rule: string) => string) => {
    const entries = rules.map((rule) => {
      const advice = textOf(adviceText(adviceOf(rule, profile)));
      return `    if ${holds(nameOf(`Rule ${rule.id}`))} then ${advice} else null`;
    });
    return `distinct (({\n${entries.join(",\n")}\n  }) Advice where Advice is not null)`;
  };
  return [
    commentOf(`---- ${stage.label}: ${stage.why}`),
    ...rules.map((rule) => writeRule(index, writer, rule)),
    define(
      `Stage ${stage.id} advises`,
      list((rule) => rule),
    ),
    define(
      `Stage ${stage.id} may advise`,
      list((rule) => `${rule} is null`),
    ),
    define(`From ${stage.id}`, writeOutcome(advises(stage.id), mayAdvise(stage.id), next)),
  ].join("");
}

/** A guarded rule that holds on something presumed is not false and not true: null. */
function writeRule(index: PathwayIndex, writer: ConditionWriter, rule: Rule): string {
  const when = writer.truth(rule.when);
  const guards = rule.known.map((id) => `${nameOf(knownName(getPart(index.features, id)))} is not null`);
  const guarded = guards.length === 0 ? when : `${bracket(when)} and (if ${guards.join(" and ")} then true else null)`;
  return define(`Rule ${rule.id}`, guarded, rule.because);
}

/** What a stage and all after it come to. Rules that differ behind open rules are shown all the same. */
function writeOutcome(held: string, open: string, next: string | undefined): string {
  const handsOn =
    next === undefined
      ? []
      : [[`not exists ${open} or ${open} = { ${next} } or ${next} = ${textOf(RULES_DIFFER)}`, next] as const];
  return choose(
    [
      [`Count(${held}) > 1`, textOf(RULES_DIFFER)],
      [`exists ${held} and not exists (${open} except ${held})`, `First(${held})`],
      [`exists ${held}`, "null"],
      ...handsOn,
    ],
    "null",
  );
}
