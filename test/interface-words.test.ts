import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { Fragment, h, isValidElement } from "preact";
import { describe, expect, test } from "vitest";
import type { Wellspring } from "../src/answer/wellspring.ts";
import { createApp } from "../src/http/create-app.ts";
import type { Messages } from "../src/http/messages/en.tsx";
import { ENGLISH, LANGUAGES, type Language } from "../src/http/messages/language.tsx";
import { sampleApp, sampleAssets } from "./fixtures/sample-app.ts";
import { sampleWellspring } from "./fixtures/sample-wellspring.ts";
import { shippedLibrary } from "./real-library.ts";

const TOPIC = "/topics/suspected-leg-dvt";
const PATHS = [
  "/",
  "/ask?q=",
  "/ask?q=calf%20mass%2C%20tenderness%20along%20the%20deep%20veins%2C%20DVT%3F",
  "/ask?q=calf%20DVT&deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no",
  "/ask?q=calf%20mass%2C%20blue%20tense%20leg%2C%20DVT%3F",
  "/ask?q=calf%20DVT%20and%20a%20flight&reader=patient",
  "/ask?q=snake%20bite",
  "/ask?q=Mrs%20Ada%20Lovelace%2C%20calf%20lump.%20DVT%3F",
  TOPIC,
  `${TOPIC}?reader=patient`,
  `${TOPIC}?reader=nurse`,
  `${TOPIC}?reader=robot`,
  `${TOPIC}?depth=brief`,
  `${TOPIC}?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no&calfMass=yes&was=ASK_MISSING`,
  `${TOPIC}?age=sixty&dDimer=480&moon=yes`,
  `${TOPIC}/pathway`,
  `${TOPIC}/pathway?view=chart&deepVeinTenderness=yes`,
  `${TOPIC}/pathway?view=outline&deepVeinTenderness=yes`,
  `${TOPIC}/pathway?view=table&deepVeinTenderness=yes`,
  `${TOPIC}/pathway?age=sixty&moon=yes`,
  `${TOPIC}/pathway?view=nothing`,
  `${TOPIC}/leaflet`,
  `${TOPIC}/editions`,
  "/questions/nothing",
  "/editorial-policy",
  "/sources",
  "/keyboard",
  "/offline",
  "/code",
  "/nothing",
];

/** Pages of tools, which the sample's topic does not have. */
const TOOLS = [
  "/questions",
  "/questions?calfMass=yes&age=66",
  "/questions?phlegmasia=yes",
  "/questions?age=sixty",
  "/score",
  "/score?deepVeinTenderness=yes&calfDifference=3&alternativeDiagnosis=no",
  "/cut-off?age=66&dDimer=655&dDimer.unit=ug/L{FEU}",
  "/cut-off?age=66&dDimer=400&dDimer.unit=ug/L{FEU}&dDimerLabCutoff=unknown",
  "/cut-off?age=66&dDimer=655",
  "/chances",
  "/chances?prevalence=nothing",
  "/chances?prevalence=17&deepVeinTenderness=yes&calfSwelling=yes",
  "/scan",
  "/scan?c.femoral-vein=not&t.femoral-vein=acute&c.popliteal-vein=wrong&leg=left&focal=yes",
  "/follow-up",
  "/follow-up?scan=incomplete",
];

/** Every word of the catalogue in marks, so that words from elsewhere are seen. */
function marked(words: unknown): unknown {
  if (typeof words === "string") return words === "" ? "" : `⟦${words}⟧`;
  if (typeof words === "function") return (...given: unknown[]) => marked(words(...given));
  if (isValidElement(words)) return h(Fragment, null, "⟦", words, "⟧");
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, marked(value)]));
}

/** Takes the place of German. */
const MARKED: Language = {
  ...ENGLISH,
  tag: "de",
  // `marked` keeps the shape.
  messages: marked({
    ...ENGLISH.messages,
    layout: { ...ENGLISH.messages.layout, clinicalTextsNote: "note", pageNote: "note" },
  }) as Messages,
};

type Node = DefaultTreeAdapterTypes.Node;
/** What readers typed, codes, keys, and what is not shown. */
const NO_WORDS = new Set(["head", "script", "style", "code", "kbd", "textarea", "bdi"]);
const NAMES = /^\s*(?:Wellspring|[0-9A-Z]{5}-[0-9A-Z]{5})\s*$/;

/** Words of a page that neither come from the catalogue nor say that they are English. */
function strayWords(html: string): readonly string[] {
  const stray: string[] = [];
  let depth = 0;
  const visit = (node: Node, isEnglish: boolean): void => {
    if (node.nodeName === "#text" && "value" in node) {
      const outside = [...node.value].filter((letter) => {
        if (letter === "⟦") depth += 1;
        if (letter === "⟧") depth -= 1;
        return depth === 0 && letter !== "⟧";
      });
      const words = outside.join("");
      if (!isEnglish && /\p{L}/u.test(words) && !NAMES.test(words)) stray.push(words.trim());
      return;
    }
    if (NO_WORDS.has(node.nodeName)) return;
    const attributes = "attrs" in node ? new Map(node.attrs.map(({ name, value }) => [name, value])) : new Map();
    const lang = attributes.get("lang");
    const inEnglish = lang === undefined ? isEnglish : lang === ENGLISH.tag;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const value = attributes.get(name);
      if (value !== undefined && !inEnglish && /\p{L}/u.test(value) && !value.startsWith("⟦"))
        stray.push(`${name}: ${value}`);
    }
    if ("childNodes" in node) for (const child of node.childNodes) visit(child, inEnglish);
  };
  visit(parse(html), false);
  return stray;
}

