import { type Decimal, decimal } from "../../../clinical/quantity.ts";
import type { Token } from "../text/tokens.ts";

/** Words that multiply the number before them: hundred. */
export type Scales = ReadonlyMap<string, number>;

export interface ComposedNumber {
  /** How many tokens it takes. */
  readonly tokens: number;
  /** Absent when its separators allow two readings. */
  readonly value: { readonly number: Decimal; readonly raw: string } | undefined;
}

/** A number in figures, or one spoken in several words: "fifty-eight", "two hundred and ten", "three and a half". */
export function composeNumber(tokens: readonly Token[], at: number, scales: Scales): ComposedNumber {
  const whole = composeWhole(tokens, at, scales);
  const end = at + whole.tokens;
  const hasHalf = ["and", "a", "half"].every((word, offset) => tokens[end + offset]?.raw === word);
  if (!hasHalf || whole.value === undefined) return whole;
  const number = whole.value.number.plus("0.5");
  return { tokens: whole.tokens + 3, value: { number, raw: number.toString() } };
}

function composeWhole(tokens: readonly Token[], at: number, scales: Scales): ComposedNumber {
  const token = tokens[at];
  if (token?.number?.value === undefined) return { tokens: 1, value: undefined };
  if (token.kind !== "word")
    return { tokens: 1, value: { number: decimal(token.number.value), raw: token.number.raw } };
  let total = decimal(0);
  let here = at;
  for (;;) {
    const small = smallNumber(tokens, here);
    if (small === undefined) break;
    const scale = scales.get(tokens[here + small.tokens]?.raw ?? "");
    total = total.plus(small.number.times(scale ?? 1));
    here += small.tokens + (scale === undefined ? 0 : 1);
    if (scale === undefined) break;
    const joined = tokens[here]?.raw === "and" ? 1 : 0;
    if (smallNumber(tokens, here + joined) === undefined) break;
    here += joined;
  }
  return { tokens: here - at, value: { number: total, raw: total.toString() } };
}

/** One to ninety-nine, in one or two words. */
function smallNumber(
  tokens: readonly Token[],
  at: number,
): { readonly tokens: number; readonly number: Decimal } | undefined {
  const spoken = (index: number) => {
    const token = tokens[index];
    return token?.kind === "word" && token.number?.value !== undefined ? decimal(token.number.value) : undefined;
  };
  const number = spoken(at);
  if (number === undefined) return undefined;
  const ones = number.gte(20) && number.mod(10).eq(0) ? spoken(at + 1) : undefined;
  if (ones?.lt(10) && ones.gt(0)) return { tokens: 2, number: number.plus(ones) };
  return { tokens: 1, number };
}
