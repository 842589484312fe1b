import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ok } from "../src/kernel/result.ts";
import { restoreRecord } from "../src/store/record/restore-record.ts";
import { AccountBench } from "./support/account-bench.ts";
import { callCommand } from "./support/call-command.ts";

const folder = mkdtempSync(join(tmpdir(), "wellspring-accounts-"));
const file = join(folder, "record.sqlite");
let bench: AccountBench;
const account = (...args: readonly string[]) =>
  callCommand(["account", ...args], {}, undefined, { file, clock: () => bench.now });

beforeAll(async () => {
  bench = await AccountBench.open(undefined, file);
});
afterAll(async () => {
  await bench.record.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("wellspring account", () => {
  test("says that nobody is there yet", async () => {
    expect((await account("list")).out).toBe("the record knows nobody yet\n");
    expect((await account("journal")).out).toBe("nothing has happened yet\n");
  });

  test("invites somebody whom the record knows, and nobody else, by a link that works", async () => {
    await bench.withPeople();
    expect(await account("invite", "eve")).toMatchObject({
      status: 1,
      err: expect.stringContaining("account-person-unknown"),
    });
    const { out } = await account("invite", "cleo");
    const token = /^https:\/\/wellspring\.example\/account\/invitation\/([\w-]{43})\nGood once, until 2026-03-05/.exec(
      out,
    )?.[1];
    expect((await bench.accept(token ?? "")).ok).toBe(true);
    expect((await account("invite", "cleo")).out).toMatch(/^cleo has an account: accepting replaces/);
  });

  test("lists people, how they sign in and where they are signed in", async () => {
    const { out } = await account();
    expect(out).toContain("ann  Ann Example: administrator; no password and authenticator\n");
    expect(out).toMatch(
      /cleo {2}Cleo Example: clinical-reviewer; password and authenticator, 8 recovery codes left\n {4}since 2026-03-02T08:00:00.000Z, last used .*, by invitation: Test\n/,
    );
  });

  test("ends sessions, locks and unlocks, and keeps a journal of it", async () => {
    expect((await account("end-sessions", "cleo")).out).toBe("1 sessions of cleo have ended\n");
    expect((await account("end-all-sessions")).out).toBe("0 sessions have ended\n");
    expect((await account("lock", "cleo")).status).toBe(0);
    expect((await account()).out).toContain(
      "cleo  Cleo Example: clinical-reviewer; locked since 2026-03-02T08:00:00.000Z\n",
    );
    expect((await account("unlock", "cleo")).out).toBe("cleo can sign in again\n");
    expect((await account("journal")).out).toMatch(
      /T08:00:00.000Z {2}cleo {2}sessions-ended {2}command-line {2}1\n.*cleo {2}locked {2}command-line\n.*cleo {2}unlocked {2}command-line\n$/,
    );
  });

  test.each([
    ["an unknown verb", ["bless", "cleo"], 2, "there is no `account bless`"],
    ["an inherited verb", ["constructor", "cleo"], 2, "there is no `account constructor`"],
    ["nobody named", ["lock"], 2, "name one person"],
    ["somebody too many", ["lock", "cleo", "max"], 2, "name one person"],
    ["somebody where none is meant", ["journal", "cleo"], 2, "nobody is named here"],
    ["one where all are meant", ["end-all-sessions", "cleo"], 2, "nobody is named here"],
    ["somebody without an account", ["unlock", "max"], 1, "account-unknown"],
    ["somebody unknown", ["lock", "eve"], 1, "account-unknown"],
  ])("refuses %s in words", async (_title, args, status, said) => {
    expect(await account(...args)).toMatchObject({ status, err: expect.stringContaining(said) });
  });
});

test("ends the sessions of everybody at once", async () => {
  const max = await bench.enrol("max");
  expect((await account("end-all-sessions")).out).toBe("1 sessions have ended\n");
  expect(await bench.store.sessionsOf(max.person)).toEqual([]);
});

test("a backup brings accounts back, and neither sessions nor invitations", async () => {
  const max = await bench.enrol("max");
  await bench.invitationFor("cleo");
  const copy = join(folder, "copy.sqlite");
  await bench.record.backup(copy);
  const place = join(folder, "restored.sqlite");
  expect((await restoreRecord(copy, place, [], () => bench.now)).ok).toBe(true);
  const restored = await AccountBench.open(undefined, place);
  restored.now = bench.now;
  expect(await restored.store.sessionsOf("max")).toEqual([]);
  const sealed = (await restored.store.findAccount("max"))?.proof?.sealedTotpKey ?? "";
  expect(restored.effects.seal.open(sealed, "max")).toEqual(ok(max.totpKey));
  expect(await restored.engine.run("SELECT * FROM invitation")).toEqual([]);
  expect(await restored.store.journal()).toEqual(await bench.store.journal());
  await restored.record.close();
});
