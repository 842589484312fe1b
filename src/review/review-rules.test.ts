import { describe, expect, test } from "vitest";
import { dueDateOf, editionInForce, forceStateOf, openFlags } from "./model/text-state.ts";
import { Board, hashOf, named, TOPIC, textOf } from "./testing/board.ts";

const topicOn = (board: Board) => board.record.topics.get(TOPIC);
const forceOf = (board: Board) => forceStateOf(topicOn(board), board.now);
const inForce = (board: Board) => editionInForce(topicOn(board), board.now)?.hash;

describe("approval", () => {
  test.each([
    ["no signature", (board: Board) => board.underReview("a")],
    ["the clinical one alone", (board: Board) => board.underReview("a").signed("a", "clinical")],
    ["the methods one alone", (board: Board) => board.underReview("a").signed("a", "methods")],
    ["a lay one beside", (board: Board) => board.underReview("a").signed("a", "clinical").signed("a", "lay")],
  ])("is refused with %s", (_title, reach) => {
    expect(reach(Board.full()).act("editor", "approve", named("a"))).toEqual(["review-signatures-missing"]);
  });

  test("is given with a clinical and a methods signature", () => {
    const board = Board.full().approved("a");
    expect(topicOn(board)?.open).toMatchObject({ stage: "approved", approved: { agent: "editor" } });
  });

  test("asks for one signature of each kind although a text asks for none", () => {
    const board = Board.full().must(
      "author",
      "draft",
      textOf("a", { policy: { clinicalSignatures: 0, methodsSignatures: 0, reviewEveryMonths: 12 } }),
    );
    board.must("author", "submit", named("a")).must("editor", "begin-review", named("a"));
    expect(board.act("editor", "approve", named("a"))).toEqual(["review-signatures-missing"]);
  });

  test("is refused when the pathway is not proven, whoever signed", () => {
    const board = Board.full().must("author", "draft", textOf("a", { proof: "not-proven" }));
    board.must("author", "submit", named("a")).must("editor", "begin-review", named("a"));
    board.signed("a", "clinical").signed("a", "methods");
    expect(board.act("editor", "approve", named("a"))).toEqual(["review-not-proven"]);
  });

  test("does not count the signature of somebody who lost the role or declared a conflict meanwhile", () => {
    const lost = Board.full().underReview("a").signed("a", "clinical").signed("a", "methods");
    lost.must("admin", "assign-roles", { person: "clinical", roles: [] });
    expect(lost.act("editor", "approve", named("a"))).toEqual(["review-signatures-missing"]);
    const torn = Board.full().approved("a");
    torn.must("methods", "declare-interest", { topic: TOPIC, words: "shares", conflict: true });
    expect(torn.act("editor", "publish", named("a"))).toEqual(["review-signatures-missing"]);
  });
});

describe("a signature", () => {
  const sign = (board: Board, agent: string, capacity: string) => board.act(agent, "sign", { ...named("a"), capacity });

  test("is void once the text is edited, and stays so when the edit is taken back", () => {
    const board = Board.full().underReview("a").signed("a", "clinical").draft("b").draft("a");
    expect(topicOn(board)?.open?.signatures).toEqual([]);
  });

  test("on a text that was edited meanwhile is refused", () => {
    const board = Board.full().underReview("a").opened("a", "clinical").draft("b");
    board.must("author", "submit", named("b")).must("editor", "begin-review", named("b"));
    expect(sign(board, "clinical", "clinical")).toEqual(["review-text-outdated"]);
  });

  test("is refused to whoever wrote any draft of this edition", () => {
    const board = Board.full().draft("b", "both").underReview("a").opened("a", "both");
    expect(sign(board, "both", "clinical")).toEqual(["review-own-text"]);
  });

  test("is refused to a declared conflict, until another ends it", () => {
    const board = Board.full().underReview("a").opened("a", "clinical");
    board.must("clinical", "declare-interest", { topic: TOPIC, words: "paid by a maker of scanners", conflict: true });
    const entry = board.record.last?.sequence;
    expect(sign(board, "clinical", "clinical")).toEqual(["review-conflict-declared"]);
    board.must("editor", "end-interest", { person: "clinical", interest: entry, reason: "sold" });
    expect(sign(board, "clinical", "clinical")).toEqual([]);
  });

  test("is refused to whoever has not said what they have at stake", () => {
    const board = Board.full().underReview("a");
    board.must("admin", "admit-person", { person: "new", name: "New", roles: ["clinical-reviewer"] });
    expect(sign(board.opened("a", "new"), "new", "clinical")).toEqual(["review-interest-undeclared"]);
  });

  test("asks for every citation to be opened, of exactly this text", () => {
    const board = Board.full().underReview("a");
    board.must("clinical", "open-citation", { ...named("a"), source: "smith-2020" });
    expect(sign(board, "clinical", "clinical")).toEqual(["review-citations-unopened"]);
    expect(board.act("clinical", "open-citation", { ...named("a"), source: "other-1999" })).toEqual([
      "review-source-not-cited",
    ]);
    expect(sign(board.opened("a", "clinical"), "clinical", "clinical")).toEqual([]);
  });

  test("is one for each person, in a capacity of their role", () => {
    const board = Board.full().underReview("a");
    board.must("admin", "assign-roles", { person: "clinical", roles: ["clinical-reviewer", "methods-reviewer"] });
    board.signed("a", "clinical");
    expect(sign(board, "clinical", "methods")).toEqual(["review-signed-already"]);
    expect(sign(board.opened("a", "lay"), "lay", "methods")).toEqual(["review-role-missing"]);
  });

  test("is gone when changes are requested, even if the text then stays", () => {
    const board = Board.full().underReview("a").signed("a", "clinical");
    board.must("methods", "request-changes", { ...named("a"), reason: "the interval is missing" });
    expect(topicOn(board.must("editor", "begin-review", named("a")))?.open?.signatures).toEqual([]);
  });
});

