import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { createWellspring } from "../src/answer/create-wellspring.ts";
import { parseClinicalLanguage } from "../src/answer/understand/clinical-language.ts";
import { ok } from "../src/kernel/result.ts";
import type { Topic } from "../src/library/model/topic.ts";
import { NO_REVIEWS, type Reviews } from "../src/review/reader/reviews.ts";
import { createServing } from "../src/review/reader/serve-record.ts";
import { codeOfHash } from "../src/review/reader/short-code.ts";
import { createTextShelf } from "../src/review/reader/text-shelf.ts";
import { type Board, hashOf } from "../src/review/testing/board.ts";
import { readKeptText } from "../src/review/text/read-kept-text.ts";
import { postJson, sampleApp } from "./fixtures/sample-app.ts";
import { shippedLibrary } from "./real-library.ts";
import { type CrawledPage, crawl, visit, type Walk } from "./support/crawl.ts";
import { claimsOf, liesInJson, liesOn, type Says } from "./support/status-claims.ts";
import { ReviewedText, STATES, type State } from "./support/status-states.ts";

const SLUG = "suspected-leg-dvt";
const QUESTION = "Calf lump and suspected DVT, tender along the deep veins. Which scan?";

let board: Board;
let site: ReviewedText;
let topic: Topic;
let app: Hono;
let kept: ReadonlyMap<string, Topic> = new Map();

const reviews: Reviews = {
  catchUp: async () => reviews,
  read: () => board.record,
  now: () => board.now,
  keptHashes: async () => [...kept.keys()],
  findText: async () => undefined,
  findTopic: async (hash) => kept.get(hash),
};

/** A board of its own that has come to a state. */
function reach(state: State | undefined): State {
  if (state === undefined) throw new Error("the state is there");
  begin();
  state.reach(site);
  return state;
}

function begin(): ReviewedText {
  site = new ReviewedText(topic);
  board = site.board;
  return site;
}

beforeAll(async () => {
  const { files, wellspring } = await shippedLibrary();
  const { library, identifierWords } = wellspring;
  const language = parseClinicalLanguage(
    "clinical-language.yaml",
    files.find(({ path }) => path === "clinical-language.yaml")?.text ?? "",
  );
  const found = library.topics.get(SLUG);
  if (found === undefined || !language.ok) throw new Error("the shipped library has its topic and language");
  topic = found;
  const signingKey = "the signing key of the tests, no secret";
  const parts = { library, identifierWords, language: language.value.value, signingKey };
  const inRecord = { ...topic, hash: hashOf("b"), title: "Another text" };
  const ready = new Map([topic, inRecord].map((text) => [text.hash, ok(text)]));
  const shelf = createTextShelf({ findText: async () => undefined, readers: {}, ready });
  const serve = createServing({ folder: library, shelf, looksAhead: false, report: () => undefined });
  app = sampleApp(createWellspring({ ...parts, reviews, serve })).app;
}, 60_000);

const TOPIC_PAGE = `/topics/${SLUG}`;

/** Patients for whom a pathway comes to each kind of end, as their pages have them in the address and as somebody would ask about them. */
const PATIENTS = [
  [
    "concluded",
    "deepVeinTenderness=yes&calfSwelling=yes&pittingOedema=yes&alternativeDiagnosis=no",
    "Suspected leg DVT, ultrasound: popliteal vein not compressible. What now?",
  ],
  ["asked about", "deepVeinTenderness=yes&pittingOedema=unknown&collateralVeins=unknown", QUESTION],
  ["out of scope", "age=10", "Suspected leg DVT in a 10 year old child"],
  ["an emergency", "phlegmasia=yes", "Swollen calf, now chest pain, short of breath and collapse"],
  ["contradictory", "ultrasoundImpossible=yes&scan=normal-complete", "Suspected DVT in an arm"],
] as const;

interface SiteWalk extends Walk {
  readonly name: string;
  readonly from: readonly string[];
}

const about = ([name, patient, question]: readonly [string, string, string]): Omit<SiteWalk, "language"> => ({
  name: `about a patient who is ${name}`,
  patient,
  from: [`${TOPIC_PAGE}?${patient}`, `/ask?q=${encodeURIComponent(question)}`],
});
const WHOLE = { name: "of the whole site", from: ["/", `${TOPIC_PAGE}/editions`, "/offline"] };
const inEach = (walk: Omit<SiteWalk, "language">): readonly SiteWalk[] =>
  ["en", "de"].map((language) => ({ ...walk, language, name: `${walk.name} in ${language}` }));
