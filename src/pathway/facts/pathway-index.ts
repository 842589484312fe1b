import type { CaseFeature } from "../model/feature.ts";
import type { Definition, FollowUp, Parameter, Pathway, Recommendation, Score } from "../model/pathway.ts";

/** The parts of a pathway by name, made once for a pathway. */
export interface PathwayIndex {
  readonly pathway: Pathway;
  readonly features: ReadonlyMap<string, CaseFeature>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly scores: ReadonlyMap<string, Score>;
  readonly followUps: ReadonlyMap<string, FollowUp>;
  readonly recommendations: ReadonlyMap<string, Recommendation>;
}

const indexes = new WeakMap<Pathway, PathwayIndex>();

/** The parts of a pathway by their names; made once for each. */
export function indexOf(pathway: Pathway): PathwayIndex {
  const known = indexes.get(pathway);
  if (known !== undefined) return known;
  const index: PathwayIndex = {
    pathway,
    features: new Map(pathway.features.map((feature) => [feature.id, feature])),
    parameters: new Map(pathway.parameters.map((parameter) => [parameter.id, parameter])),
    definitions: new Map(pathway.definitions.map((definition) => [definition.id, definition])),
    scores: new Map(pathway.scores.map((score) => [score.id, score])),
    followUps: new Map(pathway.followUps.map((followUp) => [followUp.id, followUp])),
    recommendations: new Map(pathway.recommendations.map((recommendation) => [recommendation.code, recommendation])),
  };
  indexes.set(pathway, index);
  return index;
}

/** The member of a map that a checked pathway always has. */
export function getPart<T>(parts: ReadonlyMap<string, T>, id: string): T {
  const part = parts.get(id);
  if (part === undefined) throw new Error(`a checked pathway names only what it has, but \`${id}\` is missing`);
  return part;
}
