import type { ClinicalLanguage } from "./clinical-language.ts";
import { type Lexicon, lexiconOf } from "./lexicon/lexicon.ts";
import { type LitReadings, litReadings } from "./lit-readings.ts";
import { matchText } from "./match/matched-text.ts";
import { Matcher } from "./match/matcher.ts";
import type { Sides } from "./match/walk.ts";
import type { Telling } from "./mood.ts";
import type { Reading } from "./readings/readings.ts";
import { affectedSide } from "./sides/affected-side.ts";
import { joinPairsOfSides } from "./sides/joined-pairs.ts";
import { isUnderOtherSide } from "./sides/labelled-sides.ts";
import { orderedCaptures } from "./sides/measured-sides.ts";
import { idleWithoutSide, isOfOtherSide } from "./sides/other-side.ts";
import { type Side, sidedText } from "./sides/sided-text.ts";
import { withToldSides } from "./sides/told-sides.ts";
import type { SpokenTopic } from "./spoken-topic.ts";
import { assayContext } from "./statements/assay/assay-context.ts";
import type { StatementContext } from "./statements/outcome.ts";
import { spokenNumbers } from "./statements/spoken-numbers.ts";
import { joinLabelsOfRest } from "./summaries/labels-of-rest.ts";
import { type NormalisedText, originalSpan } from "./text/normalise.ts";
import { readTokens } from "./text/read-tokens.ts";
import { widen } from "./text/stretch.ts";
import { isBreak, isSentenceEnd, type Token } from "./text/tokens.ts";

/** A text with everything that was found in it, before any of it becomes a statement. */
export interface Scene extends StatementContext {
  /** Stems of words that say nothing of a subject. */
  readonly commonStems: ReadonlySet<string>;
  /** Whether the clause of the reading supposes that there is more than it names: "the other items", "apart from this". */
  readonly supposesMore: (reading: Reading) => boolean;
}

/** Reads the text once for the side in question, and again where phrases that mean that side or the other are found. */
export function readScene(
  question: string,
  topic: SpokenTopic,
  language: ClinicalLanguage,
  { mood = "stated", today }: Telling = {},
): Scene {
  const lexicon = lexiconOf(topic, language);
  const { normalised, tokens: written } = readTokens(question, lexicon.reader, today);
  const tokens = joinLabelsOfRest(joinPairsOfSides(written, language), lexicon);
  const features = new Map((topic.pathway?.features ?? []).map((feature) => [feature.id, feature]));
  const text = matchText(tokens, lexicon);
  const sided = sidedText(tokens, features.values(), language, lexicon);
  const matcher = new Matcher(text, lexicon.index, features);
  const read = (sides: Sides | undefined) => litReadings(text, matcher.find(sides), { lexicon, features, mood });
  const told = ({ readings, lights }: LitReadings) => withToldSides(readings, lights, sided, lexicon.sentenceWords);
  const first = read(undefined);
  const side = affectedSide(told(first), sided.feature);
  const sides = side === undefined ? undefined : sidesFrom(side, lexicon);
  const settled = sides === undefined || !matcher.isMeantBySome(sides) ? first : read(sides);
  const said = { lights: settled.lights, idle: idleWithoutSide(settled.readings) };
  return {
    text,
    lights: settled.lights,
    readings: told(settled).map((reading) =>
      isOfOtherSide(reading, side, said, sided) || isUnderOtherSide(reading, side, sided, lexicon.sentenceWords)
        ? { ...reading, light: "otherSide" }
        : reading,
    ),
    features,
    spanOf: spansOf(normalised, tokens),
    capturesOf: (reading) => orderedCaptures(reading, side, sided),
    ...assayContext(text, lexicon.measureWords),
    ...spokenNumbers(topic, text),
    sentenceWords: lexicon.sentenceWords,
    commonStems: lexicon.commonStems,
    coversOf: (feature) => topic.words.get(feature)?.covers ?? {},
    ...supposingMore(tokens, lexicon),
  };
}

/** The words of both sides, as phrases are compared. */
function sidesFrom(side: Side, { reader, index }: Lexicon): Sides {
  const wordFor = (name: Side) => index.numberOf(reader.stemOf(name));
  return { same: wordFor(side), other: wordFor(side === "left" ? "right" : "left") };
}

function spansOf(normalised: NormalisedText, tokens: readonly Token[]): Scene["spanOf"] {
  return (from, to) => originalSpan(normalised, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** Tokens around a reading in which such a word is looked for. */
const SUPPOSING_REACH = 30;

/** Looks for words that suppose more than is named in the clause or the sentence of a reading. */
function supposingMore(
  tokens: readonly Token[],
  { sentenceWords }: Lexicon,
): Pick<Scene, "supposesMore" | "speaksOfRest"> {
  const isAround = (reading: Reading, ends: (token: Token | undefined) => boolean) => {
    const { from, to } = widen(reading, tokens, ends, SUPPOSING_REACH);
    return tokens.slice(from, to).some(({ raw }) => sentenceWords.supposingMore.has(raw));
  };
  return {
    supposesMore: (reading) => isAround(reading, isBreak),
    speaksOfRest: (reading) => isAround(reading, isSentenceEnd),
  };
}
