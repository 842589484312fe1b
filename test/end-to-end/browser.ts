import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/find-chromium.mjs";
import type { Accounts } from "../../src/accounts/accounts.ts";
import type { Wellspring } from "../../src/answer/wellspring.ts";
import { loadAssets } from "../../src/http/assets.ts";
import type { DeskOptions } from "../../src/http/desk/desk-effects.ts";
import { type RunningServer, startServer } from "../../src/http/serve.ts";
import { sampleWellspring } from "../fixtures/sample-wellspring.ts";

/** The built pages on a free port, and a real browser that may talk to them alone. */
export interface Bench {
  readonly url: string;
  open(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** One visitor. `close` fails when a page asked another host for anything, or when the console held an error. */
interface Visit {
  readonly page: Page;
  close(): Promise<void>;
}

/** Pages of the given product; without one, of the small sample, which has an answer of every kind. */
export async function startBench(
  wellspring: Wellspring = sampleWellspring,
  accounts?: Accounts,
  desk?: DeskOptions,
): Promise<Bench> {
  const server = await startPages(wellspring, accounts, desk);
  const browser = await sharedBrowser();
  return {
    url: server.url,
    open: (options) => openVisit(browser, server.url, options),
    close: () => server.stop(),
  };
}

let shared: Promise<Browser> | undefined;

/** One browser for all files of a process, which ends with it. Visitors share nothing: each has a context of its own. */
function sharedBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium found: install one or set CHROMIUM_PATH");
  shared ??= chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  return shared;
}

async function startPages(
  wellspring: Wellspring,
  accounts: Accounts | undefined,
  desk: DeskOptions | undefined,
): Promise<RunningServer> {
  const started = await startServer({
    wellspring,
    assets: loadAssets(new URL("../../dist/assets", import.meta.url).pathname, wellspring.identifierWords),
    host: "127.0.0.1",
    port: 0,
    ...(accounts === undefined ? {} : { accounts }),
    ...(desk === undefined ? {} : { desk }),
    reportFault: (fault) => {
      throw fault;
    },
  });
  if (!started.ok) throw new Error(started.diagnostics[0]?.message);
  return started.value;
}

async function openVisit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, serviceWorkers: "block", ...options });
  // A busy machine must not fail a test.
  context.setDefaultTimeout(120_000);
  const faults = await watch(context, url);
  const page = await context.newPage();
  return {
    page,
    async close() {
      await context.close();
      expect(faults).toEqual([]);
    },
  };
}

/** Collects what a page must never do. A violation of the content policy is an error on the console. */
async function watch(context: BrowserContext, url: string): Promise<readonly string[]> {
  const faults: string[] = [];
  await context.route("**/*", (route) => {
    if (route.request().url().startsWith(`${url}/`)) return route.continue();
    faults.push(`asked another host: ${route.request().url()}`);
    return route.abort();
  });
  context.on("console", (message) => {
    const isExpected = /status of (?:400|404|422)|Service Worker registration blocked/.test(message.text());
    if ((message.type() === "error" || message.type() === "warning") && !isExpected) faults.push(message.text());
  });
  context.on("weberror", (error) => faults.push(String(error.error())));
  return faults;
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that depend on how a page is painted: on colour scheme and width, not on its markup. */
const PAINTED = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/** Fails with a line for each violation of WCAG 2.2 A and AA that axe finds. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, { type: "tag", values: WCAG });
}

/** The same for a page whose markup was looked at in another colour scheme or width: asks what may differ here. */
export async function expectAccessiblePaint(page: Page): Promise<void> {
  await expectNoViolation(page, { type: "rule", values: PAINTED });
}

/** Of these, the rules that depend on the colours alone. */
const COLOURED = ["color-contrast", "link-in-text-block"];

/** The same for a page that was looked at in this width in other colours. */
export async function expectAccessibleColours(page: Page): Promise<void> {
  await expectNoViolation(page, { type: "rule", values: COLOURED });
}

/** The rules that depend on the words of a page and their language. */
const WORDED = [
  "html-has-lang",
  "html-lang-valid",
  "valid-lang",
  "document-title",
  "label",
  "button-name",
  "link-name",
];

/** The same for a page whose markup was looked at in another language. */
export async function expectAccessibleWords(page: Page): Promise<void> {
  await expectNoViolation(page, { type: "rule", values: WORDED });
}

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

async function expectNoViolation(page: Page, runOnly: axe.RunOptions["runOnly"]): Promise<void> {
  // To read axe costs as much as a look at a small page: each document reads it once.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const lines = await page.evaluate(async (runOnly) => {
    // The axe that the page has read, of which its types know nothing.
    const inPage = globalThis as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.target.join(" ")}`));
  }, runOnly);
  expect(lines, page.url()).toEqual([]);
}

/** Fails when the page as it is loaded is wider than a window of any of these widths, or cuts a text off. Styles alone decide, so it is loaded once. */
export async function expectToFit(page: Page, widths: readonly number[]): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    expect(await cutTexts(page), `${page.url()} cuts texts off at ${width} px`).toEqual([]);
  }
  if (before !== null) await page.setViewportSize(before);
}

/** Fails when the page itself is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths[0], `${page.url()} is wider than its window`).toBeLessThanOrEqual(widths[1] ?? 0);
}

/** Texts that reach out of a box which hides what does not fit. What only screen readers are told is hidden on purpose. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
    return [...document.body.querySelectorAll(":not(.visually-hidden)")].flatMap((element) => {
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      if (clientWidth <= 1 || clientHeight <= 1) return [];
      if (scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1) return [];
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCut =
        (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1);
      return isCut ? [`${element.localName}.${element.className}: ${element.textContent?.slice(0, 60)}`] : [];
    });
  });
}
