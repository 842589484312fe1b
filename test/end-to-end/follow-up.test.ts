import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedLibrary } from "../real-library.ts";
import { type Bench, expectAccessible, expectToFit, startBench } from "./browser.ts";

const QUESTION =
  "58-year-old man, left calf tender along the deep veins and 4 cm larger than the right, no cancer, no other Wells feature, no alternative diagnosis as likely.";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench((await shippedLibrary()).wellspring);
});
afterAll(() => bench.close());

describe.each([
  ["with scripts, on a phone", true, 360],
  ["without scripts, on a desktop", false, 1440],
])("%s", (_name, javaScriptEnabled, width) => {
  test("a follow-up shows what it changes, by keyboard alone, and fits every window", async () => {
    const visit = await bench.open({ javaScriptEnabled, viewport: { width, height: 900 } });
    const { page } = visit;
    await page.goto(`/ask?q=${encodeURIComponent(QUESTION)}`);
    await page.getByLabel("Your follow-up question").focus();
    await page.keyboard.type("what if the ultrasound is negative?");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".followed");
    const followed = page.locator(".followed");
    expect(await followed.textContent()).toContain("Complete duplex ultrasound of the leg, groin to ankle");
    expect(await followed.textContent()).toContain("DVT excluded for now");
    expect(await followed.locator(".supposed").first().textContent()).toBe("only supposed");
    // The conversation stands below: the question shown in full is marked, and a button leads back to the first.
    const current = page.locator(".thread [aria-current]");
    expect(await current.locator("h3").textContent()).toBe("Question 2 what if the ultrasound is negative?");
    expect(new URL(page.url()).search).toBe("");
    if (javaScriptEnabled) await expectAccessible(page);
    await expectToFit(page, [360, 1440]);
    if (process.env.FOLLOW_UP_SCREENSHOTS !== undefined)
      await page.screenshot({ path: `${process.env.FOLLOW_UP_SCREENSHOTS}/follow-up-${width}.png`, fullPage: true });
    await page.getByRole("button", { name: "It is so: take it as found" }).click();
    await page.getByRole("heading", { level: 1, name: "What was supposed is so." }).waitFor();
    expect(await page.getByRole("button", { name: "It is so" }).count()).toBe(0);
    await page.getByRole("button", { name: "Show this answer again Question 1" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("You have gone back to question 1.").waitFor();
    expect(await page.locator(".thread li[aria-current]").count()).toBe(1);
    expect(await page.locator(".thread form > ol > li").count()).toBe(3);
    await visit.close();
  });

  test("a follow-up that is not answered keeps the conversation", async () => {
    const visit = await bench.open({ javaScriptEnabled, viewport: { width, height: 900 } });
    const { page } = visit;
    await page.goto(`/ask?q=${encodeURIComponent(QUESTION)}`);
    await page.getByLabel("Your follow-up question").fill("What dose of apixaban then?");
    await page.locator(".follow-up-box").getByRole("button", { name: "Ask" }).click();
    await page.getByRole("heading", { name: "Wellspring gives no drug doses" }).waitFor();
    await page.getByLabel("Ask in other words").fill("why?");
    await page.locator(".refusal").getByRole("button", { name: "Ask" }).click();
    await page.waitForSelector(".followed");
    expect(await page.locator(".followed-reply").textContent()).toContain("likely");
    await visit.close();
  });
});
