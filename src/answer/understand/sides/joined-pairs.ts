import type { ClinicalLanguage } from "../clinical-language.ts";
import { isBreak, type Token } from "../text/tokens.ts";

/** One side and its length: "left: 40 cm". */
interface Measured {
  readonly side: "left" | "right";
  readonly at: number;
  /** Where the colon stands behind the side, if one does. */
  readonly colon: number | undefined;
  /** Behind the unit. */
  readonly end: number;
}

/** Signs between the lengths of the two sides, which are one comparison all the same. */
const BETWEEN: ReadonlySet<string> = new Set([".", "/", ";", "\n", ","]);

/** "Left: 40 cm. Right: 36 cm.", "L 40 cm / R 36 cm": two lengths of which each names its side are read as "left 40 cm, right 36 cm". */
export function joinPairsOfSides(tokens: readonly Token[], language: ClinicalLanguage): readonly Token[] {
  const sides = sideWords(language);
  const lengths = new Set(language.units.cm);
  const dropped = new Set<number>();
  const commas = new Set<number>();
  const spelt = new Map<number, string>();
  for (let at = 0; at < tokens.length; at += 1) {
    const first = measuredAt(at);
    if (first === undefined || !BETWEEN.has(tokens[first.end]?.raw ?? "")) continue;
    const second = measuredAt(first.end + 1);
    if (second === undefined || second.side === first.side) continue;
    for (const { at: place, side, colon } of [first, second]) {
      spelt.set(place, side);
      if (colon !== undefined) dropped.add(colon);
    }
    commas.add(first.end);
    at = first.end;
  }
  if (commas.size === 0) return tokens;
  return tokens.flatMap((token, at) => {
    if (dropped.has(at)) return [];
    if (commas.has(at)) return [{ ...token, kind: "break" as const, raw: ",", stem: "," }];
    const side = spelt.get(at);
    return [side === undefined ? token : { ...token, raw: side, stem: side }];
  });

  function measuredAt(at: number): Measured | undefined {
    const side = sides.get(tokens[at]?.raw ?? "");
    if (side === undefined) return undefined;
    const colon = tokens[at + 1]?.raw === ":" && isBreak(tokens[at + 1]) ? at + 1 : undefined;
    const number = at + (colon === undefined ? 1 : 2);
    const isLength = tokens[number]?.kind === "number" && lengths.has(tokens[number + 1]?.raw ?? "");
    return isLength ? { side, at, colon, end: number + 2 } : undefined;
  }
}

/** The words for each side and, as beside a length nothing else is meant, their first letters. */
function sideWords({ sides }: ClinicalLanguage): ReadonlyMap<string, "left" | "right"> {
  const of = (side: "left" | "right") =>
    sides[side].flatMap((word) => [word, word.slice(0, 1)].map((written) => [written, side] as const));
  return new Map([...of("left"), ...of("right")]);
}
