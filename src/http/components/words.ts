import type { Answer } from "../../answer/answer-shape.ts";
import type { Certainty, Strength } from "../../evidence/grade.ts";
import type { Truth } from "../../kernel/truth.ts";
import type { Messages } from "../messages/en.tsx";
import { en } from "../messages/en.tsx";

/** Strength and certainty in a few words, or undefined when neither was graded. */
export function gradeWords(strength: Strength, certainty: Certainty, { evidence }: Messages): string | undefined {
  const parts = [
    strength === "not-graded" ? undefined : evidence.recommendation(evidence.strength[strength]),
    certainty === "not-graded" ? undefined : evidence.certain(evidence.certainty[certainty]),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : capitalised(parts.join(", "));
}

export function truthWords(value: Truth, { truth }: Messages = en): string {
  return value === "unknown" ? truth.unknown : value ? truth.yes : truth.no;
}

/** "5–7 days after the first scan"; several windows are joined by "and". */
export function followUpWords({ windows, countedFrom }: NonNullable<Answer["followUp"]>): string {
  const days = windows.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(" and ");
  const unit = windows.length === 1 && windows[0]?.[1] === 1 ? "day" : "days";
  return days === "" ? `after ${countedFrom}` : `${days} ${unit} after ${countedFrom}`;
}

/** A total with a real minus sign: −2, or "1 to 4" while items are unknown. */
export function totalWords(low: number, high: number, { to }: Messages = en): string {
  const sign = (value: number) => String(value).replace("-", "−");
  return low === high ? sign(low) : to(sign(low), sign(high));
}

export function pointsWords(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

/** An ISO date in the words of pages and texts that are in English alone. */
export const dateWords = en.date;

/** The first characters of a content hash: enough to tell two versions apart on paper. */
export function shortHash(hash: string): string {
  return hash.replace(/^sha256-/, "").slice(0, 12);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Reasons are written as parts of sentences; standing alone they begin and end as one. */
export function asSentence(text: string): string {
  return text === "" || /[.!?]$/.test(text) ? capitalised(text) : `${capitalised(text)}.`;
}

/** The same day some months later as an ISO date; a day that the month does not have is its last. */
export function monthsLater(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
