import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BreachedPasswords } from "../../accounts/breached-passwords.ts";
import { checkNewPassword } from "../../accounts/steps/check-new-password.ts";
import { openBreachedFile } from "./breached-file.ts";

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wellspring-breached-"));
  file = join(folder, "breached.txt");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha1 = (text: string) => createHash("sha1").update(text).digest("hex").toUpperCase();

async function listOf(content: string): Promise<BreachedPasswords> {
  writeFileSync(file, content);
  const list = await openBreachedFile(file);
  if (!list.ok) throw new Error(list.diagnostics.map(({ message }) => message).join("; "));
  return list.value;
}

const hash = fc.string({ minLength: 40, maxLength: 40, unit: fc.constantFrom(..."0123456789ABCDEF") });

test("a hash is found exactly when it stands in the list, however long, counted or ended its lines are", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(hash, { minLength: 1, maxLength: 24 }),
      fc.array(hash, { maxLength: 5 }),
      fc.constantFrom("\n", "\r\n"),
      fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }), { minLength: 1, maxLength: 7 }),
      fc.boolean(),
      async (hashes, others, ending, counts, isEnded) => {
        const lines = hashes.toSorted().map((one, at) => (at % 5 === 4 ? one : `${one}:${counts[at % counts.length]}`));
        const list = await listOf(lines.join(ending) + (isEnded ? ending : ""));
        for (const one of [...hashes, ...others])
          expect(await list.has(one)).toEqual({ ok: true, value: hashes.includes(one) });
      },
    ),
    { numRuns: 15 },
  );
});

describe("a file that is no such list is refused when it is opened", () => {
  const sorted = Array.from({ length: 2_000 }, (_, at) => sha1(String(at))).toSorted();
  const counted = (hashes: readonly string[]) => hashes.map((one) => `${one}:1`).join("\r\n");

  test.each([
    ["empty", "", "the file is empty"],
    ["a line of a megabyte", "A".repeat(1_000_000), "no line with a SHA-1"],
    ["passwords as they are", "password\n123456\nqwerty\n", "no line with a SHA-1"],
    ["NTLM hashes", `${sorted.map((one) => one.slice(8)).join("\n")}\n`, "no line with a SHA-1"],
    ["ordered by how often they were seen", counted(sorted.toReversed()), "does not follow the one before it"],
    ["without an order", counted([...sorted.slice(1_000), ...sorted.slice(0, 1_000)]), "does not follow"],
    ["packed", "PK\u0003\u0004".repeat(300), "no line with a SHA-1"],
    ["nothing but line ends", "\n".repeat(500), "no line with a SHA-1"],
    ["cut off within its last line", counted(sorted).slice(0, -20), "no line with a SHA-1"],
  ])("%s", async (_name, content, reason) => {
    writeFileSync(file, content, "latin1");
    const opened = await openBreachedFile(file);
    const [fault] = opened.ok ? [] : opened.diagnostics;
    expect([fault?.code, fault?.message]).toEqual(["breached-passwords-malformed", expect.stringContaining(reason)]);
  });

  test.each([
    ["not there", "none.txt", "ENOENT"],
    ["a folder", ".", "it is no file"],
  ])("%s, without a word of where it lies", async (_name, path, reason) => {
    const opened = await openBreachedFile(join(folder, path));
    const [fault] = opened.ok ? [] : opened.diagnostics;
    expect(fault).toMatchObject({ code: "breached-passwords-unreadable", message: expect.stringContaining(reason) });
    expect(JSON.stringify(fault)).not.toContain(folder);
  });

  test("and else when a password leads to the broken line: then nothing is said to be unbreached", async () => {
    const list = await listOf(counted(sorted));
    truncateSync(file, 47);
    for (const { has } of [{ has: list.has(sorted[1_000] ?? "") }, { has: list.has(sorted[1_999] ?? "") }])
      expect(await has).toMatchObject({ ok: false, diagnostics: [{ code: "breached-passwords-malformed" }] });
  });
});

describe("a new password", () => {
  const codes = async (password: string, breached?: BreachedPasswords) =>
    (await checkNewPassword(password, ["cleo"], breached === undefined ? {} : { breached })).map(({ code }) => code);

  test("that stands in the list is refused, also as the keyboard writes its letters in another way", async () => {
    const list = await listOf(
      [sha1("marble otter quilt ninety"), sha1("vier Bl\u00e4tter im Wind")].toSorted().join("\n"),
    );
    expect(await codes("marble otter quilt ninety", list)).toEqual(["account-password-breached"]);
    expect(await codes("vier Bla\u0308tter im Wind", list)).toEqual(["account-password-breached"]);
    expect(await codes("marble otter quilt eighty", list)).toEqual([]);
    expect(await codes("marble otter quilt ninety")).toEqual([]);
  });

  test("is not taken while the list cannot be read", async () => {
    const list = await listOf(`${sha1("x")}\n`);
    truncateSync(file, 3);
    expect(await codes("marble otter quilt ninety", list)).toEqual(["breached-passwords-malformed"]);
  });
});
