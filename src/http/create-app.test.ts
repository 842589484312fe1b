import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { postJson, sampleApp } from "../../test/fixtures/sample-app.ts";
import { approvedWellspring, sampleWellspring } from "../../test/fixtures/sample-wellspring.ts";
import { EvidenceUnreachable } from "../evidence/evidence-unreachable.ts";
import { RecordUnreachable } from "../review/record-unreachable.ts";
import { CONTENT_SECURITY_POLICY } from "./security-headers.ts";
import { cutFrame } from "./worker/framed-page.ts";

const { app } = sampleApp();
const TOPIC = "/topics/suspected-leg-dvt";

async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await app.request(path, { headers: { ...headers } });
  return { response, status: response.status, html: await response.text() };
}
const ask = (question: string, more = "") => get(`/ask?q=${encodeURIComponent(question)}${more}`);

describe("every response", () => {
  test.each(["/", TOPIC, "/ask?q=DVT", "/editorial-policy", "/nothing", "/api/topics", "/assets/style-0.css", "/ask"])(
    "%s carries the strict policy and tells no other site anything",
    async (path) => {
      const { response, html } = await get(path);
      expect(response.headers.get("content-security-policy")).toBe(CONTENT_SECURITY_POLICY);
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style="| on\w+="/i);
      expect(response.headers.has("set-cookie")).toBe(false);
    },
  );
});

describe("a question that would tell who the patient is", () => {
  test("is shown with the places marked, and again without them to be asked", async () => {
    const { status, html, response } = await ask("Mrs Ada Lovelace, tel 07700 900123, calf lump. DVT?");
    expect(status).toBe(422);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect([...html.matchAll(/<mark[^>]*>([^<]*)/g)].map((match) => match[1])).toEqual([
      "Mrs Ada Lovelace",
      "07700 900123",
    ]);
    expect(html).toContain("[name], tel [phone number], calf lump. DVT?</textarea>");
    expect(html).toContain("a name and a phone number");
  });

  test("holding markup shows it as text", async () => {
    const { html } = await ask("<script>alert(1)</script> Mr <b>Smith</b> Mr Smith calf lump");
    expect(html).not.toMatch(/<script>|<b>/);
  });
});

test("every page that a question leads to begins with the frame of the page that is kept for the time without a network", async () => {
  const frameOf = async (path: string) => cutFrame((await get(path)).html)?.frame;
  const frame = await frameOf("/offline");
  expect(frame).toContain('<link rel="stylesheet"');
  for (const question of ["calf lump. DVT?", "", "what is the dose of aspirin", "Mrs Ada Lovelace, calf lump"])
    expect(await frameOf(`/ask?q=${encodeURIComponent(question)}`)).toBe(frame);
});

describe("home", () => {
  test("offers the ask box and the topics with their status", async () => {
    const { html } = await get("/");
    expect(html).toContain('name="q"');
    expect(html).toContain("Submitted");
    expect(html).toContain("23 November 2026");
  });
});

describe("/ask", () => {
  test("prints the question as title with the recognised words marked", async () => {
    const { html, response } = await ask("Lump in his calf, suspected DVT");
    expect(html).toMatch(
      /<h1[^>]*><bdi><a class="chip" href="[^"]*#entry-calfMass"[^>]*><mark[^>]*>Lump in his calf<\/mark>/,
    );
    expect(html).toContain("Bottom line");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
  });

  test("a settled next step comes before the bottom line, an open one after it", async () => {
    const settled = (await ask("calf mass, blue tense leg, DVT?")).html;
    expect(settled.indexOf("Emergency: vascular team now")).toBeLessThan(settled.indexOf('id="bottom-line"'));
    const open = (await ask("calf mass, DVT?")).html;
    expect(open.indexOf("More must be known first")).toBeGreaterThan(open.indexOf('id="bottom-line"'));
  });

  test("each question still needed says why it is asked, a reason once", async () => {
    const { html } = await ask("calf mass, DVT?");
    expect(html.match(/One more point makes thrombosis likely/g)).toHaveLength(1);
  });

  test("findings sent beside the question are used and shown again", async () => {
    const { html } = await ask("calf DVT", "&deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no");
    expect(html).toContain("Complete duplex ultrasound");
    expect(html).toMatch(/name="calfSwelling" value="yes"[^>]*checked|checked[^>]*name="calfSwelling" value="yes"/);
  });

  test("what the answer leaves out is said", async () => {
    expect((await ask("calf DVT and a flight")).html).toContain("Not answered here");
  });

  test("a refusal is a page with the reason, the nearest topic and what must not wait", async () => {
    const { html, status } = await ask("snake bite");
    expect(status).toBe(200);
    expect(html).toContain("No answer given");
    expect(html).toContain(TOPIC);
    expect(html).toContain("blue, cold or pulseless limb");
  });

  test("for patients the answer is general and advises nobody", async () => {
    const { html } = await ask("calf mass, blue tense leg, DVT?", "&reader=patient");
    expect(html).toContain("painless ultrasound");
    expect(html).not.toContain("Emergency: vascular team now");
    expect(html).not.toContain("This patient");
  });

  test.each([
    ["nothing", ""],
    ["blanks", "%20%20"],
    ["too much", "a".repeat(10_001)],
  ])("%s is refused with the box again", async (_name, q) => {
    const { html, status } = await get(`/ask?q=${q}`);
    expect(status).toBe(400);
    expect(html).toContain('aria-invalid="true"');
  });

  test("markup in a question is text", async () => {
    const { html } = await ask(`DVT <script>alert(1)</script> "><img src=x onerror=alert(1)> </textarea>`);
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;script>alert(1)");
  });

  test("control, right-to-left and zero-width characters are shown as such", async () => {
    const { html } = await ask("DVT \u0000\u0007\u202e\u200b calf mass");
    const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? "";
    expect(title).not.toMatch(/(?!\n)[\p{Cc}\u202e\u200b]/u);
    expect(title).toContain("\ufffd");
  });

  test("line breaks in a question reach no header", async () => {
    const { response } = await ask("DVT\r\nset-cookie: a=b");
    expect(response.headers.has("set-cookie")).toBe(false);
  });
});

