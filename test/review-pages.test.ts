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
import { Board, hashOf } from "../src/review/testing/board.ts";
import { describeText } from "../src/review/text/describe-text.ts";
import { readKeptText } from "../src/review/text/read-kept-text.ts";
import { sampleApp } from "./fixtures/sample-app.ts";
import { shippedLibrary } from "./real-library.ts";
import { crawl, visit } from "./support/crawl.ts";
import { claimsOf, liesOn, type Says, type StatusExpectation } from "./support/status-claims.ts";

const SLUG = "suspected-leg-dvt";
const QUESTION = "Calf lump and suspected DVT, tender along the deep veins. Which scan?";

let board: Board;
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

// The text of the library's folder, and another that the record alone has.
const shown = () => ({ topic: SLUG, hash: topic.hash });
const other = () => ({ topic: SLUG, hash: hashOf("b") });
type Named = ReturnType<typeof shown>;

function draft(text: Named): void {
  board.must("author", "draft", { ...describeText(topic, true), ...text });
}

function underReview(text: Named): void {
  draft(text);
  board.must("author", "submit", text).must("editor", "begin-review", text);
}

function signed(text: Named, agent: "clinical" | "methods"): void {
  for (const source of describeText(topic, true).cites) board.must(agent, "open-citation", { ...text, source });
  board.must(agent, "sign", { ...text, capacity: agent });
}

function approved(text: Named): void {
  underReview(text);
  signed(text, "clinical");
  signed(text, "methods");
  board.must("editor", "approve", text);
}

function published(text: Named): void {
  approved(text);
  board.must("editor", "publish", text);
}

function corrected(): void {
  published(other());
  board.must("officer", "correct", { ...describeText(topic, true), reason: "a dose was wrong" });
}

const BOTH = ["clinical", "methods"];
const PENDING = /nobody has yet approved/;

interface State extends StatusExpectation {
  readonly name: string;
  readonly reach: () => void;
  readonly usable?: boolean;
}

const STATES: readonly State[] = [
  { name: "nothing recorded", reach: () => undefined, word: "Submitted", signers: [], caution: PENDING },
  { name: "drafted", reach: () => draft(shown()), word: "Submitted", signers: [], caution: PENDING },
  { name: "under review", reach: () => underReview(shown()), word: "Under review", signers: [], caution: PENDING },
  {
    name: "half signed",
    reach: () => {
      underReview(shown());
      signed(shown(), "clinical");
    },
    word: "Under review",
    signers: ["clinical"],
    caution: PENDING,
  },
  {
    name: "changes requested",
    reach: () => {
      underReview(shown());
      signed(shown(), "clinical");
      board.must("editor", "request-changes", { ...shown(), reason: "x" });
    },
    word: "Under review",
    signers: [],
    caution: PENDING,
  },
  {
    name: "an edition that the folder does not hold",
    reach: () => published(other()),
    word: "Approved",
    signers: BOTH,
    caution: null,
  },
  { name: "approved", reach: () => approved(shown()), word: "Approved", signers: BOTH, caution: null },
  { name: "published", reach: () => published(shown()), word: "Approved", signers: BOTH, caution: null },
  {
    name: "due",
    reach: () => {
      published(shown());
      board.wait(24 * 366);
    },
    word: "Approved",
    signers: BOTH,
    caution: /has not done so yet/,
  },
  {
    name: "expired",
    reach: () => {
      published(shown());
      board.wait(24 * 500);
    },
    word: "Expired",
    signers: BOTH,
    caution: /^Expired/,
    usable: false,
  },
  {
    name: "flagged by a retraction",
    reach: () => {
      published(shown());
      board.must("librarian", "retract-source", { source: "needleman-2018", reason: "for the test" });
    },
    word: "Under review",
    signers: BOTH,
    caution: /needleman-2018 was retracted: for the test/,
  },
  {
    name: "an emergency correction",
    reach: corrected,
    word: "Under review",
    signers: [],
    caution: /Emergency correction .*a dose was wrong/,
  },
  {
    name: "a correction that lapsed",
    reach: () => {
      corrected();
      board.wait(73);
    },
    word: "Approved",
    signers: BOTH,
    caution: null,
  },
  {
    name: "the folder's text replaced by a later edition",
    reach: () => {
      published(shown());
      board.wait(1);
      published(other());
    },
    word: "Approved",
    signers: BOTH,
    caution: null,
  },
];

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
  const inRecord = { ...topic, ...other(), title: "Another text" };
  const ready = new Map([topic, inRecord].map((text) => [text.hash, ok(text)]));
  const shelf = createTextShelf({ findText: async () => undefined, readers: {}, ready });
  const serve = createServing({ folder: library, shelf, looksAhead: false, report: () => undefined });
  app = sampleApp(createWellspring({ ...parts, reviews, serve })).app;
}, 60_000);

