import { expect, test } from "vitest";
import { callCommand } from "./support/call-command.ts";

test("`reading` lists every block with both grades, and the hardest sentences with their places", async () => {
  const { status, out } = await callCommand(["reading", "suspected-leg-dvt"]);
  expect(status).toBe(0);
  expect(out).toMatch(/^whole text: \d\.\d by Flesch-Kincaid, \d\.\d by the automated readability index\n/);
  expect(out).toMatch(/ {2}ok {4}When to seek help now: /);
  expect(out.split("hardest sentences\n")[1]?.split("\n")[1]).toMatch(/article\.patient\.md:\d+:\d+$/);
});

test("`reading --json` gives the same as data", async () => {
  const { out } = await callCommand(["reading", "suspected-leg-dvt", "--json"]);
  const { blocks, hardest } = JSON.parse(out) as {
    blocks: { tooHard: boolean }[];
    hardest: { fleschKincaid: number }[];
  };
  expect(blocks.some(({ tooHard }) => tooHard)).toBe(false);
  expect(hardest.map(({ fleschKincaid }) => fleschKincaid)).toEqual(
    hardest.map(({ fleschKincaid }) => fleschKincaid).toSorted((left, right) => right - left),
  );
});

test("a topic that has no text for patients is named, with those that have one", async () => {
  const { status, err } = await callCommand(["reading", "no-such-topic"]);
  expect(status).toBe(1);
  expect(err).toContain("suspected-leg-dvt");
});

test.each([[["reading"]], [["reading", "one", "two"]]])("%j is not understood", async (args) => {
  expect((await callCommand(args)).status).toBe(2);
});
