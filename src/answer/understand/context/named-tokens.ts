import { sideFeatureOf } from "../lexicon/side-feature.ts";
import type { Match } from "../match/walk.ts";
import { type Entry, isTelling, type TellingTarget } from "../phrases/entry.ts";
import { isWhenDenied } from "../phrases/phrase.ts";
import { tokensOf } from "../text/by-token.ts";

/** Tokens with which a text names what a topic knows. */
export interface NamedTokens {
  /** What somebody may have or not. */
  readonly things: ReadonlySet<number>;
  /** Those of them that say it by themselves, and not only beside others. */
  readonly outright: ReadonlySet<number>;
  /** Those with which a topic says that something is not so. */
  readonly denials: ReadonlySet<number>;
  /** Values of lists, and numbers other than who somebody is. */
  readonly others: ReadonlySet<number>;
  /** Tests: of "pitting, a former clot and D-dimer negative" the D-dimer alone is. */
  readonly tests: ReadonlySet<number>;
}

/** A match that tells something of a feature. */
type Find = Match & { readonly entry: Entry & { readonly target: TellingTarget } };

/** Asked for by few texts: they are sought when they are. */
export function namedIn(matches: readonly Match[]): () => NamedTokens {
  let named: NamedTokens | undefined;
  return () => {
    named ??= seekNamed(matches);
    return named;
  };
}

function seekNamed(matches: readonly Match[]): NamedTokens {
  const finds = matches.filter(isFind);
  const things = finds.filter((find) => find.entry.target.feature.type.kind === "truth" && !isOfTest(find));
  // A former thrombosis is no scan, though a scan may show one.
  const outright = tokensOf(things.filter(isWhole));
  const testing = finds.filter(isOfTest);
  const saying = (kind: TellingTarget["kind"]) => (find: Find) =>
    find.entry.target.kind === kind && !isWhenDenied(find.entry.phrase);
  return {
    things: tokensOf(things),
    outright,
    denials: tokensOf(things.filter(saying("denies"))).difference(tokensOf(finds.filter(saying("states")))),
    others: tokensOf(finds.filter(isOfValue)).union(tokensOf(testing).difference(outright)),
    // A word that tells of a scan only beside others ("clot") may be any clot in a list.
    tests: tokensOf(testing.filter(isWhole)).difference(outright),
  };
}

/** Words of alarm may tell of a scan, and need not: "a thrombosis" in a list of risks is none. */
function isFind(match: Match): match is Find {
  return isTelling(match.entry.target) && !match.entry.phrase.marks.has("alarm");
}

function isWhole({ entry: { phrase } }: Find): boolean {
  return phrase.parts.length === 1;
}

/** What is said of a test is its result. */
function isOfTest({ entry: { target } }: Find): boolean {
  return target.feature.cost !== "history" && target.feature.cost !== "examination";
}

/** Who the patient is, and which leg, is not what somebody disputes with "this". */
function isOfValue({ entry: { target, phrase } }: Find): boolean {
  const { feature } = target;
  const isValue = feature.type.kind === "choice" || feature.type.kind === "quantity";
  return isValue && !phrase.marks.has("timeless") && sideFeatureOf([feature]) === undefined;
}
