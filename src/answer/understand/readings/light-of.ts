import type { Light, Lights } from "../context/light.ts";
import type { Match } from "../match/walk.ts";
import { type Cue, isTelling } from "../phrases/entry.ts";

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
  // Most words stand in none.
  for (const at of match.at) if ((lights[at]?.size ?? 0) > 0) return firstLightOf(match, lights);
  return undefined;
}

function firstLightOf(match: Match, lights: Lights): Light | undefined {
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
  return isTelling(target) && target.feature.cost === "examination" && target.feature.type.kind === "truth";
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
