import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { contentHash } from "../../kernel/content-hash.ts";
import { anchorOf } from "../../review/log/anchor.ts";
import type { LogEntry } from "../../review/log/log-entry.ts";
import type { RecordPort } from "../../review/record-port.ts";
import { named, TOPIC } from "../../review/testing/board.ts";
import { earlierForm, earlierFormsContract } from "./earlier-forms.contract.ts";
import { MIGRATIONS } from "./migrations.ts";
import { clock, codes, draft, founded, opened, recordContract } from "./record-store.contract.ts";
import { openRecord } from "./record-store.ts";
import { restoreRecord } from "./restore-record.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "wellspring-record-"));
  folders.push(folder);
  return join(folder, "record.sqlite");
}

recordContract("SQLite", async () => newFile());

// Every form but the newest, which all other tests begin with: a new one asks for a record of the one before.
const EARLIER = MIGRATIONS.slice(1).map((_, at) => at + 1);

earlierFormsContract("SQLite", EARLIER, async (form) => {
  const file = newFile();
  const raw = new DatabaseSync(file);
  raw.exec(earlierForm(form));
  raw.close();
  return file;
});

describe("the record in a file", () => {
  test("is on disk with every commit", async () => {
    const file = newFile();
    const record = await founded(file);
    const raw = new DatabaseSync(file);
    expect(raw.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    raw.close();
    await record.close();
  });

  test("takes one step at a time when many are asked at once, and shows none before it is committed", async () => {
    const record = await founded();
    const submit = { agent: "eve", activity: "submit" as const, body: named("a") };
    const steps = [draft("a"), submit, submit, draft("b"), submit].map((step) => codes(record.act(step, "desk")));
    const seen = await Promise.all(steps.map(async () => (await record.read()).last?.sequence));
    expect(await Promise.all(steps)).toEqual([[], [], ["review-wrong-state"], [], ["review-text-outdated"]]);
    expect(seen).toEqual([5, 5, 5, 5, 5]);
    expect(await record.verify([])).toEqual([]);
    await record.close();
  });

  test("is read anew when other tables were put in its place, and is never told from what stands there no longer", async () => {
    const file = newFile();
    const record = await founded(file);
    await record.act(draft("a"), "desk");
    expect((await record.read()).topics.size).toBe(1);
    const raw = new DatabaseSync(file);
    raw.exec("DROP TRIGGER entry_no_delete; DELETE FROM entry WHERE sequence = 3");
    raw.close();
    expect((await record.read()).topics.size).toBe(0);
    expect(await record.act(draft("b"), "desk")).toMatchObject({ ok: true, value: { sequence: 3 } });
    await record.close();
  });

  test("says that it is busy when another process does not let go of the lock", async () => {
    const file = newFile();
    const record = await founded(file);
    const raw = new DatabaseSync(file);
    raw.exec("BEGIN IMMEDIATE");
    expect(await codes(record.act(draft("a"), "desk"))).toEqual(["record-busy"]);
    raw.exec("ROLLBACK");
    raw.close();
    expect(await codes(record.act(draft("a"), "desk"))).toEqual([]);
    await record.close();
  });

  test("says that nothing was recorded when the disk is full", async () => {
    const file = newFile();
    await (await founded(file)).close();
    const raw = new DatabaseSync(file);
    const pages = Number(raw.prepare("PRAGMA page_count").get()?.page_count);
    raw.close();
    const record = await opened(file);
    // A limit on pages stands in for a full disk: SQLite answers both with the same code.
    await limitPages(record, pages);
    const long = { agent: "eve", activity: "comment" as const, body: { ...named("a"), text: "x".repeat(3_900) } };
    const done: (readonly string[])[] = [];
    for (const act of [draft("a"), ...Array.from({ length: 12 }, () => long)])
      done.push(await codes(record.act(act, "desk")));
    expect(done.flat()).toContain("record-not-written");
    const acknowledged = done.filter((refused) => refused.length === 0).length;
    expect((await record.entries()).length).toBe(2 + acknowledged);
    expect(await record.verify([])).toEqual([]);
    await record.close();
  });
});

/** Reaches into the store on purpose: no caller can set this. */
async function limitPages(record: RecordPort, pages: number): Promise<void> {
  const made = DatabaseSync.prototype.prepare;
  DatabaseSync.prototype.prepare = function (sql: string) {
    DatabaseSync.prototype.prepare = made;
    this.exec(`PRAGMA max_page_count = ${pages}`);
    return made.call(this, sql);
  };
  await record.act({ agent: "eve", activity: "submit", body: named("z") }, "desk");
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
  ])("%s", async (sql) => {
    const file = newFile();
    const record = await founded(file);
    const files = [{ name: "article.md", text: "one" }];
    await record.keepText({ topic: TOPIC, hash: contentHash(files), files });
    const raw = new DatabaseSync(file);
    raw.exec("PRAGMA recursive_triggers = ON");
    expect(() => raw.exec(sql)).toThrow(/never changed|never removed|continues the last|kept once/);
    raw.close();
    expect(await record.verify([])).toEqual([]);
    await record.close();
  });

  test("by a hand that drops the triggers without being found out, and such a record is refused", async () => {
    const file = newFile();
    const record = await founded(file);
    const anchor = anchorOf((await record.entries())[1] as LogEntry);
    await record.close();
    const raw = new DatabaseSync(file);
    raw.exec("DROP TRIGGER entry_no_update");
    raw.exec(`UPDATE entry SET body = replace(body, 'author', 'editor') WHERE sequence = 2`);
    raw.close();
    expect(await codes(openRecord(file, clock))).toEqual(["record-unsound"]);
    const looked = await opened(file, { unsound: true });
    expect(await looked.verify([])).toMatchObject([{ kind: "changed", sequence: 2 }]);
    await looked.close();
    const cut = new DatabaseSync(file);
    cut.exec("DROP TRIGGER entry_no_delete; DELETE FROM entry WHERE sequence = 2");
    cut.close();
    const short = await opened(file);
    expect(await short.verify([])).toEqual([]);
    expect(await short.verify([anchor])).toMatchObject([{ kind: "cut", sequence: 2 }]);
    await short.close();
  });
});