const TOPIC_PAGE = `/topics/${SLUG}`;

/** In these states, and with `CRAWL_STATES=all` in every one, the whole site is gone over. */
const CRAWLED = [
  "nothing recorded",
  "an edition that the folder does not hold",
  "flagged by a retraction",
  "a correction that lapsed",
];
const isCrawled = ({ name }: State) => process.env.CRAWL_STATES === "all" || CRAWLED.includes(name);

/** Pages that are about the text of the topic itself, and so must say where it stands; all others speak of it at most. */
function saysOf(path: string): Says | "editions" {
  const { pathname } = new URL(path, "http://site.example");
  const [, part] = new RegExp(`^/topics/${SLUG}(/[a-z-]+)?$`).exec(pathname) ?? [null, null];
  if (part === "/leaflet") return "without signers";
  if (part === "/editions") return "editions";
  return part !== null;
}

async function get(
  path: string,
): Promise<{ readonly status: number; readonly html: string; readonly noindex: boolean }> {
  const response = await app.request(path);
  const noindex = response.headers.get("x-robots-tag") === "noindex";
  return { status: response.status, html: await response.text(), noindex };
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

describe.each(STATES)("with $name", (state) => {
  beforeAll(() => {
    board = Board.full();
    state.reach();
  });

  test(`${isCrawled(state) ? "every page that is come to by links" : "every kind of page"} says what the record says`, async () => {
    const kinds = [
      "/",
      TOPIC_PAGE,
      ...["/editions", "/leaflet", "?reader=patient", "/score"].map((part) => TOPIC_PAGE + part),
    ];
    const pages = isCrawled(state) ? crawl(app, ["/", `${TOPIC_PAGE}/editions`]) : visit(app, kinds);
    let own = 0;
    for await (const { path, status, html, noindex } of pages) {
      const says = saysOf(path);
      const lies = says === "editions" ? liesOnEditions(html, state) : liesOn(html, state, says);
      expect([path, status < 500, lies]).toEqual([path, true, []]);
      if (says !== false && state.word !== "Approved") expect([path, noindex]).toEqual([path, true]);
      if (says !== false) own++;
    }
    // A crawl that finds no way in would find no lie.
    expect(own).toBeGreaterThanOrEqual(isCrawled(state) ? 20 : 5);
  });

  test("the API says the same, and answers are made only from a text that may be used", async () => {
    const reply = JSON.parse((await get(`/api/topics/${SLUG}`)).html);
    expect(reply.review).toMatchObject({ status: state.word, usable: state.usable ?? true });
    expect(reply.review.signatures.map(({ name }: { name: string }) => name).sort()).toEqual([...state.signers].sort());
    const asked = await get(`/ask?q=${encodeURIComponent(QUESTION)}`);
    if (state.usable === false) {
      expect(asked.html).toContain("no longer in force");
      const response = await app.request(`/api/pathways/${topic.pathway?.id}/evaluate`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"findings":{}}',
      });
      expect(await response.text()).toContain("topic-not-in-force");
    } else expect(liesOn(asked.html, state, true)).toEqual([]);
  });
});

describe("a template that lies", () => {
  const page = async (state: State, part: string) => {
    board = Board.full();
    state.reach();
    return (await get(TOPIC_PAGE + part)).html;
  };
  const submitted = STATES[0] as State;
  const due = STATES.find(({ name }) => name === "due") as State;
  const signedState = STATES.find(({ name }) => name === "published") as State;
  const DATA = '<script type="application/ld+json">{"reviewedBy":[{"name":"clinical"}]}</script>';

  test.each([
    [
      "says Approved",
      submitted,
      (html: string) => html.replace("</span>Submitted</strong>", "</span>Approved</strong>"),
    ],
    ["leaves the caution out", submitted, (html: string) => html.replace(/<p class="caution"[^>]*>.*?<\/p>/s, "")],
    [
      "lets search engines in",
      submitted,
      (html: string) => html.replace('<meta name="robots" content="noindex"/>', ""),
    ],
    [
      "says that a board has reviewed it",
      submitted,
      (html: string) => html.replace("<main", "<p>Reviewed by our board.</p><main"),
    ],
    [
      "calls itself peer-reviewed",
      submitted,
      (html: string) => html.replace("<main", "<p>A peer-reviewed text</p><main"),
    ],
    ["gives search engines a reviewer", submitted, (html: string) => html.replace("<main", `${DATA}<main`)],
    ["shows no status at all", submitted, (html: string) => html.replace(/<section class="status".*?<\/section>/s, "")],
    ["names another signer", signedState, (html: string) => html.replace(">clinical</strong>", ">Eve</strong>")],
    ["leaves a signer out", signedState, (html: string) => html.replace(/<li>Signed by.*?<\/li>/s, "")],
    [
      "names another to search engines",
      signedState,
      (html: string) => html.replace('"name":"methods"', '"name":"Eve"'),
    ],
    ["forgets that it is due", due, (html: string) => html.replace(/<p class="caution"[^>]*>.*?<\/p>/s, "")],
    [
      "calls a leaflet approved",
      submitted,
      (html: string) => html.replace('"leaflet-status">Submitted', '"leaflet-status">Approved'),
      "/leaflet",
    ],
    [
      "leaves the caution off a leaflet",
      submitted,
      (html: string) => html.replace(/<p class="caution"[^>]*>.*?<\/p>/s, ""),
      "/leaflet",
    ],
  ])("is found out when it %s", async (_title, state, lie, part = "") => {
    const honest = await page(state, part);
    const says = saysOf(TOPIC_PAGE + part);
    if (says === "editions") throw new Error("editions are compared edition by edition");
    expect(liesOn(honest, state, says)).toEqual([]);
    const lying = lie(honest);
    expect(lying).not.toBe(honest);
    expect(liesOn(lying, state, says)).not.toEqual([]);
  });
});

