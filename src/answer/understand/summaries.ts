import { sourcesOf } from "../../pathway/language/features-in.ts";
import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { Statement, TextSpan } from "../../pathway/model/finding.ts";
import type { SummaryKind } from "./entry.ts";
import type { MatchedText } from "./matched-text.ts";
import { isWhenDenied, type Phrase } from "./phrase.ts";
import type { Reading } from "./readings.ts";
import type { Scene } from "./scene.ts";
import type { SpokenTopic } from "./spoken-topic.ts";
import type { Outcome } from "./statements/outcome.ts";
import { isOfFewer, isOfOtherMatter, isReported, type LimitScene, limitsIn, openItems } from "./summary-limits.ts";
import { isBreak, isSentenceEnd } from "./tokens.ts";

/** A finding read from words that sum up several: shown for confirmation, since the feature itself was not named. */
export interface Implied {
  readonly feature: string;
  readonly from: SummaryKind | "severalDenials";
  readonly span: TextSpan;
}

export interface Summed {
  readonly statements: readonly Statement[];
  readonly implied: readonly Implied[];
}

/**
 * "Only Wells feature", "no risk factors", "no other findings": every item of the score that the phrase sums up and that the text
 * says nothing else about is denied, with the phrase as its span. "The other items are negative" supposes that one was told: where none was
 * read, the very finding was missed, and nothing is denied.
 */
export function statementsOfSummaries(
  topic: SpokenTopic,
  outcomes: readonly Outcome[],
  scene: Pick<Scene, "text" | "readings" | "spanOf" | "supposesMore" | "sentenceWords" | "commonStems">,
): Summed {
  const { text, readings, spanOf, supposesMore } = scene;
  const limited = { ...scene, limits: limitsIn(readings) };
  const spoken = new Set([...featuresSpokenOf(outcomes), ...featuresImpliedBy(outcomes)]);
  const implied: Implied[] = [];
  const features = topic.pathway?.features ?? [];
  const isSomeTold = isSomeItemTold(topic, outcomes);
  const isSomeAffirmed = itemsOf(topic, "everyItem").some((item) => isSpokenOf(item, features, affirmedIn(outcomes)));
  const isShort = isFewerThanPoints(topic, outcomes, text) || leavesOpen(topic, outcomes, limited);
  for (const reading of readings) {
    const { entry, light, from, to } = reading;
    if (entry.target.kind !== "summary" || !says(entry.phrase, light) || isShort) continue;
    if (entry.target.summary === "everyItem" && !isSomeTold && supposesMore(reading)) continue;
    const { summary } = entry.target;
    // "All items negative in the letter; I find a calf 4 cm larger": what sums up all, and is wrong in one, is none of the patient's.
    if (isSomeAffirmed && !supposesMore(reading) && isReported(reading, limited)) continue;
    if (leavesOutUnread(reading, outcomes, scene) || isOfOtherMatter(reading, summary, limited)) continue;
    const denied = itemsOf(topic, summary).filter((feature) => !isSpokenOf(feature, features, spoken));
    if (summary === "everyItem" && isOfFewer(reading, denied, limited)) continue;
    for (const { id } of denied) implied.push({ feature: id, from: summary, span: spanOf(from, to) });
  }
  const once = implied.filter((each, at) => implied.findIndex((other) => other.feature === each.feature) === at);
  return {
    statements: once.map(({ feature, span }) => ({ feature, kind: "value", value: false, span })),
    implied: [...once, ...fromSeveralDenials(outcomes)],
  };
}

/** "Eight marked no, two not answered": unless as many items are named as not known, any of them may be the one left open. */
function leavesOpen(
  topic: SpokenTopic,
  outcomes: readonly Outcome[],
  scene: Pick<LimitScene, "text" | "limits">,
): boolean {
  const open = openItems(scene);
  if (open === 0) return false;
  const items = new Set(itemsOf(topic, "everyItem").map(({ id }) => id));
  const named = new Set(
    outcomes.flatMap(({ feature, statement }) =>
      statement?.kind === "unknown" && items.has(feature.id) ? [feature.id] : [],
    ),
  );
  return named.size < open;
}

/** Bounded: a hostile text is one sentence. */
const SENTENCE_REACH = 40;

