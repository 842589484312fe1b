import { spawn } from "node:child_process";
import { join } from "node:path";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { answerShape } from "../../src/answer/answer-shape.ts";
import { SIGNING_KEY, shippedLibrary } from "../real-library.ts";
import { callCommand } from "../support/call-command.ts";
import { type Bench, expectAccessible, expectAccessiblePaint, expectToFit, startBench } from "./browser.ts";

const FOUNDING_QUESTION =
  "What is the next best imaging study for a patient with a left calf mass and suspected isolated deep-vein thrombosis?";
const LIKELY =
  "58-year-old man, painful left leg since Monday, tender along the deep veins, calf 4 cm larger than the right, no other Wells feature.";
const TOPIC = "/topics/suspected-leg-dvt";
const ask = (question: string) => `/ask?q=${encodeURIComponent(question)}`;

let bench: Bench;
beforeAll(async () => {
  const { wellspring } = await shippedLibrary();
  bench = await startBench(wellspring);
});
afterAll(() => bench.close());

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("the founding question in a browser, %s", (_title, javaScriptEnabled) => {
  test("gets complete duplex and the mass, the D-dimer branch, citations and caution", async () => {
    const visit = await bench.open({ javaScriptEnabled });
    const { page } = visit;
    await page.goto("/");
    await page.getByRole("searchbox").or(page.getByRole("textbox")).first().fill(FOUNDING_QUESTION);
    await page.getByRole("button", { name: "Ask" }).first().click();
    await page.waitForURL(/\/ask\?q=/);
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/complete duplex of the leg, groin to ankle/i);
    expect(text).toMatch(/targeted ultrasound of a palpable calf mass/i);
    expect(text).toMatch(/high-sensitivity D-dimer/i);
    expect(text).toMatch(/pending human review/i);
    expect(text).toMatch(/Submitted/);
    expect(text).toMatch(/Needleman/);
    await visit.close();
  });

  test("the Wells form of the topic gives the next step by plain submission", async () => {
    const visit = await bench.open({ javaScriptEnabled });
    const { page } = visit;
    await page.goto(`${TOPIC}?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no`);
    const text = await page.locator("main").innerText();
    expect(text).toContain("Complete duplex ultrasound of the leg, groin to ankle");
    expect(text).toMatch(/2 to 9/);
    await visit.close();
  });
});

describe("pages of the shipped library", () => {
  const PATIENT = `${TOPIC}?age=66&deepVeinTenderness=yes&calfMass=yes`;
  /** What the sample's pages do not show, or show with words that are short: `pages.test.ts` looks at every kind of page, in every theme. */
  const OWN = [ask(FOUNDING_QUESTION), `${TOPIC}?reader=patient`, `${TOPIC}/leaflet`, "/sources", "/code", PATIENT];
  /** Those that are painted otherwise than the sample's are. */
  const PAINTED_OTHERWISE = [`${TOPIC}/leaflet`, "/sources", "/code"];
  const PATHS = [
    ...OWN,
    "/",
    ask(LIKELY),
    ask("Left leg hugely swollen, tense, blue and agonising. Which scan?"),
    ask("How is achalasia treated?"),
    TOPIC,
    `${TOPIC}?reader=nurse&depth=minute`,
    "/editorial-policy",
    `${TOPIC}/editions`,
  ];

  test("fit a phone and a desktop, ask no other host, and what the sample does not show is accessible in light and dark", async () => {
    const visit = await bench.open({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
    const { page } = visit;
    for (const path of PATHS) {
      await page.goto(path);
      await expectToFit(page, [360, 1440]);
      if (OWN.includes(path)) await expectAccessible(page);
      if (!PAINTED_OTHERWISE.includes(path)) continue;
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessiblePaint(page);
      await page.emulateMedia({ colorScheme: "light" });
    }
    await visit.close();
  });

  test("a word opens what it means in place, without scripts", async () => {
    const visit = await bench.open({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
    const { page } = visit;
    await page.goto(`${TOPIC}?reader=patient`);
    const word = page.locator("button.term").first();
    const card = page.locator(`#${await word.getAttribute("popovertarget")}`);
    expect(await card.isVisible()).toBe(false);
    await word.click();
    expect(await card.isVisible()).toBe(true);
    await visit.close();
  });

  test("the leaflet is one printed page with code, dates and what to do at night", async () => {
    const visit = await bench.open();
    const { page } = visit;
    await page.goto(`${TOPIC}/leaflet`);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".site-header, .site-footer, .leaflet-hint").filter({ visible: true }).count()).toBe(0);
    const text = await page.locator("main").innerText();
    for (const part of ["When to seek help now", "Do not use after", "Pending human review"])
      expect(text).toContain(part);
    const code = await page.locator(".leaflet-code").innerText();
    await page.goto(`/code?code=${code}`);
    expect(await page.locator("h1").innerText()).toContain("Current");
    await visit.close();
  });

  test("on paper each sheet of an answer says what it is and until when it holds, notes carry declared words, and nothing can be pressed", async () => {
    const visit = await bench.open();
    const { page } = visit;
    await page.goto(`${ask("calf lump: which scan for the mass?")}&alternativeDiagnosis=no`);
    const paper = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
    const { text: sheets } = await extractText(paper);
    const code = await page.locator(".paper-foot strong").textContent();
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets) {
      expect(sheet).toContain(`Code ${code}`);
      expect(sheet).toMatch(/Do not use after \d+ \w+ \d{4}/);
    }
    const text = sheets.join(" ").replace(/\s+/g, " ");
    expect(text).toContain("Cited: “usually appropriate”");
    for (const control of [
      "Ask a follow-up",
      "Related questions",
      "Correct or complete",
      "Update the answer",
      "Editorial policy",
    ])
      expect(text).not.toContain(control);
    await visit.close();
  });

  test("an emergency stands above everything else", async () => {
    const visit = await bench.open();
    await visit.page.goto(ask("Left leg hugely swollen, tense, blue and agonising. Which scan?"));
    const text = await visit.page.locator("main").innerText();
    expect(text.indexOf("Emergency: call senior")).toBeGreaterThan(0);
    expect(text.indexOf("Emergency: call senior")).toBeLessThan(text.indexOf("complete duplex"));
    await visit.close();
  });
});

describe("the product as it is started", () => {
  const main = join(import.meta.dirname, "..", "..", "dist", "main.mjs");

  test("serves the same answer by API as by command line, and stops on SIGTERM", async () => {
    // Server and command sign alike, so that what they answer is the same to the last letter.
    const env = { ...process.env, WELLSPRING_SIGNING_KEY: SIGNING_KEY };
    const server = spawn(process.execPath, [main, "serve", "--port", "0"], {
      stdio: ["ignore", "pipe", "inherit"],
      env,
    });
    onTestFinished(() => void server.kill("SIGKILL"));
    const url = await new Promise<string>((resolve, reject) => {
      server.once("error", reject);
      server.stdout.on("data", (data: Buffer) => {
        const found = /ready at (http:\S+)/.exec(data.toString());
        if (found?.[1] !== undefined) resolve(found[1]);
      });
    });
    const response = await fetch(`${url}/api/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: FOUNDING_QUESTION }),
    });
    const byApi = answerShape.parse(await response.json());
    expect(byApi.alsoDo.map(({ code }) => code)).toContain("MASS_IMAGING");
    const { out } = await callCommand(["ask", FOUNDING_QUESTION, "--json"]);
    expect(answerShape.parse(JSON.parse(out))).toEqual(byApi);
    server.kill("SIGTERM");
    const status = await new Promise((resolve) => server.once("exit", resolve));
    expect(status).toBe(0);
  });
});
