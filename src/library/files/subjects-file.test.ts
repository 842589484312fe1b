import { expect, test } from "vitest";
import { makeRegister } from "../register.ts";
import { parseSubjects } from "./subjects-file.ts";

const none = makeRegister(new Map(), new Set());
const read = (sign: string, words = "[knee pain]") =>
  parseSubjects(
    "subjects.yaml",
    `subjects:\n  - id: knee\n    title: Knee\n    words: ${words}\n    say: Not covered.\n    urgentSigns:\n      - ${sign}\n`,
    none,
  );

test.each([
  ["{ sign: hot joint, basis: house-rule }", []],
  ["{ sign: hot joint }", ["sign-without-basis"]],
  ["{ sign: hot joint, basis: house-rule, sources: [nice] }", ["sign-without-basis", "source-not-found"]],
  ["{ sign: hot joint, sources: [nice] }", ["source-not-found"]],
])("%s: %j", (sign, codes) => {
  expect(read(sign).diagnostics.map(({ code }) => code)).toEqual(codes);
});

test("a word that could never match is refused at its place", () => {
  expect(read("{ sign: hot joint, basis: house-rule }", "[Knee  pain]").diagnostics.map(({ code }) => code)).toEqual([
    "yaml-shape",
  ]);
});
