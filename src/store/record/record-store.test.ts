import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { contentHash } from "../../kernel/content-hash.ts";
import { anchorOf } from "../../review/log/anchor.ts";
import type { RecordPort } from "../../review/record-port.ts";
import { named, TOPIC, textOf } from "../../review/testing/board.ts";
import { MIGRATIONS, migrate } from "./migrations.ts";
import { openRecord } from "./record-store.ts";
import { restoreRecord } from "./restore-record.ts";

const folders: string[] = [];
const clock = () => new Date("2026-01-01T00:00:00Z");

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "wellspring-record-"));
  folders.push(folder);
  return join(folder, "record.sqlite");
}

function opened(file?: string, options = {}): RecordPort {
  const record = openRecord(file, clock, options);
  if (!record.ok) throw new Error(record.diagnostics.map(({ message }) => message).join("; "));
  return record.value;
}

const codes = (
  result: ReturnType<typeof openRecord> | ReturnType<RecordPort["act"]> | ReturnType<typeof restoreRecord>,
) => (result.ok ? [] : result.diagnostics.map(({ code }) => code));

function founded(file?: string): RecordPort {
  const record = opened(file);
  record.act(
    { agent: "ann", activity: "admit-person", body: { person: "ann", name: "Ann", roles: ["administrator"] } },
    "desk",
  );
  record.act(
    { agent: "ann", activity: "admit-person", body: { person: "eve", name: "Eve", roles: ["author"] } },
    "desk",
  );
  return record;
}

const draft = (letter: string) => ({ agent: "eve", activity: "draft" as const, body: textOf(letter) });

