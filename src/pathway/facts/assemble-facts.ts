import { featuresIn } from "../language/features-in.ts";
import type { CaseFeature, FeatureId, FindingValue } from "../model/feature.ts";
import type { Contradiction, Finding, Statement } from "../model/finding.ts";
import { contradictedTotals } from "./contradicted-totals.ts";
import { Interpreter } from "./evaluate-expression.ts";
import { areEqual, Facts, type Knowledge } from "./facts.ts";
import { normaliseStatement } from "./normalise-statement.ts";
import type { PathwayIndex } from "./pathway-index.ts";

export interface AssembledFacts {
  readonly facts: Facts;
  readonly contradictions: readonly Contradiction[];
}

/**
 * Turns statements into what is known: joins what is said of one feature, follows implications, computes what can be
 * derived, sets aside what contradicts itself, and last lets presumptions in where nobody said anything.
 * Repeats until no further contradiction appears; each round disputes at least one more feature, so it ends.
 */
export function assembleFacts(index: PathwayIndex, statements: readonly Statement[], profile: string): AssembledFacts {
  const disputed = new Map<string, Contradiction>();
  for (;;) {
    const stated = joinStatements(index, statements, disputed);
    const derived = derive(index, stated, profile, disputed);
    // What is presumed helps to see a contradiction: a value meets the usual cut-off when nobody named another.
    const facts = presume(index, derived);
    const before = disputed.size;
    findInconsistencies(index, derived, new Interpreter(index, facts, profile), disputed);
    if (disputed.size === before && !isStale(derived, disputed))
      return { facts, contradictions: uniqueByMessage([...disputed.values()]) };
  }
}

type Disputed = Map<FeatureId, Contradiction>;

/** True while a feature found to be disputed in this round still has its value. */
function isStale(facts: Facts, disputed: Disputed): boolean {
  return [...disputed.keys()].some((feature) => !facts.isDisputed(feature));
}

function joinStatements(index: PathwayIndex, statements: readonly Statement[], disputed: Disputed): Facts {
  const knowledge = new Map<FeatureId, Knowledge>();
  const implied: Finding[] = [];
  for (const said of statements) {
    const feature = index.features.get(said.feature);
    if (feature === undefined) continue;
    const statement = normaliseStatement(feature, said);
    note(feature, toKnowledge(statement), knowledge, disputed);
    implied.push(...implicationsOf(index, feature, statement));
  }
  for (const finding of implied) {
    const feature = index.features.get(finding.feature);
    if (feature !== undefined) note(feature, { kind: "known", finding }, knowledge, disputed);
  }
  for (const feature of disputed.keys()) knowledge.set(feature, { kind: "unknown", why: "disputed" });
  return new Facts(knowledge);
}

function toKnowledge(statement: Statement): Knowledge {
  if (statement.kind === "unknown") return { kind: "unknown", why: "not-known" };
  if (statement.kind === "incomplete") return { kind: "unknown", why: "incomplete" };
  const { feature, value, span, inferred } = statement;
  const from = inferred === true ? "derived" : "stated";
  return { kind: "known", finding: { feature, value, from, ...(span === undefined ? {} : { span }) } };
}

/** What else a statement says. A value that lacks its unit or basis still says that there is one. */
function implicationsOf(index: PathwayIndex, feature: CaseFeature, statement: Statement): Finding[] {
  if (statement.kind === "unknown") return [];
  return feature.implies.flatMap(({ when, feature: target, value }) => {
    if (statement.kind === "incomplete") {
      const lacksBasis = index.features.get(target)?.family === feature.family;
      return when === undefined && !lacksBasis ? [{ feature: target, value, from: "derived" as const }] : [];
    }
    return when === undefined || areEqual(when, statement.value)
      ? [{ feature: target, value, from: "derived" as const }]
      : [];
  });
}

