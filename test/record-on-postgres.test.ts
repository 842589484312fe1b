import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentHash } from "../src/kernel/content-hash.ts";
import type { RecordPort } from "../src/review/record-port.ts";
import { TOPIC } from "../src/review/testing/board.ts";
import { accountContract } from "../src/store/accounts/account-store.contract.ts";
import { evidenceContract } from "../src/store/evidence/on-postgres/evidence-copy.contract.ts";
import { gapContract } from "../src/store/gap-counters.contract.ts";
import { copyRecord } from "../src/store/record/copy-record.ts";
import { earlierForm, earlierFormsContract, rowsOf } from "../src/store/record/earlier-forms.contract.ts";
import { nameOfPlace } from "../src/store/record/open-postgres.ts";
import { POSTGRES_FORMS } from "../src/store/record/postgres-forms.ts";
import { clock, codes, draft, founded, opened, recordContract } from "../src/store/record/record-store.contract.ts";
import { openRecord } from "../src/store/record/record-store.ts";
import { restoreRecord } from "../src/store/record/restore-record.ts";
import { callCommand } from "./support/call-command.ts";
import { PostgresServer } from "./support/postgres-server.ts";
import { servedEditionsContract } from "./support/served-editions.contract.ts";

let server: PostgresServer;
let folder: string;
let made = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wellspring-record-"));
  server = await PostgresServer.start();
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const newSchema = () => `board_${++made}`;
const newFile = () => join(folder, `record-${++made}.sqlite`);
const newPlace = () => server.address(newSchema());

recordContract("PostgreSQL", newPlace);
accountContract("PostgreSQL", newPlace);
gapContract("PostgreSQL", newPlace);
servedEditionsContract("PostgreSQL", newPlace);
evidenceContract(() => server);

/** The first form on the server has what the second of a file has, and so on. */
const FIRST_OF_FILE = 2;
const EARLIER = POSTGRES_FORMS.slice(1).map((_, at) => at + FIRST_OF_FILE);

earlierFormsContract("PostgreSQL", EARLIER, async (form) => {
  const schema = newSchema();
  const rows = rowsOf(earlierForm(form));
  expect(rows.split("INSERT INTO").length).toBe(earlierForm(form).split("INSERT INTO").length);
  const forms = POSTGRES_FORMS.slice(0, form - FIRST_OF_FILE + 1);
  await server.query(
    [
      `CREATE SCHEMA ${schema}; SET search_path TO ${schema}; CREATE TABLE record_form (version INTEGER PRIMARY KEY)`,
      ...forms.map((sql, at) => `${sql}; INSERT INTO record_form (version) VALUES (${at + 1})`),
      rows,
    ].join(";"),
  );
  return server.address(schema);
});

const files = [{ name: "article.md", text: "one" }];
const text = { topic: TOPIC, hash: contentHash(files), files };

describe("nothing on the server can be changed or removed", () => {
  test.each([
    "UPDATE entry SET body = '{}'",
    "DELETE FROM entry",
    "TRUNCATE entry",
    "TRUNCATE content, kept_text",
    "SET session_replication_role = replica; DELETE FROM entry",
    "INSERT INTO content SELECT hash, '' FROM content ON CONFLICT (hash) DO UPDATE SET text = EXCLUDED.text",
    "MERGE INTO entry USING (VALUES (1)) AS one(n) ON sequence = n WHEN MATCHED THEN UPDATE SET body = '{}'",
    "WITH gone AS (DELETE FROM kept_text RETURNING hash) SELECT * FROM gone",
    "INSERT INTO entry SELECT 9, recorded, agent, activity, door, body, 'x', 'y' FROM entry WHERE sequence = 1",
    "INSERT INTO entry SELECT 3, '2025-01-01', agent, activity, door, body, (SELECT hash FROM entry WHERE sequence = 2), 'y' FROM entry WHERE sequence = 1",
  ])("%s", async (statement) => {
    const schema = newSchema();
    const record = await founded(await server.address(schema));
    await record.keepText(text);
    await expect(server.query(statement, schema)).rejects.toThrow(/never changed|continues the last/);
    expect((await record.entries()).length).toBe(2);
    expect(await record.verify([])).toEqual([]);
    await record.close();
  });

  test("by a hand that drops the triggers without being found out, and such a record is refused", async () => {
    const schema = newSchema();
    const place = await server.address(schema);
    await (await founded(place)).close();
    await server.query(
      "DROP TRIGGER entry_keeps_rows ON entry; UPDATE entry SET body = replace(body, 'author', 'editor') WHERE sequence = 2",
      schema,
    );
    expect(await codes(openRecord(place, clock))).toEqual(["record-unsound"]);
    const looked = await opened(place, { unsound: true });
    expect(await looked.verify([])).toMatchObject([{ kind: "changed", sequence: 2 }]);
    await looked.close();
  });

  test("not even by the service itself, where its user may only add", async () => {
    const schema = newSchema();
    const place = await server.address(schema);
    await (await founded(place)).close();
    await server.query(
      `CREATE ROLE least_${schema} LOGIN; GRANT USAGE ON SCHEMA ${schema} TO least_${schema};
       GRANT SELECT, INSERT ON entry, content, kept_text, account_event TO least_${schema};
       GRANT SELECT, INSERT, UPDATE ON question TO least_${schema}; GRANT SELECT ON record_form TO least_${schema}`,
      schema,
    );
    const service = await opened(place.replace("postgres@", `least_${schema}@`));
    expect(await codes(service.act(draft("a"), "desk"))).toEqual([]);
    await service.keepText(text);
    expect((await service.putQuestion("what?")).ok).toBe(true);
    await service.close();
  });
});

