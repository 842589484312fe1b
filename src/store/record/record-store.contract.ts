import { describe, expect, test } from "vitest";
import { contentHash } from "../../kernel/content-hash.ts";
import type { Result } from "../../kernel/result.ts";
import type { RecordPort } from "../../review/record-port.ts";
import { named, TOPIC, textOf } from "../../review/testing/board.ts";
import { openRecord } from "./record-store.ts";

/** The time at which tests of the store record. */
export const clock = () => new Date("2026-01-01T00:00:00Z");

/** A record that must open. */
export async function opened(place?: string, options = {}): Promise<RecordPort> {
  const record = await openRecord(place, clock, options);
  if (!record.ok) throw new Error(record.diagnostics.map(({ message, help }) => `${message}: ${help}`).join("; "));
  return record.value;
}

/** Why something was refused; empty when it was not. */
export async function codes(asked: Promise<Result<unknown>>): Promise<readonly string[]> {
  const result = await asked;
  return result.ok ? [] : result.diagnostics.map(({ code }) => code);
}

/** A record with an administrator and an author. */
export async function founded(place?: string): Promise<RecordPort> {
  const record = await opened(place);
  for (const [person, role] of [
    ["ann", "administrator"],
    ["eve", "author"],
  ])
    await record.act({ agent: "ann", activity: "admit-person", body: { person, name: person, roles: [role] } }, "desk");
  return record;
}

export const draft = (letter: string) => ({ agent: "eve", activity: "draft" as const, body: textOf(letter) });

/** What every engine must do. `newPlace` gives a place where no record is yet. */
export function recordContract(name: string, newPlace: () => Promise<string>): void {
  describe(`the record on ${name}`, () => {
    test("keeps what was recorded, over a restart too", async () => {
      const place = await newPlace();
      const first = await founded(place);
      expect(await first.act(draft("a"), "command-line")).toMatchObject({
        ok: true,
        value: { sequence: 3, door: "command-line" },
      });
      await first.close();
      const second = await opened(place);
      expect((await second.read()).topics.get(TOPIC)?.open).toMatchObject({ stage: "draft", authors: ["eve"] });
      const activities = (await second.entries()).map(({ activity }) => activity);
      expect(activities).toEqual(["admit-person", "admit-person", "draft"]);
      expect(await second.verify([])).toEqual([]);
      await second.close();
    });

    test("keeps nothing of what is refused", async () => {
      const record = await founded(await newPlace());
      const foreign = { agent: "ann", activity: "draft" as const, body: textOf("a") };
      expect(await codes(record.act(foreign, "desk"))).toEqual(["review-role-missing"]);
      expect((await record.entries()).length).toBe(2);
      await record.close();
    });

    test("is seen by another process at once, and two that act on the same state do not both succeed", async () => {
      const place = await newPlace();
      const one = await founded(place);
      const other = await opened(place);
      await one.act(draft("a"), "desk");
      expect((await other.read()).topics.get(TOPIC)?.open?.stage).toBe("draft");
      const submit = { agent: "eve", activity: "submit" as const, body: named("a") };
      const told = await Promise.all([one, other, one, other].map((record) => codes(record.act(submit, "desk"))));
      const refused = ["review-wrong-state"];
      expect(told.toSorted((left, right) => left.length - right.length)).toEqual([[], refused, refused, refused]);
      expect(await other.verify([])).toEqual([]);
      await one.close();
      await other.close();
    });

    test("never goes back while it is written, however many look at it", async () => {
      const record = await founded(await newPlace());
      const written = Array.from("abcdefgh", (letter) => codes(record.act(draft(letter), "desk")));
      const seen: number[] = [];
      for (let look = 0; look < 12; look++) seen.push((await record.read()).last?.sequence ?? 0);
      expect((await Promise.all(written)).flat()).toEqual([]);
      expect(seen).toEqual(seen.toSorted((left, right) => left - right));
      expect((await record.read()).last?.sequence).toBe(10);
      expect(await record.verify([])).toEqual([]);
      await record.close();
    });

    test("keeps texts whole under their hash, once, and none under another's", async () => {
      const files = [
        { name: "../../sources.yaml", text: "shared, with a quote ' and a sign €" },
        { name: "article.md", text: "one" },
      ];
      const record = await opened(await newPlace());
      const text = { topic: TOPIC, hash: contentHash(files), files };
      expect(await Promise.all([record.keepText(text), record.keepText(text)])).toMatchObject([
        { ok: true },
        { ok: true },
      ]);
      expect(await record.findText(text.hash)).toEqual(text);
      expect(await record.keptHashes()).toEqual([text.hash]);
      expect(await record.findText("sha256-0")).toBeUndefined();
      await expect(record.keepText({ topic: TOPIC, hash: contentHash([]), files })).rejects.toThrow(/hash/);
      await record.close();
    });

    test("keeps a question until its words are taken out", async () => {
      const record = await opened(await newPlace());
      const put = await record.putQuestion("How is it followed up?");
      const code = put.ok ? put.value.code : "";
      expect(await record.findQuestion(code)).toMatchObject({ words: "How is it followed up?" });
      await record.forgetQuestion(code);
      expect(await record.questions()).toMatchObject([{ code, words: null }]);
      await record.close();
    });
  });
}
