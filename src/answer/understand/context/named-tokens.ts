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
    named ??= new SoughtTokens(matches.filter(isFind));
    return named;
  };
}

/** Each kind of them is sought when it is asked for. */
class SoughtTokens implements NamedTokens {
  readonly #finds: readonly Find[];
  readonly #found: Partial<Record<keyof NamedTokens, ReadonlySet<number>>> = {};

  constructor(finds: readonly Find[]) {
    this.#finds = finds;
  }

  get things(): ReadonlySet<number> {
    return this.#once("things", () => tokensOf(this.#finds.filter(isThing)));
  }

  // A former thrombosis is no scan, though a scan may show one.
  get outright(): ReadonlySet<number> {
    return this.#once("outright", () => tokensOf(this.#finds.filter((find) => isThing(find) && isWhole(find))));
  }

  get denials(): ReadonlySet<number> {
    const saying = (kind: TellingTarget["kind"]) => (find: Find) =>
      find.entry.target.kind === kind && !isWhenDenied(find.entry.phrase);
    return this.#once("denials", () =>
      tokensOf(this.#finds.filter(isThing).filter(saying("denies"))).difference(
        tokensOf(this.#finds.filter(saying("states"))),
      ),
    );
  }

  get others(): ReadonlySet<number> {
    return this.#once("others", () =>
      tokensOf(this.#finds.filter(isOfValue)).union(tokensOf(this.#finds.filter(isOfTest)).difference(this.outright)),
    );
  }

  // A word that tells of a scan only beside others ("clot") may be any clot in a list.
  get tests(): ReadonlySet<number> {
    return this.#once("tests", () =>
      tokensOf(this.#finds.filter((find) => isOfTest(find) && isWhole(find))).difference(this.outright),
    );
  }

  #once(kind: keyof NamedTokens, seek: () => ReadonlySet<number>): ReadonlySet<number> {
    const known = this.#found[kind] ?? seek();
    this.#found[kind] = known;
    return known;
  }
}

function isThing(find: Find): boolean {
  return find.entry.target.feature.type.kind === "truth" && !isOfTest(find);
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
