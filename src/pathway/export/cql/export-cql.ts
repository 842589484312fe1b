import { type Citation, HOUSE_RULE } from "../../../evidence/citation.ts";
import { adviceOf, rulesOf } from "../../compile/compile-stages.ts";
import { indexOf, type PathwayIndex } from "../../facts/pathway-index.ts";
import type { Inconsistency, Parameter, Pathway, Score } from "../../model/pathway.ts";
import { ConditionWriter } from "./condition-writer.ts";
import { bracket, choose, commentOf, define, nameOf, numberOf, textOf } from "./cql-text.ts";
import { FeatureWriter, knownName, writeParameters } from "./write-features.ts";
import { adviceText, firstStage, noRuleCanHold, RULES_DIFFER, writeStages } from "./write-stages.ts";

/** What the definition "Status" can be. */
export const STATUS = {
  advised: "advised",
  contradiction: "statements contradict",
  rulesDiffer: RULES_DIFFER,
  noRule: "no rule",
  needs: "more must be known",
} as const;

/** The definition that gives everything at once: a tuple of status, recommendation and followUp. */
export const ANSWER = "Answer";

/**
 * A pathway under one profile as one CQL 1.5 library (https://cql.hl7.org), which needs no data model. It says what the plain
 * interpreter's one pass says: the same advice, or null where that is open. It tries no cases of what is unknown, and it does
 * not set statements aside that contradict each other: it says that they do.
 */
export function exportCql(pathway: Pathway, profile: string): string {
  if (!pathway.profiles.some(({ id }) => id === profile))
    throw new Error(`\`${pathway.id}\` has no profile \`${profile}\``);
  const index = indexOf(pathway);
  const features = new FeatureWriter(index);
  return [
    head(pathway, profile),
    section("What is said of the patient. Null: not known. Nothing that is null ever counts as no"),
    writeParameters(index),
    section("Constants of the guideline"),
    define("profile", textOf(profile)),
    ...pathway.parameters.map(writeConstant),
    section("What is known: stated, implied or derived; and what may be presumed when nobody asked"),
    ...pathway.features.map((feature) => features.write(feature)),
    section("Scores: every total from the lowest to the highest is still possible"),
    ...pathway.scores.map((score) => writeScore(index, score)),
    section("Conditions with a name"),
    ...pathway.definitions.map(({ id, label, when }) => define(id, rulesWriter(index).truth(when), label)),
    section("Statements that cannot all be true"),
    ...writeContradictions(index, features),
    section("Stages, in their order"),
    writeStages(index, profile),
    section("The answer"),
    ...writeAnswer(index, profile),
  ].join("\n");
}

function head({ id, title, version, profiles }: Pathway, profile: string): string {
  const label = profiles.find((one) => one.id === profile)?.label ?? profile;
  const name = `${id}-${profile}`.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  return `${commentOf(`${title}`, `Profile: ${label}`)}library ${nameOf(name)} version ${textOf(version)}\n`;
}

function section(title: string): string {
  return `// ==== ${title}\n`;
}

/** The writer of whatever is judged with presumptions let in: definitions, scores, rules, contradictions. */
function rulesWriter(index: PathwayIndex): ConditionWriter {
  return new ConditionWriter(index, ({ id }) => id);
}

function writeConstant({ id, label, value, noun, cite }: Parameter): string {
  const unit = value.unit === "1" ? (noun ?? "") : value.unit;
  const whole = value.unit === "1" && value.value.mod(1).eq(0);
  return define(
    id,
    numberOf(value.value, whole),
    `${label}${unit === "" ? "" : `, in ${unit}`} ${printCitations(cite)}`,
  );
}

function printCitations(cite: readonly Citation[]): string {
  const printed = cite.map(({ source, locator }) => {
    const key = source === HOUSE_RULE ? source : `@${source}`;
    return locator === undefined ? `[${key}]` : `[${key}, ${locator}]`;
  });
  return printed.join(" ");
}

