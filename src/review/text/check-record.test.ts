import { expect, test } from "vitest";
import { renderSpan } from "../../kernel/source-span.ts";
import { Board, hashOf, named, TOPIC } from "../testing/board.ts";
import { checkAgainstRecord } from "./check-record.ts";

const APPROVED = [
  { name: "article.md", text: "## Bottom line {#bottom-line}\n\nScan the leg.\n" },
  { name: "topic.yaml", text: "slug: leg\ntitle: Clot of the leg\n" },
  { name: "../../sources.yaml", text: "sources: []\n" },
];
const HALF_A_YEAR_HOURS = 24 * 183;

/** What is said of a folder that holds this text; nothing stands for a folder without the topic. */
async function check(board: Board, letter: string | undefined, files = APPROVED) {
  const topics = letter === undefined ? [] : [{ slug: TOPIC, hash: hashOf(letter), texts: files }];
  const record = {
    read: async () => board.record,
    now: () => board.now,
    findText: async (hash: string) => (hash === hashOf("a") ? { topic: TOPIC, hash, files: APPROVED } : undefined),
  };
  const { statuses, diagnostics } = await checkAgainstRecord(new Map(topics.map((one) => [one.slug, one])), record);
  return {
    words: statuses.map(({ status }) => status.status),
    said: diagnostics.map(({ code, span }) => `${code} ${span === undefined ? "" : renderSpan(span)}`.trim()),
    diagnostics,
  };
}

test.each([
  ["that no board has seen", () => new Board(), "Submitted"],
  ["that is a first draft", () => Board.full().draft("a"), "Submitted"],
  ["that is in its first review", () => Board.full().underReview("a"), "Under review"],
  ["that is in force", () => Board.full().published("a"), "Approved"],
])("nothing is wrong with a text %s", async (_, board, word) => {
  expect(await check(board(), "a")).toMatchObject({ words: [word], said: [] });
});

test("a text edited after its approval is named file by file, where it first differs and under its heading", async () => {
  const edited = [
    { name: "article.md", text: "## Bottom line {#bottom-line}\n\nScan the calf.\n" },
    { name: "facts.yaml", text: "facts: []\n" },
    { name: "topic.yaml", text: "slug: leg\ntitle: Clot of the leg\n" },
  ];
  for (const board of [Board.full().published("a"), Board.full().approved("a")]) {
    const { words, said, diagnostics } = await check(board, "b", edited);
    expect(words).toEqual(["Submitted"]);
    expect(said).toEqual([
      "review-text-edited topics/leg/article.md:3:10",
      "review-text-edited topics/leg/facts.yaml:1:1",
      "review-text-edited topics/leg/topic.yaml:2:1",
    ]);
    expect(diagnostics[0]?.span).toMatchObject({ heading: "Bottom line", length: "calf.".length });
    expect(diagnostics[2]?.message).toContain("`sources.yaml` is not as it was approved");
  }
});

test("a text for patients that is approved lacks a record of its own until a lay reviewer has signed it", async () => {
  const files = [...APPROVED, { name: "article.patient.md", text: "## Bottom line {#bottom-line}\n\nA scan.\n" }];
  const missing = "variant-without-record topics/leg/article.patient.md:1:1";
  expect((await check(Board.full().published("a"), "a", files)).said).toEqual([missing]);
  expect((await check(Board.full().underReview("a"), "a", files)).said).toEqual([]);
  const signed = Board.full().underReview("a").signed("a", "lay").signed("a", "clinical").signed("a", "methods");
  signed.must("editor", "approve", named("a"));
  expect((await check(signed, "a", files)).said).toEqual([]);
});

test("an approved text that the record has lost is named all the same", async () => {
  const board = Board.full().published("c");
  expect((await check(board, "b")).said).toEqual(["review-text-edited topics/leg/topic.yaml:2:1"]);
});

test.each([
  [
    "withdrawn",
    () => Board.full().published("a").must("editor", "withdraw", { topic: TOPIC, reason: "unsafe" }),
    "Withdrawn",
  ],
  [
    "expired",
    () =>
      Board.full()
        .published("a")
        .wait(3 * HALF_A_YEAR_HOURS),
    "Expired",
  ],
  ["replaced by a later edition", () => Board.full().published("a").published("b"), "Replaced"],
  ["a correction that lapsed", () => Board.full().published("c").corrected("a").wait(80), "Replaced"],
])("a text that is %s is not in force", async (_, board, word) => {
  expect(await check(board(), "a")).toMatchObject({
    words: [word],
    said: ["review-text-not-in-force topics/leg/topic.yaml:2:1"],
  });
});

test.each([
  [
    "due",
    () =>
      Board.full()
        .published("a")
        .wait(24 * 370),
  ],
  ["a correction not yet ratified", () => Board.full().published("c").corrected("a")],
  ["in review beside an edition in force", () => Board.full().published("c").underReview("a")],
  [
    "flagged",
    () =>
      Board.full()
        .published("a")
        .must("clinical", "flag", { ...named("a"), reason: "a doubt" }),
  ],
])("what readers are told of a text that is %s is a warning", async (_, board) => {
  const { said, diagnostics } = await check(board(), "a");
  expect(said).toEqual(["review-text-cautioned topics/leg/topic.yaml:2:1"]);
  expect(diagnostics[0]?.severity).toBe("warning");
});

test("an edition in force whose files are not in the folder is missing", async () => {
  expect(await check(Board.full().published("a"), undefined)).toMatchObject({
    words: [],
    said: ["review-text-missing"],
  });
  expect((await check(Board.full().draft("a"), undefined)).said).toEqual([]);
});
