/** What a diagram ends in. `gap`: no rule can hold. `needs`: more must be known. `clash`: rules of a stage differ. */
export type Outcome =
  | { readonly kind: "gap" }
  | { readonly kind: "needs" }
  | { readonly kind: "clash" }
  | { readonly kind: "advice"; readonly code: string; readonly followUp?: string };

/** The end where no rule can hold. */
export const GAP = 0;
/** The end where more must be known. */
export const NEEDS = 1;
/** The end where rules of a stage disagree. */
export const CLASH = 2;
/** Ends from here on are advice, in the order of the stages. */
export const FIRST_ADVICE = 3;

/** What is still possible when both may come true. */
export function meetOutcomes(left: number, right: number): number {
  return left === right ? left : NEEDS;
}
