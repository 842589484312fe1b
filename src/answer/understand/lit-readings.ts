import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { Lights } from "./context/light.ts";
import { namedIn } from "./context/named-tokens.ts";
import { readLights } from "./context/read-lights.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { MatchedText } from "./match/matched-text.ts";
import type { Match } from "./match/walk.ts";
import { withPairs } from "./measured-twice/measured-twice.ts";
import { countsIn, type Mood } from "./mood.ts";
import { isAccounting, type Target } from "./phrases/entry.ts";
import { type Reading, readingsOf } from "./readings/readings.ts";
import { withoutBrokenDenials } from "./readings/without-broken-denials.ts";
import { withoutOverreach } from "./readings/without-overreach.ts";
import { withoutPieces } from "./readings/without-pieces.ts";
import { withoutUnmet } from "./readings/without-unmet.ts";
import { tokensOf } from "./text/by-token.ts";

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
  const isSmall = text.tokens.map(({ stem }) => lexicon.smallWords.has(stem));
  const matches = withoutPieces(withoutBrokenDenials(found, text, lexicon), (at) => isSmall[at] === true);
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
    consumed: tokensOf(consuming),
    named: namedIn(matches),
  };
  return readLights(text, found, lexicon, mood === "stated");
}

/** A word that is part of a longer phrase ("not visualised") is no cue of its own. */
function isConsuming({ entry, at }: Match): boolean {
  return at.length > 1 && entry.phrase.parts.length === 1 && isAccounting(entry);
}
