import { expect, test } from "vitest";
import type { KeptText } from "../record-port.ts";
import { compareFiles, type DiffLine } from "./compare-files.ts";

const kept = (files: Readonly<Record<string, string>>): KeptText => ({
  topic: "leg",
  hash: "",
  files: Object.entries(files).map(([name, text]) => ({ name, text })),
});
const written = ({ kind, number, parts }: DiffLine) =>
  `${{ same: " ", removed: "-", added: "+" }[kind]}${number} ${parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("")}`;

function linesOf(before: string, after: string): readonly string[] {
  const [file] = compareFiles(kept({ "a.md": before }), kept({ "a.md": after }));
  return (file?.hunks ?? []).flat().map(written);
}

test("the words that differ are marked in a line that replaces another", () => {
  expect(linesOf("one\nscan in 5 days\nlast\n", "one\nscan in 7 days\nlast\n")).toEqual([
    " 1 one",
    "-2 scan in [5] days",
    "+2 scan in [7] days",
    " 3 last",
  ]);
});

test("a line that only came or only went is not laid beside another", () => {
  expect(linesOf("one\ntwo\n", "one\nand\nmore\n")).toEqual([" 1 one", "-2 two", "+2 and", "+3 more"]);
});

test("files that are the same are not listed, and those that came or went say so", () => {
  const found = compareFiles(kept({ a: "same\n", b: "gone\n" }), kept({ a: "same\n", c: "come\n" }));
  expect(found.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["b removed", "c added"]);
});

test("without an earlier text everything is added", () => {
  expect(compareFiles(undefined, kept({ a: "one\n" }))).toMatchObject([{ name: "a", kind: "added" }]);
});

test("a missing line break at the end is no line of its own", () => {
  expect(linesOf("one", "one\n")).toEqual(["-1 one", "+1 one"]);
});

test("two files with too little in common are not compared line by line, and that is said", () => {
  const many = (letter: string) => Array.from({ length: 3_000 }, (_, at) => `${letter}${at}`).join("\n");
  expect(compareFiles(kept({ a: many("x") }), kept({ a: many("y") }))).toEqual([
    { name: "a", kind: "changed", hunks: null },
  ]);
});
