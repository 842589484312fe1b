import type { Light, Lights } from "./context/light.ts";
import { type Cue, type Entry, isCondition } from "./entry.ts";
import { isOneStep } from "./phrase.ts";
import { sideFeatureOf } from "./sides/side-feature.ts";
import type { Capture, Match } from "./walk.ts";

/** A phrase of the lexicon found as a whole, with the light in which the text says it. */
export interface Reading {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
  readonly captures: readonly Capture[];
  readonly light: Light | undefined;
  /** Follows from measures, and counts only where nothing but values of this list is said of its feature. */
  readonly against?: readonly string[];
}

/** The order in which lights matter: what is not said of this patient now comes first. */
const PRECEDENCE: readonly Light[] = [
  "family",
  "hypothetical",
  "otherSide",
  "notKnown",
  "denied",
  "uncertain",
  "past",
  "earlier",
];

/** Lights that take a phrase away from the patient even when they reach only its end. */
const ELSEWHERE: ReadonlySet<Light> = new Set(["family", "hypothetical"]);

/** The light in which a match stands: that of the first token it accounts for. */
export function lightOf(match: Match, lights: Lights): Light | undefined {
  const [first = match.from] = match.at;
  const last = match.at.at(-1) ?? first;
  // A cue that is part of the phrase itself ("years ago" in "clot years ago") says nothing more about it.
  const stands = (at: number, light: Light) => lights[at]?.get(light)?.some((cue) => !isPartOf(cue, match)) ?? false;
  const timeless = match.entry.phrase.marks.has("timeless");
  const found = PRECEDENCE.find(
    (light) =>
      !(timeless && (light === "past" || light === "earlier")) &&
      !(light === "otherSide" && !isSign(match)) &&
      (stands(first, light) || (ELSEWHERE.has(light) && stands(last, light))) &&
      // "I think erysipelas is more likely": of words that only stand near each other all are doubted, or none.
      !(light === "uncertain" && match.part.near.length > 0 && !stands(last, light)),
  );
  // "Denies chest pain, tenderness of the left calf along the deep veins": what is denied ends before the last of its words.
  if (found === "denied" && isSign(match) && stands(last, "uncertain") && !stands(last, "denied")) return "uncertain";
  return found ?? (isLitInside(match, lights, "denied") ? "denied" : doubtInside(match, lights));
}

/** "A duplex for possible thrombosis found the popliteal vein open": the thrombosis that such a phrase tells of was only suspected. */
function doubtInside(match: Match, lights: Lights): Light | undefined {
  const { target } = match.entry;
  const mayBeDoubted =
    target.kind === "states" && (target.feature.cost === "imaging" || target.feature.cost === "history");
  return mayBeDoubted && isLitInside(match, lights, "uncertain") ? "uncertain" : undefined;
}

/** What is found on examining a leg; what was once in the other leg is of the patient all the same. */
function isSign({ entry: { target } }: Match): boolean {
  if (target.kind !== "states" && target.kind !== "denies") return false;
  return target.feature.cost === "examination" && target.feature.type.kind === "truth";
}

/** "The calf, could I find any tenderness": the denial begins between the words of the phrase. */
function isLitInside(match: Match, lights: Lights, light: Light): boolean {
  const inside = (cue: Cue) => cue.from > match.from && cue.to < match.to && !isPartOf(cue, match);
  return match.at.some((at) => lights[at]?.get(light)?.some(inside) ?? false);
}

function isPartOf({ from, to }: Cue, { at }: Match): boolean {
  for (let index = from; index < to; index += 1) if (!at.includes(index)) return false;
  return true;
}

/**
 * Drops what is only a piece of a longer find ("oedema" inside "pitting oedema"). Parts of joined phrases are left alone: they count
 * only together.
 */
export function withoutPieces(matches: readonly Match[], isSmallWord: (at: number) => boolean): readonly Match[] {
  const whole = matches.filter(
    ({ entry }) => entry.phrase.parts.length === 1 && !standsBeside(entry) && !entry.phrase.marks.has("alarm"),
  );
  const byToken = new Map<number, Match[]>();
  for (const match of whole)
    for (const at of match.at) {
      const there = byToken.get(at);
      if (there === undefined) byToken.set(at, [match]);
      else there.push(match);
    }
  return matches.filter((match) => {
    if (standsBeside(match.entry)) return true;
    const [first = -1] = match.at;
    const joined = match.entry.phrase.parts.length > 1;
    return !(byToken.get(first) ?? []).some(
      (other) =>
        other !== match && (!joined || other.entry.target.kind === "idle") && isPieceOf(match, other, isSmallWord),
    );
  });
}

