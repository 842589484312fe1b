import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleApp } from "../fixtures/sample-app.ts";
import { shippedLibrary } from "../real-library.ts";
import { boardedLibrary } from "../support/boarded-library.ts";
import { crawl } from "../support/crawl.ts";
import {
  type Bench,
  expectAccessible,
  expectAccessibleColours,
  expectAccessiblePaint,
  expectAccessibleWords,
  expectToFit,
  startBench,
} from "./browser.ts";

const TOPIC = "/topics/suspected-leg-dvt";
const PATIENT = "deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no&calfMass=yes";
const ask = (question: string) => `/ask?q=${encodeURIComponent(question)}`;

/** Every kind of page, and every state of one that looks different. */
const PATHS = [
  "/",
  "/ask?q=",
  ask("calf mass, tenderness along the deep veins, DVT?"),
  ask("calf mass, calf 4 cm larger, tender along the deep veins, no other cause, DVT?"),
  ask("blue tense swollen leg, DVT?"),
  ask("How is a snake bite treated?"),
  ask("What is the D-dimer cut-off at 70?"),
  ask("Mrs Ada Lovelace, calf lump. DVT?"),
  `${ask("calf DVT, which scan?")}&reader=patient`,
  TOPIC,
  `${TOPIC}?reader=patient`,
  `${TOPIC}?reader=nurse&depth=brief`,
  `${TOPIC}?reader=student&depth=minute`,
  `${TOPIC}?${PATIENT}`,
  `${TOPIC}?age=sixty&dDimer=480&deepVeinTenderness=yes`,
  `${TOPIC}/pathway`,
  `${TOPIC}/pathway?${PATIENT}`,
  `${TOPIC}/pathway?deepVeinTenderness=yes&calfMass=yes`,
  `${TOPIC}/pathway?view=outline&${PATIENT}`,
  `${TOPIC}/pathway?view=table&${PATIENT}`,
  `${TOPIC}/questions?calfMass=yes`,
  `${TOPIC}/score?${PATIENT}`,
  `${TOPIC}/cut-off?age=66&dDimer=655&dDimer.unit=ug/L{FEU}`,
  `${TOPIC}/cut-off?age=66&dDimer=655`,
  `${TOPIC}/chances?prevalence=17&calfSwelling=yes`,
  `${TOPIC}/scan?c.femoral-vein=not&t.femoral-vein=acute&c.popliteal-vein=not-seen&leg=left`,
  `${TOPIC}/follow-up?scan=incomplete`,
  `${TOPIC}/leaflet`,
  `${TOPIC}/editions`,
  "/code?code=nothing",
  "/questions/nothing",
  "/editorial-policy",
  "/sources",
  "/keyboard",
  "/offline",
  "/topics/nothing",
];

/** What only a board brings about: a text in its second edition, and what readers have given. */
const WITH_A_BOARD = [
  `${TOPIC}#report`,
  `${TOPIC}/editions?from=1&to=2`,
  `${TOPIC}/editions?from=1&to=9`,
  ask("How is gout treated?"),
];

/** A look at every page takes minutes: in every run those that no other test looks at, with `EVERY_PAGE=all` all. */
const IS_FULL = process.env.EVERY_PAGE === "all";
const { wellspring } = await shippedLibrary();
const LOOKED_AT = IS_FULL ? await withLinked(PATHS) : ["/keyboard", "/questions/nothing", `${TOPIC}/editions`];
const READ_IN_GERMAN = IS_FULL ? LOOKED_AT : ["/", "/keyboard", ask("calf mass, DVT?"), "/editorial-policy"];

/** 320 px wide is a window of 1280 at 400 % zoom (WCAG 1.4.10), 720 px one of 1440 at 200 %. */
const WIDTHS = [320, 720, 1440];
const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1440, height: 900 };

/** The pages listed, and those that links lead to: every reader, depth and view. */
async function withLinked(paths: readonly string[]): Promise<readonly string[]> {
  const found = new Set(paths);
  for await (const { path } of crawl(sampleApp(wellspring).app, ["/", TOPIC], { language: "en" }))
    if (path !== "/feed.atom") found.add(path);
  return [...found];
}

// One load for each page: colours and widths are changed in place. Rules on markup are asked once, rules on sizes in both widths, rules on
// colours in each theme.
async function lookAt(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);
  if (IS_FULL) {
    await page.emulateMedia({ forcedColors: "active" });
    await expectAccessibleColours(page);
    await page.emulateMedia({ forcedColors: "none" });
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(DESKTOP);
  await expectAccessiblePaint(page);
  await expectToFit(page, WIDTHS);
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await expectToFit(page, [360, 1440]);
}

describe("every page is accessible in light, dark and forced colours, and fits every width, 400 % zoom and twice the letters", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench(wellspring);
  });
  afterAll(() => bench.close());

  test.each(LOOKED_AT)("%s", async (path) => {
    const visit = await bench.open();
    await visit.page.goto(path);
    await lookAt(visit.page);
    await visit.close();
  });

  test.each(READ_IN_GERMAN)(
    "in German %s names its language and its controls, and fits, from the right as well",
    async (path) => {
      const visit = await bench.open({ viewport: PHONE, locale: "de-DE" });
      await visit.page.goto(path);
      expect(await visit.page.locator("html").getAttribute("lang")).toBe("de");
      await expectAccessibleWords(visit.page);
      await expectToFit(visit.page, IS_FULL ? WIDTHS : [320]);
      // No language that is read from the right is there yet; the page would fit it.
      await visit.page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
      await expectToFit(visit.page, [320]);
      await visit.close();
    },
  );
});

describe.runIf(IS_FULL)("and so is every page that only a board brings about", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench(await boardedLibrary());
  });
  afterAll(() => bench.close());

  test.each(WITH_A_BOARD)("%s", async (path) => {
    const visit = await bench.open();
    await visit.page.goto(path);
    await visit.page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await lookAt(visit.page);
    await visit.close();
  });

  test.each([
    ["what became of a question", ask("How is gout treated?"), "section.give-question form"],
    ["what became of a report", TOPIC, "details.report form"],
  ])("%s", async (_what, path, form) => {
    const visit = await bench.open();
    const { page } = visit;
    await page.goto(path);
    await page.locator(form).evaluate((one) => one.closest("details")?.setAttribute("open", ""));
    await page.locator(`${form} textarea`).fill("How is gout of the foot treated?");
    await page.locator(`${form} input[type=checkbox]`).check();
    await page.locator(`${form} button`).click();
    await page.waitForURL(/\/(?:questions|reports)\/[A-Z0-9-]+$/);
    await lookAt(page);
    await visit.close();
  });

  test("the code of an edition that was replaced", async () => {
    const visit = await bench.open();
    const { page } = visit;
    await page.goto(`${TOPIC}/editions`);
    await page.locator("a[href^='/code/']").last().click();
    await page.waitForURL(/\/code\//);
    await lookAt(page);
    await visit.close();
  });
});
