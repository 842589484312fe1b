import { beforeAll, describe, expect, test } from "vitest";
import type { WorkState } from "../src/review/model/text-state.ts";
import { type Activity, permissionOf } from "../src/review/policy.ts";
import { DESK_TOPIC, deskFiles, PEOPLE, type Reply, TestDesk } from "./fixtures/desk.ts";
import { AccountBench, type Enrolled } from "./support/account-bench.ts";
import { linksIn } from "./support/crawl.ts";
import {
  type DeskExpectation,
  liesAtDesk,
  liesOfOffers,
  peopleOn,
  queuesOf,
  retractedOn,
} from "./support/desk-claims.ts";

const TEXT = `/desk/${DESK_TOPIC}`;
const OTHER_FILES = deskFiles("Look at both legs. [@lee-2021]{#both strength=strong certainty=moderate}");
const THIRD_FILES = deskFiles("Look at both arms. [@lee-2021]{#arms strength=strong certainty=moderate}");

interface State extends DeskExpectation {
  readonly name: string;
  readonly reach: (desk: TestDesk) => Promise<unknown>;
  readonly queues: readonly string[];
  readonly retracted?: readonly string[];
}

const NOTHING = { work: "nothing", force: "no edition yet", signers: [], caution: null } as const;
const PUBLISHED = { ...NOTHING, force: "published", signers: ["cleo", "max"] } as const;

async function corrected(desk: TestDesk): Promise<void> {
  await desk.published();
  desk.restart(OTHER_FILES);
  const { html } = await desk.get("otto", TEXT);
  const hash = /action="\/desk\/leg\/correct".*?value="(sha256-[0-9a-f]{64})"/s.exec(html)?.[1] ?? "";
  await desk.act("otto", "correct", { hash, reason: "a dose was wrong" });
}

const STATES: readonly State[] = [
  { ...NOTHING, name: "nothing recorded", reach: async () => undefined, queues: ["undrafted"] },
  {
    ...NOTHING,
    name: "under review",
    work: "under review",
    reach: (desk) => desk.underReview(),
    queues: ["under-review"],
  },
  {
    ...NOTHING,
    name: "half signed",
    work: "under review",
    signers: ["cleo"],
    reach: async (desk) => (await desk.underReview()).signedBy("cleo", "clinical"),
    queues: ["under-review"],
  },
  {
    ...NOTHING,
    name: "changes requested",
    work: "changes requested",
    reach: async (desk) => {
      await (await desk.underReview()).signedBy("cleo", "clinical");
      await desk.act("edith", "request-changes", { reason: "x" });
    },
    queues: ["changes-requested"],
  },
  {
    ...NOTHING,
    name: "approved",
    work: "approved",
    signers: ["cleo", "max"],
    reach: async (desk) => {
      await (await (await desk.underReview()).signedBy("cleo", "clinical")).signedBy("max", "methods");
      await desk.act("edith", "approve");
    },
    queues: ["approved"],
  },
  { ...PUBLISHED, name: "published", reach: (desk) => desk.published(), queues: [] },
  {
    ...PUBLISHED,
    name: "a draft beside the edition",
    work: "draft",
    reach: async (desk) => {
      await desk.published();
      desk.restart(OTHER_FILES);
      const { html } = await desk.get("will", TEXT);
      const hash = /action="\/desk\/leg\/draft".*?value="(sha256-[0-9a-f]{64})"/s.exec(html)?.[1] ?? "";
      await desk.act("will", "draft", { hash });
    },
    queues: ["draft"],
  },
  {
    ...PUBLISHED,
    name: "due",
    force: "due",
    reach: async (desk) => (await desk.published()).wait(370),
    queues: ["due"],
  },
  {
    ...PUBLISHED,
    name: "expired",
    force: "expired",
    reach: async (desk) => (await desk.published()).wait(500),
    queues: ["expired"],
  },
  {
    ...PUBLISHED,
    name: "flagged by a retraction",
    force: "flagged",
    caution: /lee-2021 was retracted: for the test/,
    reach: async (desk) =>
      (await desk.published()).must("libby", "retract-source", { source: "lee-2021", reason: "for the test" }),
    queues: ["flagged"],
    retracted: ["lee-2021"],
  },
  {
    ...NOTHING,
    name: "an emergency correction",
    force: "correction",
    caution: /Emergency correction by otto: a dose was wrong/,
    reach: corrected,
    queues: ["correction"],
  },
  {
    ...NOTHING,
    name: "an emergency correction, and yet other files in the folder",
    force: "correction",
    caution: /Emergency correction by otto/,
    reach: async (desk) => {
      await corrected(desk);
      desk.restart(THIRD_FILES);
    },
    queues: ["correction", "undrafted"],
  },
  {
    ...PUBLISHED,
    name: "a correction that lapsed",
    reach: async (desk) => {
      await corrected(desk);
      desk.wait(4);
    },
    queues: ["undrafted"],
  },
  {
    ...NOTHING,
    name: "withdrawn",
    force: "nothing: withdrawn",
    caution: /Withdrawn on .* by otto: it was wrong/,
    reach: async (desk) =>
      (await desk.published()).must("otto", "withdraw", { topic: DESK_TOPIC, reason: "it was wrong" }),
    queues: ["undrafted"],
  },
];

