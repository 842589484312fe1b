import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Session } from "../model/account.ts";
import { checkPassword } from "./check-password.ts";
import { lockedUntil } from "./lock-out.ts";
import { isFresh, isInUse } from "./session-rules.ts";

const at = (minutes: number) => new Date(Date.parse("2026-03-02T08:00:00Z") + minutes * 60_000).toISOString();

describe("a new password", () => {
  const codes = (password: string) => checkPassword(password, ["cleo", "Cleo Example"]).map(({ code }) => code);

  test.each([
    ["marble otter quilt ninety", []],
    ["aaaaaaaaaaaa", ["account-password-common"]],
    ["short", ["account-password-short"]],
    ["elevenchars", ["account-password-short"]],
    ["x".repeat(129), ["account-password-long"]],
    ["qwertyuiop12345678", ["account-password-common"]],
    ["Password12345!", ["account-password-common"]],
    ["iloveyouiloveyou", ["account-password-common"]],
    ["1qaz2wsx3edc", ["account-password-common"]],
    ["sonyericsson", ["account-password-common"]],
    ["LeaveMeAlone!", ["account-password-common"]],
    ["cleo-example-1", ["account-password-own-name"]],
    ["Wellspring2026", ["account-password-own-name"]],
    ["пароль из четырёх слов", []],
    ["🦦🪨🧵🌊🦦🪨🧵🌊🪁🧊🌵🦔", []],
    ["            .   -   ~  ", []],
  ])("%s: %s", (password, expected) => {
    expect(codes(password)).toEqual(expected);
  });

  test("of 12 to 128 random signs of any kind is taken", () => {
    const signs = fc.string({ minLength: 12, maxLength: 128, unit: "grapheme-ascii" });
    fc.assert(
      fc.property(
        signs.filter((text) => new Set(text.toLowerCase()).size > 8),
        (text) => codes(text).length === 0,
      ),
    );
  });
});

describe("after failed attempts", () => {
  const attempts = (...minutes: readonly number[]) => minutes.map(at);

  test.each([
    [[0, 0, 0, 0], 0, undefined],
    [[0, 0, 0, 0, 0], 0, 1],
    [[0, 0, 0, 0, 0], 1, undefined],
    [[0, 0, 0, 0, 0, 5], 5, 7],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 10, 60],
  ])("%j, minute %i: wait until %s", (minutes, now, until) => {
    expect(lockedUntil(attempts(...minutes), at(now))).toBe(until === undefined ? undefined : at(until));
  });

  test("nobody waits longer than an hour, whatever was tried and whenever", () => {
    const tried = fc.array(fc.integer({ min: -3_000, max: 3_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(tried, (minutes) => {
        const until = lockedUntil(attempts(...minutes), at(0));
        // Two minutes of a clock that was set back are believed.
        return until === undefined || (until > at(0) && until <= at(62));
      }),
    );
  });

  test("whoever guesses at every chance has fewer than forty in a day", () => {
    const tried: string[] = [];
    for (let minute = 0; minute < 24 * 60; minute++)
      while (lockedUntil(tried, at(minute)) === undefined) tried.push(at(minute));
    expect(tried.length).toBeLessThan(40);
  });

  test("a clock set back by a year locks nobody out for a year", () => {
    expect(lockedUntil(attempts(0, 0, 0, 0, 0, 0), at(-525_600))).toBeUndefined();
  });
});

describe("a session", () => {
  const session = (started: number, seen: number, proved = started): Session => ({
    id: "x",
    person: "cleo",
    way: "one-time-code",
    started: at(started),
    proved: at(proved),
    seen: at(seen),
    browser: "",
  });

  test.each([
    ["while it is used", session(0, 20), 40, true],
    ["after half an hour of silence", session(0, 20), 50, false],
    ["after twelve hours, however much it was used", session(0, 719), 720, false],
    ["when the clock was set back a little", session(0, 0), -1, true],
    ["when the clock was set back by an hour", session(0, 0), -60, false],
  ])("%s", (_title, given, now, expected) => {
    expect(isInUse(given, at(now))).toBe(expected);
  });

  test("is fresh for ten minutes, not before its proof, and never where nothing says when it was proven", () => {
    expect([0, 9, 10, -30].map((now) => isFresh(session(0, 0), at(now)))).toEqual([true, true, false, false]);
    const { proved: _, ...unproven } = session(0, 0);
    expect(isFresh(unproven, at(0))).toBe(false);
  });
});
