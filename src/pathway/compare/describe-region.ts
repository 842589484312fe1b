import type { NodeId } from "../compile/diagram-store.ts";
import type { JointSpace } from "./joint-space.ts";
import type { Word } from "./vocabulary.ts";

/** One way to be in a region: all of these conditions hold. */
export interface Alternative {
  readonly conditions: readonly string[];
  /** What all of these patients share besides, among those that can be. */
  readonly also: readonly string[];
  readonly region: NodeId;
}

export interface Description {
  readonly alternatives: readonly Alternative[];
  /** What the alternatives leave out of the region; nothing, unless they would be too many to read. */
  readonly rest: NodeId;
}

/** What a word that says "not" must gain against one that does not. */
const NEGATIVE = 0.8;

/** More than these nobody reads. */
const MOST_ALTERNATIVES = 12;

/**
 * Describes a region among the patients who matter (`care`), in few words. Each alternative starts at all who matter and
 * takes the word that gains most until nobody outside the region is left (FOIL, Quinlan 1990), then words that turn out not
 * to be needed are dropped. INVARIANT: whoever matters and meets an alternative is in the region; each is counted with the first
 * alternative that is met.
 */
export function describeRegion(
  space: JointSpace,
  words: readonly Word[],
  region: NodeId,
  care: NodeId,
  domain: NodeId,
): Description {
  const alternatives: Alternative[] = [];
  const outside = space.without(care, region);
  let rest = region;
  while (rest !== space.nowhere && alternatives.length < MOST_ALTERNATIVES) {
    const taken = shorten(space, takeWords(space, words, rest, outside), outside);
    const covered = taken.reduce((left, word) => space.and(left, word.region), rest);
    const met = taken.reduce((left, word) => space.and(left, word.region), domain);
    const also = words.filter(
      ({ fact, region: one }) => fact && space.isInside(covered, one) && !space.isInside(met, one),
    );
    alternatives.push({ conditions: labelsOf(taken), also: labelsOf(also), region: covered });
    rest = space.without(rest, covered);
  }
  return { alternatives, rest };
}

function labelsOf(words: readonly Word[]): readonly string[] {
  return words.map(({ label }) => label);
}

function takeWords(space: JointSpace, words: readonly Word[], region: NodeId, outside: NodeId): readonly Word[] {
  const taken: Word[] = [];
  let inside = region;
  let wrong = outside;
  while (wrong !== space.nowhere) {
    const best = findBest(space, words, inside, wrong);
    if (best === undefined) throw new Error("the words tell every two cells apart");
    taken.push(best);
    inside = space.and(inside, best.region);
    wrong = space.and(wrong, best.region);
  }
  return taken;
}

/**
 * The word with the greatest gain of information over those it keeps; the first of equals. INVARIANT: every value of every
 * atom is a word, so while anybody is wrong some word keeps one who is right and drops one who is wrong.
 */
function findBest(space: JointSpace, words: readonly Word[], inside: NodeId, wrong: NodeId): Word | undefined {
  const all = space.count(wrong);
  const [right, others] = [Number(space.count(inside)), Number(all)];
  const before = Math.log2(right / (right + others));
  let best: Word | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    const kept = space.countBoth(wrong, word.region);
    if (kept === all) continue;
    const held = Number(space.countBoth(inside, word.region)) / right;
    if (held === 0) continue;
    const share = (held * right) / (held * right + Number(kept));
    const gain = held * (Math.log2(share) - before) * (word.negative ? NEGATIVE : 1);
    if (best !== undefined && gain <= most + 1e-12) continue;
    most = gain;
    best = word;
  }
  return best;
}

/** Leaves out each word without which nobody wrong comes in. */
function shorten(space: JointSpace, taken: readonly Word[], outside: NodeId): readonly Word[] {
  return taken.toReversed().reduce((kept, word) => {
    const fewer = kept.filter((one) => one !== word);
    const wrong = fewer.reduce((left, one) => space.and(left, one.region), outside);
    return wrong === space.nowhere ? fewer : kept;
  }, taken);
}
