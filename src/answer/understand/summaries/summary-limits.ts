import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { MatchedText } from "../match/matched-text.ts";
import type { SummaryKind, SummaryLimitKind } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import { isOneOf, type SentenceWords } from "../sentence-words.ts";
import { tokensOf } from "../text/by-token.ts";
import { isSomewhere, placesOf, widen } from "../text/stretch.ts";
import { isBreak } from "../text/tokens.ts";

/** What the limits of a summary are read from. */
export interface LimitScene {
  readonly text: MatchedText;
  readonly limits: Limits;
  readonly sentenceWords: SentenceWords;
  /** Stems of words that say nothing of a subject. */
  readonly commonStems: ReadonlySet<string>;
}

/** Words between a summary and what it is of: no other findings on examination of the chest. */
const MATTER_REACH = 4;
/** Words of what stands behind "risk factors for". */
const NAMED_REACH = 5;

/** The tokens of each kind of limit, said of the patient now. Gathered once: a hostile text may be nothing but summaries. */
export type Limits = Readonly<Record<SummaryLimitKind, ReadonlySet<number>>>;

/** Gathers what limits summaries, as far as it is said of the patient. */
export function limitsIn(readings: readonly Reading[]): Limits {
  const tokens = (kind: SummaryLimitKind) =>
    tokensOf(
      readings.filter(({ entry: { target }, light }) => {
        const isOfPatient = light !== "hypothetical" && light !== "family";
        return target.kind === "summaryLimit" && target.limit === kind && isOfPatient;
      }),
    );
  return { openItems: tokens("openItems"), otherMatter: tokens("otherMatter"), ownMatter: tokens("ownMatter") };
}

/** "Two left blank": how many items at least the text leaves open without their names; none where it says no such thing. */
export function openItems({ limits: { openItems: tokens }, text }: Pick<LimitScene, "limits" | "text">): number {
  if (tokens.size === 0) return 0;
  const counts = [...tokens].flatMap((at) => countAt(at, text));
  return Math.max(1, ...counts);
}

/**
 * "No cardiac risk factors", "risk factors for bleeding: none", "chest examination unremarkable", "HAS-BLED: no item present": the words beside the
 * summary say that it is of a matter of which no topic's items are.
 */
export function isOfOtherMatter(reading: Reading, summary: SummaryKind, scene: LimitScene): boolean {
  const { text, limits, sentenceWords } = scene;
  const isOther = (at: number) => limits.otherMatter.has(at) && !limits.ownMatter.has(at);
  if (isSomewhere(reading, isOther)) return true;
  if (isOther(behindSmallWords(reading, scene)) || isOther(beforeSmallWords(reading, scene))) return true;
  const isNoun = (at: number) => isOneOf(sentenceWords.matterNouns, text.tokens[at]);
  return summary !== "everySign" && isSomewhere(reading, (at) => isNoun(at) && namesOtherMatter(at, scene));
}

/** The first word behind a summary that is no preposition or article. */
function behindSmallWords(
  { to }: Reading,
  { text: { tokens, skippable }, commonStems, sentenceWords }: LimitScene,
): number {
  let at = to;
  const isSmall = () =>
    !isOneOf(sentenceWords.conjunctions, tokens[at]) &&
    (skippable.has(at) || commonStems.has(tokens[at]?.stem ?? "") || isOneOf(sentenceWords.placing, tokens[at]));
  while (at - to < MATTER_REACH && !isBreak(tokens[at]) && isSmall()) at += 1;
  return at;
}

/** The last word before a summary; what stands before a colon is its label. */
function beforeSmallWords({ from }: Reading, { text: { tokens, skippable }, sentenceWords }: LimitScene): number {
  let at = from - 1;
  while (from - at <= MATTER_REACH && isOneOf(sentenceWords.negatives, tokens[at])) at -= 1;
  if (tokens[at]?.raw === ":" || tokens[at]?.raw === "-") at -= 1;
  while (from - at <= MATTER_REACH && (skippable.has(at) || isOneOf(sentenceWords.summaryHeads, tokens[at]))) at -= 1;
  return at;
}

/** "No osteoporosis risk factors", "risk factors for falling": a word of its own before the noun, or behind it one that is not the topic's. */
function namesOtherMatter(noun: number, scene: LimitScene): boolean {
  const { text, limits, sentenceWords, commonStems } = scene;
  const { tokens, skippable } = text;
  const isSmall = (at: number) => skippable.has(at) || commonStems.has(tokens[at]?.stem ?? "");
  const before = tokens[noun - 1];
  const isPlain =
    before?.kind !== "word" ||
    limits.ownMatter.has(noun - 1) ||
    isSmall(noun - 1) ||
    isOneOf(sentenceWords.matterNouns, before) ||
    isOneOf(sentenceWords.plainMatters, before);
  if (!isPlain) return true;
  let at = noun + 1;
  while (isSmall(at) && !isOneOf(sentenceWords.ofMatter, tokens[at])) at += 1;
  if (!isOneOf(sentenceWords.ofMatter, tokens[at])) return false;
  for (let to = at + 1; to - at <= NAMED_REACH && !isBreak(tokens[to]); to += 1)
    if (limits.ownMatter.has(to)) return false;
  return true;
}

/** Whether somebody else sums up: "all items negative in the letter". */
export function isReported(reading: Reading, { text: { tokens }, sentenceWords }: LimitScene): boolean {
  const { from, to } = widen(reading, tokens, isBreak, CLAUSE_REACH);
  const isReporter = (at: number) => isOneOf(sentenceWords.reporters, tokens[at]);
  return isSomewhere({ from, to: reading.from }, isReporter) || isSomewhere({ from: reading.to, to }, isReporter);
}

/** Bounded: a hostile text is one clause. */
const CLAUSE_REACH = 12;

/** "Seven of ten criteria absent", and nothing is told of the others: fewer are summed up than would be denied. */
export function isOfFewer(
  reading: Reading,
  denied: readonly CaseFeature[],
  { text }: Pick<LimitScene, "text">,
): boolean {
  let from = reading.from;
  while (reading.from - from < MATTER_REACH && !isBreak(text.tokens[from - 1])) from -= 1;
  const counts = placesOf({ from, to: reading.to }).flatMap((at) => countAt(at, text));
  const named = counts.filter((count) => count >= FEWEST_SUMMED && count <= MOST_SUMMED);
  return named.length > 0 && Math.min(...named) < denied.length;
}

/** "Apart from these two": smaller numbers are of what was told. */
const FEWEST_SUMMED = 4;
const MOST_SUMMED = 20;

function countAt(at: number, { tokens }: MatchedText): readonly number[] {
  const value = Number(tokens[at]?.number?.value);
  return Number.isInteger(value) ? [value] : [];
}