const BESIDE: ReadonlySet<Entry["target"]["kind"]> = new Set(["cue", "watched", "measured", "when", "summaryLimit"]);

/** Cues, conditions, limits of summaries, watched words and those of measures count in whatever other words they stand. */
function standsBeside(entry: Entry): boolean {
  const { kind } = entry.target;
  return BESIDE.has(kind) || isCondition(entry);
}

function isPieceOf(piece: Match, whole: Match, isSmallWord: (at: number) => boolean): boolean {
  const words = piece.at.filter((at) => !isSmallWord(at));
  if (whole.at.length <= words.length || !words.every((at) => whole.at.includes(at))) return false;
  if (whole.at.filter((at) => !isSmallWord(at)).length <= words.length) return false;
  if (givesAReason(piece, whole) || tellsTheSide(piece, whole) || areBothOfThePast(piece, whole)) return false;
  if (isDenialOfSame(piece, whole) || tellsWho(piece, whole) || tellsMore(piece, whole)) return false;
  return !outranks(piece, whole);
}

/** The value of a list beside words that only mention the list, the number itself beside words that only compare it. */
function tellsMore(piece: Match, whole: Match): boolean {
  const [part, named] = [piece.entry.target, whole.entry.target];
  if (part.kind !== "states" || (named.kind !== "states" && named.kind !== "denies")) return false;
  if (part.feature === named.feature)
    return part.choice !== undefined && named.kind === "states" && named.choice === undefined;
  return piece.captures.length > 0 && whole.captures.length === 0 && named.feature.type.kind === "truth";
}

/** "56M left": the word for who the patient is says that in any phrase. */
function tellsWho({ entry: { target, phrase } }: Match, whole: Match): boolean {
  if (target.kind !== "states" || target.choice === undefined || whole.entry.target.kind !== "states") return false;
  const oneWord = isOneStep(phrase) && phrase.marks.has("timeless");
  return oneWord && target.feature !== whole.entry.target.feature;
}

/** "No tenderness along the deep veins": words of higher rank on a yes or no are no mere piece of longer ones on the same. */
function outranks(
  { entry: { target: part, phrase } }: Match,
  { entry: { target: named, phrase: longer } }: Match,
): boolean {
  if ((part.kind !== "states" && part.kind !== "denies") || (named.kind !== "states" && named.kind !== "denies"))
    return false;
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
  if (piece.target.kind !== "states" || (whole.target.kind !== "states" && whole.target.kind !== "denies"))
    return false;
  return (
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

/** Whole phrases with their light; joined phrases only where every part is said as the phrase wants it. */
export function readingsOf(matches: readonly Match[], lights: Lights): readonly Reading[] {
  const readings: Reading[] = [];
  const joined = new Map<Entry, Match[]>();
  for (const match of matches) {
    if (match.entry.phrase.parts.length > 1) {
      const there = joined.get(match.entry);
      if (there === undefined) joined.set(match.entry, [match]);
      else there.push(match);
      continue;
    }
    readings.push({ ...match, light: lightOf(match, lights) });
  }
  for (const [entry, parts] of joined) {
    const together = joinParts(entry, parts, lights);
    if (together !== undefined) readings.push(together);
  }
  return readings.sort((left, right) => left.from - right.from || right.to - left.to);
}

function joinParts(entry: Entry, matches: readonly Match[], lights: Lights): Reading | undefined {
  const chosen: Match[] = [];
  for (const part of entry.phrase.parts) {
    if (part.absent && matches.some((match) => match.part === part)) return undefined;
    if (part.absent) continue;
    const found = matches.find(
      (match) => match.part === part && lightOf(match, lights) === (part.whenDenied ? "denied" : undefined),
    );
    if (found === undefined) return undefined;
    chosen.push(found);
  }
  const at = chosen.flatMap((match) => match.at);
  return {
    entry,
    from: Math.min(...at),
    to: Math.max(...at) + 1,
    at,
    captures: chosen.flatMap((match) => match.captures),
    light: undefined,
  };
}

/** Tokens of words that are known to mean nothing here. */
export function idleTokens(readings: readonly Reading[]): ReadonlySet<number> {
  return new Set(readings.flatMap(({ entry, at }) => (entry.target.kind === "idle" ? at : [])));
}
