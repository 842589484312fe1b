import type { Answer } from "../../answer/answer-shape.ts";
import type { Certainty, Strength } from "../../evidence/grade.ts";
import type { Truth } from "../../kernel/truth.ts";
import type { Reader } from "../../library/model/article.ts";

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  strong: "strong",
  weak: "weak (conditional)",
  "not-graded": "not graded",
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  high: "high",
  moderate: "moderate",
  low: "low",
  "very-low": "very low",
  "not-graded": "not graded",
};

export const READER_WORDS: Readonly<Record<Reader, string>> = {
  clinician: "Clinician",
  patient: "Patient",
  student: "Student",
  nurse: "Nurse",
};

/** Strength and certainty in a few words, or undefined when neither was graded. */
export function gradeWords(strength: Strength, certainty: Certainty): string | undefined {
  const parts = [
    strength === "not-graded" ? undefined : `${STRENGTH_WORDS[strength]} recommendation`,
    certainty === "not-graded" ? undefined : `${CERTAINTY_WORDS[certainty]} certainty`,
  ].filter((part) => part !== undefined);
  const words = parts.join(", ");
  return words === "" ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}

export function truthWords(truth: Truth): string {
  return truth === "unknown" ? "not known" : truth ? "yes" : "no";
}

/** "5–7 days after the first scan"; several windows are joined by "and". */
export function followUpWords({ windows, countedFrom }: NonNullable<Answer["followUp"]>): string {
  const days = windows.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(" and ");
  const unit = windows.length === 1 && windows[0]?.[1] === 1 ? "day" : "days";
  return days === "" ? `after ${countedFrom}` : `${days} ${unit} after ${countedFrom}`;
}

/** A total with a real minus sign: −2, or "1 to 4" while items are unknown. */
export function totalWords(low: number, high: number): string {
  const sign = (value: number) => String(value).replace("-", "−");
  return low === high ? sign(low) : `${sign(low)} to ${sign(high)}`;
}

export function pointsWords(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** An ISO date as people read it: 23 November 2026. Anything else is printed as it stands. */
export function dateWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

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