/** A value wins over "not known"; two values that differ are disputed; an incomplete value is not made good by another word. */
function note(feature: CaseFeature, said: Knowledge, knowledge: Map<FeatureId, Knowledge>, disputed: Disputed): void {
  const before = knowledge.get(feature.id);
  if (before === undefined || before.kind === "unknown") {
    knowledge.set(feature.id, said.kind === "known" || before === undefined ? said : before);
    return;
  }
  if (before.kind !== "known" || said.kind !== "known" || areEqual(before.finding.value, said.finding.value)) return;
  const values = `${describeValue(feature, before.finding.value)} and ${describeValue(feature, said.finding.value)}`;
  disputed.set(feature.id, { features: [feature.id], message: `${feature.label}: both ${values} are stated` });
}

/** A value for a message: yes, no, the label of a choice, or the number with its unit. */
export function describeValue(feature: CaseFeature, value: FindingValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return `${value.value.toString()} ${value.unit}`;
  if (feature.type.kind === "choice")
    return feature.type.choices.find((choice) => choice.code === value)?.label ?? String(value);
  return String(value);
}

/** Computes derivations in the order of the features, so that one may lean on another above it. */
function derive(index: PathwayIndex, stated: Facts, profile: string, disputed: Disputed): Facts {
  return stated.extend((facts, learn) => {
    for (const feature of index.pathway.features) {
      if (feature.derive === undefined || disputed.has(feature.id)) continue;
      const value = derivedValue(feature, new Interpreter(index, facts, profile));
      if (value === undefined) continue;
      const said = facts.valueOf(feature.id);
      if (said === undefined)
        learn(feature.id, { kind: "known", finding: { feature: feature.id, value, from: "derived" } });
      else if (!areEqual(said, value)) {
        const message = `${feature.label}: ${describeValue(feature, said)} is stated, but the measurements give ${describeValue(feature, value)}`;
        disputed.set(feature.id, { features: [feature.id], message });
        learn(feature.id, { kind: "unknown", why: "disputed" });
      }
    }
  });
}

function derivedValue(feature: CaseFeature, interpreter: Interpreter): FindingValue | undefined {
  if (feature.derive === undefined) return undefined;
  if (feature.type.kind === "truth") {
    const { truth } = interpreter.judge(feature.derive);
    return truth === "unknown" ? undefined : truth;
  }
  const { interval, unit } = interpreter.measureOf(feature.derive);
  if (!interval.low.eq(interval.high)) return undefined;
  return feature.type.kind === "quantity" ? { value: interval.low, unit } : interval.low.toNumber();
}

function findInconsistencies(index: PathwayIndex, facts: Facts, interpreter: Interpreter, disputed: Disputed): void {
  for (const [feature, contradiction] of contradictedTotals(interpreter))
    if (!disputed.has(feature)) disputed.set(feature, contradiction);
  for (const { when, disputes, message } of index.pathway.inconsistencies) {
    if (interpreter.judge(when).truth !== true) continue;
    // Only what was said can be in dispute; the rest of the list was never said, or only presumed.
    const said = disputes.filter((feature) => facts.valueOf(feature) !== undefined);
    for (const feature of said) if (!disputed.has(feature)) disputed.set(feature, { features: said, message });
  }
}

/**
 * Lets presumptions in where nobody said anything. A feature that is computed from others, however many steps away, is not presumed
 * either while one of these was asked and not known, came without its unit, or is disputed.
 */
function presume(index: PathwayIndex, facts: Facts): Facts {
  const isOpenToIt = (id: FeatureId): boolean => {
    const from = index.features.get(id)?.derive;
    return (
      isNotAsked(facts, id) &&
      (from === undefined || featuresIn(from).every((part) => facts.valueOf(part) !== undefined || isOpenToIt(part)))
    );
  };
  return facts.withAll(
    index.pathway.features.flatMap((feature): [FeatureId, Knowledge][] => {
      const { id, presume: value } = feature;
      if (value === undefined || !isOpenToIt(id)) return [];
      return [[id, { kind: "known", finding: { feature: id, value, from: "presumed" } }]];
    }),
  );
}

function isNotAsked(facts: Facts, feature: FeatureId): boolean {
  const knowledge = facts.of(feature);
  return knowledge.kind === "unknown" && knowledge.why === "not-asked";
}

function uniqueByMessage(contradictions: readonly Contradiction[]): readonly Contradiction[] {
  return [...new Map(contradictions.map((contradiction) => [contradiction.message, contradiction])).values()];
}
