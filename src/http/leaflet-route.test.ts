import { beforeAll, describe, expect, test } from "vitest";
import { sampleApp } from "../../test/fixtures/sample-app.ts";
import { sampleWellspring } from "../../test/fixtures/sample-wellspring.ts";
import { shippedLibrary } from "../../test/real-library.ts";
import type { Wellspring } from "../answer/wellspring.ts";
import { leafletCode } from "../library/leaflet-code.ts";

const LEAFLET = "/topics/suspected-leg-dvt/leaflet";
let wellspring: Wellspring;
let code: string;
beforeAll(async () => {
  wellspring = (await shippedLibrary()).wellspring;
  code = leafletCode(wellspring.library.topics.get("suspected-leg-dvt")?.articles.patient?.hash ?? "");
});

async function get(path: string, product: Wellspring = wellspring) {
  const response = await sampleApp(product).app.request(path);
  return { status: response.status, html: await response.text() };
}

/** The product with every text withdrawn. */
const withdrawn = (): Wellspring => ({
  ...wellspring,
  reviewOf: (topic) => ({ ...wellspring.reviewOf(topic), status: "Withdrawn" }),
  findTombstone: () => ({ reason: "harm", agent: "edith", recorded: "2026-05-02T00:00:00.000Z" }),
});

describe("the leaflet", () => {
  test("prints the patient's words, the code of exactly that text, the day after which it is void, and what to do when it gets worse", async () => {
    const { status, html } = await get(LEAFLET);
    expect(status).toBe(200);
    for (const part of [code, "Do not use after", "When to seek help now", "A very swollen, tight, blue leg"])
      expect(html).toContain(part);
    expect(html).not.toContain("evidence-card");
  });

  test("of a withdrawn text shows none of it", async () => {
    const { status, html } = await get(LEAFLET, withdrawn());
    expect(status).toBe(410);
    expect(html).not.toContain("When to seek help now");
  });

  test.each(["/topics/nothing/leaflet", "/topics/constructor/leaflet"])("%s is not found", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("a topic whose author chose no sections has none", async () => {
    expect((await get(LEAFLET, sampleWellspring)).status).toBe(404);
  });
});

describe("a code typed from paper", () => {
  test("of today's text is good", async () => {
    expect((await get(`/leaflet-code?code=${code.toLowerCase()}`)).html).toContain(
      "This is the leaflet as it is today",
    );
  });

  test("of a withdrawn text says so", async () => {
    expect((await get(`/leaflet-code?code=${code}`, withdrawn())).html).toContain("has been withdrawn");
  });

  test("of another text asks for a new copy", async () => {
    const other = leafletCode(`sha256-${"a1".repeat(32)}`);
    expect((await get(`/leaflet-code?code=${other}`)).html).toContain("Ask for a new copy");
  });

  test.each(["1234", "%3Cscript%3Ealert(1)%3C/script%3E", "x".repeat(5_000)])("%s is no code", async (typed) => {
    const { status, html } = await get(`/leaflet-code?code=${typed}`);
    expect(status).toBe(200);
    expect(html).toContain("No leaflet can have this code");
    expect(html).not.toContain("<script>alert");
  });

  test("nothing typed is no verdict", async () => {
    expect((await get("/leaflet-code")).html).not.toContain('id="verdict"');
  });
});