describe("the record", () => {
  test("keeps what was recorded, over a restart too", () => {
    const file = newFile();
    const first = founded(file);
    expect(first.act(draft("a"), "command-line")).toMatchObject({
      ok: true,
      value: { sequence: 3, door: "command-line" },
    });
    first.close();
    const second = opened(file);
    expect(second.read().topics.get(TOPIC)?.open).toMatchObject({ stage: "draft", authors: ["eve"] });
    expect(second.entries().map(({ activity }) => activity)).toEqual(["admit-person", "admit-person", "draft"]);
    expect(second.verify([])).toEqual([]);
    second.close();
  });

  test("is on disk with every commit, and what is refused leaves no trace", () => {
    const file = newFile();
    const record = founded(file);
    expect(codes(record.act({ agent: "ann", activity: "draft", body: textOf("a") }, "desk"))).toEqual([
      "review-role-missing",
    ]);
    expect(record.entries().length).toBe(2);
    const raw = new DatabaseSync(file);
    expect(raw.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    raw.close();
    record.close();
  });

  test("is seen by another process at once, and two that act on the same state do not both succeed", () => {
    const file = newFile();
    const one = founded(file);
    const other = opened(file);
    one.act(draft("a"), "desk");
    expect(other.read().topics.get(TOPIC)?.open?.stage).toBe("draft");
    const submit = { agent: "eve", activity: "submit" as const, body: named("a") };
    expect(codes(one.act(submit, "desk"))).toEqual([]);
    expect(codes(other.act(submit, "desk"))).toEqual(["review-wrong-state"]);
    one.close();
    other.close();
  });

  test("says that it is busy when another process does not let go of the lock", () => {
    const file = newFile();
    const record = founded(file);
    const raw = new DatabaseSync(file);
    raw.exec("BEGIN IMMEDIATE");
    expect(codes(record.act(draft("a"), "desk"))).toEqual(["record-busy"]);
    raw.exec("ROLLBACK");
    raw.close();
    expect(codes(record.act(draft("a"), "desk"))).toEqual([]);
    record.close();
  });

  test("says that nothing was recorded when the disk is full", () => {
    const file = newFile();
    founded(file).close();
    const raw = new DatabaseSync(file);
    const pages = Number(raw.prepare("PRAGMA page_count").get()?.page_count);
    raw.close();
    const record = opened(file);
    // A limit on pages stands in for a full disk: SQLite answers both with the same code.
    limitPages(record, pages);
    const long = { agent: "eve", activity: "comment" as const, body: { ...named("a"), text: "x".repeat(3_900) } };
    const done = [draft("a"), ...Array.from({ length: 12 }, () => long)].map((act) => codes(record.act(act, "desk")));
    expect(done.flat()).toContain("record-not-written");
    const acknowledged = done.filter((refused) => refused.length === 0).length;
    expect(record.entries().length).toBe(2 + acknowledged);
    expect(record.verify([])).toEqual([]);
    record.close();
  });
});

/** Reaches into the store on purpose: no caller can set this. */
function limitPages(record: RecordPort, pages: number): void {
  const made = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function (sql: string) {
    DatabaseSync.prototype.exec = made;
    made.call(this, `PRAGMA max_page_count = ${pages}`);
    return made.call(this, sql);
  };
  record.act({ agent: "eve", activity: "submit", body: named("z") }, "desk");
}

describe("nothing in the file can be changed or removed", () => {
  test.each([
    "UPDATE entry SET body = '{}'",
    "DELETE FROM entry",
    "INSERT OR REPLACE INTO entry SELECT sequence, recorded, agent, activity, door, '{}', previous, hash FROM entry WHERE sequence = 1",
    "REPLACE INTO entry SELECT 2, recorded, agent, activity, door, body, previous, 'x' FROM entry WHERE sequence = 1",
    "INSERT INTO entry SELECT 9, recorded, agent, activity, door, body, 'x', 'y' FROM entry WHERE sequence = 1",
    "INSERT INTO entry SELECT 3, '2025-01-01', agent, activity, door, body, (SELECT hash FROM entry WHERE sequence = 2), 'y' FROM entry WHERE sequence = 1",
    "UPDATE OR REPLACE content SET text = ''",
    "INSERT OR REPLACE INTO content SELECT hash, '' FROM content",
    "DELETE FROM kept_text",
  ])("%s", (sql) => {
    const file = newFile();
    const record = founded(file);
    const files = [{ name: "article.md", text: "one" }];
    record.keepText({ topic: TOPIC, hash: contentHash(files), files });
    const raw = new DatabaseSync(file);
    raw.exec("PRAGMA recursive_triggers = ON");
    expect(() => raw.exec(sql)).toThrow(/never changed|never removed|continues the last|kept once/);
    raw.close();
    expect(record.verify([])).toEqual([]);
    record.close();
  });

  test("by a hand that drops the triggers without being found out, and such a record is refused", () => {
    const file = newFile();
    const record = founded(file);
    const anchor = anchorOf(record.entries()[1] as ReturnType<RecordPort["entries"]>[number]);
    record.close();
    const raw = new DatabaseSync(file);
    raw.exec("DROP TRIGGER entry_no_update");
    raw.exec(`UPDATE entry SET body = replace(body, 'author', 'editor') WHERE sequence = 2`);
    raw.close();
    expect(codes(openRecord(file, clock))).toEqual(["record-unsound"]);
    const looked = opened(file, { unsound: true });
    expect(looked.verify([])).toMatchObject([{ kind: "changed", sequence: 2 }]);
    looked.close();
    const cut = new DatabaseSync(file);
    cut.exec("DROP TRIGGER entry_no_delete; DELETE FROM entry WHERE sequence = 2");
    cut.close();
    const short = opened(file);
    expect(short.verify([])).toEqual([]);
    expect(short.verify([anchor])).toMatchObject([{ kind: "cut", sequence: 2 }]);
    short.close();
  });
});

describe("texts", () => {
  const files = [
    { name: "../../sources.yaml", text: "shared" },
    { name: "article.md", text: "one" },
  ];

  test("are kept whole under their hash, once", () => {
    const record = opened();
    const text = { topic: TOPIC, hash: contentHash(files), files };
    record.keepText(text);
    record.keepText(text);
    expect(record.findText(text.hash)).toEqual(text);
    expect(record.keptHashes()).toEqual([text.hash]);
    expect(record.findText("sha256-0")).toBeUndefined();
    record.close();
  });

  test("under another's hash are refused", () => {
    const record = opened();
    expect(() => record.keepText({ topic: TOPIC, hash: contentHash([]), files })).toThrow(/hash/);
    record.close();
  });
});

describe("a backup", () => {
  test("is made while the record is in use, and restored where there is none", async () => {
    const file = newFile();
    const record = founded(file);
    const copy = newFile();
    expect(await record.backup(copy)).toEqual({ ok: true, value: 2 });
    record.act(draft("a"), "desk");
    const anchor = anchorOf(record.entries()[1] as ReturnType<RecordPort["entries"]>[number]);
    record.close();
    expect(codes(restoreRecord(copy, file, [], clock))).toEqual(["record-in-the-way"]);
    const place = newFile();
    expect(restoreRecord(copy, place, [anchor], clock)).toEqual({ ok: true, value: 2 });
    const restored = opened(place);
    expect([...restored.read().people.keys()]).toEqual(["ann", "eve"]);
    expect(restored.act(draft("b"), "desk")).toMatchObject({ ok: true, value: { sequence: 3 } });
    restored.close();
  });

  test("that was tampered with, or is older than an anchor, is not restored and leaves nothing behind", async () => {
    const file = newFile();
    const record = founded(file);
    const copy = newFile();
    await record.backup(copy);
    record.act(draft("a"), "desk");
    const later = anchorOf(record.entries()[2] as ReturnType<RecordPort["entries"]>[number]);
    record.close();
    const place = newFile();
    expect(codes(restoreRecord(copy, place, [later], clock))).toEqual(["record-unsound"]);
    writeFileSync(copy, "no database at all, but long enough to be one".repeat(40));
    expect(codes(restoreRecord(copy, place, [], clock))).toEqual(["record-unreadable"]);
    expect(codes(restoreRecord(`${copy}.none`, place, [], clock))).toEqual(["record-unreadable"]);
    expect(codes(openRecord(place, clock))).toEqual([]);
  });
});

describe("a file", () => {
  test.each(MIGRATIONS.map((_, version) => version))(
    "of form %i is taken forward with all that it holds",
    (version) => {
      const file = newFile();
      const raw = new DatabaseSync(file);
      migrate(raw, version);
      raw.close();
      const record = founded(file);
      expect(record.entries().length).toBe(2);
      expect(record.verify([])).toEqual([]);
      record.close();
    },
  );

  test("that a later version wrote is refused, as is one that is none", () => {
    const file = newFile();
    const raw = new DatabaseSync(file);
    raw.exec("PRAGMA user_version = 99");
    raw.close();
    expect(codes(openRecord(file, clock))).toEqual(["record-newer"]);
    const folder = newFile();
    mkdirSync(folder);
    expect(codes(openRecord(folder, clock))).toEqual(["record-unreadable"]);
  });
});
