import { type Entry, isTelling } from "../phrases/entry.ts";
import { isWhenDenied } from "../phrases/phrase.ts";
import type { NumberedPart } from "./step.ts";
import type { Match } from "./walk.ts";

/**
 * Numbers what a part of a phrase says of which a text has not all parts: no finding, but that it names a feature (`NamedTokens`). Parts that name one
 * feature in the same way say the same, however many phrases they belong to.
 */
export class Mentions {
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#numbers.size;
  }

  /** The number of what a part of the entry says; undefined where it may say more. */
  numberOf({ target, phrase }: Entry): number | undefined {
    if (!isTelling(target) || phrase.parts.length === 1) return undefined;
    const marks = [phrase.marks.has("alarm"), phrase.marks.has("timeless"), isWhenDenied(phrase)];
    const key = [target.kind, target.feature.id, ...marks].join(" ");
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

/**
 * Tells which finds of a text say only what one before them has said of the same words; to be asked in the order of the text. Most finds are such:
 * a word belongs to many phrases, and of nearly all of them nothing else is there.
 * INVARIANT: of a phrase of several parts that is not whole nothing is asked but which tokens it names, and in what way (`key`); whatever drops
 * such a find (an idle phrase around it) looks at its tokens alone.
 */
export function repeatedMentions(
  beginnings: readonly (readonly NumberedPart[])[],
  { parts, mentions }: { readonly parts: readonly NumberedPart[]; readonly mentions: Mentions },
): (part: NumberedPart, match: Match) => boolean {
  const stands = new Uint8Array(parts.length);
  for (const there of beginnings) for (const { place } of there) stands[place] = 1;
  // For each mention where it was made last, and of how many words beginning there, each number a bit.
  const madeAt = new Int32Array(mentions.count).fill(-1);
  const lengths = new Int32Array(mentions.count);
  return ({ mention, required }, { from, to, at }) => {
    if (mention === undefined || at.length !== to - from || at.length > LONGEST) return false;
    if (required.every((place) => stands[place] === 1)) return false;
    const before = madeAt[mention] === from ? (lengths[mention] ?? 0) : 0;
    madeAt[mention] = from;
    lengths[mention] = before | (1 << at.length);
    return before === lengths[mention];
  };
}

const LONGEST = 30;
