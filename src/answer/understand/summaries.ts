import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { Statement, TextSpan } from "../../pathway/model/finding.ts";
import type { SpokenTopic, SummaryKind } from "./lexicon.ts";
import { type Reading, sourcesOf } from "./readings.ts";
import type { MatchedText } from "./match.ts";
import type { Outcome } from "./statements.ts";
import { isSentenceEnd } from "./tokens.ts";

/** A finding read from words that sum up several: shown for confirmation, since the feature itself was not named. */
export interface Implied {
  readonly feature: string;
  readonly from: SummaryKind | "runThrough";
  readonly span: TextSpan;
}

export interface Summed {
  readonly statements: readonly Statement[];
  readonly implied: readonly Implied[];
}

/**
 * "Only Wells feature", "no risk factors", "no other findings": every item of the score that the phrase sums up and that the text
 * says nothing else about is denied, with the phrase as its span.
 */
export function statementsOfSummaries(
  readings: readonly Reading[],
  topic: SpokenTopic,
  outcomes: readonly Outcome[],
  { spanOf, text }: { readonly spanOf: (from: number, to: number) => TextSpan; readonly text: MatchedText },
): Summed {
  const spoken = featuresSpokenOf(outcomes);
  const implied: Implied[] = [];
  const imply = (feature: CaseFeature, from: Implied["from"], span: TextSpan): void => {
    if (spoken.has(feature.id) || [...sourcesOf(feature)].some((source) => spoken.has(source))) return;
    implied.push({ feature: feature.id, from, span });
  };
  for (const { entry, light, from, to } of readings) {
    if (entry.target.kind !== "summary" || !says(entry.phrase.parts[0]?.whenDenied ?? false, light)) continue;
    for (const feature of itemsOf(topic, entry.target.summary)) imply(feature, entry.target.summary, spanOf(from, to));
  }
  const runThrough = runThroughOf(itemsOf(topic, "everyRisk"), outcomes, text);
  if (runThrough !== undefined)
    for (const feature of itemsOf(topic, "everyRisk"))
      if (isInEveryVersion(topic, feature)) imply(feature, "runThrough", spanOf(...runThrough));
  const once = implied.filter((each, at) => implied.findIndex((other) => other.feature === each.feature) === at);
  return { statements: once.map(({ feature, span }) => ({ feature, kind: "value", value: false, span })), implied: once };
}

/** Features that the text speaks of itself, hedged or as past included: no summary may settle those. */
function featuresSpokenOf(outcomes: readonly Outcome[]): ReadonlySet<string> {
  return new Set(
    outcomes.flatMap(({ statement, unsettled }) => {
      if (statement !== undefined) return [statement.feature];
      return unsettled?.reason === "hedged" || unsettled?.reason === "past" ? [unsettled.feature] : [];
    }),
  );
}

function says(whenDenied: boolean, light: Reading["light"]): boolean {
  return whenDenied ? light === "denied" : light === undefined;
}

/**
 * The sentence in which the writer goes through the risk items and denies all of them but one ("no cancer, illness in bed, operation or
 * previous clot"): who went through the list would have named the last one. Only an item that every version of the score has is
 * implied so, since a writer may be using another version.
 */
function runThroughOf(
  items: readonly CaseFeature[],
  outcomes: readonly Outcome[],
  { tokens }: MatchedText,
): readonly [number, number] | undefined {
  const denials = items.map(({ id }) =>
    outcomes.find(({ statement }) => statement?.feature === id && statement.kind === "value" && statement.value === false),
  );
  const said = denials.flatMap((outcome) => outcome?.reading ?? []).sort((left, right) => left.from - right.from);
  if (items.length < 3 || said.length !== items.length - 1) return undefined;
  const from = said[0]?.from ?? 0;
  const to = said.at(-1)?.to ?? 0;
  return tokens.slice(from, to).some(isSentenceEnd) ? undefined : [from, to];
}

function isInEveryVersion({ pathway }: SpokenTopic, { id }: CaseFeature): boolean {
  return pathway?.scores.every(({ items }) => items.some(({ feature }) => feature === id)) ?? false;
}

/** Risk items are those one asks for, signs those one examines for; an item that takes points away is a judgement and neither. */
function itemsOf(topic: SpokenTopic, summary: SummaryKind): readonly CaseFeature[] {
  const { features = [], scores = [], decidingScore } = topic.pathway ?? {};
  const score = scores.find(({ id }) => id === decidingScore) ?? scores[0];
  const cost = summary === "everyRisk" ? "history" : "examination";
  return (score?.items ?? []).flatMap((item) => {
    const feature = features.find(({ id }) => id === item.feature);
    if (feature === undefined) return [];
    return summary === "everyItem" || (feature.cost === cost && item.points > 0) ? [feature] : [];
  });
}
