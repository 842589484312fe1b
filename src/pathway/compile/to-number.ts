import { type Decimal, decimal } from "../../clinical/quantity.ts";
import type { FindingValue } from "../model/feature.ts";

/** The number of a whole number or a quantity; a quantity is kept in its feature's own unit. */
export function toNumber(value: FindingValue): Decimal {
  return typeof value === "object" ? value.value : decimal(Number(value));
}
