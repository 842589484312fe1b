import type { Decimal } from "../../../clinical/quantity.ts";

export type BoundOperator = "<" | "<=" | ">" | ">=";

/** One step of a phrase. */
export type Element =
  /** One of several sequences of stems, found by their first. */
  | {
      readonly kind: "words";
      readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
      readonly optional: boolean;
      /** Stands between breaks, after a comma or a bracket ("55F, left, tender"). */
      readonly alone: boolean;
    }
  /** A bracket that opens or closes: what it holds explains what stands before it ("410 ug/L (<500)"). */
  | { readonly kind: "bracket"; readonly opens: boolean; readonly optional: boolean }
  /** Up to a few other words; `short` gaps cover two at most. */
  | { readonly kind: "gap"; readonly short: boolean }
  /** A number: of the phrase's own feature, or of another one named here; `alone` when it stands between breaks ("Mrs K, 48, left"), `sentence` when it opens one. */
  | {
      readonly kind: "number";
      readonly feature: string | undefined;
      /** `plain`; with an assay basis of its own (`##`); a time told from today, as "yesterday" (`#!`). */
      readonly wanted: "plain" | "withBasis" | "relativeTime" | "alone" | "sentence";
    }
  /** A number that is only compared; `ofYear`: a year, by the time since its end. */
  | {
      readonly kind: "bound";
      readonly operator: BoundOperator;
      readonly limit: Decimal;
      readonly unit: string;
      readonly ofYear: boolean;
    }
  /** The side of the leg in question, or the opposite one. */
  | { readonly kind: "side"; readonly which: "same" | "other" };

/** One run of words, found as a whole. */
export interface Part {
  readonly elements: readonly Element[];
  /** Further runs (joined by ` && `) that must stand near the first in the same clause, before or after it. */
  readonly near: readonly (readonly Element[])[];
  /** Written with a leading `no `: it counts only where the text denies it. */
  readonly whenDenied: boolean;
  /** Written with a leading `-`: the phrase is none where the text holds this part anywhere. */
  readonly absent: boolean;
}

/** A phrase of the lexicon. Several parts (joined by ` & `) must all be found, in any order. */
export interface Phrase {
  readonly written: string;
  readonly parts: readonly Part[];
  readonly marks: ReadonlySet<PhraseMark>;
}

/**
 * `outranks` (`!`): what it states replaces what the feature's other phrases state; `supersedes` (`^`) replaces those too. `oneOfSeveral` (`+`): one sign of several, so that
 * denying it does not deny the feature. `notKnown` (`?`): says that the feature was asked for and is not known. `timeless` (`~`): holds
 * although it was long ago, as an earlier clot does. `alarm` (`*`): words that may tell the feature, asked about where nothing else reads them.
 */
export type PhraseMark = "outranks" | "supersedes" | "oneOfSeveral" | "notKnown" | "timeless" | "alarm";

/** Whether the phrase, or its first part, is a single word, number or class and nothing else. */
export function isOneStep({ parts: [first] }: Phrase): boolean {
  return first?.elements.length === 1 && first.near.length === 0;
}

/** Whether the phrase means one leg or the other, whichever is in question. */
export function namesSide({ parts }: Phrase): boolean {
  return parts.some(({ elements }) => elements.some(({ kind }) => kind === "side"));
}

/** Whether the phrase, or its first part, counts only where the text denies it. */
export function isWhenDenied({ parts: [first] }: Phrase): boolean {
  return first?.whenDenied === true;
}
