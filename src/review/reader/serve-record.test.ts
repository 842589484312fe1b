import { describe, expect, test } from "vitest";
import { parseLibrary } from "../../library/parse-library.ts";
import { filesWith } from "../../library/testing/sample-library.ts";
import { addHours } from "../model/calendar.ts";
import type { KeptText } from "../record-port.ts";
import { Board, hashOf } from "../testing/board.ts";
import { createTextShelf } from "./text-shelf.ts";
import { textsInForce, textsToCome } from "./texts-in-force.ts";

const NO_PATHWAY = {
  "topics/leg/pathway.yaml": undefined,
  "topics/leg/words.yaml": undefined,
  "topics/leg/examples.yaml": undefined,
};

/** The sample's text on the leg, as it is kept. */
function keptWith(changes: Readonly<Record<string, string>> = {}): KeptText {
  const topic = parseLibrary(filesWith({ ...NO_PATHWAY, ...changes })).library.topics.get("leg");
  if (topic === undefined) throw new Error("the sample has its topic");
  return { topic: "leg", hash: topic.hash, files: topic.texts };
}

/** The reason why a text is not shown; nothing when it is. */
async function whyNot(kept: KeptText | undefined, named: KeptText | undefined = kept): Promise<string | undefined> {
  const shelf = createTextShelf({ findText: async () => kept, readers: {}, ready: new Map() });
  const taken = await shelf.take(named ?? keptWith());
  return taken.ok ? undefined : taken.diagnostics[0]?.message;
}

describe("a kept text", () => {
  test("is shown when all of it can be read", async () => {
    expect(await whyNot(keptWith())).toBeUndefined();
  });

  test("may name a topic that it does not bring along", async () => {
    const topic = filesWith().find(({ path }) => path === "topics/leg/topic.yaml")?.text ?? "";
    const linked = keptWith({ "topics/leg/topic.yaml": topic.replace('"#bottom-line"', "another-topic") });
    expect(await whyNot(linked)).toBeUndefined();
  });

  test.each([
    [
      "a file that is not as its hash was taken",
      (kept: KeptText) => ({ ...kept, files: kept.files.slice(1) }),
      /not the ones that its hash/,
    ],
    [
      "a sentence that cannot be read",
      () => keptWith({ "topics/leg/article.md": "## Bottom line {#bottom-line}\n\n> quoted\n" }),
      /article\.md/,
    ],
    ["a pathway that cannot be run", () => keptWith({ "topics/leg/pathway.yaml": "id: leg\n" }), /pathway\.yaml/],
    ["no question", () => keptWith({ "topics/leg/facts.yaml": "facts: [\n" }), /facts\.yaml/],
  ])("with %s is withheld with that reason", async (_, spoil, reason) => {
    expect(await whyNot(spoil(keptWith()), keptWith())).toMatch(reason);
  });

  test("that is not kept is withheld, and shown once it is", async () => {
    const kept = keptWith();
    let found: KeptText | undefined;
    const shelf = createTextShelf({ findText: async () => found, readers: {}, ready: new Map() });
    expect((await shelf.take(kept)).ok).toBe(false);
    found = kept;
    expect((await shelf.take(kept)).ok).toBe(true);
  });

  test("is read once, in many steps between which others go on; a record that cannot be reached is asked again", async () => {
    const kept = keptWith();
    let [asked, pauses] = [0, 0];
    const findText = async () => {
      if (++asked === 1) throw new Error("unreachable");
      return kept;
    };
    const pause = async () => void pauses++;
    const shelf = createTextShelf({ findText, readers: {}, ready: new Map(), pause });
    await expect(shelf.take(kept)).rejects.toThrow("unreachable");
    const [first, second] = await Promise.all([shelf.take(kept), shelf.take(kept)]);
    expect([first === second, asked]).toEqual([true, 2]);
    expect(pauses).toBeGreaterThan(8);
    shelf.keepOnly([kept]);
    await shelf.take(kept);
    expect(asked).toBe(2);
  });
});

describe("the texts of a record", () => {
  const hashes = (board: Board) => ({
    inForce: textsInForce(board.record, board.now).map(({ edition }) => edition.hash),
    toCome: textsToCome(board.record, board.now).map(({ hash }) => hash),
  });

  test.each([
    ["a draft", () => Board.full().draft("a"), [], []],
    ["an approved text", () => Board.full().approved("a"), [], ["a"]],
    ["an edition", () => Board.full().published("a"), ["a"], []],
    ["a correction, which may lapse", () => Board.full().published("a").corrected("b"), ["b"], ["a"]],
    ["a correction that has lapsed", () => Board.full().published("a").corrected("b").wait(73), ["a"], []],
    [
      "a withdrawn topic",
      () => Board.full().published("a").must("officer", "withdraw", { topic: "leg", reason: "harm" }),
      [],
      [],
    ],
  ])("of %s: what is in force, and what may come", (_, reach, inForce, toCome) => {
    expect(hashes(reach())).toEqual({ inForce: inForce.map(hashOf), toCome: toCome.map(hashOf) });
  });

  test("the last moment of a correction is its own", () => {
    const board = Board.full().published("a").corrected("b");
    const [edition] = textsInForce(board.record, board.now);
    const ratifyBy = edition?.edition.correction?.ratifyBy ?? "";
    expect(textsInForce(board.record, ratifyBy)[0]?.edition.hash).toBe(hashOf("b"));
    expect(textsInForce(board.record, addHours(ratifyBy, 1))[0]?.edition.hash).toBe(hashOf("a"));
  });
});
