import { expect, test } from "vitest";
import { pathwayText } from "../src/pathway/testing/small-pathway.ts";
import { callCommand } from "./support/call-command.ts";

const write = (args: readonly string[], files: Readonly<Record<string, string>> = {}) =>
  callCommand(["export", ...args], files);

test("a pathway is written as CQL under its default profile", async () => {
  const { status, out } = await write(["suspected-leg-dvt", "--as", "cql"]);
  expect(status).toBe(0);
  expect(out).toContain(`library "SuspectedLegDvtSru" version '2026-11'`);
  expect(out).toContain(`define "Rule acuteProximal":\n  "scan" = 'acute-proximal'`);
});

test("a profile is chosen by an option or beside the name", async () => {
  const byOption = await write(["suspected-leg-dvt", "--as", "cql", "--profile", "nice"]);
  expect(byOption.out).toContain(`library "SuspectedLegDvtNice"`);
  expect((await write(["suspected-leg-dvt:nice", "--as", "cql"])).out).toBe(byOption.out);
});

test("a file that is not in the library is written too, and its faults are named", async () => {
  const files = { "new/pathway.yaml": pathwayText() };
  expect((await write(["new/pathway.yaml", "--as", "cql"], files)).out).toContain(`library "SmallFirst"`);
  const broken = { "new/pathway.yaml": pathwayText({ stages: "stages: 3" }) };
  const refused = await write(["new/pathway.yaml", "--as", "cql"], broken);
  expect(refused.status).toBe(1);
  expect(refused.err).toContain("new/pathway.yaml");
});

test.each([
  [["suspected-leg-dvt"], 2, "say in which language: --as cql"],
  [["suspected-leg-dvt", "--as", "toString"], 2, "there is no export as `toString`: --as cql"],
  [[], 2, "name a pathway"],
  [["nowhere", "--as", "cql"], 1, "there is no pathway `nowhere`"],
  [["suspected-leg-dvt", "--as", "cql", "--profile", "none"], 1, "profile `none`"],
])("%j is refused with the mend", async (args, status, message) => {
  const refused = await write(args);
  expect(refused.status).toBe(status);
  expect(refused.err).toContain(message);
  expect(refused.out).toBe("");
});
