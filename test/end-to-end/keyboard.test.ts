import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, expectAccessible, startBench } from "./browser.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const TOPIC = "/topics/suspected-leg-dvt";

test("topics are found while typing in the header, by arrow keys alone, and Enter without a choice asks", async () => {
  const visit = await bench.open({ viewport: { width: 360, height: 780 } });
  const { page } = visit;
  await page.goto("/editorial-policy");
  await page.keyboard.press("/");
  const box = page.getByRole("combobox", { name: "Ask a clinical question" });
  const list = page.getByRole("listbox", { name: "Topics" });
  expect(await box.getAttribute("aria-expanded")).toBe("false");
  await page.keyboard.type("vein thr");
  await list.waitFor();
  expect(await box.getAttribute("aria-expanded")).toBe("true");
  expect(await page.getByRole("status").filter({ hasText: "1 topic fits" }).count()).toBe(1);
  await page.keyboard.press("ArrowDown");
  const chosen = list.getByRole("option", { selected: true });
  expect(await box.getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  expect(await list.count()).toBe(0);
  expect(await box.inputValue()).toBe("vein thr");
  await page.keyboard.type("o");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${TOPIC}`);
  await page.keyboard.press("/");
  await page.keyboard.type("dvt");
  await list.waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/ask?q=dvt");
  await visit.close();
});

test("on the front page the topics that fit are links below the box", async () => {
  const visit = await bench.open();
  const { page } = visit;
  await page.goto("/");
  await page.keyboard.press("/");
  await page.keyboard.type("dvt");
  await page.getByRole("group", { name: "Topics" }).getByRole("link").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${TOPIC}`);
  await visit.close();
});

test("single keys lead through a topic, are listed by ?, do nothing while somebody types, and can be switched off", async () => {
  const visit = await bench.open();
  const { page } = visit;
  await page.goto(TOPIC);
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
  const ids = await page.locator("main h2:visible").evaluateAll((headings) => headings.map(({ id }) => id));
  await page.keyboard.press("n");
  const first = await focused();
  expect(ids).toContain(first);
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  expect(ids).toContain(await focused());
  expect(await focused()).not.toBe(first);
  await page.keyboard.press("e");
  expect(await page.locator(".evidence-card:popover-open").count()).toBe(1);
  await page.keyboard.press("f");
  expect(await page.evaluate(() => document.activeElement?.closest(".patient-entry") !== null)).toBe(true);

  await page.keyboard.press("/");
  await page.keyboard.type("gh?n");
  expect(await page.locator("#ask").inputValue()).toBe("gh?n");
  expect(await page.locator("dialog").count()).toBe(0);
  await page.locator("h1").click();

  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard" });
  await dialog.waitFor();
  await expectAccessible(page);
  await dialog.getByLabel("Use these shortcuts on this device").uncheck();
  await page.keyboard.press("Escape");
  expect(await dialog.count()).toBe(0);
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  expect(new URL(page.url()).pathname).toBe(TOPIC);

  await page.goto("/keyboard");
  await page.getByLabel("Use these shortcuts on this device").check();
  await page.locator("h1").click();
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL("**/");
  await visit.close();
});
