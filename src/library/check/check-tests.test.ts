import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadShippedTopic } from "../../../test/support/shipped-topic.ts";
import { parseTopicFile } from "../files/topic-file.ts";
import { checkTests } from "./check-tests.ts";

const { pathway } = loadShippedTopic();
const text = readFileSync(new URL("../../../library/topics/suspected-leg-dvt/topic.yaml", import.meta.url), "utf8");

function namesIn(edit: (text: string) => string): readonly string[] {
  const read = parseTopicFile("topic.yaml", edit(text));
  if (!read.ok) throw new Error("the file does not read");
  return checkTests(read.value, pathway).map(({ message }) => message.split("`")[3] ?? "");
}

test("the shipped topic names what its pathway has", () => {
  expect(namesIn((same) => same)).toEqual([]);
});

test("an unchanging feature that the pathway does not have is reported", () => {
  const read = parseTopicFile("topic.yaml", text.replace(/^unchanging: .*$/m, "unchanging: [aeg]"));
  if (!read.ok) throw new Error("the file does not read");
  expect(checkTests(read.value, pathway).map(({ code, message }) => [code, message.includes("`aeg`")])).toEqual([
    ["topic-unchanging-unknown", true],
  ]);
});

test.each([
  ["D_DIMER_FIRST, D", "D_DIMER_FRIST, D", "D_DIMER_FRIST"],
  ["features: [scan]", "features: [scans]", "scans"],
  ["since: daysSinceScan", "since: calfDifference", "calfDifference"],
  ["scan: normal-complete", "scan: clear", "scan: clear"],
])("`%s` written `%s` is reported", (right, wrong, name) => {
  expect(namesIn((same) => same.replace(right, wrong))).toEqual([name]);
});
