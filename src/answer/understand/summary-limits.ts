import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { SummaryKind, SummaryLimitKind } from "./entry.ts";
import type { MatchedText } from "./matched-text.ts";
import type { Reading } from "./readings.ts";
import type { SentenceWords } from "./sentence-words.ts";
import { isBreak } from "./tokens.ts";

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

/** The tokens of each kind of limit. Gathered once: a hostile text may be nothing but summaries. */
export type Limits = Readonly<Record<SummaryLimitKind, ReadonlySet<number>>>;

export function limitsIn(readings: readonly Reading[]): Limits {
  const tokens = (kind: SummaryLimitKind) => limitTokens(readings, kind);
  return { openItems: tokens("openItems"), otherMatter: tokens("otherMatter"), ownMatter: tokens("ownMatter") };
}

/** Tokens that are limits of one kind, said of the patient now. */
function limitTokens(readings: readonly Reading[], kind: SummaryLimitKind): ReadonlySet<number> {
  return new Set(
    readings.flatMap(({ entry: { target }, at, light }) =>
      target.kind === "summaryLimit" && target.limit === kind && light !== "hypothetical" && light !== "family"
        ? at
        : [],
    ),
  );
}

/** "Two left blank": how many items at least the text leaves open without their names; none where it says no such thing. */
export function openItems({ limits: { openItems: tokens }, text }: Pick<LimitScene, "limits" | "text">): number {
  if (tokens.size === 0) return 0;
  const counts = [...tokens].flatMap((at) => countAt(at, text) ?? []);
  return Math.max(1, ...counts);
}

/**
 * "No cardiac risk factors", "risk factors for bleeding: none", "chest examination unremarkable", "HAS-BLED: no item present": the words beside the
 * summary say that it is of a matter of which no topic's items are.
 */
export function isOfOtherMatter(reading: Reading, summary: SummaryKind, scene: LimitScene): boolean {
  const { tokens } = scene.text;
  const { otherMatter: other, ownMatter: own } = scene.limits;
  const isOther = (at: number) => other.has(at) && !own.has(at);
  for (let at = reading.from; at < reading.to; at += 1) if (isOther(at)) return true;
  if (isOther(behindSmallWords(reading, scene)) || isOther(beforeSmallWords(reading, scene))) return true;
  if (summary === "everySign") return false;
  for (let at = reading.from; at < reading.to; at += 1)
    if (scene.sentenceWords.matterNouns.has(tokens[at]?.raw ?? "") && namesOtherMatter(at, own, scene)) return true;
  return false;
}

/** The first word behind a summary that is no preposition or article. */
function behindSmallWords(
  { to }: Reading,
  { text: { tokens, skippable }, commonStems, sentenceWords }: LimitScene,
): number {
  let at = to;
  const isSmall = () =>
    !sentenceWords.conjunctions.has(tokens[at]?.raw ?? "") &&
    (skippable.has(at) || commonStems.has(tokens[at]?.stem ?? "") || sentenceWords.placing.has(tokens[at]?.raw ?? ""));
  while (at - to < MATTER_REACH && !isBreak(tokens[at]) && isSmall()) at += 1;
  return at;
}

/** The last word before a summary; what stands before a colon is its label. */
function beforeSmallWords({ from }: Reading, { text: { tokens, skippable }, sentenceWords }: LimitScene): number {
  let at = from - 1;
  while (from - at <= MATTER_REACH && sentenceWords.negatives.has(tokens[at]?.raw ?? "")) at -= 1;
  if (tokens[at]?.raw === ":" || tokens[at]?.raw === "-") at -= 1;
  while (from - at <= MATTER_REACH && (skippable.has(at) || sentenceWords.summaryHeads.has(tokens[at]?.raw ?? "")))
    at -= 1;
  return at;
}

/** "No osteoporosis risk factors", "risk factors for falling": a word of its own before the noun, or behind it one that is not the topic's. */
function namesOtherMatter(noun: number, own: ReadonlySet<number>, scene: LimitScene): boolean {
  const { text, sentenceWords, commonStems } = scene;
  const { tokens } = text;
  const before = tokens[noun - 1];
  const isPlain =
    before === undefined ||
    before.kind !== "word" ||
    own.has(noun - 1) ||
    text.skippable.has(noun - 1) ||
    commonStems.has(before.stem) ||
    sentenceWords.matterNouns.has(before.raw) ||
    sentenceWords.plainMatters.has(before.raw);
  if (!isPlain) return true;
  let at = noun + 1;
  while (text.skippable.has(at) || commonStems.has(tokens[at]?.stem ?? "")) {
    if (sentenceWords.ofMatter.has(tokens[at]?.raw ?? "")) break;
    at += 1;
  }
  if (!sentenceWords.ofMatter.has(tokens[at]?.raw ?? "")) return false;
  for (let to = at + 1; to - at <= NAMED_REACH && !isBreak(tokens[to]); to += 1) if (own.has(to)) return false;
  return true;
}

/** Whether somebody else sums up: "all items negative in the letter". */
export function isReported({ from, to }: Reading, { text: { tokens }, sentenceWords }: LimitScene): boolean {
  const isReporter = (at: number) => sentenceWords.reporters.has(tokens[at]?.raw ?? "");
  for (let at = from - 1; from - at <= CLAUSE_REACH && !isBreak(tokens[at]); at -= 1) if (isReporter(at)) return true;
  for (let at = to; at - to < CLAUSE_REACH && !isBreak(tokens[at]); at += 1) if (isReporter(at)) return true;
  return false;
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
  const counts: number[] = [];
  for (let at = from; at < reading.to; at += 1) counts.push(...(countAt(at, text) ?? []));
  const named = counts.filter((count) => count >= FEWEST_SUMMED && count <= MOST_SUMMED);
  return named.length > 0 && Math.min(...named) < denied.length;
}

/** "Apart from these two": smaller numbers are of what was told. */
const FEWEST_SUMMED = 4;
const MOST_SUMMED = 20;

function countAt(at: number, { tokens }: MatchedText): readonly number[] | undefined {
  const value = Number(tokens[at]?.number?.value);
  return Number.isInteger(value) ? [value] : undefined;
}
