import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Bench,
  expectAccessible,
  expectAccessiblePaint,
  expectNoSidewaysScroll,
  expectToFit,
  startBench,
} from "./browser.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const TOPIC = "/topics/suspected-leg-dvt";
const PATHS = [
  "/",
  "/ask?q=calf%20mass%2C%20tenderness%20along%20the%20deep%20veins%2C%20DVT%3F",
  "/ask?q=blue%20tense%20leg",
  "/ask?q=snake%20bite",
  "/ask?q=",
  TOPIC,
  `${TOPIC}?reader=patient`,
  `${TOPIC}?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no&calfMass=yes`,
  `${TOPIC}?age=sixty&dDimer=480`,
  "/editorial-policy",
  "/topics/nothing",
];
const PHONE = { width: 360, height: 780 };

// One load for each page: colours hang on the scheme and what fits on the width, and both are changed in place.
test("every page is accessible and fits, on a desktop in light, on a phone in dark, at 400 % zoom and with text twice as large", async () => {
  const visit = await bench.open();
  const { page } = visit;
  for (const path of PATHS) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(path);
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessiblePaint(page);
    // A window of 320 px is one of 1280 at 400 % (WCAG 1.4.10).
    await expectToFit(page, [1440, 360, 320]);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await expectNoSidewaysScroll(page);
  }
  await visit.close();
});

test("pages stay whole in forced colours", async () => {
  const visit = await bench.open({ viewport: { width: 1440, height: 900 }, forcedColors: "active" });
  await visit.page.goto(`${TOPIC}?calfMass=yes`);
  await expectAccessiblePaint(visit.page);
  await visit.close();
});

test("a print shows its notes, its foot and the advice, and no form", async () => {
  const visit = await bench.open({ viewport: { width: 794, height: 1123 } });
  const { page } = visit;
  await page.goto(`${TOPIC}?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no`);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".references li").first().isVisible()).toBe(true);
  expect(await page.locator(".paper-foot").textContent()).toContain("Do not use after");
  expect(await page.locator(".next-step-title", { hasText: "Complete duplex ultrasound" }).isVisible()).toBe(true);
  // What stayed folded on the screen is left out, what was opened is printed.
  const reason = page.getByText("Two points or more make thrombosis likely");
  expect(await reason.isVisible()).toBe(false);
  await page.locator("details.trace").evaluate((trace) => trace.setAttribute("open", ""));
  expect(await reason.isVisible()).toBe(true);
  expect(await page.locator("form:visible").count()).toBe(0);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await visit.close();
});
