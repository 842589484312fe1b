import { describe, expect, test } from "vitest";
import { exampleDifferences } from "../src/pathway/examples/example-differences.ts";
import { adviseFor, legDvt } from "./support/leg-dvt.ts";
import { legDvtExamples } from "./support/leg-dvt-examples.ts";

describe("every patient of examples.yaml is advised as written", () => {
  test.each(legDvtExamples.map((example) => [`${example.id}: ${example.title}`, example] as const))(
    "%s",
    (_, example) => {
      const found = adviseFor(example.findings, example.profile);
      expect(exampleDifferences(example.expect, found, legDvt.decidingScore)).toEqual([]);
    },
  );
});

test("no two examples share an id", () => {
  const ids = legDvtExamples.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([]);
});