describe("a withdrawn topic", () => {
  beforeAll(() => {
    board = Board.full();
    published(shown());
    board.must("officer", "withdraw", { topic: SLUG, reason: "the cut-off was <wrong>", successor: "leg-again" });
  });

  test.each(["", "?reader=patient", "/pathway", "/editions", "/score", "/leaflet"])(
    "is gone at its address%s, with the reason and none of the text",
    async (rest) => {
      const { status, html, noindex } = await get(`/topics/${SLUG}${rest}`);
      expect([status, noindex]).toEqual([410, true]);
      expect(html).toContain("the cut-off was &lt;wrong>");
      expect(html).not.toContain("Bottom line");
      expect(liesOn(html, { word: "Withdrawn", signers: [], caution: /cut-off/ }, true)).toEqual([]);
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
    board = Board.full();
    const texts = topic.texts.map((file) =>
      file.name === "article.md"
        ? { ...file, text: file.text.replace("Image", "Look at").replace("image", "look at") }
        : file,
    );
    const older = readKeptText({ topic: SLUG, hash: hashOf("b"), files: texts })?.topic;
    if (older === undefined) throw new Error("the older text can be read");
    kept = new Map([[hashOf("b"), older]]);
    published(other());
    board.wait(1);
    published(shown());
  });

  test("of the text that is shown says that it is current", async () => {
    expect((await get(`/code/${codeOfHash(topic.hash).toLowerCase()}`)).html).toContain("Current: this is the text");
  });

  test("of an older text says that it has changed, and how", async () => {
    const { html } = await get(`/code?code=${codeOfHash(hashOf("b"))}`);
    expect(html).toContain("Changed since");
    expect(html).toMatch(/<del lang="en">[^<]*[Ll]ook at/);
    expect(html).toMatch(/<ins lang="en">[^<]*[Ii]mage/);
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
    board = Board.full();
    const older = ["Look at", "Examine"].map((words, at) => {
      const hash = hashOf(at === 0 ? "b" : "c");
      const read = readKeptText({ topic: SLUG, hash, files: topic.texts.map(withImage(words)) })?.topic;
      if (read === undefined) throw new Error("the older text can be read");
      return [hash, read] as const;
    });
    kept = new Map([...older, [topic.hash, topic]]);
    for (const hash of [hashOf("b"), hashOf("c"), hashOf("d"), topic.hash]) {
      published({ topic: SLUG, hash });
      board.wait(1);
    }
  });

  const compared = (query: string) => get(`${TOPIC_PAGE}/editions?${query}`);

  test.each([
    ["from=1&to=4", /<del lang="en">[^<]*[Ll]ook at/, /<ins lang="en">[^<]*[Ii]mage/],
    ["from=4&to=1", /<del lang="en">[^<]*[Ii]mage/, /<ins lang="en">[^<]*[Ll]ook at/],
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
  board = Board.full();
  expect((await get("/feed.atom")).html).not.toContain("<entry>");
  published(shown());
  const { html } = await get("/feed.atom");
  expect(html.match(/<entry>/g)).toHaveLength(1);
  expect(html).toContain("edition 1 published");
});

test("declared interests stand beside the signature", async () => {
  board = Board.full();
  board.must("clinical", "declare-interest", { topic: SLUG, words: "advises a maker of scanners", conflict: false });
  published(shown());
  expect((await get(`/topics/${SLUG}`)).html).toContain("declared interests: none; advises a maker of scanners");
});

test("without a record every text is merely submitted", () => {
  expect(NO_REVIEWS.read().topics.size).toBe(0);
});
