import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { postJson, sampleApp } from "../../../test/fixtures/sample-app.ts";
import { sampleWellspring } from "../../../test/fixtures/sample-wellspring.ts";
import { answerShape } from "../../answer/answer-shape.ts";
import { problemShape } from "../problem.ts";
import { topicReply } from "./topic-reply.ts";

const { app } = sampleApp();
const EVALUATE = "/api/pathways/suspected-leg-dvt/evaluate";

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const text = await response.text();
  expect(text).not.toMatch(/\bat .*\.ts:\d|node_modules|Error:/);
  return problemShape.parse(JSON.parse(text));
}

describe("POST /api/ask", () => {
  test("answers a question in the one answer shape", async () => {
    const response = await postJson(app, "/api/ask", { question: "calf mass, suspected DVT" });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(answerShape.parse(await response.json()).topic?.slug).toBe("suspected-leg-dvt");
  });

  test("a refusal is an answer", async () => {
    const response = await postJson(app, "/api/ask", { question: "snake bite" });
    expect(response.status).toBe(200);
    expect(answerShape.parse(await response.json()).refusal?.reason).toBe("no-topic");
  });

  test("text with control, right-to-left and zero-width characters is a question like another", async () => {
    const question = "calf \u0000\u202e\u200b\ud800 DVT\u0007";
    const response = await postJson(app, "/api/ask", { question });
    expect(response.status).toBe(200);
  });

  test("a text that would tell who the patient is gets no answer, and none of it back: each place is marked", async () => {
    const question = "Mr Alan Turing, DOB 23/06/1912, MRN 4452198: calf lump, DVT?";
    const response = await postJson(app, "/api/ask", { question });
    const problem = await problemOf(response);
    expect(problem.status).toBe(422);
    expect(problem.errors.map(({ code }) => code)).toEqual(Array(3).fill("question-identifies"));
    const marked = problem.errors.map(({ range }) => question.slice(range?.start, range?.end));
    expect(marked).toEqual(["Mr Alan Turing", "23/06/1912", "4452198"]);
    expect(problem.errors.map(({ field }) => field)).toEqual(["question", "question", "question"]);
    expect(JSON.stringify(problem)).not.toMatch(/Turing|1912|4452198/);
  });

  test.each([
    ["no body", "", 400],
    ["half a body", '{"question": "a', 400],
    ["a bare word", "abc", 400],
    ["bytes that are not text", new Uint8Array([0xff, 0xfe, 0x00, 0x80]), 400],
    ["nesting without end", "[".repeat(30_000), 400],
    ["nesting beyond reason", `{"question":${"[".repeat(40)}${"]".repeat(40)}}`, 400],
    ["no question", {}, 422],
    ["an empty question", { question: "   " }, 422],
    ["a question that is a number", { question: 5 }, 422],
    ["a question beyond the limit", { question: "a".repeat(10_001) }, 422],
    ["a field nobody knows", { question: "DVT", secret: 1 }, 422],
    ["a list", [1], 422],
    ["a finding that is a list", { question: "DVT", findings: { calfMass: [true] } }, 422],
    ["a finding the pathway does not know", { question: "DVT", findings: { moon: true } }, 422],
    ["a million characters", { question: "a".repeat(1_000_000) }, 413],
  ])("refuses %s", async (_name, body, status) => {
    const problem = await problemOf(await postJson(app, "/api/ask", body));
    expect(problem.status).toBe(status);
    expect(problem.detail).not.toBe("");
  });

  test("malformed JSON is refused with the place, without quoting what was sent", async () => {
    const problem = await problemOf(await postJson(app, "/api/ask", '{\n  "question": Smith\n}'));
    expect(problem.detail).toBe("the body stops being JSON at line 2, column 15");
  });

  test("a field of the wrong type is named", async () => {
    const problem = await problemOf(await postJson(app, "/api/ask", { question: 5, hidden: true }));
    expect(problem.errors.map((error) => error.field)).toEqual(["question", "hidden"]);
  });

  test("a body that is not declared as JSON is refused", async () => {
    const headers = { "content-type": "text/plain" };
    expect((await problemOf(await postJson(app, "/api/ask", "{}", headers))).status).toBe(415);
  });

  test("prototype names are data", async () => {
    const body = '{"question":"DVT","findings":{"__proto__":{"value":1,"unit":"a"},"constructor":true}}';
    expect((await postJson(app, "/api/ask", body)).status).toBe(422);
    expect(({} as Record<string, unknown>).value).toBeUndefined();
  });
});

