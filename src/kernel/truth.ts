/** Truth in three values. `"unknown"` is a value of its own and is never read as `false`. */
export type Truth = true | false | "unknown";

const T = true;
const F = false;
const U = "unknown";

/** Order of rows and columns in the tables below. */
export const TRUTHS = [T, F, U] as const;

/** Conjunction (CQL appendix B, "And"; Kleene's strong logic). Rows: left T, F, U. Columns: right T, F, U. */
export const AND = [
  [T, F, U],
  [F, F, F],
  [U, F, U],
] as const;

/** Disjunction (CQL appendix B, "Or"). */
export const OR = [
  [T, T, T],
  [T, F, U],
  [T, U, U],
] as const;

/** Exclusive disjunction (CQL appendix B, "Xor"). */
export const XOR = [
  [F, T, U],
  [T, F, U],
  [U, U, U],
] as const;

/** Implication (CQL appendix B, "Implies"). */
export const IMPLIES = [
  [T, F, U],
  [T, T, T],
  [T, U, U],
] as const;

export type TruthTable = readonly (readonly Truth[])[];

export function combine(table: TruthTable, left: Truth, right: Truth): Truth {
  const value = table[TRUTHS.indexOf(left)]?.[TRUTHS.indexOf(right)];
  if (value === undefined) throw new Error("a truth table has three rows and three columns");
  return value;
}

export function not(value: Truth): Truth {
  return value === "unknown" ? "unknown" : !value;
}
