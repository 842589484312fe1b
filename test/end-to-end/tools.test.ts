import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedLibrary } from "../real-library.ts";
import { type Bench, expectAccessible, expectToFit, startBench } from "./browser.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench((await shippedLibrary()).wellspring);
});
afterAll(() => bench.close());

const TOPIC = "/topics/suspected-leg-dvt";
const PAGES = [
  "/questions?calfMass=yes",
  "/scan?c.femoral-vein=not&t.femoral-vein=acute&c.popliteal-vein=not-seen&leg=left",
  "/follow-up?scan=incomplete",
  "/score?deepVeinTenderness=yes&calfDifference=3&alternativeDiagnosis=no",
  "/cut-off?age=66&dDimer=655&dDimer.unit=ug/L{FEU}",
  "/cut-off?age=66&dDimer=655",
  "/chances?prevalence=17&calfSwelling=yes",
];

/** One look at each page for each theme would cost a minute more: layout differs by size, contrast by theme. */
const THEMES = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
] as const;

test("every tool fits a phone, a tablet and a desktop, and is accessible in light, dark or forced colours", async () => {
  const visit = await bench.open({ viewport: { width: 360, height: 780 } });
  for (const [turn, path] of PAGES.entries()) {
    await visit.page.emulateMedia(THEMES[turn % THEMES.length] ?? THEMES[0]);
    await visit.page.goto(TOPIC + path);
    await expectToFit(visit.page, [360, 768, 1440]);
    await expectAccessible(visit.page);
  }
  await visit.close();
});

/** Reaches an element by the Tab key alone. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const focused = page.locator(`:focus:is(${selector})`);
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`the Tab key never reached ${selector}`);
}

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("by keyboard, %s", (_name, javaScriptEnabled) => {
  test("the score is worked out and goes along to the cut-off", async () => {
    const visit = await bench.open({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });
    const { page } = visit;
    await page.goto(`${TOPIC}/score`);
    await tabTo(page, 'input[name="deepVeinTenderness"][value=""]');
    await page.keyboard.press("ArrowRight");
    await tabTo(page, ".score-list ~ .form-buttons button");
    await page.keyboard.press("Enter");
    await page.waitForURL(/deepVeinTenderness=yes/);
    expect(await page.locator(".total-number").textContent()).toBe("−1 to 9");
    await page.locator(".tool-nav a", { hasText: "cut-off" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/cut-off\?deepVeinTenderness=yes/);
    await visit.close();
  });

  test("the wizard is answered to its end, question after question", async () => {
    const visit = await bench.open({ javaScriptEnabled });
    const { page } = visit;
    await page.goto(`${TOPIC}/questions?calfMass=yes`);
    // "No" where it can be said, else "not known".
    const reply = '.answer[value="no"], .answer-unknown, .answers-number a';
    const asked: string[] = [];
    while ((await page.locator(reply).count()) > 0) {
      asked.push((await page.locator("main h2").first().textContent()) ?? "");
      await tabTo(page, reply);
      const before = page.url();
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.href !== before);
    }
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(asked).size).toBe(asked.length);
    expect(await page.locator(".next-step-title").textContent()).toContain("High-sensitivity D-dimer first");
    await visit.close();
  });

  test("the scan protocol is marked segment by segment until it is complete and read as normal", async () => {
    const visit = await bench.open({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });
    const { page } = visit;
    await page.goto(`${TOPIC}/scan`);
    const groups = page.locator(".segment-group").first().locator("input[type=radio][value='']:visible");
    const names = await groups.evaluateAll((radios) => radios.map((radio) => radio.getAttribute("name")));
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) {
      await tabTo(page, `input[name="${name}"]`);
      await page.keyboard.press("ArrowRight");
    }
    await tabTo(page, '.form-buttons button[type="submit"]');
    await page.keyboard.press("Enter");
    await page.waitForURL(/scan\?.*c\./);
    expect(await page.locator(".scan-result").textContent()).toContain("7 of 7 required segments complete");
    await page.goto(`${TOPIC}/scan`);
    await tabTo(page, "#vein-femoral-vein");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#segment-femoral-vein$/);
    await visit.close();
  });

  test("the planner counts the dates from a day that is typed, keeps it out of the address, and gives them as a calendar", async () => {
    const visit = await bench.open({ javaScriptEnabled, locale: "en-US" });
    const { page } = visit;
    await page.goto(`${TOPIC}/follow-up?scan=incomplete`);
    await tabTo(page, "#date");
    await page.keyboard.type("11292026");
    await page.keyboard.press("Enter");
    await page.getByText("Friday, 4 December 2026").first().waitFor();
    expect(page.url()).not.toContain("2026-11-29");
    await tabTo(page, "button[formaction]");
    const saved = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await saved).suggestedFilename()).toMatch(/\.ics$/);
    await visit.close();
  });

  test("a published chance is one press away", async () => {
    const visit = await bench.open({ javaScriptEnabled });
    const { page } = visit;
    await page.goto(`${TOPIC}/chances`);
    await page.locator(".presets a", { hasText: "53 %" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/prevalence=53/);
    expect(await page.locator(".result-now").textContent()).toContain("Miss rate 11.0 %");
    await visit.close();
  });
});

test("with scripts the figure follows the slider, and the text for the record is copied", async () => {
  const visit = await bench.open({ permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = visit;
  await page.goto(`${TOPIC}/chances?prevalence=6`);
  await page.locator("#prevalence").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator(".result-now", { hasText: "Miss rate 0.70 %" }).waitFor();
  expect(await page.locator("output").textContent()).toBe("6.1 %");
  await page.getByText("Text for the record").click();
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Chance before the test 6.1 %");
  await visit.close();
});