describe("POST /api/pathways/:id/evaluate", () => {
  test("runs the pathway on the findings", async () => {
    const findings = { deepVeinTenderness: true, calfSwelling: true, alternativeDiagnosis: false };
    const answer = answerShape.parse(await (await postJson(app, EVALUATE, { findings, profile: "nice" })).json());
    expect(answer.nextStep?.code).toBe("COMPLETE_DUPLEX");
  });

  test("a number sent as text is refused, and the finding named", async () => {
    const problem = await problemOf(await postJson(app, EVALUATE, { findings: { age: "499" } }));
    expect(problem).toMatchObject({ status: 422, errors: [{ field: "age", code: "finding-type" }] });
  });

  test("an unknown pathway is a 404", async () => {
    const response = await postJson(app, "/api/pathways/..%2f..%2fetc/evaluate", { findings: {} });
    expect((await problemOf(response)).status).toBe(404);
  });

  test("more findings than any pathway has are refused", async () => {
    const findings = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`f${index}`, true]));
    expect((await problemOf(await postJson(app, EVALUATE, { findings }))).status).toBe(422);
  });
});

describe("GET /api/topics", () => {
  test("lists topics with the status from the record", async () => {
    const reply = await (await app.request("/api/topics")).json();
    expect(reply.topics).toMatchObject([{ slug: "suspected-leg-dvt", review: { status: "Submitted" } }]);
  });

  test("gives a topic with every statement, source and case feature", async () => {
    const topic = topicReply.parse(await (await app.request("/api/topics/suspected-leg-dvt")).json());
    expect(topic.articles.map((article) => article.reader)).toEqual(["clinician", "patient"]);
    expect(topic.features.map((feature) => feature.id)).toContain("dDimerDdu");
    const cited = JSON.stringify(topic.articles).match(/"source":"[^"]+"/g) ?? [];
    for (const mention of cited) expect(topic.sources.map((source) => `"source":"${source.id}"`)).toContain(mention);
  });

  test.each(["nothing", "..%2f..%2fpackage.json", "%00", "%E0%A4%A"])(
    "an unknown topic `%s` is a 404",
    async (slug) => {
      expect((await problemOf(await app.request(`/api/topics/${slug}`))).status).toBe(404);
    },
  );
});

describe("rules for the whole API", () => {
  test("an unknown path is a problem, not a page", async () => {
    expect((await problemOf(await app.request("/api/nothing"))).status).toBe(404);
  });

  test("a method that is not offered is refused with those that are", async () => {
    const response = await app.request("/api/ask", { method: "DELETE" });
    expect(response.headers.get("allow")).toBe("POST");
    expect((await problemOf(response)).status).toBe(405);
  });

  test.each([
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "same-origin", origin: "null" }, 200],
    [{ origin: "http://localhost", host: "localhost" }, 200],
    [{}, 200],
  ])("a POST from %o gives %i", async (headers, status) => {
    const given: Record<string, string> = { ...headers };
    expect((await postJson(app, "/api/ask", { question: "DVT" }, given)).status).toBe(status);
  });

  test("no other site may read an answer", async () => {
    const response = await app.request("/api/topics", { headers: { origin: "https://evil.example" } });
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  test("a bug is reported once and told without its inside", async () => {
    const broken = sampleApp({
      ...sampleWellspring,
      askWithEvidence: () => {
        throw new Error("inside");
      },
    });
    const problem = await problemOf(await postJson(broken.app, "/api/ask", { question: "DVT" }));
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain("inside");
    expect(broken.faults).toHaveLength(1);
  });
});

describe("/openapi.json", () => {
  test("describes every route, with schemas that compile and examples that fit", async () => {
    const document = await (await app.request("/openapi.json")).json();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toEqual([
      "/api/ask",
      "/api/topics",
      "/api/topics/{slug}",
      "/api/pathways/{id}/evaluate",
      "/api/gaps",
      "/api/sources",
      "/api/questions",
      "/api/questions/{code}",
      "/api/reports",
      "/api/reports/{code}",
    ]);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    ajv.addSchema({ $id: "openapi", ...document });
    for (const path of ["ask", "pathways~1{id}~1evaluate"]) {
      const pointer = `/paths/~1api~1${path}/post/requestBody/content/application~1json`;
      const { example } =
        document.paths[`/api/${path.replaceAll("~1", "/")}`].post.requestBody.content["application/json"];
      const fits = ajv.compile({ $ref: `openapi#${encodeURI(pointer)}/schema` });
      expect(fits(example), JSON.stringify(fits.errors)).toBe(true);
    }
  });

  test("replies conform to it", async () => {
    const document = await (await app.request("/openapi.json")).json();
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema({ $id: "openapi", ...document });
    const replies = [
      ["Answer", await postJson(app, "/api/ask", { question: "calf mass DVT" })],
      ["Answer", await postJson(app, "/api/ask", { question: "snake bite" })],
      ["Answer", await postJson(app, EVALUATE, { findings: { calfMass: true } })],
      ["Topic", await app.request("/api/topics/suspected-leg-dvt")],
      ["Problem", await app.request("/api/nothing")],
      ["Problem", await postJson(app, "/api/ask", { question: 1 })],
    ] as const;
    for (const [name, response] of replies) {
      const fits = ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
      expect(fits(await response.json()), `${name}: ${JSON.stringify(fits.errors)}`).toBe(true);
    }
  });
});