/** Whoever has work at the desk; the reader has none. */
const BOARD = ["ann", ...Object.keys(PEOPLE).filter((person) => person !== "rita")];
const rolesOf = (person: string): readonly string[] =>
  person === "ann" ? ["administrator"] : PEOPLE[person as keyof typeof PEOPLE];

/** What the policy lets somebody do while the topic stands so. */
function mayIn(state: State, person: string): (activity: Activity) => boolean {
  const work = (state.work === "nothing" ? "none" : state.work.replaceAll(" ", "-")) as WorkState;
  const force = { "no edition yet": "none", "nothing: withdrawn": "withdrawn" }[state.force] ?? state.force;
  return (activity) => {
    const allowed = permissionOf(activity);
    const stands = (states: readonly string[] | undefined, state: string) => states?.includes(state) ?? true;
    return (
      allowed.who.some((role) => rolesOf(person).includes(role)) &&
      stands(allowed.work, work) &&
      stands(allowed.force, force)
    );
  };
}

function liesOn(path: string, { html, headers, status }: Reply, state: State, person: string): readonly string[] {
  const may = mayIn(state, person);
  const roles = rolesOf(person)
    .map((role) => role.replaceAll("-", " "))
    .join(" or ");
  const own: readonly (readonly [boolean, string])[] = [
    [status === 200, `answers ${status}`],
    [headers.get("x-robots-tag") === "noindex" && headers.get("cache-control") === "no-store", "may be kept or found"],
    [/^\/desk\/[a-z]+\/file/.test(path) || html.includes(`</a>, ${roles}</p>`), "gives the person other roles"],
    [
      path !== "/desk" || String(queuesOf(html, DESK_TOPIC)) === String(state.queues),
      `waits in ${queuesOf(html, DESK_TOPIC)}`,
    ],
    [
      path !== "/desk/board/sources" || String(retractedOn(html)) === String(state.retracted ?? []),
      `retracted are ${retractedOn(html)}`,
    ],
    [
      path !== "/desk/board/people" ||
        BOARD.every(
          (one) => peopleOn(html).get(one)?.toLowerCase() === `${rolesOf(one).join(" and ").replaceAll("-", " ")}.`,
        ),
      "gives other roles",
    ],
    [
      !/^\/desk\/[a-z]+\/read/.test(path) || html.includes("The edition in force;") === (state.work === "nothing"),
      "says wrongly what is in force",
    ],
  ];
  const lies = own.filter(([isTrue]) => !isTrue).map(([, lie]) => lie);
  return [...lies, ...(path === TEXT ? liesAtDesk(html, state, may) : liesOfOffers(html, may))];
}

/** Goes over the desk along its links as one person. */
async function* crawlDesk(desk: TestDesk, person: string): AsyncGenerator<readonly [string, Reply]> {
  const seen = new Set<string>();
  const waiting = ["/desk", TEXT];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path) || !path.startsWith("/desk")) continue;
    seen.add(path);
    const reply = await desk.get(person, path);
    yield [path, reply];
    // What a form is sent to has no page; what is saved as a file has no links.
    waiting.push(...linksIn(reply.html.replace(/ action="[^"]*"/g, "")));
  }
}

describe.each(STATES.map((state, at) => [state.name, state, at] as const))("the desk with %s", (_name, state, at) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.open();
    await state.reach(desk);
  });

  test("says of the text what the record says, and offers each person what is theirs", async () => {
    for (const person of BOARD)
      expect([person, liesOn(TEXT, await desk.get(person, TEXT), state, person)]).toEqual([person, []]);
  });

  // One person in each state, each person in some; with `CRAWL_STATES=all` everybody in every state.
  const crawling = process.env.CRAWL_STATES === "all" ? BOARD : [BOARD[at % BOARD.length] ?? ""];
  test.each(crawling)("says so on every page that %s comes to by links", async (person) => {
    let pages = 0;
    for await (const [path, reply] of crawlDesk(desk, person)) {
      expect([path, liesOn(path, reply, state, person)]).toEqual([path, []]);
      pages++;
    }
    expect(pages).toBeGreaterThanOrEqual(8);
  });
});

