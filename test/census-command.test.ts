import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pathwayText } from "../src/pathway/testing/small-pathway.ts";
import { callCommand } from "./support/call-command.ts";
import { TOPIC } from "./support/leg-dvt.ts";

const SMALL = { "new/pathway.yaml": pathwayText() };
const taken = async (files: Readonly<Record<string, string>>) =>
  (await callCommand(["census", "new/pathway.yaml", "--json"], files)).out;

describe("wellspring census", () => {
  test("counts what the shipped pathway consists of and can come to", async () => {
    const { out } = await callCommand(["census", "suspected-leg-dvt"]);
    expect(out).toMatch(/^suspected-leg-dvt: \d+ features, 18 recommendations, \d+ rules in \d+ stages\n/);
    expect(out).toMatch(/ {2}sru: \d+ atoms, \d+ cut-offs, \d+ nodes; cells of each outcome:\n {4}gap: 0\n/);
  });

  test("prints as JSON what census.json holds", async () => {
    const { out } = await callCommand(["census", "suspected-leg-dvt", "--json"]);
    expect(out).toBe(readFileSync(new URL("census.json", TOPIC), "utf8"));
  });

  test("finds nothing to say where the file beside the pathway is current", async () => {
    const files = { ...SMALL, "new/census.json": await taken(SMALL) };
    expect(await callCommand(["census", "new/pathway.yaml"], files)).toMatchObject({ status: 0, err: "" });
  });

  test("names each line by which the file differs", async () => {
    const files = { ...SMALL, "new/census.json": (await taken(SMALL)).replace("feu: 500", "feu: 400") };
    const { status, err } = await callCommand(["census", "new/pathway.yaml"], files);
    expect(status).toBe(1);
    expect(err).toContain("- profiles / first / boundaries / feu: 400\n+ profiles / first / boundaries / feu: 500\n");
    expect(err).toContain("census-outdated");
  });

  test.each([
    ["is not there", {}, "it cannot be read"],
    ["is no JSON", { "new/census.json": "{" }, "it is no JSON"],
    ["is other JSON", { "new/census.json": "[null, 7]" }, "lines differ"],
  ])("a file that %s is refused with the mend", async (_title, files, how) => {
    const { status, err } = await callCommand(["census", "new/pathway.yaml"], { ...SMALL, ...files });
    expect(status).toBe(1);
    expect(err).toContain(how);
    expect(err).toContain("--write");
  });

  test("writes the file beside the pathway when told to", async () => {
    const { status, written } = await callCommand(["census", "new/pathway.yaml", "--write"], SMALL);
    expect(status).toBe(0);
    expect(written).toEqual({ "new/census.json": await taken(SMALL) });
  });

  test.each([
    [[], 2, "name a pathway"],
    [["a", "b"], 2, "name a pathway"],
    [["nowhere"], 1, "there is no pathway `nowhere`"],
  ])("refuses %j", async (args, status, words) => {
    const called = await callCommand(["census", ...args]);
    expect(called.status).toBe(status);
    expect(called.err).toContain(words);
  });
});
