import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import { sourcesOf } from "../../pathway/language/features-in.ts";
import type { CaseFeature, FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { restsOn } from "../withhold-exclusion.ts";
import { aside, holding, type State } from "./held-findings.ts";
import { keyOf } from "./statement-key.ts";

/** What a follow-up brings in. */
export interface News {
  readonly stated: readonly Statement[];
  readonly supposed: readonly Statement[];
  /** Said to put right what was said before. */
  readonly corrects: boolean;
}

/**
 * The state of the conversation with the news in it. What is said of a feature takes the place of what was said of it before,
 * and one result of a test takes the place of another. Who the patient is is replaced by a correction alone: otherwise a second age or sex
 * contradicts the first, and the reader is asked.
 */
export function carryOver(topic: RunnableTopic, carried: State, { stated, supposed, corrects }: News): State {
  const said = new Set(holding(carried).map(({ statement }) => keyOf(statement)));
  const isNew = (statement: Statement) => !said.has(keyOf(statement));
  const [facts, suppositions] = [stated.filter(isNew), supposed.filter(isNew)];
  const namesIn = (statements: readonly Statement[]) =>
    new Set(statements.flatMap(({ feature }) => namesOf(topic, feature)));
  const changing = facts.filter(({ feature }) => corrects || !topic.unchanging.includes(feature));
  // That something is not known takes the place of nothing that is told in other ways: "0.34", then "unit not given".
  const replaced = new Set([
    ...namesIn(changing.filter(({ kind }) => kind !== "unknown")),
    ...changing.map(({ feature }) => feature),
  ]);
  const supposedAway = namesIn(suppositions);
  // An item is not known by what was said of it as a whole, once a part of it is not known.
  const open = new Set(changing.flatMap(({ kind, feature }) => (kind === "unknown" ? [feature] : [])));
  // What was only supposed and is now said is so, and what it had set aside is no more.
  const confirmed = new Set(stated.map(keyOf));
  const settled = namesIn(
    carried.flatMap((one) => (one.supposed && confirmed.has(keyOf(one.statement)) ? [one.statement] : [])),
  );
  return [
    ...carried
      .filter(
        ({ statement, setAside }) =>
          !replaced.has(statement.feature) &&
          !restsOn(topic.pathway, statement.feature, open) &&
          !(setAside === true && settled.has(statement.feature)),
      )
      .flatMap((one) => (supposedAway.has(one.statement.feature) ? aside(one) : [one]))
      .map((one) => (confirmed.has(keyOf(one.statement)) ? { ...one, supposed: false } : one)),
    ...facts.map((statement) => ({ statement, supposed: false })),
    ...suppositions.map((statement) => ({ statement, supposed: true })),
  ];
}

/** The feature, the others of its family, and those that tell the result of the same test. */
export function namesOf(topic: RunnableTopic, id: FeatureId): readonly FeatureId[] {
  const family = featureOf(topic.pathway, id)?.family;
  const sameFamily = topic.pathway.features.filter((feature) => family !== undefined && feature.family === family);
  const tests = topic.tests.filter(({ features }) => features.includes(id));
  // A new result is of a new day: the days since the old one are none of it.
  const sameTest = tests.flatMap(({ features, since }) => (since === undefined ? features : [...features, since]));
  return [id, ...sameFamily.map((feature) => feature.id), ...sameTest];
}

/**
 * Without the statements that news are computed from or that are computed from them: both cannot be looked at at once. Who the patient
 * is gives way to a supposition alone.
 */
export function withoutRelatives(
  { pathway, unchanging }: RunnableTopic,
  state: State,
  { stated, supposed }: Pick<News, "stated" | "supposed">,
  contradicting: ReadonlySet<FeatureId>,
): State {
  const { features } = pathway;
  const told = [...stated, ...supposed];
  const own = new Set(told.map(({ feature }) => feature));
  const below = new Map(features.map((feature) => [feature.id, sourcesBelow(features, feature)]));
  const isRelative = (id: FeatureId, of: readonly Statement[]) =>
    of.some(({ feature }) => below.get(feature)?.has(id) === true || below.get(id)?.has(feature) === true);
  // What contradicts something else is none of the news.
  const isOfNews = (id: FeatureId) => own.has(id) || isRelative(id, told);
  if (![...contradicting].some(isOfNews)) return state;
  return state.flatMap((one) => {
    const { feature } = one.statement;
    if (own.has(feature)) return [one];
    if (isRelative(feature, supposed)) return aside(one);
    return !unchanging.includes(feature) && isRelative(feature, told) ? [] : [one];
  });
}

/** What a feature is computed from, and what follows from it, however indirectly. */
function sourcesBelow(features: readonly CaseFeature[], feature: CaseFeature): ReadonlySet<FeatureId> {
  const found = new Set<FeatureId>();
  const pending = [feature];
  for (let next = pending.pop(); next !== undefined; next = pending.pop())
    for (const id of [...sourcesOf(next), ...next.implies.map(({ feature: implied }) => implied)]) {
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
