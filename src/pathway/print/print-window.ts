import { printList } from "./print-list.ts";
import { toWholeWeeks } from "./print-quantity.ts";

/** A window of days, both ends included. */
export type Window = readonly [from: number, to: number];

/** Windows as running text has them: "5–7 days", "day 7 and day 14", "days 1–3 and 7–10", "6–12 weeks". */
export function printWindows(windows: readonly Window[]): string {
  const [only] = windows;
  if (only === undefined) return "";
  if (windows.length === 1 && only[0] !== only[1]) return printLength(only);
  if (windows.every(isStretch)) return `days ${printList(windows.map(printEnds))}`;
  return printList(windows.map((window) => (isStretch(window) ? `days ${printEnds(window)}` : `day ${window[0]}`)));
}

function printLength(window: Window): string {
  const [from, to] = [toWholeWeeks(window[0]), toWholeWeeks(window[1])];
  return from === undefined || to === undefined ? `${printEnds(window)} days` : `${from}–${to} weeks`;
}

function printEnds([from, to]: Window): string {
  return `${from}–${to}`;
}

function isStretch([from, to]: Window): boolean {
  return from !== to;
}
