import type { Statement, TextSpan } from "../../../pathway/model/finding.ts";
import type { MatchedText } from "../match/matched-text.ts";
import type { SummaryKind } from "../phrases/entry.ts";
import { isWhenDenied } from "../phrases/phrase.ts";
import type { Reading } from "../readings/readings.ts";
import { isOneOf, type SentenceWords } from "../sentence-words.ts";
import type { SpokenTopic } from "../spoken-topic.ts";
import type { Outcome } from "../statements/outcome.ts";
import { isSomewhere, widen } from "../text/stretch.ts";
import { isBreak, isSentenceEnd } from "../text/tokens.ts";
import { ScoreItems } from "./score-items.ts";
import { isOfFewer, isOfOtherMatter, isReported, type LimitScene, limitsIn, openItems } from "./summary-limits.ts";

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
 * read, the very finding was missed, and nothing is denied. `known`: what was told before this text counts as told.
 */
export function statementsOfSummaries(
  topic: SpokenTopic,
  outcomes: readonly Outcome[],
  scene: SummaryScene,
  known: ReadonlySet<string> = NONE,
): Summed {
  const { readings, spanOf, supposesMore } = scene;
  // Most texts sum up nothing: then no item has to be looked for.
  if (!readings.some(({ entry }) => entry.target.kind === "summary"))
    return { statements: [], implied: fromSeveralDenials(outcomes) };
  const limited = { ...scene, limits: limitsIn(readings) };
  const items = new ScoreItems(topic);
  const told: Told = { items, outcomes, affirmed: affirmedIn(outcomes) };
  const isSomeTold = isSomeItemTold(told) || items.spokenOf(items.of("everyItem"), known).length > 0;
  const isSomeAffirmed = items.spokenOf(items.of("everyItem"), told.affirmed).length > 0;
  const isShort = isFewerThanPoints(told, scene.text) || leavesOpen(told, limited);
  const spoken = new Set([...known, ...featuresSpokenOf(outcomes), ...featuresImpliedBy(outcomes)]);
  const denied = deniedIn(outcomes);
  const implied = new Map<string, Implied>();
  for (const reading of readings) {
    const { from, to } = reading;
    const { target } = reading.entry;
    if (target.kind !== "summary" || !says(reading, scene.sentenceWords) || isShort) continue;
    const { summary } = target;
    if (summary === "everyItem" && !isSomeTold && supposesMore(reading)) continue;
    // "All items negative in the letter; I find a calf 4 cm larger": what sums up all, and is wrong in one, is none of the patient's.
    if (isSomeAffirmed && !supposesMore(reading) && isReported(reading, limited)) continue;
    if (leavesOutUnread(reading, outcomes, scene) || isOfOtherMatter(reading, summary, limited)) continue;
    const open = items.of(summary).filter((item) => !items.isSpokenOf(item, spoken, denied));
    if (summary === "everyItem" && isOfFewer(reading, open, limited)) continue;
    for (const { id: feature } of open)
      if (!implied.has(feature)) implied.set(feature, { feature, from: summary, span: spanOf(from, to) });
  }
  const once = [...implied.values()];
  return {
    statements: once.map(({ feature, span }) => ({ feature, kind: "value", value: false, span })),
    implied: [...once, ...fromSeveralDenials(outcomes)],
  };
}

const NONE: ReadonlySet<string> = new Set();

/** What summaries are read from. */
interface SummaryScene extends Omit<LimitScene, "limits"> {
  readonly readings: readonly Reading[];
  readonly spanOf: (from: number, to: number) => TextSpan;
  readonly supposesMore: (reading: Reading) => boolean;
}

/** What the text tells of the items of the score. */
interface Told {
  readonly items: ScoreItems;
  readonly outcomes: readonly Outcome[];
  readonly affirmed: ReadonlySet<string>;
}

