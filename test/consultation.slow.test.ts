import { expect, test } from "vitest";
import { checkCases, checkConsultation, checkQuestions } from "./support/consultation-agreement.ts";

/** `CONSULTATIONS=full npx vitest run --project slow test/consultation.slow.test.ts` takes as many of each as docs/evaluation.md says. */
const FULL = process.env.CONSULTATIONS === "full";
const MINUTES = 60_000;

test("consultation and enumeration agree on the patients of random pathways", { timeout: 10 * MINUTES }, () => {
  checkConsultation(FULL ? 10_000 : 4000, 3);
});

test("rules that carry a conclusion case by case are those that enumeration finds", { timeout: 10 * MINUTES }, () => {
  expect(checkCases(FULL ? 20_000 : 8000, 4)).toBeGreaterThan(FULL ? 100 : 30);
});

test("the order of questions against exhaustive search on random pathways", {
  timeout: 10 * MINUTES,
}, () => {
  const nearness = checkQuestions(FULL ? 10_000 : 2000, 5);
  console.info(JSON.stringify(nearness));
  expect(nearness.optimal).toBeGreaterThan(0.98);
  expect(nearness.mean).toBeLessThan(1.002);
});
