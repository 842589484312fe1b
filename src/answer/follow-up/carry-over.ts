import type { Topic } from "../../library/model/topic.ts";
import type { CaseFeature, FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { sourcesOf } from "../understand/readings.ts";
import type { CarriedStatement } from "./held-findings.ts";
import { keyOf } from "./read-follow-up.ts";

type RunnableTopic = Topic & { readonly pathway: Pathway };

/** What a follow-up brings in. */
export interface News {
  readonly stated: readonly Statement[];
  readonly supposed: readonly Statement[];
}

/**
 * The state of the conversation with the news in it. What is said of a feature takes the place of what was said of it before,
 * and one result of a test takes the place of another. Who the patient is is not replaced: a second age or sex contradicts
 * the first, and the reader is asked.
 */
export function carryOver(
  topic: RunnableTopic,
  carried: readonly CarriedStatement[],
  { stated, supposed }: News,
): readonly CarriedStatement[] {
  const known = new Set(carried.map(({ statement }) => keyOf(statement)));
  const isNew = (statement: Statement) => !known.has(keyOf(statement));
  const [facts, suppositions] = [stated.filter(isNew), supposed.filter(isNew)];
  const replaced = new Set([
    ...facts
      .filter(({ feature }) => !tellsWho(topic.pathway, feature))
      .flatMap(({ feature }) => namesOf(topic, feature)),
    ...suppositions.flatMap(({ feature }) => namesOf(topic, feature)),
  ]);
  // What was only supposed and is now said is so.
  const confirmed = new Set(stated.map(keyOf));
  return [
    ...carried
      .filter(({ statement }) => !replaced.has(statement.feature))
      .map((one) => (confirmed.has(keyOf(one.statement)) ? { ...one, supposed: false } : one)),
    ...facts.map((statement) => ({ statement, supposed: false })),
    ...suppositions.map((statement) => ({ statement, supposed: true })),
  ];
}

/** The feature, the others of its family, and those that tell the result of the same test. */
function namesOf(topic: RunnableTopic, id: FeatureId): readonly FeatureId[] {
  const family = featureOf(topic.pathway, id)?.family;
  const sameFamily = topic.pathway.features.filter((feature) => family !== undefined && feature.family === family);
  const tests = topic.tests.filter(({ features }) => features.includes(id));
  // A new result is of a new day: the days since the old one are none of it.
  const sameTest = tests.flatMap(({ features, since }) => (since === undefined ? features : [...features, since]));
  return [id, ...sameFamily.map((feature) => feature.id), ...sameTest];
}

/** The first group of a pathway's features says who the patient is. */
function tellsWho({ features }: Pathway, id: FeatureId): boolean {
  return features.find((feature) => feature.id === id)?.group === features[0]?.group;
}

/** Without the statements that a supposition is computed from or that are computed from it: both cannot be looked at at once. */
export function withoutRelatives(
  { features }: Pathway,
  state: readonly CarriedStatement[],
  supposed: readonly Statement[],
): readonly CarriedStatement[] {
  const own = new Set(supposed.map(({ feature }) => feature));
  const below = new Map(features.map((feature) => [feature.id, sourcesBelow(features, feature)]));
  const isRelative = (id: FeatureId) =>
    !own.has(id) && [...own].some((one) => below.get(one)?.has(id) === true || below.get(id)?.has(one) === true);
  return state.filter(({ statement }) => !isRelative(statement.feature));
}

function sourcesBelow(features: readonly CaseFeature[], feature: CaseFeature): ReadonlySet<FeatureId> {
  const found = new Set<FeatureId>();
  const pending = [feature];
  for (let next = pending.pop(); next !== undefined; next = pending.pop())
    for (const id of sourcesOf(next)) {
      const source = features.find((candidate) => candidate.id === id);
      if (found.has(id)) continue;
      found.add(id);
      if (source !== undefined) pending.push(source);
    }
  return found;
}

function featureOf({ features }: Pathway, id: FeatureId): CaseFeature | undefined {
  return features.find((feature) => feature.id === id);
}
