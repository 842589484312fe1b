import { expect, test } from "vitest";
import { deskFiles } from "../../../test/fixtures/desk.ts";
import { pathwayText, withWords } from "../../pathway/testing/small-pathway.ts";
import { checkText } from "./check-text.ts";

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
