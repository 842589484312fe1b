import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createKeySeal } from "../src/accounts/secrets/key-seal.ts";
import { sealKeys } from "../src/accounts/steps/seal-keys.ts";
import { signIn } from "../src/accounts/steps/sign-in.ts";
import { keyFileOf, makeAccountKey, readAccountKeys } from "../src/store/accounts/account-keys.ts";
import { migrate } from "../src/store/record/migrations.ts";
import { AccountBench, type Enrolled, PASSWORD, SEALING_KEY } from "./support/account-bench.ts";

const OTHER_KEY = "another account key of the tests, no secret";

let folder: string;
let place: string;
let bench: AccountBench;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "wellspring-keys-"));
  place = join(folder, "record.sqlite");
  bench = await (await AccountBench.open(undefined, place)).withPeople();
});

afterEach(async () => {
  await bench.record.close();
  rmSync(folder, { recursive: true, force: true });
});

const sealing = (...secrets: readonly string[]) => ({ ...bench.effects, seal: createKeySeal(secrets, randomBytes) });

async function codesOf(person: Enrolled, typed?: string, effects = bench.effects): Promise<readonly string[]> {
  bench.wait(1);
  const code = typed ?? bench.code(person);
  const begun = await signIn({ name: person.person, password: PASSWORD, code, browser: "Test" }, effects);
  return begun.ok ? [] : begun.diagnostics.map(({ code: why }) => why);
}

/** Whatever lies in the folder of the record: the file, what SQLite keeps beside it. */
const everyByte = () =>
  ["", "-wal", "-shm"].map((end) => (existsSync(place + end) ? readFileSync(place + end, "latin1") : "")).join("");

describe("a key of an authenticator", () => {
  test("stands sealed in the record, and in no byte of its files as it is", async () => {
    const cleo = await bench.enrol("cleo");
    expect((await bench.store.findAccount("cleo"))?.proof?.sealedTotpKey).toMatch(/^v1\./);
    expect(everyByte()).not.toContain(cleo.totpKey);
    expect(await codesOf(cleo)).toEqual([]);
  });

  test.each([
    ["no key", []],
    ["another key", [OTHER_KEY]],
  ])(
    "is not used with %s, which is said; nothing is changed, and a recovery code still signs in",
    async (_title, secrets) => {
      const cleo = await bench.enrol("cleo");
      const before = await bench.store.accounts();
      expect(await sealKeys(sealing(...secrets))).toEqual({ ok: true, value: ["cleo"] });
      expect(await bench.store.accounts()).toEqual(before);
      expect(await codesOf(cleo, undefined, sealing(...secrets))).toEqual(["account-key-closed"]);
      expect(await codesOf(cleo, cleo.recoveryCodes[0] ?? "", sealing(...secrets))).toEqual([]);
      expect(await codesOf(cleo)).toEqual([]);
    },
  );

  test("that was put beside another name, changed, cut, or never sealed opens for nobody", async () => {
    await bench.enrol("cleo");
    const { seal } = bench.effects;
    const sealed = (await bench.store.findAccount("cleo"))?.proof?.sealedTotpKey ?? "";
    const flipped = sealed.slice(0, -1) + (sealed.endsWith("A") ? "B" : "A");
    expect(seal.open(sealed, "cleo").ok).toBe(true);
    for (const [key, person] of [
      [sealed, "max"],
      [flipped, "cleo"],
      [sealed.slice(0, 20), "cleo"],
      ["v1.", "cleo"],
      ["JBSWY3DPEHPK3PXP", "cleo"],
    ] as const)
      expect(seal.open(key, person).ok).toBe(false);
  });

  test("is sealed anew with a new secret while the old one is named after it, and then the old one is not needed", async () => {
    const cleo = await bench.enrol("cleo");
    expect(await sealKeys(sealing(OTHER_KEY, SEALING_KEY))).toEqual({ ok: true, value: [] });
    expect(await codesOf(cleo)).toEqual(["account-key-closed"]);
    expect(await codesOf(cleo, undefined, sealing(OTHER_KEY))).toEqual([]);
  });

  test("that an earlier version kept as it is is sealed when the server starts, and its bytes are gone", async () => {
    const earlier = join(folder, "earlier.sqlite");
    const raw = new DatabaseSync(earlier);
    migrate(raw, 3);
    raw.exec(
      "INSERT INTO account VALUES ('max', '$argon2id$', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 59000000, '[]', NULL)",
    );
    raw.close();
    await bench.record.close();
    place = earlier;
    bench = await AccountBench.open(undefined, earlier);
    expect(await sealKeys(bench.effects)).toEqual({ ok: true, value: [] });
    const sealed = (await bench.store.findAccount("max"))?.proof?.sealedTotpKey ?? "";
    expect(bench.effects.seal.open(sealed, "max")).toEqual({ ok: true, value: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" });
    await bench.record.close();
    expect(everyByte()).not.toContain("JBSWY3DPEHPK3PXP");
    bench = await AccountBench.open(undefined, earlier);
  });
});

describe("the secret that seals", () => {
  test("is made once beside a new record, for its owner alone, and never where a key was sealed with another", async () => {
    await makeAccountKey("set by the operator", place, bench.engine);
    expect(existsSync(keyFileOf(place))).toBe(false);
    await makeAccountKey(undefined, place, bench.engine);
    const [secret = ""] = unwrap(readAccountKeys(undefined, place));
    expect(secret).toHaveLength(43);
    expect(statSync(keyFileOf(place)).mode & 0o777).toBe(0o600);
    await makeAccountKey(undefined, place, bench.engine);
    expect(unwrap(readAccountKeys(undefined, place))).toEqual([secret]);
    rmSync(keyFileOf(place));
    await bench.enrol("cleo");
    await makeAccountKey(undefined, place, bench.engine);
    expect(unwrap(readAccountKeys(undefined, place))).toEqual([]);
  });

  test("is what the operator set before what lies in the file, the first of several seals, and a short one is refused", () => {
    writeFileSync(keyFileOf(place), `${OTHER_KEY.replaceAll(" ", "-")}\n`);
    const set = "new-key-of-the-operator-long-enough old-key-of-the-operator-long-enough";
    expect(unwrap(readAccountKeys(set, place))).toEqual(set.split(" "));
    expect(unwrap(readAccountKeys(" ", place))).toEqual([OTHER_KEY.replaceAll(" ", "-")]);
    expect(unwrap(readAccountKeys(undefined, "postgres://db.example.org/board"))).toEqual([]);
    for (const short of ["secret", `${"x".repeat(40)} secret`])
      expect(readAccountKeys(short, place)).toMatchObject({ ok: false, diagnostics: [{ code: "account-key-short" }] });
    writeFileSync(keyFileOf(place), "");
    expect(readAccountKeys(undefined, place)).toMatchObject({
      ok: false,
      diagnostics: [{ code: "account-key-short" }],
    });
  });
});

function unwrap<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error("refused");
  return result.value;
}
