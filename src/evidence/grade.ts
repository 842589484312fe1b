/** Strength of a recommendation, in the words of GRADE (Guyatt GH et al., BMJ 2008;336:924-6). */
export const STRENGTHS = ["strong", "weak", "not-graded"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Certainty of the evidence, in the words of GRADE. */
export const CERTAINTIES = ["high", "moderate", "low", "very-low", "not-graded"] as const;
export type Certainty = (typeof CERTAINTIES)[number];