describe("words of the interface", () => {
  const faults: Error[] = [];
  const appOf = (wellspring: Wellspring) =>
    createApp({
      wellspring,
      assets: sampleAssets,
      languages: [ENGLISH, MARKED],
      reportFault: (fault) => faults.push(fault),
    });
  const app = appOf(sampleWellspring);
  const expectMarked = async (reply: Response) => {
    const html = await reply.text();
    expect(html).toContain('<html lang="de"');
    expect(strayWords(html)).toEqual([]);
    expect(faults).toEqual([]);
  };
  const headers = { "accept-language": "de" };

  test.each(PATHS)("every one of %s comes from the catalogue, or says that it is English", async (path) => {
    await expectMarked(await app.request(path, { headers }));
  });

  test.each(TOOLS)("every one of the tool %s does so", async (path) => {
    const reply = await appOf((await shippedLibrary()).wellspring).request(TOPIC + path, { headers });
    expect(reply.status).toBe(200);
    await expectMarked(reply);
  });

  test("every one of the plan with dates does so", async () => {
    const body = new URLSearchParams({ date: "2026-11-29" });
    const shipped = appOf((await shippedLibrary()).wellspring);
    await expectMarked(await shipped.request(`${TOPIC}/follow-up?scan=incomplete`, { method: "POST", body, headers }));
  });

  test("a word from elsewhere is found, in text and in an attribute", () => {
    expect(strayWords('<p>⟦a⟧ <b title="stray">of <i lang="en">b</i></b></p>')).toEqual(["title: stray", "of"]);
  });

  test("no language leaves a word empty or the same as in English, names and numbers apart", () => {
    const [, german] = LANGUAGES;
    const flat = (words: unknown, at: string): readonly (readonly [string, string])[] =>
      typeof words === "string"
        ? [[at, words]]
        : typeof words === "object" && words !== null
          ? Object.entries(words).flatMap(([name, value]) => flat(value, `${at}.${name}`))
          : [];
    const english = new Map(flat(ENGLISH.messages, ""));
    const same = flat(german?.messages, "").filter(([at, words]) => words === "" || english.get(at) === words);
    expect(same.map(([at]) => at)).toEqual([
      ".layout.feed",
      ".layout.api",
      ".status.code",
      ".topic.toolNames.score",
      ".tools.chances.test",
    ]);
  });
});

describe("the language of a page", () => {
  const { app } = sampleApp();
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    app.request(path, { headers: { ...headers } });
  const langOf = async (reply: Response) => /<html lang="([^"]+)"/.exec(await reply.text())?.[1];

  test.each([
    ["German for those who ask for it", "/", { "accept-language": "de-AT,de;q=0.9,en;q=0.8" }, "de"],
    ["English for those who refuse German", "/", { "accept-language": "de;q=0" }, "en"],
    ["English for those who read neither", "/", { "accept-language": "fr" }, "en"],
    [
      "what the cookie says, whatever the browser asks for",
      "/",
      { "accept-language": "de", cookie: "language=en" },
      "en",
    ],
    ["what the address says, whatever the cookie says", "/?lang=de", { cookie: "language=en" }, "de"],
    ["English for a language that there is not", "/?lang=%00xx", {}, "en"],
  ])("is %s", async (_title, path, headers, expected) => {
    expect(await langOf(await get(path, headers))).toBe(expected);
  });

  test("is kept in a cookie only when it was chosen", async () => {
    expect((await get("/", { "accept-language": "de" })).headers.has("set-cookie")).toBe(false);
    expect((await get("/?lang=xx")).headers.has("set-cookie")).toBe(false);
    expect((await get("/?lang=de")).headers.get("set-cookie")).toMatch(/^language=de; .*HttpOnly; SameSite=Lax$/);
  });

  test("keeps kept pages apart, and caches are told what it depends on", async () => {
    const [english, german] = await Promise.all([get(TOPIC), get(TOPIC, { "accept-language": "de" })]);
    expect(english.headers.get("etag")).not.toBe(german.headers.get("etag"));
    expect(german.headers.get("vary")).toBe("accept-encoding, accept-language, cookie");
    const answer = await get("/ask?q=calf%20DVT", { "accept-language": "de" });
    expect(answer.headers.get("vary")).toBe("accept-encoding, accept-language, cookie");
    const again = await get(TOPIC, { "if-none-match": english.headers.get("etag") ?? "", "accept-language": "de" });
    expect(again.status).toBe(200);
  });

  test("is changed in place: the link keeps the reader, and the findings of a patient", async () => {
    const hrefs = async (path: string) => (await (await get(path)).text()).match(/href="[^"]*lang=de"/g);
    expect(await hrefs(`${TOPIC}?reader=patient`)).toEqual([`href="${TOPIC}?reader=patient&amp;lang=de"`]);
    expect(await hrefs(`${TOPIC}?calfMass=yes`)).toEqual([`href="${TOPIC}?calfMass=yes&amp;lang=de"`]);
    expect(await hrefs(`/?q=%22%3E%3Cscript%3E`)).toEqual(['href="/?lang=de"']);
  });

  test("is no finding: a page of a topic in another language is about no patient", async () => {
    const reply = await get(`${TOPIC}?lang=de`);
    expect(reply.headers.get("cache-control")).toBe("no-cache");
    expect(await reply.text()).not.toContain("error-summary");
  });

  test("does not hide that clinical texts are in English", async () => {
    const german = { "accept-language": "de" };
    expect(await (await get(TOPIC, german)).text()).toContain("Klinische Texte stehen in der geprüften Sprache");
    expect(await (await get(TOPIC)).text()).not.toContain("language-note");
  });
});
