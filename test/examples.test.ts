import { describe, expect, test } from "vitest";
import { exampleDifferences } from "../src/pathway/examples/example-differences.ts";
import { adviseFor, interpretFor, legDvt } from "./support/leg-dvt.ts";
import { legDvtExamples } from "./support/leg-dvt-examples.ts";

describe("every patient of examples.yaml is advised as written, by the compiled form and by the interpreter", () => {
  test.each(legDvtExamples.map((example) => [`${example.id}: ${example.title}`, example] as const))(
    "%s",
    (_, example) => {
      for (const advise of [adviseFor, interpretFor])
        expect(
          exampleDifferences(example.expect, advise(example.findings, example.profile), legDvt),
        ).toEqual([]);
    },
  );
});

test("no two examples share an id", () => {
  const ids = legDvtExamples.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([]);
});