const WHOLE_WALKS = inEach(WHOLE);
const PATIENT_WALKS = PATIENTS.flatMap((patient) => inEach(about(patient)));

/** In these states the whole site is gone over, in turns in each language; in each other one patient's pages. `CRAWL_STATES=all`: every walk in every state. */
const WHOLE_IN = ["nothing recorded", "published", "flagged by a retraction", "a correction that lapsed"];

function walksIn({ name }: State): readonly SiteWalk[] {
  if (process.env.CRAWL_STATES === "all") return [...WHOLE_WALKS, ...PATIENT_WALKS];
  const whole = WHOLE_IN.indexOf(name);
  if (whole >= 0) return [WHOLE_WALKS[whole % WHOLE_WALKS.length] as SiteWalk];
  const others = STATES.filter((state) => !WHOLE_IN.includes(state.name)).findIndex((state) => state.name === name);
  return [PATIENT_WALKS[others % PATIENT_WALKS.length] as SiteWalk];
}

/** Pages that are about the text of the topic itself, and so must say where it stands; all others speak of it at most. */
function saysOf(path: string): Says | "editions" {
  const { pathname } = new URL(path, "http://site.example");
  const [, part] = new RegExp(`^/topics/${SLUG}(/[a-z-]+)?$`).exec(pathname) ?? [null, null];
  if (part === "/leaflet") return "without signers";
  if (part === "/editions") return "editions";
  return part !== null;
}

const get = async (path: string) => one(visit(app, [path]));

async function one(pages: AsyncGenerator<CrawledPage>): Promise<CrawledPage> {
  for await (const page of pages) return page;
  throw new Error("one page was asked for");
}

/** What a state makes every page say; the author's day is that of the text. */
function expected(state: State): State {
  return state.until === "author" ? { ...state, until: monthsAfter(topic) } : state;
}

