import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedLibrary } from "../real-library.ts";
import { type Bench, expectAccessible, expectNoSidewaysScroll, startBench } from "./browser.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench((await shippedLibrary()).wellspring);
});
afterAll(() => bench.close());

/** Each test looks at nine long pages. */
const MINUTES = { timeout: 600_000 };

const PAGE = "/topics/suspected-leg-dvt/pathway";
const PATIENT = "deepVeinTenderness=yes&calfMass=yes";
const PATHS = ["chart", "outline", "table"].flatMap((view) => [
  `${PAGE}?view=${view}`,
  `${PAGE}?view=${view}&${PATIENT}`,
  `${PAGE}?view=${view}&age=sixty`,
]);

describe.each([
  ["phone", { width: 360, height: 780 }],
  ["tablet", { width: 768, height: 1024 }],
  ["desktop", { width: 1440, height: 900 }],
])("on a %s", (_size, viewport) => {
  test.each(["light", "dark"] as const)(
    "every view of a pathway is accessible and fits, in %s",
    async (colorScheme) => {
      const visit = await bench.open({ viewport, colorScheme });
      for (const path of PATHS) {
        await visit.page.goto(path);
        await expectAccessible(visit.page);
        await expectNoSidewaysScroll(visit.page);
      }
      await visit.close();
    },
  );
});

test("views stay whole in forced colours", MINUTES, async () => {
  const visit = await bench.open({ viewport: { width: 1440, height: 900 }, forcedColors: "active" });
  for (const path of PATHS) {
    await visit.page.goto(path);
    await expectAccessible(visit.page);
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
