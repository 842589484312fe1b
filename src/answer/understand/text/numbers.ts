/** A number as somebody typed it. `value` is an exact decimal, absent when the separators allow two readings. */
export interface NumberReading {
  readonly raw: string;
  readonly value: string | undefined;
}

const PLAIN = /^\d+$/;
const GROUPED = /^[1-9]\d{0,2}(?:[ ,']\d{3})+(?:\.\d+)?$/;
const GROUPED_WITH_POINTS = /^[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?$/;
const POINT = /^\d*\.\d+$/;
const COMMA = /^\d+,\d+$/;
/** One separator and three digits after it: thousands to one reader, decimals to another. */
const THREE_AFTER_SEPARATOR = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads a typed number. A comma before three digits groups thousands, as English writes it; a comma before any other count is
 * a decimal comma. `1.250` is kept as a decimal here; whether it may be, its unit decides (see `isTwofold`).
 */
export function readNumber(raw: string): NumberReading {
  if (PLAIN.test(raw)) return { raw, value: raw };
  if (GROUPED.test(raw)) return { raw, value: raw.replace(/[ ,']/g, "") };
  if (GROUPED_WITH_POINTS.test(raw)) return { raw, value: raw.replaceAll(".", "").replace(",", ".") };
  if (POINT.test(raw)) return { raw, value: raw.startsWith(".") ? `0${raw}` : raw };
  if (COMMA.test(raw)) return { raw, value: raw.replace(",", ".") };
  return { raw, value: undefined };
}

/**
 * True when `1.250` or `1,250` may be a thousand and a quarter or one and a quarter. In a unit of milligrams a point is a decimal
 * point and in a unit of micrograms a comma groups thousands; the other two pairings are not decided here.
 */
export function isTwofold(raw: string, unit: string | undefined): boolean {
  if (!THREE_AFTER_SEPARATOR.test(raw)) return false;
  const large = unit !== undefined && /^(?:mg\/L|ug\/mL)/.test(unit);
  return raw.includes(".") ? !large : large;
}
