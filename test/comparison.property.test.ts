import { test } from "vitest";
import { checkComparison, checkContradicting } from "./support/comparison-agreement.ts";

test("every patient of two random pathways whose advice differs lies in exactly one group, and no other patient does", () => {
  checkComparison(60, 20_261_125);
}, 60_000);

test("where only their contradictions differ, patients are grouped by what was said of them", () => {
  checkContradicting(150, 20_261_129);
}, 60_000);
