import { expect, test } from "vitest";
import { sampleApp, sampleAssets } from "../../test/fixtures/sample-app.ts";
import { sampleWellspring } from "../../test/fixtures/sample-wellspring.ts";
import { offlineContents } from "./offline-contents.ts";
import { TOPIC_NAMES } from "./topic-names.ts";

const withdrawn = {
  ...sampleWellspring,
  reviewOf: (topic: Parameters<typeof sampleWellspring.reviewOf>[0]) => ({
    ...sampleWellspring.reviewOf(topic),
    status: "Withdrawn" as const,
  }),
};

test("every address of the bundle answers, and none is about a patient", async () => {
  const { app } = sampleApp();
  const { addresses } = offlineContents(sampleWellspring, sampleAssets, "en");
  const pages = addresses.filter((address) => !address.startsWith("/assets/"));
  expect(pages).toContain("/topics/suspected-leg-dvt?reader=patient");
  for (const address of pages) expect((await app.request(address)).status, address).toBe(200);
  expect(addresses.filter((address) => address.includes("/ask") || /\?(?!reader=)/.test(address))).toEqual([]);
});

test("a withdrawn topic is on the list of what to throw away, not among what to keep, and not suggested", async () => {
  const contents = offlineContents(withdrawn, sampleAssets, "en");
  expect(contents.withdrawn).toEqual(["/topics/suspected-leg-dvt"]);
  expect(contents.addresses.filter((address) => address.startsWith("/topics/"))).toEqual([]);
  expect(await (await sampleApp(withdrawn).app.request(TOPIC_NAMES)).json()).toEqual([]);
});

test("the version changes with the status and the language, and with nothing else", () => {
  const { version } = offlineContents(sampleWellspring, sampleAssets, "en");
  expect(offlineContents(sampleWellspring, sampleAssets, "en").version).toBe(version);
  expect(offlineContents(sampleWellspring, sampleAssets, "de").version).not.toBe(version);
  expect(offlineContents(withdrawn, sampleAssets, "en").version).not.toBe(version);
});

test("the list is never kept, and the worker is asked for anew at each visit", async () => {
  const { app } = sampleApp();
  expect((await app.request("/offline-contents.json")).headers.get("cache-control")).toBe("no-store");
  const worker = await app.request("/offline-worker.js");
  expect(worker.headers.get("cache-control")).toBe("no-cache");
  expect(worker.headers.get("content-type")).toMatch(/^text\/javascript/);
});