/** An item that holds or not counts or not; an unknown one counts at one end only, by the sign of its points. */
function writeScore(index: PathwayIndex, { id, label, version, cite, items, schemes }: Score): string {
  const writer = rulesWriter(index);
  const end = (mayCount: (points: number) => boolean) =>
    items
      .map(({ points, when }) => {
        const holds = `${bracket(writer.truth(when))} is ${mayCount(points) ? "not false" : "true"}`;
        return `(if ${holds} then ${points} else 0)`;
      })
      .join("\n  + ") || "0";
  const [low, high] = [nameOf(`${id} lowest`), nameOf(`${id} highest`)];
  return [
    define(
      `${id} lowest`,
      end((points) => points < 0),
      `${label}, ${version} ${printCitations(cite)}`,
    ),
    define(
      `${id} highest`,
      end((points) => points > 0),
    ),
    ...schemes.map((scheme) => {
      const cases = scheme.strata.map((stratum) => {
        const from = stratum.from === undefined ? [] : [`${low} >= ${stratum.from}`];
        const to = stratum.to === undefined ? [] : [`${high} <= ${stratum.to}`];
        return [[...from, ...to].join(" and ") || "true", textOf(stratum.id)] as const;
      });
      return define(
        `${id}.${scheme.id}`,
        choose(cases, "null"),
        `${scheme.label}: null while several categories are possible`,
      );
    }),
  ].join("");
}

function writeContradictions(index: PathwayIndex, features: FeatureWriter): readonly string[] {
  const { pathway } = index;
  const found = pathway.features.flatMap((feature) => features.contradictions(feature));
  const named = pathway.inconsistencies.map((inconsistency) => writeInconsistency(index, inconsistency));
  const all = [...found, ...pathway.inconsistencies.map(({ id }) => nameOf(`Contradiction ${id}`))];
  return [...named, define("Statements contradict", all.map((one) => `(${one}) is true`).join("\n  or ") || "false")];
}

/** Only what was said can be in dispute: presumptions help to see a contradiction, but make none by themselves. */
function writeInconsistency(index: PathwayIndex, { id, when, disputes, message }: Inconsistency): string {
  const said = disputes.map((feature) => {
    const disputed = index.features.get(feature);
    return `${nameOf(disputed === undefined ? feature : knownName(disputed))} is not null`;
  });
  const condition = bracket(rulesWriter(index).truth(when));
  return define(`Contradiction ${id}`, `${condition} and (${said.join(" or ") || "false"})`, message);
}

function writeAnswer(index: PathwayIndex, profile: string): readonly string[] {
  const advice = firstStage(index, profile);
  const followed = index.pathway.stages.flatMap(({ rules }) =>
    rulesOf(rules, profile).flatMap((rule) => {
      const { code, followUp } = adviceOf(rule, profile);
      return followUp === undefined ? [] : [[code, followUp] as const];
    }),
  );
  const distinct = [
    ...new Map(followed.map(([code, followUp]) => [adviceText({ code, followUp }), { code, followUp }])),
  ];
  const status = choose(
    [
      [nameOf("Statements contradict"), textOf(STATUS.contradiction)],
      [`${advice} = ${textOf(RULES_DIFFER)}`, textOf(STATUS.rulesDiffer)],
      [`${advice} is not null`, textOf(STATUS.advised)],
      [noRuleCanHold(index, profile), textOf(STATUS.noRule)],
    ],
    textOf(STATUS.needs),
  );
  const pick = (part: (one: { code: string; followUp: string }) => string, otherwise: string) =>
    distinct.length === 0
      ? otherwise
      : choose(
          distinct.map(([text, one]) => [`"Advice" = ${textOf(text)}`, textOf(part(one))] as const),
          otherwise,
        );
  return [
    define("Status", status),
    define("Advice", `if "Status" = ${textOf(STATUS.advised)} then ${advice} else null`),
    define(
      "Recommendation",
      pick(({ code }) => code, nameOf("Advice")),
    ),
    define("Follow-up", distinct.length === 0 ? "null as String" : pick(({ followUp }) => followUp, "null")),
    define(ANSWER, `Tuple { status: "Status", recommendation: "Recommendation", followUp: "Follow-up" }`),
  ];
}
