import type { Stratum } from "../model/pathway.ts";
import { printNumber } from "./print-number.ts";

/** The totals of a category: "2 or more", "1 or less", "1–2", "3". */
export function printStratum({ from, to }: Stratum): string {
  if (from === undefined) return to === undefined ? "any total" : `${printNumber(to)} or less`;
  if (to === undefined) return `${printNumber(from)} or more`;
  if (from === to) return printNumber(from);
  // "−2–1" cannot be read: totals below zero take a word instead of the dash.
  return from < 0 ? `${printNumber(from)} to ${printNumber(to)}` : `${printNumber(from)}–${printNumber(to)}`;
}
