import { beforeAll, expect, test } from "vitest";
import { sampleApp } from "../../test/fixtures/sample-app.ts";
import { shippedLibrary } from "../../test/real-library.ts";

const TOPIC = "/topics/suspected-leg-dvt";
let get: (path: string) => Promise<{ readonly status: number; readonly html: string }>;
beforeAll(async () => {
  const { app } = sampleApp((await shippedLibrary()).wellspring);
  get = async (path) => {
    const response = await app.request(path);
    return { status: response.status, html: await response.text() };
  };
});

const { app: sample } = sampleApp();

test.each(["student", "nurse"])(
  "a %s without a text of their own is shown the clinician's and told so",
  async (reader) => {
    const reply = await sample.request(`${TOPIC}?reader=${reader}`);
    expect(reply.status).toBe(200);
    const html = await reply.text();
    expect(html).toContain(`Not written for this reader yet (${reader})`);
    expect(html).toContain('id="patient"');
  },
);

test.each(["clinician", "patient", "student", "nurse"])(
  "a %s has a text of their own in the shipped topic",
  async (reader) => {
    expect((await get(`${TOPIC}?reader=${reader}`)).html).not.toContain("Not written for this reader yet");
  },
);

test.each(["student", "nurse"])(
  "the text for a %s is cut to what nobody may miss, says so, and keeps the panel",
  async (reader) => {
    const { html } = await get(`${TOPIC}?reader=${reader}`);
    expect(html).toContain(`This text is for ${reader}s`);
    expect(html).toContain("the clinician&#39;s text has the rest");
    expect(html).toContain('id="patient"');
  },
);

test("an answer for a nurse advises, and says whose text it is", async () => {
  const ask = "/ask?q=calf%20mass%20and%20suspected%20DVT%2C%20which%20scan%3F&reader=nurse";
  expect(await (await sample.request(ask)).text()).toContain("Not written for this reader yet (nurse)");
  const asked = await get("/ask?q=Can%20I%20start%20anticoagulation%20before%20the%20scan%3F&reader=nurse");
  expect(asked.html).toContain("hold the dose until a senior has decided");
  const told = await get("/ask?q=painful%20leg%2C%20tender%20along%20the%20deep%20veins.%20DVT%3F&reader=nurse");
  expect(told.html).toContain("This patient");
});

test("a patient in whom something is missing gets the questions with the next step, before what holds at large", async () => {
  const { html } = await get("/ask?q=44F%2C%20left%20calf%202%20cm%20bigger%2C%20tender.%20what%20next");
  const places = ["next-step-title", "What is still needed", 'id="bottom-line"'].map((part) => html.indexOf(part));
  expect(places[0]).toBeGreaterThan(0);
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});

test.each([
  ["nurse", "A segment that was not seen is not clear: book the repeat"],
  ["student", "A segment that was not seen is not clear: an incomplete scan is repeated"],
  ["patient", "A part that was not seen on the scan is not a clear part"],
])("a %s is answered first by what the text for them says of what was asked", async (reader, words) => {
  const { html } = await get(
    `/ask?q=the%20calf%20could%20not%20be%20seen%2C%20when%20do%20we%20rescan%3F&reader=${reader}`,
  );
  const text = html.slice(html.indexOf('id="bottom-line"')).replaceAll(/<[^>]*>/g, " ");
  expect(text.replaceAll(/\s+/g, " ")).toMatch(new RegExp(`^id="bottom-line">Bottom line ${words}`));
});

test.each(["reader=surgeon", "depth=hour", "depth=constructor"])(
  "?%s is not found, with the way to what there is",
  async (query) => {
    const { status, html } = await get(`${TOPIC}?${query}`);
    expect(status).toBe(404);
    expect(html).toContain(TOPIC);
  },
);

test("ten seconds say that they are a part, and cite only what they print", async () => {
  const { html } = await get(`${TOPIC}?depth=brief`);
  expect(html).toContain("This is a part of the text.");
  expect(html).toContain("Needleman");
  expect(html).not.toContain("Goodacre");
});

test("the page says its version, what changed and when it is looked at next", async () => {
  const { html } = await get(TOPIC);
  expect(html).toMatch(/What changed/);
  expect(html).toMatch(/Review asked for by <time dateTime="\d{4}-\d\d-\d\d">/i);
});

test("the positions of guidelines stand in a column each", async () => {
  const { html } = await get(TOPIC);
  const head = /<thead><tr><th scope="col" lang="en">question<\/th>(.*?)<\/tr>/.exec(html)?.[1] ?? "";
  expect([...head.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual([
    "SRU 2018",
    "NICE 2020, updated 2023",
    "ASH 2018",
    "ACCP 2012",
    "others",
    "Evidence",
  ]);
});
