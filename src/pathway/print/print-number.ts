import { type Decimal, decimal } from "../../clinical/quantity.ts";

/** A number as running text has it: a true minus sign, and commas between thousands. */
export function printNumber(value: number | Decimal, decimals?: number): string {
  const exact = decimal(typeof value === "number" ? String(value) : value.toString());
  const digits = decimals === undefined ? exact.toFixed() : exact.toFixed(decimals);
  const [whole = "", fraction] = digits.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${exact.lt(0) ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** How many digits stand behind the point of a number as written. */
export function decimalsOf(value: number): number {
  return decimal(String(value)).toFixed().split(".")[1]?.length ?? 0;
}
