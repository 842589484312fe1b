import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { answerShape } from "../src/answer/answer-shape.ts";
import { postJson, sampleApp } from "./fixtures/sample-app.ts";
import { shippedLibrary } from "./real-library.ts";

const CASE =
  "58-year-old man, left calf tender along the deep veins and 4 cm larger than the right, no cancer, no other Wells feature, no alternative diagnosis as likely.";

let app: Hono;
let exchange: string;
beforeAll(async () => {
  app = sampleApp((await shippedLibrary()).wellspring).app;
  exchange =
    answerShape.parse(await (await postJson(app, "/api/ask", { question: CASE })).json()).conversation?.exchange ?? "";
});

describe("POST /api/ask with an exchange", () => {
  test("goes on from the answer before, and gives the next exchange", async () => {
    const response = await postJson(app, "/api/ask", { question: "what if the ultrasound is negative?", exchange });
    const { conversation } = answerShape.parse(await response.json());
    expect(conversation?.followed?.after?.code).toBe("DVT_EXCLUDED");
    const confirmed = await postJson(app, "/api/ask", {
      question: "",
      exchange: conversation?.exchange,
      confirm: ["scan"],
    });
    expect(answerShape.parse(await confirmed.json()).findings.find(({ feature }) => feature === "scan")?.from).toBe(
      "stated",
    );
  });

  test("a question of the conversation is shown again by its number", async () => {
    const first = await postJson(app, "/api/ask", { question: "what if the ultrasound is negative?", exchange });
    const { conversation } = answerShape.parse(await first.json());
    const back = await postJson(app, "/api/ask", { question: "", exchange: conversation?.exchange, turn: 1 });
    const shown = answerShape.parse(await back.json());
    expect([shown.question, shown.conversation?.thread.shown]).toEqual([CASE, 1]);
    expect(shown.conversation?.thread.turns).toEqual(conversation?.thread.turns);
    const gone = await postJson(app, "/api/ask", { question: "", exchange: conversation?.exchange, turn: 3 });
    expect([gone.status, await gone.json()]).toMatchObject([
      422,
      { errors: [{ code: "turn-not-held", field: "turn" }] },
    ]);
    expect((await postJson(app, "/api/ask", { question: "", exchange, turn: "1" })).status).toBe(422);
  });

  test.each([
    ["changed", () => `${exchange.slice(0, -4)}AAAA`, "exchange-foreign"],
    ["no exchange at all", () => "nonsense", "exchange-malformed"],
    ["too long", () => "x".repeat(25_000), "exchange-too-long"],
  ])("one that is %s is refused, with the field and the mend", async (_title, made, code) => {
    const response = await postJson(app, "/api/ask", { question: "why?", exchange: made() });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: [{ code, field: "exchange", help: expect.stringMatching(/./) }],
    });
  });

  test("an empty question needs something to confirm", async () => {
    const response = await postJson(app, "/api/ask", { question: "", exchange });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: "question" }] });
  });
});

describe("POST /ask", () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request("/ask", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(fields).toString(),
    });

  test("gives the answer page again, with the difference on top, kept nowhere", async () => {
    const response = await post({ q: "what if the ultrasound is negative?", exchange });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toContain("no-store");
    const html = await response.text();
    expect(html.indexOf("What this changes")).toBeGreaterThan(0);
    expect(html.indexOf("What this changes")).toBeLessThan(html.indexOf("Bottom line"));
  });

  test("lists the conversation, marks what is shown, and leads back without scripts", async () => {
    const html = await (await post({ q: "what if the ultrasound is negative?", exchange })).text();
    const thread = html.slice(html.indexOf('<section class="thread"'));
    expect(thread.match(/<li aria-current="true">/g)).toHaveLength(1);
    expect(thread).toContain('name="turn" value="1"');
    const [held = ""] = /exchange2[\w.-]+/.exec(thread) ?? [];
    const back = await (await post({ turn: "1", exchange: held })).text();
    expect(back).toContain("You have gone back to question 1.");
    expect(back.indexOf("Shown in full above")).toBeLessThan(back.indexOf("what if the ultrasound is negative?"));
    for (const turn of ["0", "3", "-1", "1e3", "<b>"]) {
      const refused = await post({ turn, exchange: held });
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("asks for question");
    }
    const german = await post({ q: "why?", exchange: held }, { "accept-language": "de" });
    expect(await german.text()).toContain("Dieses Gespräch");
    // A question that is not answered shows the conversation that stays.
    const dose = await (await post({ q: "What dose of apixaban then?", exchange: held })).text();
    expect(dose).toContain("the conversation stays as it was");
    expect(dose).not.toContain('<li aria-current="true">');
  });

  test("from another site it is refused", async () => {
    expect((await post({ q: "why?", exchange }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  test("with a changed exchange it says so beside the question", async () => {
    const response = await post({ q: "why?", exchange: `${exchange}x` });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("ask anew without it");
  });

  test("with what names the patient it asks to leave that out, and keeps the conversation", async () => {
    const response = await post({ q: "what if John Smith, MRN 4452198, is pregnant?", exchange });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(exchange);
  });

  test("a form too large is refused on a page that says how much may be sent", async () => {
    const response = await post({ q: "why?", exchange: "x".repeat(200_000) });
    expect(response.status).toBe(413);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("At most 64 kilobytes");
  });
});
