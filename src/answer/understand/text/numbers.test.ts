import { describe, expect, test } from "vitest";
import { isTwofold, readNumber } from "./numbers.ts";

describe("numbers as people type them", () => {
  test.each([
    ["780", "780"],
    ["2,100", "2100"],
    ["12,345,678", "12345678"],
    ["1.234.567", "1234567"],
    ["2 100", "2100"],
    ["0.66", "0.66"],
    [".5", "0.5"],
    ["1,25", "1.25"],
    ["0,655", "0.655"],
    ["1.250", "1.250"],
    ["1.2.3", undefined],
  ])("%s is %s", (raw, value) => {
    expect(readNumber(raw).value).toBe(value);
  });
});

describe("a separator before three digits can mean two things, and the unit tells which", () => {
  test.each([
    ["1.250", "ug/L", true],
    ["1.250", "mg/L", false],
    ["1,250", "ug/L", false],
    ["1,250", "mg/L", true],
    ["1.250", undefined, true],
    ["0.655", "ug/L", false],
    ["12.5", "ug/L", false],
  ])("%s %s: %s", (raw, unit, twofold) => {
    expect(isTwofold(raw, unit)).toBe(twofold);
  });
});
