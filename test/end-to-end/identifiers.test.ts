import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, expectAccessible, startBench } from "./browser.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const WRITTEN = "Mr John Smith, DOB 14/03/1968, tel 07700 900123: lump in the calf, no cancer. DVT?";

describe("a question with a patient's name in it", () => {
  test("is masked in the box before anything is sent, said aloud, and sent by the next press", async () => {
    const visit = await bench.open();
    const { page } = visit;
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await page.goto("/");
    const box = page.getByLabel("Your question or vignette");
    await box.fill(WRITTEN);
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByRole("status").filter({ hasText: "Taken out: name, date of birth, phone number" }).waitFor();
    expect(await box.inputValue()).toMatch(
      /^\[name\], DOB \d\d years old, tel \[phone number\]: lump in the calf, no cancer\. DVT\?$/,
    );
    expect(new URL(page.url()).pathname).toBe("/");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Ask" }).click();
    await page.waitForURL(/\/ask\?q=/);
    expect(await page.getByRole("heading", { name: "Bottom line" }).isVisible()).toBe(true);
    expect(addresses.join("\n")).not.toMatch(/Smith|1968|900123/);
    await visit.close();
  });

  test("in the box of a page's header is masked there too, by keyboard", async () => {
    const visit = await bench.open();
    const { page } = visit;
    await page.goto("/editorial-policy");
    await page.keyboard.press("/");
    await page.keyboard.type("Mrs Smith: lump in the calf. DVT?");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Taken out: name" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/ask\?q=/);
    expect(decodeURIComponent(page.url())).not.toContain("Smith");
    await visit.close();
  });

  test("is refused by the server when there are no scripts, with the places marked and the text ready without them", async () => {
    const visit = await bench.open({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
    const { page } = visit;
    await page.goto("/");
    await page.getByLabel("Your question or vignette").fill(WRITTEN);
    await page.getByRole("button", { name: "Ask" }).click();
    expect(await page.locator(".identified mark").count()).toBe(3);
    await page.getByRole("button", { name: "Ask" }).click();
    expect(await page.getByRole("heading", { name: "Bottom line" }).isVisible()).toBe(true);
    await visit.close();
  });

  test("has an accessible page of its own", async () => {
    const visit = await bench.open();
    const response = await visit.page.goto(`/ask?q=${encodeURIComponent(WRITTEN)}`);
    expect(response?.status()).toBe(422);
    await expectAccessible(visit.page);
    if (process.env.SHOTS) await visit.page.screenshot({ path: `${process.env.SHOTS}/identified.png` });
    await visit.close();
  });

  test("with nothing in it to mask is sent at the first press", async () => {
    const visit = await bench.open();
    const { page } = visit;
    await page.goto("/");
    await page.getByLabel("Your question or vignette").fill("Lump in the calf, no cancer. DVT?");
    await page.getByRole("button", { name: "Ask" }).click();
    await page.waitForURL(/\/ask\?q=/);
    await visit.close();
  });
});
