import fc from "fast-check";
import { expect, test } from "vitest";
import { deskFiles } from "../../../test/fixtures/desk.ts";
import { pathwayText, withWords } from "../../pathway/testing/small-pathway.ts";
import { checkText, createTextChecker } from "./check-text.ts";

function checked(pathway: string) {
  const files = [...deskFiles(), { path: "topics/leg/pathway.yaml", text: pathway }];
  const found = checkText("leg", files);
  if (!found.ok) throw new Error("the topic can be read");
  return found.value;
}

test("a pathway with a gap is drafted as not proven, and the gap is shown by its smallest patient", () => {
  const { described, diagnostics } = checked(
    withWords("stages", "when: points.level = 'high'", "when: points.level = 'high' and swollen"),
  );
  expect(described.proof).toBe("not-proven");
  const gap = diagnostics.find(({ code }) => code === "decision-gap");
  expect(gap?.message).toContain("Swollen: no; Tender: yes; Explained: no");
  expect(gap?.counterexample).toEqual({
    profile: "first",
    findings: { swollen: false, tender: true, explained: false },
  });
});

test("a pathway without one is proven", () => {
  expect(checked(pathwayText()).described.proof).toBe("proven");
});

test("what is wrong with another topic is not held against this one", () => {
  const others = [{ path: "topics/arm/topic.yaml", text: "title: [\n" }];
  const found = checkText("leg", [...deskFiles(), ...others]);
  expect(found.ok && found.value.diagnostics.filter(({ span }) => span?.file.startsWith("topics/arm/"))).toEqual([]);
});

test("who checks one text after the other finds in each what is found of it alone", () => {
  const written = deskFiles();
  const pathway = { path: "topics/leg/pathway.yaml", text: pathwayText() };
  const gap = withWords("stages", "when: points.level = 'high'", "when: points.level = 'high' and swollen");
  /** What somebody may have made of a file: as it was, with another sentence, broken, with a gap, without it. */
  const edits = [...written, pathway].map((file) => [
    [file],
    [{ ...file, text: `${file.text}\n# more\n` }],
    [{ ...file, text: file.text.slice(0, file.text.length / 2) }],
    [{ ...file, text: file === pathway ? gap : file.text.replaceAll("smith-2020", "lee-2021") }],
    ...(file.path.endsWith("topic.yaml") ? [] : [[]]),
  ]);
  const step = fc.record({ file: fc.nat(edits.length - 1), edit: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 8 }), (steps) => {
      const check = createTextChecker();
      const now = edits.map((ways) => ways[0] ?? []);
      for (const { file, edit } of steps) {
        now[file] = edits[file]?.[edit] ?? [];
        expect(check("leg", now.flat())).toEqual(checkText("leg", now.flat()));
      }
    }),
    { numRuns: 2 },
  );
});
