import { test } from "vitest";
import { checkEvaluation, checkVerdicts } from "./support/random-agreement.ts";

test("diagram and interpreter agree on the patients of random pathways", () => {
  checkEvaluation(1700, 20_261_123);
});

test("gaps, overlaps and dead rules of random pathways are those that enumeration finds", () => {
  checkVerdicts(300, 20_261_124);
});
