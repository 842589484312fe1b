import { sideFeatureOf } from "../lexicon/side-feature.ts";
import type { Match } from "../match/walk.ts";
import { type Entry, isCondition, isTelling } from "../phrases/entry.ts";
import { isOneStep } from "../phrases/phrase.ts";
import { byToken } from "../text/by-token.ts";

/**
 * Drops what is only a piece of a longer find ("oedema" inside "pitting oedema"). Parts of joined phrases are left alone: they count
 * only together.
 */
export function withoutPieces(matches: readonly Match[], isSmallWord: (at: number) => boolean): readonly Match[] {
  const whole = matches.filter(
    ({ entry }) => entry.phrase.parts.length === 1 && !standsBeside(entry) && !entry.phrase.marks.has("alarm"),
  );
  const there = byToken(whole);
  return matches.filter((match) => {
    const others = standsBeside(match.entry) ? undefined : there.get(match.at[0] ?? -1);
    return others === undefined || !isPieceOfOne(match, others, isSmallWord);
  });
}

function isPieceOfOne(match: Match, others: readonly Match[], isSmallWord: (at: number) => boolean): boolean {
  if (others.length === 1 && others[0] === match) return false;
  const joined = match.entry.phrase.parts.length > 1;
  const words = match.at.filter((at) => !isSmallWord(at));
  for (const other of others) {
    const mayHold = other !== match && (!joined || other.entry.target.kind === "idle");
    if (mayHold && holdsAll(words, other, isSmallWord) && isNoMoreThan(other, match)) return true;
  }
  return false;
}

const BESIDE: ReadonlySet<Entry["target"]["kind"]> = new Set(["cue", "watched", "measured", "when", "summaryLimit"]);

/** Cues, conditions, limits of summaries, watched words and those of measures count in whatever other words they stand. */
function standsBeside(entry: Entry): boolean {
  const { kind } = entry.target;
  return BESIDE.has(kind) || isCondition(entry);
}

/** Whether the longer find has all of these words, and more that are not small. */
function holdsAll(words: readonly number[], { at }: Match, isSmallWord: (at: number) => boolean): boolean {
  if (at.length <= words.length) return false;
  for (const word of words) if (!at.includes(word)) return false;
  let more = -words.length;
  for (const word of at) if (!isSmallWord(word)) more += 1;
  return more > 0;
}

/** Whether what stands within a longer find says nothing that the longer one does not. */
function isNoMoreThan(whole: Match, piece: Match): boolean {
  if (givesAReason(piece, whole) || tellsTheSide(piece, whole) || areBothOfThePast(piece, whole)) return false;
  if (isDenialOfSame(piece, whole) || tellsWho(piece, whole) || tellsMore(piece, whole)) return false;
  return !outranks(piece, whole);
}

/** The value of a list beside words that only mention the list, the number itself beside words that only compare it. */
function tellsMore(piece: Match, whole: Match): boolean {
  const [part, named] = [piece.entry.target, whole.entry.target];
  if (part.kind !== "states" || !isTelling(named)) return false;
  if (part.feature === named.feature)
    return part.choice !== undefined && named.kind === "states" && named.choice === undefined;
  return piece.captures.length > 0 && whole.captures.length === 0 && named.feature.type.kind === "truth";
}

/** "56M left": the word for who the patient is says that in any phrase. */
function tellsWho({ entry: { target, phrase } }: Match, whole: Match): boolean {
  if (target.kind !== "states" || target.choice === undefined || !isTelling(whole.entry.target)) return false;
  const oneWord = isOneStep(phrase) && phrase.marks.has("timeless");
  return oneWord && target.feature !== whole.entry.target.feature;
}

/** "No tenderness along the deep veins": words of higher rank on a yes or no are no mere piece of longer ones on the same. */
function outranks(
  { entry: { target: part, phrase } }: Match,
  { entry: { target: named, phrase: longer } }: Match,
): boolean {
  if (!isTelling(part) || !isTelling(named)) return false;
  if (part.feature !== named.feature || part.feature.type.kind !== "truth") return false;
  return RANKING.some((mark) => phrase.marks.has(mark) && !longer.marks.has(mark));
}

const RANKING = ["outranks", "supersedes"] as const;

/**
 * "No longer takes rivaroxaban": what counts only where it is denied stays beside what counts only where it is not. "No dusky tint":
 * denying one sign of several denies nothing, so that the denial of all of them stays as well.
 */
function isDenialOfSame(piece: Match, whole: Match): boolean {
  const [part, named] = [piece.entry.target, whole.entry.target];
  if (!piece.part.whenDenied || whole.part.whenDenied || named.kind !== "states") return false;
  if (part.kind === "states") return part.feature === named.feature;
  return part.kind === "denies" && part.feature === named.feature && whole.entry.phrase.marks.has("oneOfSeveral");
}

/** "One right peroneal vein" also says which leg; "earlier clot in the right leg" does not say it of the complaint. */
function tellsTheSide(piece: Match, whole: Match): boolean {
  const { target } = piece.entry;
  return (
    target.kind === "states" &&
    sideFeatureOf([target.feature]) !== undefined &&
    // Words known to mean nothing here ("the other leg is normal") say no side either.
    whole.entry.target.kind !== "idle" &&
    !whole.entry.phrase.marks.has("timeless")
  );
}

/** "Earlier clot in the other leg" says that there was one, and where. */
function areBothOfThePast({ entry: piece }: Match, { entry: whole }: Match): boolean {
  return (
    piece.target.kind === "states" &&
    isTelling(whole.target) &&
    piece.phrase.marks.has("timeless") &&
    whole.phrase.marks.has("timeless") &&
    piece.target.feature !== whole.target.feature
  );
}

/** Words that tell one thing may tell another as well: "cellulitis is at least as likely", "58-year-old woman". */
function givesAReason(piece: Match, whole: Match): boolean {
  const [part, named] = [piece.entry.target, whole.entry.target];
  return (
    part.kind === "states" &&
    named.kind === "states" &&
    ((part.feature.type.kind === "truth" && named.feature.type.kind === "choice") ||
      (part.choice !== undefined && named.feature.type.kind === "wholeNumber")) &&
    !piece.part.whenDenied
  );
}