describe("a backup", () => {
  test("is made while the record is in use, and restored where there is none", async () => {
    const file = newFile();
    const record = await founded(file);
    const copy = newFile();
    expect(await record.backup(copy)).toEqual({ ok: true, value: 2 });
    await record.act(draft("a"), "desk");
    const anchor = anchorOf((await record.entries())[1] as LogEntry);
    await record.close();
    expect(await codes(restoreRecord(copy, file, [], clock))).toEqual(["record-in-the-way"]);
    const place = newFile();
    expect(await restoreRecord(copy, place, [anchor], clock)).toEqual({ ok: true, value: 2 });
    const restored = await opened(place);
    expect([...(await restored.read()).people.keys()]).toEqual(["ann", "eve"]);
    expect(await restored.act(draft("b"), "desk")).toMatchObject({ ok: true, value: { sequence: 3 } });
    await restored.close();
  });

  test("that was tampered with, or is older than an anchor, is not restored and leaves nothing behind", async () => {
    const file = newFile();
    const record = await founded(file);
    const copy = newFile();
    await record.backup(copy);
    await record.act(draft("a"), "desk");
    const later = anchorOf((await record.entries())[2] as LogEntry);
    await record.close();
    const place = newFile();
    expect(await codes(restoreRecord(copy, place, [later], clock))).toEqual(["record-unsound"]);
    writeFileSync(copy, "no database at all, but long enough to be one".repeat(40));
    expect(await codes(restoreRecord(copy, place, [], clock))).toEqual(["record-unreadable"]);
    expect(await codes(restoreRecord(`${copy}.none`, place, [], clock))).toEqual(["record-unreadable"]);
    expect(await codes(openRecord(place, clock))).toEqual([]);
  });
});

describe("a file", () => {
  test("that a later version wrote is refused, as is one that is none", async () => {
    const file = newFile();
    const raw = new DatabaseSync(file);
    raw.exec("PRAGMA user_version = 99");
    raw.close();
    expect(await codes(openRecord(file, clock))).toEqual(["record-newer"]);
    const folder = newFile();
    mkdirSync(folder);
    expect(await codes(openRecord(folder, clock))).toEqual(["record-unreadable"]);
  });
});
