import { test } from "vitest";
import { checkEvaluation, checkVerdicts } from "./support/random-agreement.ts";

/** What does not fit into every run: `npx vitest run --project slow`. */
const MINUTES = 60_000;

test("diagram and interpreter agree on the patients of ten thousand random pathways", { timeout: 5 * MINUTES }, () => {
  checkEvaluation(10_000, 1);
});

test("the verdicts on three thousand random pathways are those of enumeration", { timeout: 10 * MINUTES }, () => {
  checkVerdicts(3000, 2);
});
