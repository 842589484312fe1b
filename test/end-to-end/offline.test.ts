import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnswerReview } from "../../src/answer/answer-shape.ts";
import type { Topic } from "../../src/library/model/topic.ts";
import { shippedLibrary } from "../real-library.ts";
import { type Bench, expectAccessible, startBench } from "./browser.ts";

const TOPIC = "/topics/suspected-leg-dvt";
/** The worker does its work after the page is there. */
const WAIT = { timeout: 120_000, interval: 250 };
/** Runs in the page. */
const isKept = async (path: string) => (await caches.match(path)) !== undefined;
/** Runs in the page: the languages of the kept texts, of which only one is left once the worker is ready. */
const keptLanguages = async () => {
  const pages = (await caches.keys()).map(async (name) => (await caches.open(name)).match("/offline"));
  const texts = (await Promise.all(pages)).map(async (page) => (await page?.text()) ?? "");
  return (await Promise.all(texts)).map((text) => /<html lang="(\w+)"/.exec(text)?.[1]);
};
/** Runs in the page: the copies are asked for in each language as soon as the server knows the choice. */
const chooseInHaste = async (languages: readonly string[]) => {
  const { active } = await navigator.serviceWorker.ready;
  for (const language of languages) {
    await fetch(`/?lang=${language}`);
    active?.postMessage("refresh");
    await fetch("/offline-contents.json");
  }
};

let isWithdrawn = false;
let bench: Bench;
beforeAll(async () => {
  const { wellspring } = await shippedLibrary();
  const reviewOf = (topic: Topic): AnswerReview => ({
    ...wellspring.reviewOf(topic),
    ...(isWithdrawn ? { status: "Withdrawn" as const } : {}),
  });
  bench = await startBench({
    ...wellspring,
    reviewOf,
    async catchUp() {
      return this;
    },
  });
});
afterAll(() => bench.close());

test("without a network kept texts are shown as copies with their moment, nothing asked is kept, and what was withdrawn goes first", async () => {
  const visit = await bench.open({ serviceWorkers: "allow" });
  const { page } = visit;
  const context = page.context();
  await page.goto("/");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await expect.poll(() => page.evaluate(isKept, "/offline-as-of"), WAIT).toBe(true);
  await page.goto("/ask?q=calf%20mass%20and%20suspected%20DVT");
  // The answer stands in the kept frame, under its own title.
  expect(await page.locator("body > title, header > title").count()).toBe(1);
  expect(await page.title()).toBe("calf mass and suspected DVT · Wellspring");
  expect(await page.locator("main").innerText()).toContain("Your question");
  await expectAccessible(page);
  // The frame is English: the reply that does not fit into it is loaded again by itself.
  await page.goto("/ask?q=calf%20mass&lang=de");
  await page.waitForFunction(() => document.documentElement.lang === "de");
  expect(await page.locator("main").innerText()).toContain("Ihre Frage");
  await expect.poll(() => page.evaluate(keptLanguages), WAIT).toEqual(["de"]);
  // Changed again before the copies are there, they are in the language that was chosen last.
  await page.goto("/ask?q=calf%20mass&lang=en");
  await expect.poll(() => page.evaluate(keptLanguages), WAIT).toEqual(["en"]);
  await page.evaluate(chooseInHaste, ["de", "en"]);
  await expect.poll(() => page.evaluate(keptLanguages), WAIT).toEqual(["en"]);

  await context.setOffline(true);
  await page.goto(TOPIC);
  expect(await page.locator(".offline-notice").innerText()).toMatch(/copy as of \d{4}-\d\d-\d\d, \d\d:\d\d UTC/);
  expect(await page.locator("main").innerText()).toContain("complete duplex of the leg, groin to ankle");
  await expectAccessible(page);
  await page.goto(`${TOPIC}?reader=patient`);
  expect(await page.locator("main").innerText()).toContain("When to seek help now");
  await page.goto(`${TOPIC}?deepVeinTenderness=yes`);
  expect(await page.locator(".offline-notice").innerText()).toContain("not answered without a connection");
  await page.goto("/ask?q=calf%20mass%20and%20suspected%20DVT");
  expect(await page.locator("h1").innerText()).toBe("You are offline");
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const caches_ = await Promise.all(names.map((name) => caches.open(name)));
    return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => new URL(url).search);
  });
  expect(kept.filter((search) => search !== "" && search !== "?reader=patient")).toEqual([]);

  isWithdrawn = true;
  await context.setOffline(false);
  await page.goto("/");
  await expect.poll(() => page.evaluate(isKept, TOPIC), WAIT).toBe(false);
  await context.setOffline(true);
  await page.goto(TOPIC);
  expect(await page.locator("h1").innerText()).toBe("You are offline");
  expect(await page.locator("main").innerText()).not.toContain("complete duplex");
  await context.close();
});