describe("a server", () => {
  test("that acknowledges what a power cut would take away is refused", async () => {
    const place = await newPlace();
    expect(await codes(openRecord(`${place}%20-csynchronous_commit%3Doff`, clock))).toEqual(["record-not-durable"]);
  });

  test("on which another program writes is waited for, and then said to be busy", async () => {
    const schema = newSchema();
    const place = await server.address(schema);
    const record = await founded(place);
    const other = new Client({ host: "127.0.0.1", port: server.port, user: "postgres", database: "postgres" });
    await other.connect();
    await other.query(`SET search_path = ${schema}; BEGIN`);
    await other.query("SELECT pg_advisory_xact_lock(hashtextextended('wellspring record ' || current_schema(), 0))");
    expect(await codes(record.act(draft("a"), "desk"))).toEqual(["record-busy"]);
    await other.query("COMMIT");
    await other.end();
    expect(await codes(record.act(draft("a"), "desk"))).toEqual([]);
    await record.close();
  });

  test("that a later version wrote to, that is not there, or whose address is none, is refused without its password", async () => {
    const schema = newSchema();
    const place = await server.address(schema);
    await (await founded(place)).close();
    await server.query("INSERT INTO record_form VALUES (99)", schema);
    expect(await codes(openRecord(place, clock))).toEqual(["record-newer"]);
    const nowhere = "postgres://service:secret@127.0.0.1:1/board";
    const refused = await openRecord(nowhere, clock);
    expect(JSON.stringify(refused)).toContain("postgres://127.0.0.1:1/board");
    expect(JSON.stringify(refused)).not.toContain("secret");
    expect(await codes(openRecord("postgres://service:secret@:what", clock))).toEqual(["record-unreadable"]);
    expect(nameOfPlace("postgres://service:secret@:what")).not.toContain("secret");
  });

  test("makes its own backups, and says so", async () => {
    const record = await founded(await newPlace());
    expect(await codes(record.backup(newFile()))).toEqual(["record-on-server"]);
    await record.close();
  });
});

describe("a backup that is made while the board works", () => {
  let schema: string;
  let place: string;
  let record: RecordPort;
  let acknowledged: number;
  let writing: Promise<void>;
  let isOver: boolean;

  beforeAll(async () => {
    schema = newSchema();
    place = await server.address(schema);
    record = await founded(place);
    await record.act(draft("a"), "desk");
    await record.keepText(text);
    acknowledged = 3;
    isOver = false;
    const body = { topic: "all", words: "nothing", conflict: false };
    writing = (async () => {
      while (!isOver) {
        const done = await record.act({ agent: "eve", activity: "declare-interest", body }, "desk");
        if (!done.ok) throw new Error(done.diagnostics.map(({ message }) => message).join("; "));
        acknowledged = done.value.sequence;
      }
    })();
  });

  afterAll(() => record.close());

  /** Sound, with all that was acknowledged before it was begun, and nothing that the record does not have. */
  async function expectWhole(restored: RecordPort, before: number): Promise<void> {
    expect(await restored.verify([])).toEqual([]);
    const entries = await restored.entries();
    expect(entries.length).toBeGreaterThanOrEqual(before);
    expect(entries).toEqual((await record.entries()).slice(0, entries.length));
    expect((await restored.findText(text.hash))?.hash).toBe(text.hash);
  }

  test("by `record copy` holds everything that was acknowledged, and is restored to a file and to a server", async () => {
    const before = acknowledged;
    const copy = newFile();
    const copied = await copyRecord(place, copy);
    if (!copied.ok) throw new Error(JSON.stringify(copied.diagnostics));
    const [file, elsewhere] = [newFile(), await newPlace()];
    for (const to of [file, elsewhere]) {
      const restored = await restoreRecord(copy, to, [], clock);
      expect(restored).toEqual({ ok: true, value: copied.value[0]?.rows });
      const there = await opened(to);
      await expectWhole(there, before);
      await there.close();
    }
    // What came back by two ways is the same, table by table, as what was copied.
    expect(await copyRecord(elsewhere, newFile())).toEqual(copied);
    expect(await copyRecord(file, newFile())).toEqual(copied);
    expect(await codes(restoreRecord(copy, elsewhere, [], clock))).toEqual(["record-in-the-way"]);
  });

  test("by the server itself (a base backup) is a server with a sound record, to which can be written", async () => {
    const before = acknowledged;
    const copy = await server.backup();
    isOver = true;
    await writing;
    expect(acknowledged).toBeGreaterThan(before);
    try {
      await copy.run();
      const there = await opened(await copy.address(schema));
      await expectWhole(there, before);
      expect(await codes(there.act(draft("b"), "desk"))).toEqual([]);
      await there.close();
    } finally {
      await copy.pause();
    }
  });

  test("brings no session or invitation back, and nothing that was tampered with", async () => {
    const file = newFile();
    await (await founded(file)).close();
    const raw = new DatabaseSync(file);
    raw.exec(
      `INSERT INTO session VALUES ('s', 'ann', 'one-time-code', '2026', NULL, '2026', 'B');
       INSERT INTO invitation VALUES ('i', NULL, '2026')`,
    );
    const restoredSchema = newSchema();
    expect((await restoreRecord(file, await server.address(restoredSchema), [], clock)).ok).toBe(true);
    for (const table of ["session", "invitation"])
      expect(await server.query(`SELECT * FROM ${table}`, restoredSchema)).toEqual([]);
    raw.exec("DROP TRIGGER entry_no_update; UPDATE entry SET agent = 'eve' WHERE sequence = 2");
    raw.close();
    const empty = newSchema();
    expect(await codes(restoreRecord(file, await server.address(empty), [], clock))).toEqual(["record-unsound"]);
    expect(await server.query(`SELECT 1 FROM information_schema.tables WHERE table_schema = '${empty}'`)).toEqual([]);
  });
});

