import { describe, expect, test } from "vitest";
import { callCommand } from "./support/call-command.ts";

const FINDINGS = JSON.stringify({ deepVeinTenderness: true, calfSwelling: true, alternativeDiagnosis: false });

describe("wellspring draw", () => {
  test("writes an outline with every stage, its exits and the way onward", async () => {
    const { status, out } = await callCommand(["draw", "suspected-leg-dvt"]);
    expect(status).toBe(0);
    expect(out).toContain("- Emergencies (a threatened limb or life comes before any question of diagnosis)");
    expect(out).toContain("an emergency sign is present: leave the algorithm → Emergency");
    expect(out).toContain("no rule of this stage applies → on to “Symptoms of pulmonary embolism”");
  });

  test("lights one patient's way", async () => {
    const { out } = await callCommand(["draw", "suspected-leg-dvt", "--findings", "p.json"], { "p.json": FINDINGS });
    expect(out).toContain("· an emergency sign is present");
    expect(out).toContain("- ▶ no rule of this stage applies → on to “Symptoms of pulmonary embolism”");
  });

  test("writes a drawing that stands alone, with each stage's box", async () => {
    const { status, out } = await callCommand(["draw", "suspected-leg-dvt", "--as", "svg", "--profile", "nice"]);
    expect(status).toBe(0);
    expect(out).toMatch(/^<svg xmlns=.*<\/svg>\n$/s);
    expect(out).toContain('id="pathway-stage-probability"');
  });

  test("writes the decision table of one stage", async () => {
    const { out } = await callCommand(["draw", "suspected-leg-dvt", "--as", "table", "--stage", "scope"]);
    expect(out).toContain("| Under 18 | Limb | Has symptoms in the limb | Advice | Because |");
    expect(out).not.toContain("## Emergencies");
  });

  test("writes data for programs", async () => {
    const { out } = await callCommand(["draw", "suspected-leg-dvt", "--as", "json", "--stage", "scope"]);
    expect(JSON.parse(out)).toMatchObject({
      pathway: "suspected-leg-dvt",
      tables: [{ stage: "scope", hitPolicy: "unique" }],
    });
  });

  test.each([
    [["draw"], 2, "name a pathway"],
    [["draw", "suspected-leg-dvt", "--as", "png"], 2, "`--as` takes svg, outline, table, json"],
    [["draw", "nothing"], 1, "pathway-not-found"],
    [["draw", "suspected-leg-dvt", "--stage", "nothing"], 1, "stage-not-drawn"],
    [["draw", "suspected-leg-dvt", "--profile", "nothing"], 1, "profile-not-found"],
  ])("refuses %j", async (args, status, words) => {
    const called = await callCommand(args);
    expect(called.status).toBe(status);
    expect(called.err).toContain(words);
  });
});
