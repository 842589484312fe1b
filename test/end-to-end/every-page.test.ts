import { afterAll, beforeAll, expect, test } from "vitest";
import { shippedLibrary } from "../real-library.ts";
import {
  type Bench,
  expectAccessible,
  expectAccessiblePaint,
  expectAccessibleWords,
  expectNoSidewaysScroll,
  expectToFit,
  startBench,
} from "./browser.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench((await shippedLibrary()).wellspring);
});
afterAll(() => bench.close());

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
  ask("Mrs Ada Lovelace, calf lump. DVT?"),
  `${ask("calf DVT, which scan?")}&reader=patient`,
  TOPIC,
  `${TOPIC}?reader=patient`,
  `${TOPIC}?reader=nurse&depth=brief`,
  `${TOPIC}?${PATIENT}`,
  `${TOPIC}?age=sixty&dDimer=480&deepVeinTenderness=yes`,
  `${TOPIC}/pathway?${PATIENT}`,
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

/** A look at every page in three themes takes minutes: in every run those that no other test looks at, with `EVERY_PAGE=all` all. */
const LOOKED_AT =
  process.env.EVERY_PAGE === "all" ? PATHS : ["/keyboard", "/offline", "/questions/nothing", `${TOPIC}/editions`];
const READ_IN_GERMAN =
  process.env.EVERY_PAGE === "all" ? PATHS : ["/", "/keyboard", ask("calf mass, DVT?"), "/editorial-policy"];

/** 320 px wide is a window of 1280 at 400 % zoom (WCAG 1.4.10). */
const WIDTHS = [320, 768, 1440];
const PHONE = { width: 360, height: 780 };

// One load for each page: colours and widths are changed in place. Rules on markup are asked once, rules on paint in each theme.
test.each(LOOKED_AT)(
  "%s is accessible in light, dark and forced colours, and fits every width and twice the letters",
  async (path) => {
    const visit = await bench.open({ viewport: PHONE, colorScheme: "light" });
    const { page } = visit;
    await page.goto(path);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessiblePaint(page);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    if (process.env.EVERY_PAGE === "all") await expectAccessiblePaint(page);
    await page.emulateMedia({ forcedColors: "none" });
    await expectToFit(page, WIDTHS);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await expectNoSidewaysScroll(page);
    await visit.close();
  },
);

test("pages in German name their languages and their controls, and fit a phone", async () => {
  const visit = await bench.open({ viewport: PHONE, locale: "de-DE" });
  for (const path of READ_IN_GERMAN) {
    await visit.page.goto(path);
    expect(await visit.page.locator("html").getAttribute("lang")).toBe("de");
    await expectAccessibleWords(visit.page);
    await expectNoSidewaysScroll(visit.page);
  }
  await visit.close();
});
