import { expect, test } from "vitest";
import { callCommand } from "./support/call-command.ts";

// One small fault after another is put into the shipped pathway; `docs/pathway-language.md` says which.

test("no fault put into the shipped pathway goes unnoticed by examples and proofs alike", async () => {
  const { status, out } = await callCommand(["mutate", "suspected-leg-dvt"]);
  const [, survivors = ""] = out.split("\n\nSurvivors:\n");
  expect(survivors.split("\n\nEquivalent:\n")[0]).toBe("");
  expect(out).toMatch(/: 1[5-9]\d\d mutants\n/);
  expect(status).toBe(0);
});