describe("an edition", () => {
  test("keeps number, text and signatures when the next one is published", () => {
    const board = Board.full().published("a").wait(24).published("b");
    expect(topicOn(board)?.editions.map(({ number, hash, signatures }) => [number, hash, signatures.length])).toEqual([
      [1, hashOf("a"), 2],
      [2, hashOf("b"), 2],
    ]);
    expect(inForce(board)).toBe(hashOf("b"));
  });

  test("is due after its months, and expires when nobody looks for a quarter of a year", () => {
    const board = Board.full().published("a");
    const edition = editionInForce(topicOn(board), board.now);
    expect(edition && dueDateOf(edition)).toBe("2027-01-01T00:00:00.000Z");
    board.now = "2026-12-31T23:59:59.999Z";
    expect(forceOf(board)).toBe("published");
    board.now = "2027-01-01T00:00:00.000Z";
    expect(forceOf(board)).toBe("due");
    board.now = "2027-04-01T00:00:00.000Z";
    expect(forceOf(board)).toBe("expired");
  });

  test("is confirmed by two who have opened its citations afresh; its time then begins anew", () => {
    const board = Board.full()
      .published("a")
      .wait(24 * 370);
    const confirm = (agent: string) => board.act(agent, "confirm", { ...named("a"), capacity: agent });
    expect(confirm("clinical")).toEqual(["review-citations-unopened"]);
    board.opened("a", "clinical").opened("a", "methods");
    expect(confirm("clinical")).toEqual([]);
    expect(forceOf(board)).toBe("due");
    expect(confirm("clinical")).toEqual(["review-signed-already"]);
    expect(confirm("methods")).toEqual([]);
    expect(forceOf(board)).toBe("published");
    expect(editionInForce(topicOn(board), board.now)?.confirmed).toEqual([board.now]);
  });
});

describe("an emergency correction", () => {
  test("is in force at once, by the safety officer alone", () => {
    const board = Board.full().published("a").corrected("b");
    expect([inForce(board), forceOf(board)]).toEqual([hashOf("b"), "correction"]);
  });

  test("lapses by itself after 72 hours, and the edition before it holds again", () => {
    const board = Board.full().published("a").corrected("b").wait(72);
    expect(inForce(board)).toBe(hashOf("b"));
    board.wait(0.001);
    expect([inForce(board), forceOf(board)]).toEqual([hashOf("a"), "published"]);
    expect(board.act("editor", "ratify", named("b"))).toEqual(["review-wrong-state"]);
  });

  test("is ratified in time by a board that the officer is no part of", () => {
    const board = Board.full().published("a").corrected("b");
    expect(board.act("editor", "ratify", named("b"))).toEqual(["review-signatures-missing"]);
    board.signed("b", "clinical").signed("b", "methods").must("editor", "ratify", named("b")).wait(100);
    expect([inForce(board), forceOf(board)]).toEqual([hashOf("b"), "published"]);
  });

  test("is rolled back before that by an editor", () => {
    const board = Board.full().published("a").corrected("b");
    board.must("editor", "roll-back", { ...named("b"), reason: "the old number was right" });
    expect(inForce(board)).toBe(hashOf("a"));
  });
});

