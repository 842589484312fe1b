import { isOneOf } from "../sentence-words.ts";
import { isBreak, type Token } from "../text/tokens.ts";
import type { MeasureWords } from "./measure-words.ts";

/** A unit of the text in UCUM, and how many tokens it takes. */
export interface ReadUnit {
  readonly unit: string;
  readonly tokens: number;
}

/** The basis of an assay, and how many tokens it takes. */
export interface ReadBasis {
  readonly basis: string;
  readonly tokens: number;
}

/** The unit that stands there, with how many tokens it takes. */
export function readUnit(tokens: readonly Token[], at: number, words: MeasureWords): ReadUnit | undefined {
  const found = words.unitsByWord.get(tokens[at]?.raw ?? "")?.find(({ raws }) => rawsAt(tokens, at, raws));
  // "14 in." is a length, "4 in bed" is none.
  const isUnit = isBreak(tokens[at + 1]) || isOneOf(words.sentenceWords.afterInches, tokens[at + 1]);
  if (found === undefined || (found.raws[0] === "in" && !isUnit)) return undefined;
  return { unit: found.unit, tokens: found.raws.length };
}

/** "day 5", "week 2": time counts its unit before the number as well. */
export function readTimeBefore(tokens: readonly Token[], at: number, words: MeasureWords): ReadUnit | undefined {
  const found = words.unitsByWord
    .get(tokens[at - 1]?.raw ?? "")
    ?.find(({ unit, raws }) => (unit === "d" || unit === "wk") && raws.length === 1);
  return found === undefined || found.raws[0]?.length === 1 ? undefined : { unit: found.unit, tokens: 0 };
}

/** The basis right after the unit, also in brackets or after "in": `µg/L FEU`, `µg/L (FEU)`, `ng/mL in D-dimer units`. */
export function readBasis(tokens: readonly Token[], at: number, words: MeasureWords): ReadBasis | undefined {
  const bracket = ["(", "in"].includes(tokens[at]?.raw ?? "") ? 1 : 0;
  const found = words.bases.find(({ raws }) => rawsAt(tokens, at + bracket, raws));
  return found === undefined ? undefined : { basis: found.basis, tokens: found.raws.length + bracket };
}

/** "500 FEU µg/L": the basis may stand before the unit. */
export function readUnitBehindBasis(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly basis: ReadBasis; readonly unit: ReadUnit } | undefined {
  const basis = readBasis(tokens, at, words);
  const unit = basis === undefined ? undefined : readUnit(tokens, at + basis.tokens, words);
  return basis === undefined || unit === undefined ? undefined : { basis, unit };
}

function rawsAt(tokens: readonly Token[], at: number, raws: readonly string[]): boolean {
  return raws.every((raw, index) => tokens[at + index]?.raw === raw);
}