/** "Eight marked no, two not answered": unless as many items are named as not known, any of them may be the one left open. */
function leavesOpen({ items, outcomes }: Told, limited: Pick<LimitScene, "text" | "limits">): boolean {
  const open = openItems(limited);
  if (open === 0) return false;
  const unknown = new Set(
    outcomes.flatMap(({ feature, statement }) => (statement?.kind === "unknown" ? feature.id : [])),
  );
  return items.of("everyItem").filter(({ id }) => unknown.has(id)).length < open;
}

/** Bounded: a hostile text is one sentence. */
const SENTENCE_REACH = 40;

/** "All other items are negative except for the girth": what is left out and was read as nothing may be any of them, so that none is denied. */
function leavesOutUnread(
  reading: Reading,
  outcomes: readonly Outcome[],
  {
    text: { tokens, skippable },
    sentenceWords: { exceptions, pointing },
  }: Pick<SummaryScene, "text" | "sentenceWords">,
): boolean {
  const affirming = outcomes.filter(affirms);
  const told = new Set(affirming.flatMap(({ reading: { at } }) => at.map((place) => tokens[place]?.stem)));
  return isSomewhere(widen(reading, tokens, isSentenceEnd, SENTENCE_REACH), (at) => {
    if (!isOneOf(exceptions, tokens[at])) return false;
    const { to } = widen({ from: at, to: at + 1 }, tokens, isBreak, SENTENCE_REACH - 1);
    const leftOut = tokens.slice(at + 1, to);
    if (leftOut.length === 0 || leftOut.some((token) => isOneOf(pointing, token))) return false;
    const isTold = affirming.some((one) => one.reading.from < to && one.reading.to > at);
    // "Apart from the tenderness", which was told before in the same word.
    const isSaidAgain = leftOut.every(({ stem }, index) => skippable.has(at + 1 + index) || told.has(stem));
    return !isTold && !isSaidAgain;
  });
}

function denies({ statement }: Outcome): boolean {
  return statement?.kind === "value" && statement.value === false;
}

function affirms({ statement }: Outcome): boolean {
  return statement?.kind === "value" && statement.value !== false;
}

const POINTS = "{score}";

/** "Three points", and two items were read that give one: the third is among those that a summary would deny. */
function isFewerThanPoints({ items, affirmed }: Told, { measures }: MatchedText): boolean {
  const points = [...measures.values()].flatMap(({ unit, value }) => (unit === POINTS ? (value ?? []) : []));
  if (points.length === 0) return false;
  const told = items.spokenOf(items.findings, affirmed);
  // A judgement that takes points away makes the total say less than what was found.
  const judged = items.of("everyItem").filter((item) => !items.findings.includes(item));
  return items.spokenOf(judged, affirmed).length === 0 && points.some((each) => each.gt(told.length));
}

/** Whether the text speaks of an item of the score, or of what it is computed from; to deny a judgement tells no finding. */
function isSomeItemTold({ items, outcomes, affirmed }: Told): boolean {
  const spoken = new Set(outcomes.map(({ feature }) => feature.id));
  return (
    items.spokenOf(items.findings, spoken).length > 0 || items.spokenOf(items.of("everyItem"), affirmed).length > 0
  );
}

/** Features of which something is said, other than that they are not so. */
function affirmedIn(outcomes: readonly Outcome[]): ReadonlySet<string> {
  return new Set(outcomes.flatMap((outcome) => (denies(outcome) ? [] : outcome.feature.id)));
}

/** Features that are told as not so, and in no other way. */
function deniedIn(outcomes: readonly Outcome[]): ReadonlySet<string> {
  const otherwise = new Set(outcomes.flatMap((outcome) => (denies(outcome) ? [] : outcome.feature.id)));
  return new Set(outcomes.flatMap(({ feature: { id } }) => (otherwise.has(id) ? [] : id)));
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

function says({ entry: { phrase }, light }: Reading, { denyingSummaries }: SentenceWords): boolean {
  if (isWhenDenied(phrase)) return light === "denied";
  // "No alternative, all others negative": a denial that a list of denials reaches is one still.
  return (
    light === undefined ||
    (light === "denied" && phrase.written.split(/\P{L}+/u).some((word) => denyingSummaries.has(word)))
  );
}
