import { expect, test } from "vitest";
import { pathwayText, withWords } from "../testing/small-pathway.ts";
import { parsePathway } from "./parse-pathway.ts";

const titled = (title: string) => withWords("recommendations", "title: Look", `title: "${title}"`);

test("a number of the pathway is printed into its texts", () => {
  const { pathway, diagnostics } = parsePathway("p.yaml", titled("Look, from {{parameter.adultAge}} on"));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(pathway?.recommendations.map(({ title }) => title)).toContain("Look, from 18 on");
});

test("a placeholder that names nothing is an error at its place, never printed as it stands", () => {
  const { pathway, diagnostics } = parsePathway("p.yaml", titled("Look at {{parameter.nothing}}"));
  expect(pathway).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "reference-not-found", severity: "error" }]);
});

test("texts without placeholders stay as they are", () => {
  expect(parsePathway("p.yaml", pathwayText()).pathway?.recommendations.map(({ title }) => title)).toContain("Look");
});
