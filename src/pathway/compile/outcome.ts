/** What a diagram ends in. `gap`: no rule can hold. `needs`: more must be known. `clash`: rules of a stage differ. */
export type Outcome =
  | { readonly kind: "gap" }
  | { readonly kind: "needs" }
  | { readonly kind: "clash" }
  | { readonly kind: "advice"; readonly code: string; readonly followUp?: string };

/** Numbers of the outcomes without advice; advice follows from `FIRST_ADVICE`. */
export const GAP = 0;
export const NEEDS = 1;
export const CLASH = 2;
export const FIRST_ADVICE = 3;

/** What is still possible when both may come true. */
export function meetOutcomes(left: number, right: number): number {
  return left === right ? left : NEEDS;
}
