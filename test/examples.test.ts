import { describe, expect, test } from "vitest";
import { exampleDifferences } from "../src/pathway/examples/example-differences.ts";
import { adviseFor, codeOf, interpretFor, legDvt, wells } from "./support/leg-dvt.ts";
import { legDvtExamples } from "./support/leg-dvt-examples.ts";

describe("every patient of examples.yaml is advised as written, by the compiled form and by the interpreter", () => {
  test.each(legDvtExamples.map((example) => [`${example.id}: ${example.title}`, example] as const))(
    "%s",
    (_, example) => {
      for (const advise of [adviseFor, interpretFor])
        expect(exampleDifferences(example.expect, advise(example.findings, example.profile), legDvt)).toEqual([]);
    },
  );
});

test("no two examples share an id", () => {
  const ids = legDvtExamples.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([]);
});

describe("an example notices", () => {
  const repeated = {
    scan: "normal-proximal-only",
    calfMass: true,
    anticoagulation: "interim",
    calfScanAvailable: false,
  };
  const impossible = { ultrasoundImpossible: true, scan: "normal-complete" };
  test.each([
    ["that further advice is due at another time", repeated, { alsoWindows: { REPEAT_ULTRASOUND: [[5, 7]] } }, "5–8"],
    ["that further advice is not given at all", repeated, { alsoWindows: { COMPLETE_DUPLEX: [[5, 7]] } }, "found "],
    ["that something else is in dispute", impossible, { disputed: ["scan"] }, "found scan, ultrasoundImpossible"],
    ["that something is in dispute at all", { scan: "acute-proximal" }, { disputed: ["scan"] }, "found "],
    [
      "the category of a score that does not decide",
      wells("deepVeinTenderness"),
      { strata: { "wellsOriginal.threeLevel": "low" } },
      "expected low, found moderate",
    ],
  ] as const)("%s", (_title, findings, expected, found) => {
    const evaluation = adviseFor(findings);
    const differences = exampleDifferences({ nextStep: codeOf(evaluation), ...expected }, evaluation, legDvt);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toContain(found);
  });
});
