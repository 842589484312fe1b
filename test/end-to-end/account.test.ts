import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AccountBench, PASSWORD } from "../support/account-bench.ts";
import { type Bench, expectAccessible, expectNoSidewaysScroll, startBench } from "./browser.ts";

let accounts: AccountBench;
let bench: Bench;
beforeAll(async () => {
  accounts = await (await AccountBench.open()).withPeople();
  bench = await startBench(undefined, accounts.accounts);
});
afterAll(() => bench.close());

/** Goes on by Tab until the thing with that name has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : undefined;
      return label ?? activeElement?.textContent ?? "";
    });
    if (focused.trim() === name) return;
  }
  throw new Error(`nothing called “${name}” is reached by Tab on ${page.url()}`);
}

async function type(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await tabTo(page, label);
    await page.keyboard.type(text);
  }
}

async function pressOn(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const folder = process.env.ACCOUNT_SCREENSHOTS;
  if (folder === undefined) return;
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1440]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
}

test.each([
  ["with scripts", true, "cleo", 360],
  ["without scripts", false, "max", 1440],
])(
  "%s, by keyboard alone: invited, password, authenticator, signed out, and in again with a recovery code",
  async (_title, javaScriptEnabled, person, width) => {
    const visit = await bench.open({ javaScriptEnabled, viewport: { width, height: 900 } });
    const { page } = visit;
    const at = (name: string) => (javaScriptEnabled ? look(page, name) : expectNoSidewaysScroll(page));
    await page.goto(`/account/invitation/${await accounts.invitationFor(person)}`);
    await at("invitation");
    const totpKey = await page.locator('input[name="totpKey"]').inputValue();
    expect((await page.locator(".secret").textContent())?.replaceAll(" ", "")).toBe(totpKey);
    await type(page, { "New password": "Password12345!", "New password again": "Password12345!", Code: "000000" });
    await pressOn(page, "Accept the invitation");
    expect(await page.getByRole("alert").textContent()).toContain("among those that are tried first");
    await at("invitation-refused");
    // The key that was entered into the authenticator meanwhile is still the one that counts.
    const code = accounts.code({ totpKey });
    await type(page, { "New password": PASSWORD, "New password again": PASSWORD, Code: code });
    await pressOn(page, "Accept the invitation");
    expect(await page.locator("h1").textContent()).toBe("Your recovery codes");
    await at("recovery-codes");
    const [recoveryCode = ""] = await page.locator(".recovery-codes code").allTextContents();
    await pressOn(page, "I have kept them");
    expect(await page.locator("h1").textContent()).toContain("You are signed in as");
    await at("account");
    await pressOn(page, "Sign out");
    await page.goto("/account/password");
    expect(new URL(page.url()).pathname).toBe("/account/sign-in");
    await at("sign-in");
    await type(page, { Name: person, Password: PASSWORD, Code: code });
    await pressOn(page, "Sign in");
    expect(await page.getByRole("alert").textContent()).toContain("do not fit together");
    await type(page, { Password: PASSWORD, Code: recoveryCode });
    await pressOn(page, "Sign in");
    // Signing in leads to where it was asked for.
    expect(await page.locator("h1").textContent()).toBe("Change the password");
    await at("password");
    await page.goto("/account");
    expect(await page.locator(".sessions").textContent()).toContain("with password and a recovery code");
    expect(await page.locator("main").textContent()).toContain("(7 left)");
    await visit.close();
  },
);
