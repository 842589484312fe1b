import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, expectAccessible, startBench } from "./browser.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const FOCUSABLE = ["a[href]", "button", "select", "textarea", "summary", "input:not([type=radio])"]
  .map((element) => `${element}:visible`)
  .join(", ");
const TOPIC = "/topics/suspected-leg-dvt";

/** Chooses an answer as a mouse does: the radio button lies under its word. */
async function answer(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"][value="${value}"]`).check();
}

async function openForm(page: Page): Promise<void> {
  const summary = page.getByText("Enter findings");
  if (await summary.isVisible()) await summary.click();
}

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("%s", (_name, javaScriptEnabled) => {
  test("a question leads to its answer and on to the topic", async () => {
    const visit = await bench.open({ javaScriptEnabled, viewport: { width: 360, height: 780 } });
    const { page } = visit;
    await page.goto("/");
    await page.getByLabel("Your question or vignette").fill("Lump in the calf, no cancer. DVT?");
    await page.getByRole("button", { name: "Ask" }).click();
    await page.locator("h1 mark").first().waitFor();
    expect(await page.locator("h1 mark").allTextContents()).toEqual(["Lump in the calf", "no cancer"]);
    expect(await page.getByRole("heading", { name: "Bottom line" }).isVisible()).toBe(true);
    await page.getByRole("link", { name: "Correct or complete these findings" }).click();
    expect(await page.locator('input[name="calfMass"][value="yes"]').isChecked()).toBe(true);
    expect(await page.locator('input[name="activeCancer"][value="no"]').isChecked()).toBe(true);
    await visit.close();
  });

  test("what is still needed is answered on the answer page", async () => {
    const visit = await bench.open({ javaScriptEnabled });
    const { page } = visit;
    await page.goto(
      "/ask?q=tenderness%20along%20the%20deep%20veins%2C%20calf%20is%204%20cm%20larger.%20DVT%3F&alternativeDiagnosis=unknown",
    );
    await answer(page, "alternativeDiagnosis", "no");
    await page.getByRole("button", { name: "Update the answer" }).click();
    expect(await page.locator(".next-step-title").textContent()).toContain("Complete duplex ultrasound");
    await visit.close();
  });

  test("the pathway form gives the next step and keeps what was chosen", async () => {
    const visit = await bench.open({ javaScriptEnabled, viewport: { width: 360, height: 780 } });
    const { page } = visit;
    await page.goto(TOPIC);
    await openForm(page);
    for (const item of ["deepVeinTenderness", "calfSwelling"]) await answer(page, item, "yes");
    await answer(page, "alternativeDiagnosis", "no");
    await page.getByRole("button", { name: "Show the next step" }).click();
    await page.getByText("Complete duplex ultrasound").first().waitFor();
    expect(await page.locator(".score-total").textContent()).toBe("2 to 9");
    expect(await page.locator('input[name="calfSwelling"][value="yes"]').isChecked()).toBe(true);
    await visit.close();
  });

  test("a citation opens in place, by mouse and by keyboard, and closes", async () => {
    const visit = await bench.open({ javaScriptEnabled });
    const { page } = visit;
    await page.goto(TOPIC);
    const mark = page.locator("button.cite").first();
    const card = page.locator(".evidence-card").first();
    await mark.click();
    expect(await card.isVisible()).toBe(true);
    expect(await card.textContent()).toContain("read in a secondary page");
    if (javaScriptEnabled) await expectAccessible(page);
    await page.keyboard.press("Escape");
    expect(await card.isVisible()).toBe(false);
    await mark.focus();
    await page.keyboard.press("Enter");
    expect(await card.isVisible()).toBe(true);
    await card.getByRole("button", { name: "Close" }).click();
    expect(await card.isVisible()).toBe(false);
    await visit.close();
  });

  test("the reader picker changes text and address", async () => {
    const visit = await bench.open({ javaScriptEnabled });
    const { page } = visit;
    await page.goto(TOPIC);
    await page.getByRole("link", { name: "Patient", exact: true }).click();
    expect(page.url()).toContain("reader=patient");
    expect(await page.locator("h1").textContent()).toContain("Could the lump and pain");
    expect(await page.locator("#patient").count()).toBe(0);
    await visit.close();
  });
});

describe("the live panel", () => {
  test("updates the result while the form is filled in, and keeps the focus", async () => {
    const visit = await bench.open({ viewport: { width: 1440, height: 900 } });
    const { page } = visit;
    await page.goto(TOPIC);
    for (const item of ["deepVeinTenderness", "calfSwelling"]) await answer(page, item, "yes");
    await answer(page, "alternativeDiagnosis", "no");
    await page.locator("[data-patient-status]", { hasText: "Complete duplex ultrasound" }).waitFor();
    const focused = await page.evaluate(() =>
      document.activeElement instanceof HTMLInputElement ? document.activeElement.name : "",
    );
    expect(focused).toBe("alternativeDiagnosis");
    expect(page.url()).toContain("calfSwelling=yes");
    expect(page.url()).not.toContain("entireLegSwollen");
    await visit.close();
  });

  test("says beside the field what cannot be read, and stops saying it once mended", async () => {
    const visit = await bench.open({ viewport: { width: 1440, height: 900 } });
    const { page } = visit;
    await page.goto(TOPIC);
    await page.getByText("Laboratory", { exact: true }).click();
    await page.getByLabel("D-dimer", { exact: true }).fill("480");
    const error = page.locator("#error-dDimer");
    await error.getByText("choose the unit").waitFor();
    await page.getByLabel("Unit and basis of D-dimer").selectOption("ug/L{FEU}");
    await error.getByText("choose the unit").waitFor({ state: "detached" });
    expect(await page.getByLabel("D-dimer", { exact: true }).inputValue()).toBe("480");
    await visit.close();
  });
});

test("the keyboard reaches everything, the skip link first, and `/` finds the ask box", async () => {
  const visit = await bench.open({ viewport: { width: 1440, height: 900 } });
  const { page } = visit;
  await page.goto(TOPIC);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toBe("Skip to content");
  // Each control is numbered once, and the page itself keeps where the focus was: to ask at every press would double their cost.
  const total = await page.locator(FOCUSABLE).evaluateAll((all) => {
    for (const [index, control] of all.entries()) control.dataset.stop = String(index);
    const { dataset } = document.documentElement;
    document.addEventListener("focusin", ({ target }) => {
      dataset.reached = `${dataset.reached ?? ""} ${(target as HTMLElement).dataset.stop ?? ""}`;
    });
    return all.length;
  });
  for (let presses = 0; presses < total + 20; presses += 1) await page.keyboard.press("Tab");
  const reached = new Set((await page.locator("html").getAttribute("data-reached"))?.split(" ").map(Number));
  // One stop for each control; others, as a group of radio buttons or a table that scrolls, are not in the list.
  expect([...Array(total).keys()].filter((index) => !reached.has(index) && index > 0)).toEqual([]);
  await page.locator("h1").click();
  await page.keyboard.press("/");
  expect(
    await page
      .locator("[data-ask]")
      .first()
      .evaluate((box) => box === document.activeElement),
  ).toBe(true);
  await visit.close();
});
