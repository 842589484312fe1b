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
/** Each width and each scheme once: colours hang on the scheme, and what fits on the width. */
const LOOKS = [
  ["on a desktop, in light", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }, expectAccessible],
  ["on a phone, in dark", { viewport: { width: 360, height: 780 }, colorScheme: "dark" }, expectAccessiblePaint],
] as const;

test.each(LOOKS)("every page is accessible and fits %s", async (_title, options, expectIt) => {
  const visit = await bench.open(options);
  for (const path of PATHS) {
    await visit.page.goto(path);
    await expectIt(visit.page);
    await expectNoSidewaysScroll(visit.page);
  }
  await visit.close();
});

test("pages fit at 400 % zoom, and a phone with text set twice as large", async () => {
  // A window of 320 px is one of 1280 at 400 % (WCAG 1.4.10).
  const visit = await bench.open({ viewport: { width: 360, height: 780 } });
  for (const path of PATHS) {
    await visit.page.goto(path);
    await expectToFit(visit.page, [320]);
    await visit.page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await expectNoSidewaysScroll(visit.page);
  }
  await visit.close();
});

test("pages stay whole in forced colours", async () => {
  const visit = await bench.open({ viewport: { width: 1440, height: 900 }, forcedColors: "active" });
  await visit.page.goto(`${TOPIC}?calfMass=yes`);
  await expectAccessible(visit.page);
  await visit.close();
});

test("a print shows its notes, its foot and the advice, and no form", async () => {
  const visit = await bench.open({ viewport: { width: 794, height: 1123 } });
  const { page } = visit;
  await page.goto(`${TOPIC}?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no`);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".references li").first().isVisible()).toBe(true);
  expect(await page.locator(".paper-foot").textContent()).toContain("Do not use after");
  expect(await page.getByText("COMPLETE_DUPLEX").first().isVisible()).toBe(true);
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
