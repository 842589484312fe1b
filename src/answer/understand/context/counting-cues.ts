import type { MatchedText } from "../match/matched-text.ts";
import type { Match } from "../match/walk.ts";
import type { Cue, CueKind } from "../phrases/entry.ts";
import { isSomewhere, placesOf } from "../text/stretch.ts";
import { isBreak } from "../text/tokens.ts";

/** The cue that a match is, if it is one. */
export function toCue({ entry: { target }, from, to }: Match): readonly Cue[] {
  return target.kind === "cue" ? [{ kind: target.cue, from, to }] : [];
}

/** Cues that are none when a word of theirs belongs to a phrase: the "not" of "not visualised" denies nothing else. */
const CONSUMABLE: ReadonlySet<CueKind> = new Set([
  "negationBefore",
  "negationAfter",
  "uncertainBefore",
  "uncertainAfter",
]);
/** Those that are none only when their word of denial tells something: "no information on apixaban" does not, though "on apixaban" would. */
const TOLD_BY_HEAD: ReadonlySet<CueKind> = new Set(["notKnown", "notKnownBefore"]);

/** What phrases take for themselves. */
export interface TakenWords {
  readonly consumed: ReadonlySet<number>;
  /** Those of them that tell something of the topic. */
  readonly told: ReadonlySet<number>;
  /** Whether the token is a word of denial. */
  readonly denies: (at: number) => boolean;
}

/** Cues that end a clause: "has had neither" of what was named before; "has had neither cancer nor a clot" is another cue. */
const AT_END: ReadonlySet<CueKind> = new Set([
  "negationAtEnd",
  "negationOfEither",
  "negationOfThis",
  "retractionOfThis",
]);

/** "No cancer (wrong)": a single word takes something back only where nothing else stands in its clause. */
const ALONE = 1;

/** Without those of the end of a clause that stand elsewhere. */
export function inTheirPlace(cues: readonly Cue[], { tokens }: MatchedText): readonly Cue[] {
  return cues.filter(
    ({ kind, from, to }) =>
      (!AT_END.has(kind) || isBreak(tokens[to])) &&
      (kind !== "retractionOfThis" || to - from > ALONE || isBreak(tokens[from - 1])),
  );
}

/** Without those whose words a phrase has taken for itself. */
export function countingCues(cues: readonly Cue[], { consumed, told, denies }: TakenWords): readonly Cue[] {
  return cues.filter((cue) => {
    if (TOLD_BY_HEAD.has(cue.kind)) return !told.has(placesOf(cue).find(denies) ?? cue.from);
    return !CONSUMABLE.has(cue.kind) || !isSomewhere(cue, (at) => consumed.has(at));
  });
}

/** Cues that only divide, or that count for whole lists: they leave their words to other cues. */
const TAKING_NOTHING: ReadonlySet<CueKind> = new Set([
  "verbs",
  "absenceOfList",
  "absenceBeforeList",
  "summedAfter",
  "summedBefore",
  "listFillers",
]);

/** "no doubt" denies nothing: the cue inside a pseudo-cue, or inside a longer cue, is not one of its own. */
export function withoutPseudo(cues: readonly Cue[]): readonly Cue[] {
  // Longest first: a cue is dropped when a longer one has taken its words.
  const taken = new Map<number, number>();
  const kept: Cue[] = [];
  for (const cue of cues.toSorted((left, right) => right.to - right.from - (left.to - left.from))) {
    const words = cue.to - cue.from;
    const isPiece = !isSomewhere(cue, (at) => (taken.get(at) ?? 0) <= words);
    if (!TAKING_NOTHING.has(cue.kind))
      for (let at = cue.from; at < cue.to; at += 1) taken.set(at, Math.max(words, taken.get(at) ?? 0));
    if (!isPiece && cue.kind !== "pseudoNegation") kept.push(cue);
  }
  return withoutOpenedByUnknown(kept);
}

const SUPPOSED_OR_ASKED: ReadonlySet<CueKind> = new Set(["supposing", "hypothetical", "asking"]);

/** "It is not known if she has cancer": the "if" belongs to what is not known, and supposes nothing. */
function withoutOpenedByUnknown(cues: readonly Cue[]): readonly Cue[] {
  const inside = new Set(
    cues.flatMap(({ kind, from, to }) =>
      kind === "notKnownBefore" ? Array.from({ length: to - from - 1 }, (_, offset) => from + 1 + offset) : [],
    ),
  );
  return cues.filter(({ kind, from }) => !(SUPPOSED_OR_ASKED.has(kind) && inside.has(from)));
}
