import { beforeAll, describe, expect, test } from "vitest";
import { sampleApp } from "../../test/fixtures/sample-app.ts";
import { sampleWellspring } from "../../test/fixtures/sample-wellspring.ts";
import { shippedLibrary } from "../../test/real-library.ts";
import type { Wellspring } from "../answer/wellspring.ts";

const LEAFLET = "/topics/suspected-leg-dvt/leaflet";
let wellspring: Wellspring;
let code: string;
beforeAll(async () => {
  wellspring = (await shippedLibrary()).wellspring;
  const topic = wellspring.library.topics.get("suspected-leg-dvt");
  code = topic === undefined ? "" : wellspring.reviewOf(topic).code;
});

async function get(path: string, product: Wellspring = wellspring) {
  const response = await sampleApp(product).app.request(path);
  return { status: response.status, html: await response.text() };
}

/** The product with every text withdrawn. */
const withdrawn = (): Wellspring => ({
  ...wellspring,
  async catchUp() {
    return this;
  },
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

test("its code is looked up like that of any other copy", async () => {
  expect((await get(`/code?code=${code.toLowerCase()}`)).html).toContain(
    "Current: this is the text as it is shown now",
  );
});
