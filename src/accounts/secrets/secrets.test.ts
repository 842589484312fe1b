import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase32, toBase32 } from "./base32.ts";
import { findStep, oneTimeCode } from "./one-time-code.ts";
import { hashPassword, isWeaker, matchesHash } from "./password-hash.ts";
import { PasswordHasher } from "./password-hasher.ts";
import { digestOfRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";

const RFC_KEY = new TextEncoder().encode("12345678901234567890");
const nonce = (byte: number) => new Uint8Array(16).fill(byte);

describe("one-time codes", () => {
  // RFC 4226, appendix D.
  test.each(["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"])(
    "are those of RFC 4226, %#: %s",
    (code) => {
      const counter = [755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489].indexOf(
        Number(code),
      );
      expect(oneTimeCode(RFC_KEY, counter)).toBe(code);
    },
  );

  // RFC 6238, appendix B, SHA-1: eight digits.
  test.each([
    ["1970-01-01T00:00:59Z", "94287082"],
    ["2005-03-18T01:58:29Z", "07081804"],
    ["2005-03-18T01:58:31Z", "14050471"],
    ["2009-02-13T23:31:30Z", "89005924"],
    ["2033-05-18T03:33:20Z", "69279037"],
    ["2603-10-11T11:33:20Z", "65353130"],
  ])("are those of RFC 6238 at %s", (time, code) => {
    expect(oneTimeCode(RFC_KEY, Math.floor(Date.parse(time) / 30_000), 8)).toBe(code);
    expect(findStep(toBase32(RFC_KEY), code.slice(2), -1, time)).toBe(Math.floor(Date.parse(time) / 30_000));
  });

  test("are taken in their own step and the next, never again, and none before the last one taken", () => {
    const key = toBase32(RFC_KEY);
    const at = (step: number) => new Date(step * 30_000).toISOString();
    const code = oneTimeCode(RFC_KEY, 1000);
    expect([999, 1000, 1001, 1002].map((step) => findStep(key, code, 0, at(step)))).toEqual([
      undefined,
      1000,
      1000,
      undefined,
    ]);
    expect(findStep(key, code, 1000, at(1000))).toBeUndefined();
    // The clock was set back: what was taken stays taken.
    expect(findStep(key, oneTimeCode(RFC_KEY, 900), 1000, at(900))).toBeUndefined();
  });

  test("are six digits and nothing else", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const found = findStep(toBase32(RFC_KEY), typed, 0, "2026-01-01T00:00:00Z");
        return found === undefined || /^\d{6}$/.test(typed.replace(/\s/g, ""));
      }),
    );
  });
});

describe("base 32", () => {
  // RFC 4648, section 10, without the padding.
  test.each([
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foobar", "MZXW6YTBOI"],
  ])("of %s is that of RFC 4648", (text, written) => {
    expect(toBase32(new TextEncoder().encode(text))).toBe(written);
  });

  test("comes back as it was, and what is none is none", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      }),
    );
    expect(fromBase32("MZ1")).toBeUndefined();
  });
});

describe("a password hash", () => {
  test("is Argon2id in the PHC format, other for each nonce, and matches its password alone", async () => {
    const hash = await hashPassword("marble otter quilt ninety", nonce(1));
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await hashPassword("marble otter quilt ninety", nonce(2))).not.toBe(hash);
    expect(await matchesHash("marble otter quilt ninety", hash)).toBe(true);
    expect(await matchesHash("marble otter quilt ninetY", hash)).toBe(false);
    expect(isWeaker(hash)).toBe(false);
    expect(isWeaker(hash.replace("19456", "4096"))).toBe(true);
  });

  test("matches however the keyboard writes a letter", async () => {
    expect(
      await matchesHash("Mu\u0308ller sucht ein Boot", await hashPassword("M\u00fcller sucht ein Boot", nonce(3))),
    ).toBe(true);
  });

  // The reference implementation's test of version 0x13: password "password", salt "somesalt", m = 64 KiB, t = 2, p = 1.
  test("of the reference implementation is read", async () => {
    const reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await matchesHash("password", reference)).toBe(true);
  });

  test.each([
    "",
    "x",
    "$argon2id$v=19$m=19456,t=2,p=1$$",
    "$2b$10$abc",
    "$argon2id$v=19$m=999999999,t=99,p=99$AAAAAAAAAAA$AAAA",
  ])("that is none, or asks for too much work, matches nothing: %s", async (hash) => {
    expect(await matchesHash("marble otter quilt ninety", hash)).toBe(false);
  });
});

test("passwords are hashed two at a time, however many come", async () => {
  let begun = 0;
  let ended = 0;
  // A hash begins by asking for its nonce.
  const hasher = new PasswordHasher(() => {
    begun++;
    return nonce(4);
  });
  const all = Array.from({ length: 6 }, async (_, at) => {
    await hasher.hash(`password ${at}`);
    ended++;
    expect(begun).toBe(Math.min(6, ended + 2));
  });
  expect(begun).toBe(2);
  expect(hasher.isBusy).toBe(false);
  await Promise.all(all);
  expect(ended).toBe(6);
});

test("recovery codes are 120 bits each, all different, and are read as people write them", () => {
  let drawn = 0;
  const codes = newRecoveryCodes((bytes) =>
    Uint8Array.from({ length: bytes }, () => (drawn = (drawn * 73 + 41) % 251)),
  );
  expect(codes).toHaveLength(8);
  expect(new Set(codes).size).toBe(8);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{6}-){3}[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(digestOfRecoveryCode("0O1I-L2 abc")).toBe(digestOfRecoveryCode("00111-2ABC"));
});
