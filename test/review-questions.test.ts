import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { submitQuestion } from "../src/answer/submit-question.ts";
import { followQuestion } from "../src/review/reader/follow-question.ts";
import { toReviews } from "../src/review/reader/reviews.ts";
import type { RecordPort } from "../src/review/record-port.ts";
import { openRecord } from "../src/store/record/record-store.ts";
import { postJson, sampleApp } from "./fixtures/sample-app.ts";
import { sampleWellspring } from "./fixtures/sample-wellspring.ts";

const WORDS = "How is a superficial vein thrombosis near the groin followed up?";

let record: RecordPort;
let now = new Date("2026-03-01T12:00:00Z");

beforeEach(async () => {
  now = new Date("2026-03-01T12:00:00Z");
  const opened = await openRecord(undefined, () => now);
  if (!opened.ok) throw new Error("a record in memory opens");
  record = opened.value;
  const admit = (person: string, role: string) =>
    record.act({ agent: "ann", activity: "admit-person", body: { person, name: person, roles: [role] } }, "desk");
  for (const [person, role] of [
    ["ann", "administrator"],
    ["will", "author"],
    ["edith", "editor"],
  ] as const)
    await admit(person, role);
});

afterEach(() => record.close());

/** The sample's pages over a real box of questions. */
const app = () => {
  const reviews = toReviews(record);
  return sampleApp({
    ...sampleWellspring,
    catchUp: reviews.catchUp,
    submitQuestion: (words) =>
      submitQuestion(words, { identifierWords: sampleWellspring.identifierWords, questions: record }),
    followQuestion: (code) => followQuestion(code, record, reviews),
  }).app;
};

const give = (body: unknown) => postJson(app(), "/api/questions", body);
const follow = async (code: string) => (await app().request(`/api/questions/${code}`)).json();

function form(fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  return app().request("/questions", {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });
}

describe("a question given to the board", () => {
  test("waits under a code, is taken up by a person, and is then told to its reader", async () => {
    const { code } = (await (await give({ words: WORDS, agreed: true })).json()) as { code: string };
    expect(await follow(code)).toEqual({ code, state: "waiting", topic: null, reason: null });
    expect(await record.questions()).toMatchObject([{ code, words: WORDS }]);
    expect((await record.act({ agent: "will", activity: "adopt-question", body: { question: code } }, "desk")).ok).toBe(
      true,
    );
    expect(await follow(code)).toMatchObject({ state: "adopted", topic: null });
    const topic = { agent: "will", activity: "adopt-question" as const, body: { question: code, topic: "svt" } };
    expect((await record.act(topic, "desk")).ok).toBe(true);
    expect(await follow(code.toLowerCase())).toMatchObject({ state: "adopted", topic: "svt" });
  });

  test("is declined with a reason, once, and its words are then gone while the code still answers", async () => {
    const { code } = (await (await give({ words: WORDS, agreed: true })).json()) as { code: string };
    const decline = {
      agent: "edith",
      activity: "decline-question" as const,
      body: { question: code, reason: "not ours" },
    };
    expect((await record.act(decline, "desk")).ok).toBe(true);
    await record.forgetQuestion(code);
    expect(await follow(code)).toMatchObject({ state: "declined", reason: "not ours" });
    expect(await record.questions()).toMatchObject([{ code, words: null }]);
    expect(await record.act(decline, "desk")).toMatchObject({
      ok: false,
      diagnostics: [{ code: "review-question-decided" }],
    });
    expect((await record.entries()).some(({ body }) => body.includes("superficial"))).toBe(false);
  });

  test.each([
    ["nobody agreed", { words: WORDS, agreed: false }, 422],
    ["the agreement is left out", { words: WORDS }, 422],
    ["there are no words", { words: "  ", agreed: true }, 422],
    ["there are too many", { words: "a".repeat(2_001), agreed: true }, 422],
    ["something else is sent along", { words: WORDS, agreed: true, name: "x" }, 422],
    ["they tell who the patient is", { words: "My patient, phone 555-123-4567, has a swollen leg", agreed: true }, 422],
  ])("is not kept when %s", async (_title, body, status) => {
    expect((await give(body)).status).toBe(status);
    expect(await record.questions()).toEqual([]);
  });

  test("is not kept when sixty were given within the hour, and is again an hour later", async () => {
    for (let at = 0; at < 60; at++) await record.putQuestion(`${WORDS} ${at}`);
    expect(await (await give({ words: WORDS, agreed: true })).text()).toContain("questions-full");
    now = new Date("2026-03-01T13:00:01Z");
    expect((await give({ words: WORDS, agreed: true })).status).toBe(200);
  });

  test("has a code that nobody has elsewhere", async () => {
    expect((await app().request("/api/questions/00000-00000")).status).toBe(404);
    expect((await app().request("/questions/%3Cscript%3E")).status).toBe(404);
  });
});

describe("without scripts", () => {
  test("a refusal offers the form with the words in it, to be changed", async () => {
    const html = await (await app().request(`/ask?q=${encodeURIComponent("How is gout treated?")}`)).text();
    expect(html).toMatch(/<form [^>]*method="post" action="\/questions">[\s\S]*How is gout treated\?<\/textarea>/);
  });

  test("the form leads to the page that says what has become of it", async () => {
    const sent = await form({ words: WORDS, agreed: "yes" });
    expect(sent.status).toBe(303);
    const page = await app().request(sent.headers.get("location") ?? "");
    expect(await page.text()).toContain("The question waits for the board");
  });

  test("nothing is kept without the tick, from another site, or of a megabyte", async () => {
    expect((await form({ words: WORDS })).status).toBe(422);
    expect((await form({ words: WORDS, agreed: "yes" }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await form({ words: "a".repeat(1_000_000), agreed: "yes" })).status).toBe(413);
    expect(await record.questions()).toEqual([]);
  });
});
