import type { CaseFeature } from "../../pathway/model/feature.ts";
import { withoutUnmet } from "./conditions.ts";
import { withoutBrokenDenials } from "./context/broken-denials.ts";
import type { Lights } from "./context/light.ts";
import type { NamedTokens } from "./context/lists/list-reader.ts";
import { readLights } from "./context/read-lights.ts";
import type { Target } from "./entry.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { MatchedText } from "./matched-text.ts";
import { withPairs } from "./measured-twice/measured-twice.ts";
import { countsIn, type Mood } from "./mood.ts";
import { withoutOverreach } from "./overreach.ts";
import { type Reading, readingsOf, withoutPieces } from "./readings.ts";
import { sideFeatureOf } from "./sides/side-feature.ts";
import type { Match } from "./walk.ts";

/** What is read in a text, and in what light each of its words is said. */
export interface LitReadings {
  readonly lights: Lights;
  readonly readings: readonly Reading[];
}

/** With what a text is read. */
interface Reader {
  readonly lexicon: Lexicon;
  readonly features: ReadonlyMap<string, CaseFeature>;
  readonly mood: Mood;
}

/** Words that tell what a number was measured of, and when. */
const OF_MEASURES: ReadonlySet<Target["kind"]> = new Set(["measured", "when"]);

/** Makes readings of the phrases that were found: cues say in what light the others stand, pieces of longer ones and unmet conditions go. */
export function litReadings(text: MatchedText, found: readonly Match[], reader: Reader): LitReadings {
  const { lexicon, features, mood } = reader;
  const isSmallWord = (at: number) => lexicon.smallWords.has(text.tokens[at]?.stem ?? "");
  const matches = withoutPieces(withoutBrokenDenials(found, text, lexicon), isSmallWord);
  const lights = lightsOf(text, matches, reader);
  const ofKind = (are: boolean) => matches.filter(({ entry }) => OF_MEASURES.has(entry.target.kind) === are);
  const said = ofKind(false).filter(({ entry: { target } }) => target.kind !== "cue" && !isTakenAsSo(target, mood));
  const readings = withoutOverreach(withoutUnmet(readingsOf(said, lights), text, lexicon.conditions));
  const words = readingsOf(ofKind(true), lights);
  const twice = { text, words, lights, features, between: lexicon.sentenceWords.betweenNumbers };
  return { lights, readings: withPairs(readings, lexicon.measuredTwice, twice) };
}

/** What only supposes a result ("would be 320") says nothing where a text is taken as supposing, as cues of that kind do not. */
function isTakenAsSo(target: Target, mood: Mood): boolean {
  return mood === "supposed" && target.kind === "elsewhere" && target.isSupposing;
}

function lightsOf(text: MatchedText, matches: readonly Match[], { lexicon, mood }: Reader): Lights {
  const consuming = matches.filter(isConsuming);
  const found = {
    cues: matches.filter(({ entry: { target } }) => target.kind === "cue" && countsIn(mood, target.cue)),
    phrases: consuming.filter(({ entry }) => entry.target.kind !== "idle"),
    consumed: new Set(consuming.flatMap(({ at }) => at)),
    named: namedIn(matches),
  };
  return readLights(text, found, lexicon, mood === "stated");
}

const CONSUMING: ReadonlySet<Target["kind"]> = new Set(["states", "denies", "idle", "summary"]);

/** A word that is part of a longer phrase ("not visualised") is no cue of its own. */
function isConsuming({ entry: { phrase, target }, at }: Match): boolean {
  return at.length > 1 && phrase.parts.length === 1 && !phrase.marks.has("alarm") && CONSUMING.has(target.kind);
}

/** Tokens with which a topic names something that one may have or not, and those that name a test: what is said of it is its result. */
function namedIn(matches: readonly Match[]): NamedTokens {
  const finds = matches.flatMap(({ at, entry: { target, phrase } }) =>
    // Words of alarm may tell of a scan, and need not: "a thrombosis" in a list of risks is none.
    (target.kind === "states" || target.kind === "denies") && !phrase.marks.has("alarm")
      ? [
          {
            at,
            feature: target.feature,
            isWhole: phrase.parts.length === 1,
            isDenial: target.kind === "denies" && phrase.parts[0]?.whenDenied !== true,
            isStated: target.kind === "states" && phrase.parts[0]?.whenDenied !== true,
            isTimeless: phrase.marks.has("timeless"),
          },
        ]
      : [],
  );
  const isTest = ({ feature: { cost } }: (typeof finds)[number]) => cost !== "history" && cost !== "examination";
  const things = finds.filter((one) => one.feature.type.kind === "truth" && !isTest(one));
  // A former thrombosis is no scan, though a scan may show one.
  const whole = new Set(things.flatMap(({ at, isWhole }) => (isWhole ? at : [])));
  const testing = finds.filter(isTest).map(({ at, isWhole }) => ({ isWhole, at: at.filter((one) => !whole.has(one)) }));
  // Who the patient is, and which leg, is not what somebody disputes with "this".
  const others = finds.flatMap(({ at, feature, isTimeless }) =>
    (feature.type.kind === "choice" || feature.type.kind === "quantity") &&
    !isTimeless &&
    sideFeatureOf([feature]) === undefined
      ? at
      : [],
  );
  const stated = new Set(finds.flatMap(({ at, isStated }) => (isStated ? at : [])));
  return {
    things: new Set(things.flatMap(({ at }) => at)),
    outright: whole,
    denials: new Set(things.flatMap(({ at, isDenial }) => (isDenial ? at.filter((one) => !stated.has(one)) : []))),
    others: new Set([...others, ...testing.flatMap(({ at }) => at)]),
    // A word that tells of a scan only beside others ("clot") may be any clot in a list.
    tests: new Set(testing.flatMap(({ at, isWhole }) => (isWhole ? at : []))),
  };
}