describe("a copy", () => {
  test("goes to the server and back with every table the same, and only where nothing is yet", async () => {
    const file = newFile();
    const record = await founded(file);
    await record.act(draft("a"), "desk");
    await record.keepText(text);
    await record.putQuestion("How is a \u{1F9B5} followed up?\n");
    await record.putQuestion("It is old.", { topic: TOPIC, hash: text.hash, part: "bottom-line", kind: "outdated" });
    await record.close();
    const raw = new DatabaseSync(file);
    raw.exec(
      `INSERT INTO account VALUES ('ann', '$argon2id$', 'MZXW6', 59000000, '[]', NULL);
       INSERT INTO session VALUES ('s', 'ann', 'one-time-code', '2026', NULL, '2026', 'B');
       INSERT INTO gap VALUES ('knee', 'no-topic', '2026-03-01', 7);
       INSERT INTO invitation VALUES ('i', NULL, '2026');
       INSERT INTO sign_in_attempt VALUES ('n', '2026-02'), ('n', '2026-01');
       INSERT INTO account_event VALUES (1, '2026', 'invited', NULL, 'command-line', '', NULL)`,
    );
    raw.close();
    const place = await newPlace();
    const back = newFile();
    const there = await copyRecord(file, place);
    if (!there.ok) throw new Error(JSON.stringify(there.diagnostics));
    expect(there.value.map(({ table, rows }) => `${table} ${rows}`)).toEqual([
      "entry 3",
      "content 1",
      "kept_text 1",
      "question 2",
      "account 1",
      "session 1",
      "invitation 1",
      "sign_in_attempt 2",
      "gap 1",
      "account_event 1",
    ]);
    expect(await copyRecord(place, back)).toEqual(there);
    expect(await codes(copyRecord(file, place))).toEqual(["record-in-the-way"]);
    const copied = await opened(place);
    expect(await codes(copied.act(draft("b"), "desk"))).toEqual([]);
    expect(await copied.verify([])).toEqual([]);
    await copied.close();
  });

  test("holds every table that a record has", async () => {
    const schema = newSchema();
    await (await founded(await server.address(schema))).close();
    const tables = await server.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = '${schema}' ORDER BY table_name`,
    );
    const file = newFile();
    await (await founded(file)).close();
    const raw = new DatabaseSync(file);
    const inFile = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
    raw.close();
    const copied = await copyRecord(file, await newPlace());
    const names = copied.ok ? copied.value.map(({ table }) => table).toSorted() : [];
    expect(tables.map(({ table_name }) => table_name).filter((name) => name !== "record_form")).toEqual(names);
    expect(inFile.map(({ name }) => name)).toEqual(names);
  });

  test("is made by a command that says what is the same, and is refused from a record that is unsound or not there", async () => {
    const file = newFile();
    await (await founded(file)).close();
    const called = (from: string, to: string) =>
      callCommand(["record", "copy", from, to], {}, undefined, { file, clock });
    const done = await called(file, newFile());
    expect(done).toMatchObject({ status: 0, err: "" });
    expect(done.out).toMatch(/^entry: 2 rows, sha256-[0-9a-f]{64} at both places\n/);
    expect((await called(newFile(), newFile())).err).toContain("record-unreadable");
    expect((await callCommand(["record", "copy", file], {}, undefined, { file, clock })).status).toBe(2);
    const raw = new DatabaseSync(file);
    raw.exec("DROP TRIGGER entry_no_update; UPDATE entry SET agent = 'eve' WHERE sequence = 2");
    raw.close();
    expect((await called(file, newFile())).err).toContain("record-unsound");
  });
});
