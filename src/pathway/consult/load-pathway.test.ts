import { expect, test } from "vitest";
import { pathwayText, withLine } from "../testing/small-pathway.ts";
import { loadPathway } from "./load-pathway.ts";
import { preparePathway } from "./prepare-pathway.ts";

const rule = (fields: string) => `      - { because: b, cite: ["[house-rule]"], ${fields} }`;

test("a pathway is loaded when every profile has a compiled form, which is kept", () => {
  const { pathway, diagnostics } = loadPathway("pathway.yaml", pathwayText());
  if (pathway === undefined) throw new Error("the small pathway loads");
  expect(diagnostics).toEqual([]);
  expect(preparePathway(pathway, "second")).toBe(preparePathway(pathway, "second"));
});

test("a pathway that outgrows the bounds is not loaded, and says so for each profile at the head of its file", () => {
  const { pathway, diagnostics } = loadPathway("pathway.yaml", pathwayText(), { maxNodes: 20, maxSteps: 1000 });
  expect(pathway).toBe(undefined);
  expect(diagnostics).toMatchObject([
    { code: "diagram-too-large", severity: "error", span: { file: "pathway.yaml", line: 1 } },
    { code: "diagram-too-large", severity: "error" },
  ]);
});

test("a condition without a place in a diagram is refused once, at its place", () => {
  const text = withLine("stages", rule("id: extra, when: points > age, advise: LOOK"));
  const { pathway, diagnostics } = loadPathway("pathway.yaml", text);
  expect(pathway).toBe(undefined);
  expect(
    diagnostics.map(({ code, span }) => [code, text.slice(span?.offset, (span?.offset ?? 0) + (span?.length ?? 0))]),
  ).toEqual([["condition-not-compilable", "points > age"]]);
});

test("a pathway with another error is refused for that alone", () => {
  const { diagnostics } = loadPathway("pathway.yaml", pathwayText({ stages: "stages: 3" }));
  expect(diagnostics.map(({ code }) => code)).not.toContain("diagram-too-large");
  expect(diagnostics.length).toBeGreaterThan(0);
});
