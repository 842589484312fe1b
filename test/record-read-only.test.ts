import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../src/accounts/secrets/token.ts";
import { findSession } from "../src/accounts/steps/find-session.ts";
import { submitWords } from "../src/answer/submit-question.ts";
import { TOPIC } from "../src/review/testing/board.ts";
import { createAccountStore } from "../src/store/accounts/account-store.ts";
import { migrate } from "../src/store/record/migrations.ts";
import { clock, codes, draft, founded, opened } from "../src/store/record/record-store.contract.ts";
import { openRecord, openTables } from "../src/store/record/record-store.ts";
import { sampleApp } from "./fixtures/sample-app.ts";
import { sampleWellspring } from "./fixtures/sample-wellspring.ts";

/** Rights mean nothing to root: for the time of these tests it is somebody else. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let folder: string;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "wellspring-read-only-"));
  file = join(folder, "record.sqlite");
  const record = await founded(file);
  await record.act(draft("a"), "desk");
  await record.close();
});

afterEach(() => {
  if (isRoot) process.seteuid?.(0);
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

function lock(): void {
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  if (isRoot) process.seteuid?.(NOBODY);
}

/** As the owner of the file may, whatever this process may. */
async function asOwner<T>(work: () => Promise<T>): Promise<T> {
  if (isRoot) process.seteuid?.(0);
  chmodSync(folder, 0o755);
  chmodSync(file, 0o644);
  try {
    return await work();
  } finally {
    lock();
  }
}

describe("a record that can only be read", () => {
  test("opens, says all that it holds, and records nothing", async () => {
    lock();
    const record = await opened(file);
    expect(record.writable).toBe(false);
    expect((await record.read()).topics.get(TOPIC)?.open?.stage).toBe("draft");
    expect(await record.verify([])).toEqual([]);
    expect(await codes(record.act(draft("b"), "desk"))).toEqual(["record-read-only"]);
    expect(await codes(record.putQuestion("What?"))).toEqual(["record-read-only"]);
    expect(await codes(record.keepText({ topic: TOPIC, hash: "sha256-0", files: [] }))).toEqual(["record-read-only"]);
    expect((await record.entries()).length).toBe(3);
    await record.close();
  });

  test("shows what another process records, while that has it open and after it has closed it", async () => {
    lock();
    const record = await opened(file);
    expect((await record.read()).last?.sequence).toBe(3);
    const writer = await asOwner(async () => {
      const other = await opened(file);
      await other.act(draft("b"), "desk");
      return other;
    });
    expect((await record.read()).last?.sequence).toBe(4);
    await asOwner(async () => {
      await writer.act(draft("c"), "desk");
      await writer.close();
    });
    expect((await record.read()).last?.sequence).toBe(5);
  });

  test("can be backed up to where one may write", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "wellspring-elsewhere-"));
    chmodSync(elsewhere, 0o777);
    lock();
    const record = await opened(file);
    const copy = join(elsewhere, "copy.sqlite");
    expect(await record.backup(copy)).toEqual({ ok: true, value: 3 });
    expect((await (await opened(copy)).entries()).length).toBe(3);
    if (isRoot) process.seteuid?.(0);
    rmSync(elsewhere, { recursive: true });
  });

  test("still knows who is signed in", async () => {
    const now = () => "2026-01-01T09:05:00.000Z";
    const begun = "2026-01-01T09:00:00.000Z";
    const writable = await openTables(file, clock);
    if (!writable.ok) throw new Error("the record opens");
    const session = {
      id: digestOf("token"),
      person: "eve",
      way: "one-time-code",
      started: begun,
      seen: begun,
      browser: "",
    } as const;
    await createAccountStore(writable.value.engine).putSession(session);
    await writable.value.record.close();
    lock();
    const tables = await openTables(file, clock);
    if (!tables.ok) throw new Error("the record opens");
    const { record, engine } = tables.value;
    const found = await findSession("token", { store: createAccountStore(engine), record, now });
    expect(found).toMatchObject({ session: { seen: begun }, member: { id: "eve" } });
  });

  test("is refused when it would have to be taken forward", async () => {
    const older = join(folder, "older.sqlite");
    const raw = new DatabaseSync(older);
    migrate(raw, 1);
    raw.close();
    chmodSync(older, 0o444);
    lock();
    expect(await codes(openRecord(older, clock))).toEqual(["record-unreadable"]);
  });

  test("has pages that say so where something would be kept, and offer no form for it", async () => {
    lock();
    const record = await opened(file);
    const { identifierWords } = sampleWellspring;
    const { app } = sampleApp({
      ...sampleWellspring,
      takesQuestions: record.writable,
      submitQuestion: (words) => submitWords(words, { identifierWords, questions: record }),
    });
    const refusal = await (await app.request(`/ask?q=${encodeURIComponent("How is gout treated?")}`)).text();
    expect(refusal).toContain("cannot keep anything at present");
    expect(refusal).not.toContain('action="/questions"');
    const sent = await app.request("/questions", {
      method: "POST",
      body: "words=How+is+gout+treated%3F&agreed=yes",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect([sent.status, await sent.text()]).toEqual([422, expect.stringContaining("can only be read here")]);
    await record.close();
  });
});
