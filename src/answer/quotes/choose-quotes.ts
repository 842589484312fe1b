import type { FoundPassage } from "../../search/candidate-index.ts";
import { isAdded, type WeighedTerm } from "../../search/score-candidates.ts";
import type { Cues } from "./cues.ts";
import { type Opposition, oppositionOf } from "./opposition.ts";
import type { QuotingWeights } from "./quoting-weights.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** A sentence that may be quoted, with its passage, its score for the question, and the terms it was read by. */
export interface Quotable {
  readonly found: FoundPassage;
  readonly read: ReadSentence;
  readonly score: number;
  readonly terms: readonly WeighedTerm[];
}

/** Two chosen sentences of different documents that say opposite things of the same, by their places in the list. */
export interface Disagreement {
  readonly quotes: readonly [number, number];
  readonly opposition: Opposition;
}

export interface ChosenQuotes {
  readonly quotes: readonly Quotable[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Chooses sentences one by one: each time the one that is worth most beside those already chosen, for what of the question it covers
 * first and for the kind of document it stands in, less what it says again (maximal marginal relevance, Carbonell and Goldstein 1998). A sentence that says the opposite
 * of a chosen one is no repetition, however alike their words.
 */
export function chooseQuotes(
  ranked: readonly Quotable[],
  { mostQuotes, mostOfOneDocument, preferred, newlyCovered, alike, margin }: QuotingWeights["choice"],
  cues: Cues,
): ChosenQuotes {
  const valueIn = ({ score, found }: Quotable) => score + preferred[found.type];
  const best = Math.max(...ranked.map(valueIn));
  const pool = ranked.filter((one) => valueIn(one) >= best - margin);
  const chosen: Quotable[] = [];
  const covered = new Set<string>();
  const worthOf = (one: Quotable): number => {
    const repeats = chosen.map((other) => (oppositionOf(one, other, cues) === undefined ? likeness(one, other) : 0));
    return valueIn(one) + newlyCovered * newShare(one, covered) - alike * Math.max(0, ...repeats);
  };
  while (chosen.length < mostQuotes) {
    const open = pool.filter((one) => !chosen.includes(one) && !isSpent(one, chosen, mostOfOneDocument));
    const [next] = open.map((one) => ({ one, worth: worthOf(one) })).sort((a, b) => b.worth - a.worth);
    if (next === undefined || (chosen.length > 0 && next.worth < best - margin)) break;
    chosen.push(next.one);
    for (const stem of next.one.read.holds) covered.add(stem);
  }
  return { quotes: chosen, disagreements: disagreementsIn(chosen, cues) };
}

/** Enough of its document is quoted, or the same words are. */
function isSpent({ found, read }: Quotable, chosen: readonly Quotable[], most: number): boolean {
  const ofDocument = chosen.filter(({ found: other }) => isSameDocument(found, other));
  return ofDocument.length >= most || chosen.some(({ read: other }) => other.spoken === read.spoken);
}

function isSameDocument({ passage: one }: FoundPassage, { passage: other }: FoundPassage): boolean {
  return one.source === other.source && one.document === other.document;
}

/** Share of the question's weight that the sentence holds and none before it did. */
function newShare({ read, terms }: Quotable, covered: ReadonlySet<string>): number {
  let whole = 0;
  let fresh = 0;
  for (const { stem, weight, idf, origin } of terms) {
    if (isAdded(origin)) continue;
    whole += weight * idf;
    if (read.holds.has(stem) && !covered.has(stem)) fresh += weight * idf;
  }
  return whole === 0 ? 0 : fresh / whole;
}

/** Jaccard's coefficient of the stems. */
function likeness({ read: { stems: one } }: Quotable, { read: { stems: other } }: Quotable): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}

function disagreementsIn(chosen: readonly Quotable[], cues: Cues): readonly Disagreement[] {
  return chosen.flatMap((one, at) =>
    chosen.slice(at + 1).flatMap((other, next) => {
      if (isSameDocument(one.found, other.found)) return [];
      const opposition = oppositionOf(one, other, cues);
      return opposition === undefined ? [] : [{ quotes: [at, at + 1 + next] as const, opposition }];
    }),
  );
}
