import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import type { Stretch } from "../text/stretch.ts";
import type { Part, Phrase } from "./phrase.ts";

/** In place of one value of a feature: whichever is read. */
export const ANY_VALUE = "*";

export type SummaryKind = keyof ClinicalLanguage["summaries"];
export type CueKind = keyof ClinicalLanguage["context"];
export type SummaryLimitKind = keyof ClinicalLanguage["summaryLimits"];
export type AskedFocus = keyof ClinicalLanguage["focus"];
/** `perhapsBefore` tells of an earlier time only beside a number of another time: a year, "was". */
export type When = keyof ClinicalLanguage["measuredWhen"];

/** What finding a phrase means. */
export type Target =
  | { readonly kind: "states"; readonly feature: CaseFeature; readonly choice: string | undefined }
  | { readonly kind: "denies"; readonly feature: CaseFeature }
  /** The text must hold it for the value to be read; or it makes other words of the clause say something else. */
  | { readonly kind: "onlyWith" | "unless"; readonly feature: CaseFeature; readonly choice: string }
  /** Words of the feature's field: unread, they withhold advice that rules out. */
  | { readonly kind: "watched"; readonly feature: CaseFeature; readonly choice: string | undefined }
  /** Words by which a sentence is about a test: while nothing is read of the sentence, the test's results withhold such advice too. */
  | { readonly kind: "about"; readonly feature: CaseFeature; readonly choice: string }
  /** Words of what is measured at two times, of a place of it, or of other things that are measured so. */
  | {
      readonly kind: "measured";
      readonly feature: CaseFeature;
      readonly role: "of" | "place" | "notOf";
      readonly nth: number;
    }
  /** Words that make the result of a test one of another occasion or person, or one that is only supposed. */
  | { readonly kind: "elsewhere"; readonly isSupposing: boolean }
  /** Words that tell when something was measured. */
  | { readonly kind: "when"; readonly when: When }
  | { readonly kind: "summary"; readonly summary: SummaryKind }
  /** Words that take from a summary what it sums up: some items were not answered, it is of another matter. */
  | { readonly kind: "summaryLimit"; readonly limit: SummaryLimitKind }
  | { readonly kind: "idle" }
  | { readonly kind: "cue"; readonly cue: CueKind }
  | { readonly kind: "focus"; readonly focus: AskedFocus }
  | { readonly kind: "drugDose" }
  /** A clinical word that no topic need read; `harmless` when it bears on no item of a score. */
  | { readonly kind: "hint"; readonly harmless: boolean };

/** What tells something of a feature. */
export type TellingTarget = Extract<Target, { readonly kind: "states" | "denies" }>;

/** Whether a phrase tells something of a feature. */
export function isTelling(target: Target): target is TellingTarget {
  return target.kind === "states" || target.kind === "denies";
}

export interface Entry {
  readonly phrase: Phrase;
  readonly target: Target;
}

/** A word or a few that say in what light others are said. */
export interface Cue extends Stretch {
  readonly kind: CueKind;
}

/** Whether the words only say when others count, and are no finding themselves. */
export function isCondition({ target }: Entry): boolean {
  return target.kind === "onlyWith" || target.kind === "unless" || target.kind === "elsewhere";
}

const ACCOUNTING: ReadonlySet<Target["kind"]> = new Set(["states", "denies", "idle", "summary"]);

/** Whether the phrase accounts for its words: it says something of the topic, or is known to say nothing. Words of alarm account for none. */
export function isAccounting({ phrase, target }: Entry): boolean {
  return !phrase.marks.has("alarm") && ACCOUNTING.has(target.kind);
}

/** One part of an entry's phrase, as the matcher looks it up. */
export interface EntryPart {
  readonly entry: Entry;
  readonly part: Part;
}
