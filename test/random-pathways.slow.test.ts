import { test } from "vitest";
import { checkEvaluation, checkVerdicts } from "./support/random-agreement.ts";

/** `RANDOM_PATHWAYS=full npx vitest run --project slow test/random-pathways.slow.test.ts` takes as many as docs/evaluation.md says. */
const FULL = process.env.RANDOM_PATHWAYS === "full";
const MINUTES = 60_000;

test("diagram and interpreter agree on the patients of random pathways", { timeout: 5 * MINUTES }, () => {
  checkEvaluation(FULL ? 10_000 : 4000, 1);
});

test("the verdicts on random pathways are those of enumeration", { timeout: 10 * MINUTES }, () => {
  checkVerdicts(FULL ? 3000 : 1200, 2);
});