describe("/topics/:slug", () => {
  test("prints title, status, caution, version, contents, bottom line and numbered references", async () => {
    const { html } = await get(TOPIC);
    expect(html).toMatch(/<h1[^>]*>What is the next best imaging study/);
    for (const part of [
      "Human review pending",
      "5f2b8c1e9a40",
      "On this page",
      'id="bottom-line"',
      'id="ref-nice-ng158"',
    ])
      expect(html).toContain(part);
  });

  test("every statement that claims something has evidence that opens", async () => {
    const { html } = await get(TOPIC);
    const targets = [...html.matchAll(/popovertarget="([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(html).toContain(`id="${target}"`);
  });

  test("what is not a plain citation says so in words", async () => {
    const { html } = await get(TOPIC);
    for (const words of ["House rule", "Source not found", "To be verified"]) expect(html).toContain(words);
  });

  test("ids are unique", async () => {
    for (const path of [TOPIC, `${TOPIC}?calfMass=yes`, "/ask?q=calf%20mass%20DVT"]) {
      const ids = [...(await get(path)).html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  test("the reader picker changes the text and the address", async () => {
    const { html } = await get(`${TOPIC}?reader=patient`);
    expect(html).toContain("Could the lump and pain");
    expect(html).not.toContain("patient-form");
  });

  test.each(["nothing", "..%2f..%2fpackage.json", "%252e%252e", "a%00b"])(
    "unknown topic `%s` is a page that helps",
    async (slug) => {
      const { html, status } = await get(`/topics/${slug}`);
      expect(status).toBe(404);
      expect(html).toContain(TOPIC);
    },
  );

  test("an unknown reader is told which texts there are", async () => {
    expect((await get(`${TOPIC}?reader=robot`)).status).toBe(404);
  });

  test("a page is kept and revalidated; one about a patient is kept nowhere", async () => {
    const { response } = await get(TOPIC);
    const tag = response.headers.get("etag") ?? "";
    expect((await get(TOPIC, { "if-none-match": tag })).status).toBe(304);
    const patient = (await get(`${TOPIC}?calfMass=yes`)).response;
    expect(patient.headers.get("cache-control")).toBe("no-store");
    expect(patient.headers.has("etag")).toBe(false);
  });

  test("an unapproved topic stays out of search engines, an approved one does not", async () => {
    expect((await get(TOPIC)).html).toContain('name="robots" content="noindex"');
    const approved = await sampleApp(approvedWellspring).app.request(TOPIC);
    expect(approved.headers.has("x-robots-tag")).toBe(false);
    const html = await approved.text();
    expect(html).not.toContain("noindex");
    expect(html).not.toContain("Human review pending");
  });
});

test("a withdrawn topic says why and prints none of its text", async () => {
  const withdrawn = sampleApp({
    ...sampleWellspring,
    findTombstone: () => ({
      reason: "Superseded by the edition of May.",
      agent: "edith",
      recorded: "2026-05-02T00:00:00.000Z",
    }),
  });
  const response = await withdrawn.app.request(TOPIC);
  const html = await response.text();
  expect(response.status).toBe(410);
  expect(html).toContain("Superseded by the edition of May.");
  expect(html).not.toContain("Calculate the Wells score");
});

test("a topic whose pathway could not be loaded says so to clinicians, and prints its text", async () => {
  const [topic] = sampleWellspring.library.topics.values();
  if (topic === undefined) throw new Error("the sample has a topic");
  const { pathway: _, ...rest } = topic;
  const topics = new Map([[topic.slug, { ...rest, pathwayRefused: "the diagram is too large" }]]);
  const refused = sampleApp({ ...sampleWellspring, library: { ...sampleWellspring.library, topics } });
  const html = await (await refused.app.request(TOPIC)).text();
  expect(html).toContain(
    'The pathway of this topic is not run, because it has an error: <span lang="en">the diagram is too large</span>.',
  );
  expect(html).toContain('id="bottom-line"');
  expect(html).not.toContain("patient-form");
});

describe("the pathway form", () => {
  test("shows the next step, the score as an interval and the way to the advice", async () => {
    const { html } = await get(`${TOPIC}?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no&calfMass=yes`);
    for (const part of [
      "Complete duplex ultrasound",
      "2 to 9",
      "DVT likely",
      "Image the calf mass",
      "5–7 days after the first scan",
    ])
      expect(html).toContain(part);
  });

  test("the live update is given the panel and the references without the article", async () => {
    const whole = (await get(`${TOPIC}?calfMass=yes`)).html;
    const part = (await get(`${TOPIC}?calfMass=yes`, { "wellspring-part": "patient" })).html;
    const panelOf = (html: string) => /<section class="patient".*?<\/form>/s.exec(html)?.[0];
    expect(panelOf(part)).toBe(panelOf(whole));
    expect(part).toContain('id="ref-needleman-2018"');
    expect(part).not.toContain("evidence-card");
  });

  test("keeps what was typed and says beside the field what is wrong", async () => {
    const { html } = await get(`${TOPIC}?age=sixty&dDimer=480&deepVeinTenderness=yes`);
    expect(html).toContain('value="sixty"');
    expect(html).toMatch(/id="error-age"[^>]*>write a whole number/);
    expect(html).not.toContain('class="next-step"');
  });

  test("a refusal of the engine stands beside its field", async () => {
    const { html } = await get(`${TOPIC}?age=130`);
    expect(html).toMatch(/id="error-age"[^>]*>`age` must be a whole number in range/);
  });

  test("a finding the pathway does not know is reported, not dropped", async () => {
    expect((await get(`${TOPIC}?calfMas=yes`)).html).toContain("<code>calfMas</code> is not a finding");
  });

  test("a guideline the pathway does not know is refused", async () => {
    expect((await get(`${TOPIC}?profile=moon&calfMass=yes`)).html).toContain("the guideline chosen is not one");
  });

  test("markup in a finding is text", async () => {
    const { html } = await get(`${TOPIC}?age=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain("<script>alert");
  });
});

describe("small files", () => {
  test("assets are kept for ever under their hash and come compressed", async () => {
    const response = await app.request("/assets/style-0.css", { headers: { "accept-encoding": "gzip" } });
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe("body{color:#111}");
  });

  test.each(["/assets/..%2fpackage.json", "/assets/manifest.json", "/assets/%00"])("%s leads nowhere", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("robots.txt, favicon, health", async () => {
    expect((await get("/robots.txt")).html).toContain("Disallow: /ask");
    expect((await get("/favicon.svg")).response.headers.get("content-type")).toBe("image/svg+xml");
    expect(JSON.parse((await get("/healthz")).html)).toEqual({ status: "ok" });
  });

  test("pages are compressed as the client asks", async () => {
    const response = await app.request(TOPIC, { headers: { "accept-encoding": "gzip;q=1, br;q=0" } });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(await response.arrayBuffer()).toString()).toContain("</h1>");
  });

  test("a method that a page does not offer is refused with those that it does", async () => {
    const response = await app.request(TOPIC, { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  test("a bug becomes a page without its inside, reported without the question", async () => {
    const broken = sampleApp({
      ...sampleWellspring,
      askWithEvidence: () => {
        throw new Error("inside");
      },
    });
    const response = await broken.app.request("/ask?q=Smith");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("inside");
    expect(broken.faults.map((fault) => fault.message)).toEqual(["inside"]);
  });

  test("nothing is shown while the record cannot be read, and all is again as soon as it can", async () => {
    let reachable = false;
    const cut = sampleApp({
      ...sampleWellspring,
      catchUp: async () => {
        if (!reachable) throw new RecordUnreachable(new Error("connection refused"));
        return sampleWellspring;
      },
    });
    const page = await cut.app.request(TOPIC);
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(await page.text()).not.toMatch(/Submitted|connection refused/);
    const reply = await cut.app.request("/api/topics");
    expect([reply.status, await reply.json()]).toMatchObject([
      503,
      { type: "urn:wellspring:problem:record-unreachable" },
    ]);
    expect((await cut.app.request("/healthz")).status).toBe(200);
    reachable = true;
    expect((await cut.app.request(TOPIC)).status).toBe(200);
  });

  test("a question whose evidence cannot be read is not told that nothing was found", async () => {
    const cut = sampleApp({
      ...sampleWellspring,
      askWithEvidence: async () => {
        throw new EvidenceUnreachable(new Error("connection refused"));
      },
    });
    const page = await cut.app.request("/ask?q=croup");
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(await page.text()).not.toContain("connection refused");
    const reply = await postJson(cut.app, "/api/ask", { question: "croup" });
    expect(await reply.json()).toMatchObject({ type: "urn:wellspring:problem:evidence-unreachable", status: 503 });
    expect((await cut.app.request(TOPIC)).status).toBe(200);
  });
});
