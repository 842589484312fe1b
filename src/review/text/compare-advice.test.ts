import { expect, test } from "vitest";
import { getPathway, withWords } from "../../pathway/testing/small-pathway.ts";
import { compareAdvice } from "./compare-advice.ts";

test("a changed rule names, for each profile, whom it advises otherwise and how", () => {
  const after = getPathway(withWords("stages", "scan = 'clot', advise: TREAT", "scan = 'clot', advise: LOOK"));
  const compared = compareAdvice(getPathway(), after);
  if (!compared.ok) throw new Error("both pathways can be compared");
  expect(compared.value.map(({ profile, kind }) => `${profile} ${kind}`)).toEqual([
    "first compared",
    "second compared",
  ]);
  const [first] = compared.value;
  if (first?.kind !== "compared") throw new Error("the first profile is in both");
  expect(first.changes.map(({ from, to }) => `${from} to ${to}`)).toContain("Treat to Look");
  expect(first.changes[0]?.when.flat().join(" ")).toContain("Clot");
});

test("a pathway that says the same advises nobody otherwise", () => {
  const compared = compareAdvice(getPathway(), getPathway());
  expect(compared.ok && compared.value.every((one) => one.kind === "compared" && one.changes.length === 0)).toBe(true);
});

test("a profile that only one of them has is named, not compared", () => {
  const [from, to] = ["{ id: second, label: Second }", "{ id: third, label: Third }"];
  const compared = compareAdvice(getPathway(), getPathway(withWords("profiles", from, to)));
  expect(compared.ok && compared.value.map(({ profile, kind }) => `${profile} ${kind}`)).toEqual([
    "first compared",
    "second removed",
    "third added",
  ]);
});
