import { expect, test } from "vitest";
import { getPathway, withWords } from "../../pathway/testing/small-pathway.ts";
import { compareAdvice } from "./compare-advice.ts";

test("a changed rule names whom it advises otherwise, and how", () => {
  const after = getPathway(withWords("stages", "scan = 'clot', advise: TREAT", "scan = 'clot', advise: LOOK"));
  const compared = compareAdvice(getPathway(), after, "first");
  if (!compared.ok) throw new Error("both pathways can be compared");
  const { changes } = compared.value;
  expect(changes.map(({ from, to }) => `${from} to ${to}`)).toContain("Treat to Look");
  expect(changes[0]?.when.flat().join(" ")).toContain("Clot");
});

test("a pathway that says the same advises nobody otherwise", () => {
  expect(compareAdvice(getPathway(), getPathway(), "second")).toEqual({ ok: true, value: { changes: [], apart: [] } });
});
