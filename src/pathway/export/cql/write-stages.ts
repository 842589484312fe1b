import { adviceOf, rulesOf } from "../../compile/compile-stages.ts";
import { getPart, type PathwayIndex } from "../../facts/pathway-index.ts";
import type { Rule, Stage } from "../../model/pathway.ts";
import { ConditionWriter } from "./condition-writer.ts";
import { bracket, choose, commentOf, define, join, nameOf, textOf } from "./cql-text.ts";
import { knownName } from "./write-features.ts";

/** The value of a stage's definition when two of its rules hold and advise differently. */
export const RULES_DIFFER = "rules differ";

/** One piece of advice with the rules of a stage that give it. */
interface Group {
  readonly advice: string;
  readonly name: string;
  readonly rules: readonly Rule[];
}

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
      return writeStage(index, profile, stage, next === undefined ? "null" : nameOf(`From ${next.id}`));
    })
    .join("\n");
}

/** The definition that all stages together come to. */
export function firstStage(index: PathwayIndex, profile: string): string {
  const first = index.pathway.stages.find(({ rules }) => rulesOf(rules, profile).length > 0);
  return first === undefined ? "null" : nameOf(`From ${first.id}`);
}

/** The names of all definitions that say whether some advice of a stage holds. */
export function groupNames(index: PathwayIndex, profile: string): readonly string[] {
  return index.pathway.stages.flatMap((stage) => groupsOf(stage, profile).map(({ name }) => nameOf(name)));
}

function groupsOf(stage: Stage, profile: string): readonly Group[] {
  const groups = new Map<string, Rule[]>();
  for (const rule of rulesOf(stage.rules, profile)) {
    const advice = adviceText(adviceOf(rule, profile));
    const rules = groups.get(advice);
    if (rules === undefined) groups.set(advice, [rule]);
    else rules.push(rule);
  }
  return [...groups].map(([advice, rules]) => ({ advice, name: `Stage ${stage.id} says ${advice}`, rules }));
}

function writeStage(index: PathwayIndex, profile: string, stage: Stage, next: string): string {
  const writer = new ConditionWriter(index, ({ id }) => id);
  const groups = groupsOf(stage, profile);
  return [
    commentOf(`---- ${stage.label}: ${stage.why}`),
    ...rulesOf(stage.rules, profile).map((rule) => writeRule(index, writer, rule)),
    ...groups.map(({ name, rules }) =>
      define(
        name,
        join(
          "or",
          rules.map(({ id }) => nameOf(`Rule ${id}`)),
        ),
      ),
    ),
    define(`From ${stage.id}`, writeOutcome(groups, next)),
  ].join("");
}

/** A guarded rule that holds on something presumed is not false and not true: null. */
function writeRule(index: PathwayIndex, writer: ConditionWriter, rule: Rule): string {
  const when = writer.truth(rule.when);
  const guards = rule.known.map((id) => `${nameOf(knownName(getPart(index.features, id)))} is not null`);
  const guarded = guards.length === 0 ? when : `${bracket(when)} and (if ${guards.join(" and ")} then true else null)`;
  return define(`Rule ${rule.id}`, guarded, rule.because);
}

function writeOutcome(groups: readonly Group[], next: string): string {
  const is = (group: Group, value: string) => `${nameOf(group.name)} is ${value}`;
  const others = (group: Group) => groups.filter((other) => other !== group).map((other) => is(other, "false"));
  const pairs = groups.flatMap((left, at) =>
    groups.slice(at + 1).map((right) => `(${is(left, "true")} and ${is(right, "true")})`),
  );
  const alone = groups.map(
    (group) => [[is(group, "true"), ...others(group)].join(" and "), textOf(group.advice)] as const,
  );
  const held = groups.map((group) => is(group, "true")).join(" or ");
  const none = groups.map((group) => is(group, "false")).join(" and ");
  // Only one advice is open here: the later stages settle it by saying the same. Rules that differ behind it are shown.
  const onlyOpen = groups.map(
    (group) => [[...others(group), `${next} = ${textOf(group.advice)}`].join(" and "), next] as const,
  );
  const handedBack = [...onlyOpen, [`${next} = ${textOf(RULES_DIFFER)}`, next] as const];
  return choose(
    [
      ...(pairs.length === 0 ? [] : [[pairs.join(" or "), textOf(RULES_DIFFER)] as const]),
      ...alone,
      ...(groups.length === 1 ? [] : [[held, "null"] as const]),
      ...(next === "null" ? [] : [[none, next] as const, ...handedBack]),
    ],
    "null",
  );
}