function monthsAfter({ lastUpdated, reviewPolicy }: Topic): string {
  const day = new Date(`${lastUpdated}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + reviewPolicy.reviewEveryMonths);
  return day.toISOString().slice(0, 10);
}

/** The page of editions says of the text shown what every page says, and of each edition what the record holds of that one. */
function liesOnEditions(html: string, state: State): readonly string[] {
  const [own = "", ...sections] = html.split('<section class="edition"');
  const editions = (board.record.topics.get(SLUG)?.editions ?? []).toReversed();
  const named = sections.map((section) => claimsOf(section).signers.toSorted());
  const recorded = editions.map(({ signatures }) => signatures.map(({ agent }) => agent).toSorted());
  const isSame = JSON.stringify(named) === JSON.stringify(recorded);
  return [...liesOn(own, state, true), ...(isSame ? [] : [`names ${JSON.stringify(named)} as signers of editions`])];
}

function liesOnPage({ path, html, noindex }: CrawledPage, state: State): readonly string[] {
  const says = saysOf(path);
  const isHidden = says === false || state.word === "Approved" || noindex;
  const lies = says === "editions" ? liesOnEditions(html, expected(state)) : liesOn(html, expected(state), says);
  return [...lies, ...(isHidden ? [] : ["is not kept from search engines by its header"])];
}

/** Titles of the feed's entries after the name of the topic. */
function newsIn(feed: string): readonly string[] {
  return [...feed.matchAll(/<entry>.*?<title>.*?: ([^:<]*)<\/title>/gs)].map(([, title = ""]) => title);
}

describe.each(STATES)("with $name", (state) => {
  beforeAll(() => reach(state));

  test.each(walksIn(state))("every page says what the record says: $name", async (walk) => {
    let own = 0;
    for await (const page of crawl(app, walk.from, walk)) {
      expect([page.path, page.status < 500, liesOnPage(page, state)]).toEqual([page.path, true, []]);
      if (saysOf(page.path) !== false) own++;
    }
    // A walk that finds no way in would find no lie.
    expect(own).toBeGreaterThanOrEqual(walk.patient === undefined ? 20 : 8);
  });

  test("so does every kind of page", async () => {
    const kinds = ["/editions", "/leaflet", "?reader=patient", "/score"].map((part) => TOPIC_PAGE + part);
    for await (const page of visit(app, ["/", TOPIC_PAGE, ...kinds]))
      expect([page.path, liesOnPage(page, state)]).toEqual([page.path, []]);
  });

  test("programs are told the same, and answers are made only from a text that may be used", async () => {
    for (const path of ["/api/topics", `/api/topics/${SLUG}`])
      expect([path, liesInJson((await get(path)).html, expected(state))]).toEqual([path, []]);
    const post = async (path: string, body: unknown) => (await postJson(app, path, body)).text();
    const evaluated = await post(`/api/pathways/${topic.pathway?.id}/evaluate`, { findings: {} });
    const answered = await post("/api/ask", { question: QUESTION });
    const asked = await get(`/ask?q=${encodeURIComponent(QUESTION)}`);
    if (state.usable === false) {
      expect(asked.html).toContain("no longer in force");
      expect(evaluated).toContain("topic-not-in-force");
      expect(JSON.parse(answered)).toMatchObject({ kind: "refusal", nextStep: null });
    } else
      expect([
        liesOn(asked.html, expected(state), true),
        ...[evaluated, answered].map((text) => liesInJson(text, expected(state))),
      ]).toEqual([[], [], []]);
  });

  test("the code, the feed and what is kept offline tell of it, too", async () => {
    const code = await get(`/code/${JSON.parse((await get(`/api/topics/${SLUG}`)).html).review.code}`);
    expect(liesOn(code.html, { ...expected(state), until: null }, "without signers")).toEqual([]);
    expect(newsIn((await get("/feed.atom")).html)).toEqual(state.news);
    const { withdrawn, addresses, version } = JSON.parse((await get("/offline-contents.json")).html);
    expect(withdrawn).toEqual([]);
    expect(addresses).toEqual(expect.arrayContaining([TOPIC_PAGE, `${TOPIC_PAGE}/leaflet`]));
    const { word, caution } = state;
    const said = JSON.stringify([word, String(caution)]);
    // A browser that keeps another copy must learn that the text now stands elsewhere.
    expect(keptUnder.get(version) ?? said).toBe(said);
    keptUnder.set(version, said);
  });
});

/** What stood on the pages that a browser keeps under each version of them. */
const keptUnder = new Map<string, string>();

describe("a template that lies", () => {
  const [submitted, , , , , , , signed, due, expired] = STATES.map((state) => state.name);
  const DATA = '<script type="application/ld+json">{"reviewedBy":[{"name":"clinical"}]}</script>';
  const CAUTION = /<p class="caution"[^>]*>.*?<\/p>/s;
  const ADVICE = '<p class="next-step-title" lang="en">Scan</p>';
  const put = (words: string) => (html: string) => html.replace("<main", `${words}<main`);
  const swap = (found: string | RegExp, words: string) => (html: string) => html.replace(found, words);

  test.each<[string, string | undefined, (html: string) => string, string?, string?]>([
    ["says Approved", submitted, swap("</span>Submitted</strong>", "</span>Approved</strong>")],
    ["says Freigegeben", submitted, swap("</span>Eingereicht</strong>", "</span>Freigegeben</strong>"), "", "de"],
    ["leaves the caution out", submitted, swap(CAUTION, "")],
    ["leaves the caution out in German", submitted, swap(CAUTION, ""), "", "de"],
    ["lets search engines in", submitted, swap('<meta name="robots" content="noindex"/>', "")],
    ["says that a board has reviewed it", submitted, put("<p>Reviewed by our board.</p>")],
    ["says so in German", submitted, put("<p>Von unserem Gremium geprüft.</p>"), "", "de"],
    ["calls itself medically checked in German", submitted, put("<p>Ärztlich geprüft</p>"), "", "de"],
    ["says who has endorsed it in German", submitted, put("<p>Freigegeben durch die Klinik.</p>"), "", "de"],
    ["calls itself peer-reviewed", submitted, put("<p>A peer-reviewed text</p>")],
    ["gives search engines a reviewer", submitted, put(DATA)],
    ["shows no status at all", submitted, swap(/<section class="status".*?<\/section>/s, "")],
    ["names another signer", signed, swap(">clinical</strong>", ">Eve</strong>")],
    ["leaves a signer out", signed, swap(/<li>Signed by.*?<\/li>/s, "")],
    ["names another to search engines", signed, swap('"name":"methods"', '"name":"Eve"')],
    ["gives itself another number", signed, swap("Edition 1", "Edition 2")],
    ["forgets its number", signed, swap(/<span class="status-edition">.*?<\/span>/, "")],
    [
      "puts off the day by which it is looked at",
      signed,
      swap(/(class="status-due">[^<]*<time datetime=")2027/i, "$12029"),
    ],
    ["may be used on paper for longer", signed, swap(/(Do not use after <time datetime=")2027/i, "$12029")],
    ["says another word on paper alone", signed, swap(/(<span class="paper-status">)Approved/, "$1Submitted")],
    ["forgets that it is due", due, swap(CAUTION, "")],
    ["advises although it has expired", expired, put(ADVICE)],
    [
      "calls a leaflet approved",
      submitted,
      swap('"leaflet-status">Submitted', '"leaflet-status">Approved'),
      "/leaflet",
    ],
    ["leaves the caution off a leaflet", submitted, swap(CAUTION, ""), "/leaflet"],
    [
      "leaves the day off a leaflet",
      submitted,
      swap(/<dd><time datetime="[^"]*">[^<]*<\/time><\/dd>/gi, ""),
      "/leaflet",
    ],
    [
      "says of a patient's tool that it is approved",
      submitted,
      swap("</span>Submitted</strong>", "</span>Approved</strong>"),
      "/score?phlegmasia=yes",
    ],
  ])("is found out when it %s", async (_title, name, lie, part = "", language = "en") => {
    const state = reach(STATES.find((known) => known.name === name));
    const honest = await one(visit(app, [TOPIC_PAGE + part], language));
    expect(liesOnPage(honest, state)).toEqual([]);
    const html = lie(honest.html);
    expect(html).not.toBe(honest.html);
    expect(liesOnPage({ ...honest, html }, state)).not.toEqual([]);
  });

  test.each<[string, (text: string) => string]>([
    ["says Approved", swap('"status":"Submitted"', '"status":"Approved"')],
    ["calls it usable", swap('"usable":true', '"usable":false')],
    ["names a signer", swap('"signatures":[]', '"signatures":[{"name":"Eve"}]')],
    ["leaves the caution out", swap(/"caution":"[^"]*"/, '"caution":null')],
    ["gives it an edition", swap('"edition":null', '"edition":1')],
    ["gives it a day", swap('"nextDue":null', '"nextDue":"2027-01-01T00:00:00.000Z"')],
    ["leaves out whether it may be used", swap('"usable":true', '"used":true')],
  ])("to programs is found out when it %s", async (_title, lie) => {
    const state = expected(reach(STATES[0]));
    const honest = (await get("/api/topics")).html;
    expect(liesInJson(honest, state)).toEqual([]);
    expect(lie(honest)).not.toBe(honest);
    expect(liesInJson(lie(honest), state)).not.toEqual([]);
  });
});

describe("a withdrawn topic", () => {
  const WITHDRAWN = { word: "Withdrawn", signers: [], caution: /cut-off/, edition: null, until: null, usable: false };

  beforeAll(() => {
    begin().published();
    board.must("officer", "withdraw", { topic: SLUG, reason: "the cut-off was <wrong>", successor: "leg-again" });
  });

  test.each(["", "?reader=patient", "/pathway", "/editions", "/score", "/leaflet"])(
    "is gone at its address%s, with the reason and none of the text",
    async (rest) => {
      const { status, html, noindex } = await get(`/topics/${SLUG}${rest}`);
      expect([status, noindex]).toEqual([410, true]);
      expect(html).toContain("the cut-off was &lt;wrong>");
      expect(html).not.toContain("Bottom line");
      expect(liesOn(html, WITHDRAWN, true)).toEqual([]);
    },
  );

  test("is said to be withdrawn by its code, its API entry and the feed; questions are not answered from it", async () => {
    expect((await get(`/code/${codeOfHash(topic.hash)}`)).html).toContain("Withdrawn: do not use this copy");
    expect((await get("/api/topics")).html).toContain('"status":"Withdrawn"');
    expect((await get("/feed.atom")).html).toMatch(/withdrawn<\/title>[\s\S]*the cut-off was &#60;wrong&#62;/);
    expect((await get(`/ask?q=${encodeURIComponent(QUESTION)}`)).html).toContain("no longer in force");
  });

  test("keeps its tombstone when its text has left the library", async () => {
    board.must("officer", "withdraw", { topic: "long-gone", reason: "harm" });
    expect((await get("/topics/long-gone")).status).toBe(410);
    expect((await get("/topics/never-there")).status).toBe(404);
  });
});

describe("a code", () => {
  beforeAll(() => {
    begin();
    const texts = topic.texts.map((file) =>
      file.name === "article.md"
        ? { ...file, text: file.text.replace("Image", "Look at").replace("image", "look at") }
        : file,
    );
    const older = readKeptText({ topic: SLUG, hash: hashOf("b"), files: texts })?.topic;
    if (older === undefined) throw new Error("the older text can be read");
    kept = new Map([[hashOf("b"), older]]);
    site.published(site.other);
    board.wait(1);
    site.published();
  });

  test("of the text that is shown says that it is current", async () => {
    expect((await get(`/code/${codeOfHash(topic.hash).toLowerCase()}`)).html).toContain("Current: this is the text");
  });

  test("of an older text says that it has changed, and how", async () => {
    const { html } = await get(`/code?code=${codeOfHash(hashOf("b"))}`);
    expect(html).toContain("Changed since");
    expect(html).toMatch(/<del lang="en">[^<]*<mark>[Ll]ook/);
    expect(html).toMatch(/<ins lang="en">[^<]*<mark>[Ii]mage/);
  });

  test.each([
    ["of another server", "/code/00000-00000", 404, "never shown"],
    ["with a wrong sign", "/code/ABCDE-FGHJK", 404, "not such a code"],
    ["that is markup", "/code/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404, "not such a code"],
    ["of a megabyte", `/code/${"A".repeat(30_000)}`, 404, "not such a code"],
  ])("%s is told so", async (_title, path, status, said) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(said);
    expect(answer.html).not.toContain("<script>alert");
  });
});

describe("two editions", () => {
  const withImage = (words: string) => (file: { readonly name: string; readonly text: string }) =>
    file.name === "article.md" ? { ...file, text: file.text.replace("Image", words).replace("image", words) } : file;

  beforeAll(() => {
    begin();
    const older = ["Look at", "Examine"].map((words, at) => {
      const hash = hashOf(at === 0 ? "b" : "c");
      const read = readKeptText({ topic: SLUG, hash, files: topic.texts.map(withImage(words)) })?.topic;
      if (read === undefined) throw new Error("the older text can be read");
      return [hash, read] as const;
    });
    kept = new Map([...older, [topic.hash, topic]]);
    for (const hash of [hashOf("b"), hashOf("c"), hashOf("d"), topic.hash]) {
      site.published({ topic: SLUG, hash });
      board.wait(1);
    }
  });

  const compared = (query: string) => get(`${TOPIC_PAGE}/editions?${query}`);

  test.each([
    ["from=1&to=4", /<del lang="en">[^<]*<mark>[Ll]ook/, /<ins lang="en">[^<]*<mark>[Ii]mage/],
    ["from=4&to=1", /<del lang="en">[^<]*<mark>[Ii]mage/, /<ins lang="en">[^<]*<mark>[Ll]ook/],
    ["from=2&to=2", /From edition 2 to edition 2/, /No recommendation, number, sentence or citation differs/],
    ["from=1&to=3", /From edition 1 to edition 3/, /so what changed cannot be shown/],
  ])("%s: what differs is shown, whichever two they are", async (query, ...said) => {
    const { status, html } = await compared(query);
    const [, shown = ""] = html.split('aria-labelledby="compared"');
    expect(status).toBe(200);
    for (const words of said) expect(shown.split('<section class="edition"')[0]).toMatch(words);
  });

  test.each(["from=1&to=9", "from=0&to=1", "from=<script>&to=1", "from=1&to=1e3", `from=1&to=${"9".repeat(5_000)}`])(
    "that are not there are told apart from two that are the same: %s",
    async (query) => {
      const { status, html } = await compared(query);
      expect([status, html.includes("There is no edition"), html.includes("<script>&")]).toEqual([404, true, false]);
    },
  );
});

test("the feed is one entry for each thing that happened, and well formed before anything did", async () => {
  begin();
  expect((await get("/feed.atom")).html).not.toContain("<entry>");
  site.published();
  const { html } = await get("/feed.atom");
  expect(html.match(/<entry>/g)).toHaveLength(1);
  expect(html).toContain("edition 1 published");
});

test("declared interests stand beside the signature", async () => {
  begin();
  board.must("clinical", "declare-interest", { topic: SLUG, words: "advises a maker of scanners", conflict: false });
  site.published();
  expect((await get(`/topics/${SLUG}`)).html).toContain("declared interests: none; advises a maker of scanners");
});

test("without a record every text is merely submitted", () => {
  expect(NO_REVIEWS.read().topics.size).toBe(0);
});