describe("a retracted source", () => {
  test("flags what is in force and under work and cites it, and bars approval until a reviewer has looked", () => {
    const board = Board.full().published("a").underReview("b").signed("b", "clinical").signed("b", "methods");
    board.must("librarian", "retract-source", { source: "smith-2020", reason: "data were made up" });
    const topic = topicOn(board);
    expect(topic?.flags.map(({ hash, source }) => [hash, source])).toEqual([
      [hashOf("b"), "smith-2020"],
      [hashOf("a"), "smith-2020"],
    ]);
    expect(forceOf(board)).toBe("flagged");
    expect(board.act("editor", "approve", named("b"))).toEqual(["review-cites-retracted", "review-flag-open"]);
  });

  test("cannot be cited in a text that is submitted", () => {
    const board = Board.full()
      .must("librarian", "retract-source", { source: "smith-2020", reason: "fraud" })
      .draft("a");
    expect(board.act("author", "submit", named("a"))).toEqual(["review-cites-retracted"]);
  });
});

describe("a flag", () => {
  test("is lifted by a clinical reviewer with a reason, and an edition shows none any more", () => {
    const board = Board.full()
      .published("a")
      .must("lay", "flag", { ...named("a"), reason: "hard to read" });
    const flag = board.record.last?.sequence;
    expect(board.act("clinical", "lift-flag", { topic: TOPIC, flag, reason: "" })).toEqual(["review-body-malformed"]);
    board.must("clinical", "lift-flag", { topic: TOPIC, flag, reason: "read by two" });
    expect(forceOf(board)).toBe("published");
    const topic = topicOn(board);
    expect(topic && openFlags(topic, hashOf("a"))).toEqual([]);
  });
});

describe("a withdrawn topic", () => {
  test("keeps reason and successor until a new edition is published", () => {
    const board = Board.full().published("a");
    board.must("officer", "withdraw", { topic: TOPIC, reason: "harm", successor: "other-leg" });
    expect(topicOn(board)?.tombstone).toMatchObject({ reason: "harm", successor: "other-leg" });
    board.approved("b");
    expect(forceOf(board)).toBe("withdrawn");
    board.must("editor", "publish", named("b"));
    expect([topicOn(board)?.tombstone, forceOf(board)]).toEqual([undefined, "published"]);
  });

  test("is not its own successor", () => {
    const body = { topic: TOPIC, reason: "x", successor: TOPIC };
    expect(Board.full().act("officer", "withdraw", body)).toEqual(["review-successor-itself"]);
  });
});

describe("the board", () => {
  test("is begun by one administrator who admits themselves, and by nobody else", () => {
    const board = new Board();
    const admit = (agent: string, person: string, roles: readonly string[]) =>
      board.act(agent, "admit-person", { person, name: person, roles });
    expect(admit("eve", "eve", ["editor"])).toEqual(["review-person-unknown"]);
    expect(admit("eve", "bob", ["administrator"])).toEqual(["review-person-unknown"]);
    expect(admit("ann", "ann", ["administrator", "editor"])).toEqual(["review-roles-clash"]);
    expect(admit("ann", "ann", ["administrator"])).toEqual([]);
    expect(admit("eve", "eve", ["administrator"])).toEqual(["review-person-unknown"]);
  });

  test("keeps an administrator, who cannot give themselves a part in review", () => {
    const board = Board.full();
    expect(board.act("admin", "assign-roles", { person: "admin", roles: ["clinical-reviewer"] })).toEqual([
      "review-not-oneself",
      "review-last-administrator",
    ]);
  });
});

test("an entry is never dated before the last one: small steps of the clock are taken up, large ones refused", () => {
  const board = Board.full().draft("a");
  const last = board.record.last?.recorded;
  board.now = "2025-12-31T23:59:30.000Z";
  expect(board.act("author", "submit", named("a"))).toEqual([]);
  expect(board.record.last?.recorded).toBe(last);
  board.now = "2025-12-31T00:00:00.000Z";
  expect(board.act("author", "draft", textOf("b"))).toEqual(["review-clock-back"]);
});

test.each([
  ["a field too many", { ...named("a"), extra: 1 }],
  ["a text that is no hash", { topic: TOPIC, hash: "latest" }],
  ["a name with markup", { topic: "<script>", hash: hashOf("a") }],
  ["nothing", undefined],
  ["a list", []],
])("a body with %s is refused", (_title, body) => {
  expect(Board.full().draft("a").act("author", "submit", body)).toContain("review-body-malformed");
});

test.each(["a\nb", "a\u0000b", "turned \u202e round"])(
  "words are one paragraph of plain text: %j is refused",
  (reason) => {
    expect(
      Board.full()
        .published("a")
        .act("lay", "flag", { ...named("a"), reason }),
    ).toEqual(["review-body-malformed"]);
  },
);
