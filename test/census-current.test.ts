import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderCensus, takeCensus } from "../src/pathway/census/take-census.ts";
import { legDvt, PROFILES, TOPIC } from "./support/leg-dvt.ts";

const census = censusOrThrow();

function censusOrThrow() {
  const taken = takeCensus(legDvt);
  if (!taken.ok) throw new Error(taken.diagnostics.map(({ message }) => message).join("\n"));
  return taken.value;
}

test("census.json is what the pathway comes to (else run `npx wellspring census suspected-leg-dvt --write`)", () => {
  expect(readFileSync(new URL("census.json", TOPIC), "utf8")).toBe(renderCensus(census));
});

test.each(PROFILES)("under %s every outcome with advice is reached, and no gap or clash is", (profile) => {
  const outcomes = Object.entries(census.profiles[profile]?.outcomes ?? {});
  expect(outcomes.filter(([, cells]) => cells === "0").map(([name]) => name)).toEqual(["gap", "clash"]);
});

test("the census lists cut-offs where advice may change", () => {
  expect(census.profiles.sru?.boundaries).toContain("dDimerFeu < laboratoryCutoffFeu");
});
