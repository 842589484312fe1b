import { describe, expect, test } from "vitest";
import type { Account, Session } from "../../accounts/model/account.ts";
import type { AccountEvent } from "../../accounts/model/account-event.ts";
import { failed, ok } from "../../kernel/result.ts";
import { recordDiagnostics } from "../record/record-diagnostics.ts";
import { openTables } from "../record/record-store.ts";
import { createAccountStore } from "./account-store.ts";

const AT = "2026-03-02T08:00:00.000Z";

const proof = {
  passwordHash: "$argon2id$…",
  sealedTotpKey: "v1.-key-id_.MZXW6",
  totpStep: 59_000_000,
  recoveryCodes: ["a", "b"],
};
const session: Session = {
  id: "s",
  person: "cleo",
  way: "one-time-code",
  started: AT,
  proved: AT,
  seen: AT,
  browser: "é",
};

/** What every engine must keep of accounts. `newPlace` gives a place where no record is yet. */
export function accountContract(name: string, newPlace: () => Promise<string>): void {
  const opened = async () => {
    const tables = await openTables(await newPlace(), () => new Date(AT));
    if (!tables.ok) throw new Error(JSON.stringify(tables.diagnostics));
    const { engine } = tables.value;
    return { engine, store: createAccountStore(engine) };
  };

  describe(`accounts on ${name}`, () => {
    test("give back what was put in, whole or in part", async () => {
      const { store, engine } = await opened();
      const accounts: readonly Account[] = [
        { person: "ann", locked: AT },
        { person: "cleo", proof },
        { person: "max", proof: { ...proof, recoveryCodes: [] }, locked: AT },
      ];
      for (const account of accounts.toReversed()) await store.putAccount(account);
      await store.putAccount({ person: "cleo", proof });
      expect(await store.accounts()).toEqual(accounts);
      const { proved: _, ...unproven } = session;
      await store.putSession(session);
      await store.putSession({ ...unproven, id: "t" });
      await store.touchSession("s", "2026-03-02T09:00:00.000Z");
      await store.touchSession("nobody", AT);
      expect(await store.sessionsOf("cleo")).toEqual([
        { ...session, seen: "2026-03-02T09:00:00.000Z" },
        { ...unproven, id: "t" },
      ]);
      expect([await store.endSession("s"), await store.endSession("s")]).toEqual([true, false]);
      await engine.close();
    });

    test("keep one invitation for each person and one for nobody, and give each out once", async () => {
      const { store, engine } = await opened();
      for (const invitation of [
        { id: "1", expires: AT },
        { id: "2", expires: AT },
        { id: "3", person: "cleo", expires: AT },
        { id: "4", person: "cleo", expires: AT },
      ])
        await store.putInvitation(invitation);
      const found = await Promise.all(["1", "2", "3", "4"].map((id) => store.findInvitation(id)));
      expect(found.map((one) => one?.id)).toEqual([undefined, "2", undefined, "4"]);
      const take = () => store.alone(async (tables) => ok(await tables.takeInvitation("4")));
      const taken = await Promise.all([take(), take(), take()]);
      expect(taken.filter((one) => one.ok && one.value)).toHaveLength(1);
      await engine.close();
    });

    test("count attempts by name, forget the old ones, and lose none when many come at once", async () => {
      const { store, engine } = await opened();
      const add = (at: string) => store.alone(async (tables) => ok(await tables.addAttempt("n", at, "2026-03-02")));
      await store.addAttempt("n", "2026-03-01T08:00:00.000Z", "2026-03-01");
      await Promise.all([add(AT), add(AT), add(AT)]);
      expect(await store.attempts("n")).toEqual([AT, AT, AT]);
      expect(await store.attempts("m")).toEqual([]);
      await store.clearAttempts("n");
      expect(await store.attempts("n")).toEqual([]);
      await engine.close();
    });

    test("write the journal in order, keep nothing of a step that fails, and let nobody change it", async () => {
      const { store, engine } = await opened();
      const event: AccountEvent = {
        recorded: AT,
        event: "signed-in",
        person: "cleo",
        by: "web",
        detail: "one-time-code",
      };
      const { person: _, ...nobody } = event;
      await store.append(event);
      await store.append({ ...nobody, event: "sign-in-refused", by: "command-line" });
      await store.alone(async (tables) => {
        await tables.append(event);
        return failed(recordDiagnostics.report("record-busy", {}));
      });
      expect(await store.journal()).toEqual([event, { ...nobody, event: "sign-in-refused", by: "command-line" }]);
      for (const statement of ["UPDATE account_event SET detail = ''", "DELETE FROM account_event"])
        await expect(engine.run(statement)).rejects.toThrow(/never/);
      await engine.close();
    });
  });
}
