import { decimal, type Quantity, renderQuantity, renderUnit } from "../../clinical/quantity.ts";
import { printNumber } from "./print-number.ts";

const DAYS_OF_A_WEEK = 7;
/** From here on people count in weeks: 84 days are read as "12 weeks", 14 days as "14 days". */
const FEWEST_WEEKS = 4;

/** A quantity as running text has it: `84 d` is "12 weeks", `500 ug/L{FEU}` is "500 µg/L FEU". */
export function printQuantity(quantity: Quantity): string {
  const weeks = quantity.unit === "d" ? toWholeWeeks(Number(quantity.value.toString())) : undefined;
  return weeks === undefined ? renderQuantity(quantity) : renderQuantity({ value: decimal(weeks), unit: "wk" });
}

/** A number of the literature with its unit, at the decimals given: `63.5 %`, `42,487`, `2 cm`. */
export function printMeasured(value: number, unit: string, decimals?: number): string {
  if (unit === "d" && toWholeWeeks(value) !== undefined) return printQuantity({ value: decimal(value), unit });
  const words = renderUnit(unit);
  const number = printNumber(value, decimals);
  if (words === "") return number;
  return `${number} ${number === "1" ? words.replace(/s$/, "") : words}`;
}

/** The weeks that a number of days makes up exactly, when people would count them in weeks. */
export function toWholeWeeks(days: number): number | undefined {
  const weeks = days / DAYS_OF_A_WEEK;
  return Number.isInteger(weeks) && weeks >= FEWEST_WEEKS ? weeks : undefined;
}
