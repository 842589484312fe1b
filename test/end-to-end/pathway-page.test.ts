import { afterAll, beforeAll, expect, test } from "vitest";
import { shippedLibrary } from "../real-library.ts";
import { type Bench, expectAccessible, expectAccessiblePaint, expectToFit, startBench } from "./browser.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench((await shippedLibrary()).wellspring);
});
afterAll(() => bench.close());

const PAGE = "/topics/suspected-leg-dvt/pathway";
const PATIENT = "deepVeinTenderness=yes&calfMass=yes";
const VIEWS = ["chart", "outline", "table"];

// One load for each view: markup is looked at once, paint in the dark too. Forced colours are the system's; the chart alone paints by itself.
test.each(VIEWS)(
  "a patient's pathway as %s fits every window and is accessible, in light and dark, the chart in forced colours too",
  async (view) => {
    const visit = await bench.open({ viewport: { width: 360, height: 780 }, colorScheme: "light" });
    const { page } = visit;
    await page.goto(`${PAGE}?view=${view}&${PATIENT}`);
    await expectToFit(page, [360, 768, 1440]);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessiblePaint(page);
    if (view === "chart") {
      await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
      await expectAccessiblePaint(page);
    }
    await visit.close();
  },
);

test("a pathway without a patient, and with a value that cannot be read, fits a phone, a tablet and a desktop", async () => {
  const visit = await bench.open();
  for (const path of [...VIEWS.map((view) => `${PAGE}?view=${view}`), `${PAGE}?view=chart&age=sixty`]) {
    await visit.page.goto(path);
    await expectToFit(visit.page, [360, 768, 1440]);
  }
  await visit.close();
});

test("without scripts and by keyboard, the chart leads from a stage to its decision table", async () => {
  const visit = await bench.open({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
  const { page } = visit;
  await page.goto("/topics/suspected-leg-dvt");
  await page.getByRole("link", { name: "See the pathway as chart, outline or decision tables" }).click();
  await page.waitForURL(/pathway$/);
  const stage = page.locator("svg a").first();
  await stage.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/view=table.*#stage-/);
  expect(await page.getByRole("table").count()).toBeGreaterThan(0);
  await visit.close();
});

test("a patient's findings go along to every view and back to the form", async () => {
  const visit = await bench.open({ viewport: { width: 1440, height: 900 } });
  const { page } = visit;
  await page.goto(`/topics/suspected-leg-dvt?${PATIENT}`);
  await page.getByRole("link", { name: "See this patient’s way on the chart" }).click();
  expect(await page.locator("svg .lit").count()).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Decision tables" }).click();
  await page.waitForURL(/view=table/);
  expect(await page.locator("tr.lit, tr.open").count()).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Change the findings" }).click();
  await page.waitForURL(/#patient$/);
  expect(page.url()).toContain("deepVeinTenderness=yes");
  await visit.close();
});