/** "All other items are negative except for the girth": what is left out and was read as nothing may be any of them, so that none is denied. */
function leavesOutUnread(
  { from, to }: Reading,
  outcomes: readonly Outcome[],
  { text: { tokens, skippable }, sentenceWords: { exceptions, pointing } }: Pick<Scene, "text" | "sentenceWords">,
): boolean {
  const told = new Set(outcomes.filter(affirms).flatMap(({ reading }) => reading.at.map((at) => tokens[at]?.stem)));
  let start = from;
  while (start > 0 && from - start < SENTENCE_REACH && !isSentenceEnd(tokens[start - 1])) start -= 1;
  for (let at = start; at < to + SENTENCE_REACH && !(at >= to && isSentenceEnd(tokens[at])); at += 1) {
    if (!exceptions.has(tokens[at]?.raw ?? "")) continue;
    let end = at + 1;
    while (end < tokens.length && end - at < SENTENCE_REACH && !isBreak(tokens[end])) end += 1;
    const leftOut = tokens.slice(at + 1, end);
    if (leftOut.length === 0 || leftOut.some(({ raw }) => pointing.has(raw))) continue;
    const isTold = outcomes.some((one) => affirms(one) && one.reading.from < end && one.reading.to > at);
    // "Apart from the tenderness", which was told before in the same word.
    const isSaidAgain = leftOut.every(({ stem }, index) => skippable.has(at + 1 + index) || told.has(stem));
    if (!isTold && !isSaidAgain) return true;
  }
  return false;
}

function affirms({ statement }: Outcome): boolean {
  return statement?.kind === "value" && statement.value !== false;
}

/** Whether the text says the feature, or what it is computed from, however many steps away. */
function isSpokenOf(feature: CaseFeature, features: readonly CaseFeature[], spoken: ReadonlySet<string>): boolean {
  if (spoken.has(feature.id)) return true;
  const sources = sourcesOf(feature);
  return features.some((source) => sources.includes(source.id) && isSpokenOf(source, features, spoken));
}

const POINTS = "{score}";

/** "Three points", and two items were read that give one: the third is among those that a summary would deny. */
function isFewerThanPoints(topic: SpokenTopic, outcomes: readonly Outcome[], { measures }: MatchedText): boolean {
  const points = [...measures.values()].flatMap(({ unit, value }) => (unit === POINTS ? (value ?? []) : []));
  if (points.length === 0) return false;
  const affirmed = affirmedIn(outcomes);
  const features = topic.pathway?.features ?? [];
  const isTold = (item: CaseFeature) => isSpokenOf(item, features, affirmed);
  const giving = [...itemsOf(topic, "everyRisk"), ...itemsOf(topic, "everySign")];
  // A judgement that takes points away makes the total say less than what was found.
  if (itemsOf(topic, "everyItem").some((item) => !giving.includes(item) && isTold(item))) return false;
  const told = giving.filter(isTold).length;
  return points.some((each) => each.gt(told));
}

/** Whether the text speaks of an item of the score, or of what it is computed from; to deny a judgement tells no finding. */
function isSomeItemTold(topic: SpokenTopic, outcomes: readonly Outcome[]): boolean {
  const features = topic.pathway?.features ?? [];
  const findings = [...itemsOf(topic, "everyRisk"), ...itemsOf(topic, "everySign")];
  const spoken = new Set(outcomes.map(({ feature }) => feature.id));
  const affirmed = affirmedIn(outcomes);
  return (
    findings.some((item) => isSpokenOf(item, features, spoken)) ||
    itemsOf(topic, "everyItem").some((item) => isSpokenOf(item, features, affirmed))
  );
}

/** Features of which something is said, other than that they are not so. */
function affirmedIn(outcomes: readonly Outcome[]): ReadonlySet<string> {
  return new Set(
    outcomes.flatMap(({ feature, statement }) =>
      statement?.kind === "value" && statement.value === false ? [] : [feature.id],
    ),
  );
}

/** A denial that the lexicon reads out of several others ("no surgery" and "no bed rest") is for the reader to confirm as well. */
function fromSeveralDenials(outcomes: readonly Outcome[]): readonly Implied[] {
  const isJoined = ({ reading }: Outcome) => reading.entry.phrase.parts.length > 1;
  const outright = new Set(
    outcomes.filter((outcome) => outcome.statement && !isJoined(outcome)).map(({ feature }) => feature.id),
  );
  return outcomes.flatMap((outcome) => {
    const { statement, reading } = outcome;
    if (statement?.span === undefined || !isJoined(outcome) || reading.entry.target.kind !== "denies") return [];
    if (outright.has(statement.feature)) return [];
    return [{ feature: statement.feature, from: "severalDenials" as const, span: statement.span }];
  });
}

/** Features that follow from what is said of others: a clot in the same leg was a clot. */
function featuresImpliedBy(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ feature: { implies }, statement }) =>
    implies.flatMap(({ when, feature }) => (statement?.kind === "value" && statement.value === when ? [feature] : [])),
  );
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

function says(phrase: Phrase, light: Reading["light"]): boolean {
  if (isWhenDenied(phrase)) return light === "denied";
  // "No alternative, all others negative": a denial that a list of denials reaches is one still.
  return light === undefined || (light === "denied" && DENIES_ITSELF.test(phrase.written));
}

const DENIES_ITSELF = /<negative>|\b(?:negative|absent|nil|none|zero|nothing|blank|empty)\b/;

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
