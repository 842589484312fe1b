import { expect, test } from "vitest";
import { sampleApp } from "../../test/fixtures/sample-app.ts";
import { shippedLibrary } from "../../test/real-library.ts";

const { app } = sampleApp((await shippedLibrary()).wellspring);
const PAGE = "/topics/suspected-leg-dvt/pathway";

test.each([
  ["chart", /<a class="node of-stage plain"[^>]* href="[^"]*view=table#stage-/],
  ["outline", /<li id="stage-[^"]+" class="plain"/],
  ["table", /<th scope="col" class="advice">/],
])("the %s of a pathway is a page of its own", async (view, markup) => {
  const response = await app.request(`${PAGE}?view=${view}`);
  expect(response.status).toBe(200);
  expect(await response.text()).toMatch(markup);
});

test("a view that does not exist is refused, and an unreadable finding draws no patient", async () => {
  expect((await app.request(`${PAGE}?view=poster`)).status).toBe(404);
  const wrong = await (await app.request(`${PAGE}?age=sixty`)).text();
  expect(wrong).toContain("so no patient is drawn");
  expect(wrong).not.toContain('class="node of-stage lit"');
});
