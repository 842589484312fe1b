import type { TextSpan } from "../../pathway/model/finding.ts";
import type { Lights } from "./context/light.ts";
import type { MatchedText } from "./match/matched-text.ts";
import { cut, placesOf, wholeOf } from "./text/stretch.ts";
import { isBreak } from "./text/tokens.ts";

/** Tokens of the text that something accounts for. */
interface Accounted {
  readonly read: ReadonlySet<number>;
  /** Words of every day: "his haemoglobin is 90" is not read because "his" was. */
  readonly everyday: ReadonlySet<string>;
  /** Clinical words that no topic need read. */
  readonly hints: ReadonlySet<number>;
  /** Those of them that bear on no item of a score. */
  readonly harmless: ReadonlySet<number>;
  /** Words known to mean nothing here: the level at which a calf is measured is no finding. */
  readonly idle: ReadonlySet<number>;
}

/** Units of vital signs, weights, ages and times: such a number is no finding that a score asks for. */
const HARMLESS_UNITS: ReadonlySet<string> = new Set([
  "kg",
  "Cel",
  "%",
  "mm[Hg]",
  "/min",
  "a",
  "mo",
  "wk",
  "d",
  "h",
  "min",
  "m",
  "g/L",
  "mg",
  "{score}",
]);

/** Clauses that look clinical and that no word list accounts for: a number with a unit, a denial, a known clinical word. */
export function unreadClauses(
  text: MatchedText,
  lights: Lights,
  { read, everyday, hints, harmless, idle }: Accounted,
  spanOf: (from: number, to: number) => TextSpan,
): { readonly unread: readonly TextSpan[]; readonly unreadThatMayBear: readonly TextSpan[] } {
  const unitAt = (at: number) => {
    const measure = text.measures.get(at);
    return measure?.relative ? undefined : measure?.unit;
  };
  const isDenied = (at: number) => lights[at]?.has("denied") ?? false;
  const mayBear = (at: number) => {
    // What is denied, only supposed or quoted, or said of the family is no finding of the patient.
    if (idle.has(at) || isDenied(at) || lights[at]?.has("hypothetical") || lights[at]?.has("family")) return false;
    const unit = unitAt(at);
    return (hints.has(at) && !harmless.has(at)) || (unit !== undefined && !HARMLESS_UNITS.has(unit));
  };
  const { tokens } = text;
  const clauses = cut(wholeOf(tokens), (at) => isBreak(tokens[at])).flatMap((clause) => {
    const at = placesOf(clause);
    const known = at.filter((index) => read.has(index));
    if (known.some((index) => !everyday.has(tokens[index]?.raw ?? ""))) return [];
    const looksClinical = at.some((index) => hints.has(index) || unitAt(index) !== undefined || isDenied(index));
    return looksClinical
      ? [{ span: spanOf(clause.from, clause.to), bears: known.length === 0 && at.some(mayBear) }]
      : [];
  });
  return {
    unread: clauses.map(({ span }) => span),
    unreadThatMayBear: clauses.filter(({ bears }) => bears).map(({ span }) => span),
  };
}