describe("a page of the desk that lies", () => {
  const swap = (found: string | RegExp, words: string) => (html: string) => html.replace(found, words);
  const offer = (activity: string) =>
    swap("</main>", `<form class="act" method="post" action="/desk/leg/${activity}"></form></main>`);
  const named = (name: string) => STATES.find((state) => state.name === name) as State;
  let desks: ReadonlyMap<string, TestDesk>;
  beforeAll(async () => {
    const opened = new Map<string, TestDesk>();
    for (const name of ["half signed", "flagged by a retraction", "a draft beside the edition"]) {
      const desk = await TestDesk.open();
      await named(name).reach(desk);
      opened.set(name, desk);
    }
    desks = opened;
  });

  test.each([
    [
      "says that it is approved",
      "half signed",
      TEXT,
      swap("<strong>under review</strong>", "<strong>approved</strong>"),
    ],
    ["names another signer", "half signed", TEXT, swap("Signed by cleo", "Signed by carl")],
    ["adds a signer", "half signed", TEXT, swap("<li>Signed by", "<li>Signed by max (methods)</li><li>Signed by")],
    ["leaves a signer out", "half signed", TEXT, swap(/<li>Signed by.*?<\/li>/s, "")],
    ["lets the administrator sign", "half signed", TEXT, offer("sign")],
    ["lets it be published too early", "half signed", TEXT, offer("publish")],
    ["has it in another queue", "half signed", "/desk", swap("queue-under-review", "queue-approved")],
    ["leaves it out of the queue", "half signed", "/desk", swap(/<section class="queue.*<\/section>/s, "")],
    ["gives the visitor another role", "half signed", "/desk", swap("</a>, administrator</p>", "</a>, editor</p>")],
    ["gives somebody another role", "half signed", "/desk/board/people", swap("Methods reviewer.", "Editor.")],
    ["leaves the flag out", "flagged by a retraction", TEXT, swap(/<p class="caution">.*?<\/p>/s, "")],
    [
      "says that a flagged edition is merely published",
      "flagged by a retraction",
      TEXT,
      swap("<strong>flagged</strong>", "<strong>published</strong>"),
    ],
    ["hides a retraction", "flagged by a retraction", "/desk/board/sources", swap('aria-labelledby="retracted"', "")],
    ["lets the administrator retract", "flagged by a retraction", "/desk/board/sources", offer("retract-source")],
    [
      "shows a draft as the edition in force",
      "a draft beside the edition",
      `${TEXT}/read`,
      swap("A text under work, which is not in force;", "The edition in force;"),
    ],
  ] as const)("is found out when it %s", async (_title, name, path, lie) => {
    const honest = await desks.get(name)?.get("ann", path);
    if (honest === undefined) throw new Error("the desk is open");
    expect(liesOn(path, honest, named(name), "ann")).toEqual([]);
    const html = lie(honest.html);
    expect(html).not.toBe(honest.html);
    expect(liesOn(path, { ...honest, html }, named(name), "ann")).not.toEqual([]);
  });
});

describe("the pages of one's own account", () => {
  let bench: AccountBench;
  let cleo: Enrolled;
  const get = async (path: string) =>
    (await bench.app.request(path, { headers: { cookie: `wellspring=${cleo.token}` } })).text();
  const claims = (html: string) => ({
    name: /<h1>You are signed in as (.*?)</.exec(html)?.[1],
    roles: /<strong>([a-z]+)<\/strong>: (.*?)\. Roles/s.exec(html)?.slice(1),
    sessions: html.match(/<li><p>(?:<strong>This browser\. <\/strong>)?Since/g)?.length,
    codesLeft: /\((\d+) left\)/.exec(html)?.[1],
  });
  const TRUE = { name: "Cleo Example", roles: ["cleo", "clinical reviewer"], sessions: 1, codesLeft: "8" };

  beforeAll(async () => {
    bench = await AccountBench.open();
    await bench.withPeople();
    cleo = await bench.enrol("cleo");
  });

  test("say who somebody is, in which roles and where, as the record and the sessions have it; each link leads to a page", async () => {
    const html = await get("/account");
    expect(claims(html)).toEqual(TRUE);
    const own = linksIn(html.replace(/ action="[^"]*"/g, "")).filter((path) => path.startsWith("/account/"));
    expect(own.toSorted()).toEqual(["/account/authenticator", "/account/password", "/account/recovery-codes"]);
    for (const path of own)
      expect((await bench.app.request(path, { headers: { cookie: `wellspring=${cleo.token}` } })).status).toBe(200);
  });

  test.each([
    ["another name", "Cleo Example", "Carl Example"],
    ["a role not held", "clinical reviewer", "clinical reviewer, editor"],
    ["a session fewer", "Since", "Once"],
    ["more codes than are left", "(8 left)", "(9 left)"],
  ])("that say %s are found out", async (_title, truth, lie) => {
    const html = await get("/account");
    expect(html).toContain(truth);
    expect(claims(html.replaceAll(truth, lie))).not.toEqual(TRUE);
  });

  test("say a change of roles at once", async () => {
    const body = { person: "cleo", roles: ["clinical-reviewer", "editor"] };
    await bench.record.act({ agent: "ann", activity: "assign-roles", body }, "desk");
    expect(claims(await get("/account")).roles).toEqual(["cleo", "clinical reviewer, editor"]);
  });
});
