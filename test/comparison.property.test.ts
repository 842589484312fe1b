import { test } from "vitest";
import { checkComparison } from "./support/comparison-agreement.ts";

test("every patient of two random pathways whose advice differs lies in exactly one group, and no other patient does", () => {
  checkComparison(60, 20_261_125);
}, 60_000);
