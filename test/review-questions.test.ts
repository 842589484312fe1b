import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { submitWords } from "../src/answer/submit-question.ts";
import { submitReport } from "../src/answer/submit-report.ts";
import { performAct } from "../src/review/perform-act.ts";
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
    submitQuestion: (words) =>
      submitWords(words, { identifierWords: sampleWellspring.identifierWords, questions: record }),
    submitReport: (report) => submitReport(report, { ...sampleWellspring, questions: record }),
    followQuestion: async (code) => followQuestion(code, record, await reviews.catchUp()),
  }).app;
};

const give = (body: unknown) => postJson(app(), "/api/questions", body);
const follow = async (code: string) => (await app().request(`/api/questions/${code}`)).json();

function form(
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
  path = "/questions",
) {
  return app().request(path, {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });
}

describe("a question given to the board", () => {
  test("waits under a code, is taken up by a person, and is then told to its reader", async () => {
    const { code } = (await (await give({ words: WORDS, agreed: true })).json()) as { code: string };
    expect(await follow(code)).toEqual({ code, state: "waiting", topic: null, answer: null, reason: null });
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

describe("a report of a problem", () => {
  const [topic] = sampleWellspring.library.topics.values();
  if (topic === undefined) throw new Error("the sample has a topic");
  const sectionId = topic.articles.clinician?.sections[0]?.id ?? "";
  const report = {
    topic: topic.slug,
    part: sectionId,
    kind: "outdated",
    words: "A newer edition of the guideline says otherwise.",
    agreed: true,
  };
  const give = (body: unknown) => postJson(app(), "/api/reports", body);
  const given = async (): Promise<string> => ((await (await give(report)).json()) as { code: string }).code;
  const become = async (code: string) => (await app().request(`/api/reports/${code}`)).json();
  const act = (agent: string, activity: "adopt-question" | "answer-report" | "decline-question", body: unknown) =>
    performAct(record, { agent, activity, body }, "desk");

  test("is kept with the place, the version and the reader's words, and with nothing else", async () => {
    const code = await given();
    expect(await become(code)).toEqual({ code, state: "waiting", topic: topic.slug, answer: null, reason: null });
    expect(await record.questions()).toEqual([
      {
        code,
        recorded: now.toISOString(),
        words: report.words,
        about: { topic: topic.slug, hash: topic.hash, part: sectionId, kind: "outdated" },
      },
    ]);
  });

  test("is taken up and answered; its words are gone and its reader reads the answer", async () => {
    const code = await given();
    expect((await act("will", "adopt-question", { question: code, topic: topic.slug })).ok).toBe(true);
    expect(await become(code)).toMatchObject({ state: "adopted", topic: topic.slug });
    expect((await act("edith", "answer-report", { question: code, answer: "It is changed in edition 2." })).ok).toBe(
      true,
    );
    expect(await become(code)).toMatchObject({ state: "replied", answer: "It is changed in edition 2." });
    expect(await record.findQuestion(code)).toMatchObject({ words: null });
    expect(await (await app().request(`/reports/${code}`)).text()).toContain("It is changed in edition 2.");
    expect(await act("edith", "answer-report", { question: code, answer: "again" })).toMatchObject({
      diagnostics: [{ code: "review-question-decided" }],
    });
  });

  test("is closed with a reason, by an editor alone", async () => {
    const code = await given();
    const closing = { question: code, reason: "the edition is the newest" };
    expect((await act("will", "decline-question", closing)).ok).toBe(false);
    expect((await act("edith", "decline-question", closing)).ok).toBe(true);
    expect(await become(code)).toMatchObject({ state: "declined", reason: "the edition is the newest" });
    expect(await record.findQuestion(code)).toMatchObject({ words: null });
  });

  test("a question is never answered by a sentence of one person", async () => {
    const put = await record.putQuestion(WORDS);
    const code = put.ok ? put.value.code : "";
    expect(await act("edith", "answer-report", { question: code, answer: "scan" })).toMatchObject({
      diagnostics: [{ code: "review-question-unknown" }],
    });
  });

  test.each([
    ["of a topic that is not there", { topic: "nothing" }, "report-place-unknown"],
    ["of a place that is not there", { part: "nowhere" }, "report-place-unknown"],
    ["of no known kind", { kind: "rude" }, "kind"],
    ["without words", { words: " " }, "words"],
    ["of too many words", { words: "a".repeat(2_001) }, "words"],
    ["that nobody agreed to", { agreed: false }, "agreed"],
    ["with something else beside it", { name: "x" }, "name"],
    ["with a version that is none", { hash: "<script>" }, "hash"],
    ["that tells who the patient is", { words: "My patient, phone 555-123-4567, was harmed" }, "question-identifies"],
  ])("%s is refused, and the field is named", async (_title, change, said) => {
    const refused = await give({ ...report, ...change });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(said);
    expect(await record.questions()).toEqual([]);
  });

  test("is not kept when sixty came within the hour, while questions still are", async () => {
    const about = { topic: topic.slug, hash: topic.hash, kind: "other" } as const;
    for (let at = 0; at < 60; at++) await record.putQuestion(`words ${at}`, about);
    expect(await (await give(report)).text()).toContain("questions-full");
    expect((await record.putQuestion(WORDS)).ok).toBe(true);
  });

  test("is taken of the whole page, which is what the form has chosen when it is opened", async () => {
    const fields = { topic: topic.slug, hash: topic.hash, kind: "wrong", words: "It is too long.", agreed: "yes" };
    expect((await form({ ...fields, part: "" }, {}, "/reports")).status).toBe(303);
    expect((await record.questions()).map(({ about }) => Object.keys(about ?? {}))).toEqual([
      ["topic", "hash", "kind"],
    ]);
  });

  test("is given on the page itself without scripts, and leads to what becomes of it", async () => {
    const html = await (await app().request(`/topics/${topic.slug}`)).text();
    expect(html).toMatch(/<form class="ask" method="post" action="\/reports">/);
    const { agreed: _, ...fields } = report;
    const sent = await form({ ...fields, hash: topic.hash, agreed: "yes" }, {}, "/reports");
    expect(sent.status).toBe(303);
    expect(await (await app().request(sent.headers.get("location") ?? "")).text()).toContain(
      "The report waits for the board",
    );
    const pasted = { ...fields, words: "x".repeat(10_000_000), agreed: "yes" };
    expect((await form(pasted, {}, "/reports")).status).toBe(413);
    expect((await form({ ...fields, hash: topic.hash }, {}, "/reports")).status).toBe(422);
    expect((await form({ ...fields, kind: "rude", agreed: "yes" }, {}, "/reports")).status).toBe(422);
    expect((await form({ ...fields, agreed: "yes" }, { "sec-fetch-site": "cross-site" }, "/reports")).status).toBe(403);
    expect(await record.questions()).toHaveLength(1);
  });
});
