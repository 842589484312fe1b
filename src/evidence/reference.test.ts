import { expect, test } from "vitest";
import { linksOf, renderReference, renderShortReference } from "./reference.ts";
import type { Source } from "./source.ts";

const bare: Source = {
  id: "x",
  register: "R1",
  type: "article-journal",
  title: "A title",
  design: "guideline",
  status: "current",
  confidence: "read",
  seen: "abstract",
  toVerify: [],
  citable: true,
  licence: "unknown",
};

test("a journal article is printed in Vancouver style", () => {
  const source: Source = {
    ...bare,
    author: [
      { family: "Needleman", given: "L" },
      { family: "Cronan", given: "JJ" },
    ],
    etAl: true,
    issued: "2018",
    "container-title": "Circulation",
    volume: "137",
    issue: "14",
    page: "1505-1515",
  };
  expect(renderReference(source)).toBe("Needleman L, Cronan JJ, et al. A title. Circulation. 2018;137(14):1505–1515.");
  expect(renderShortReference(source)).toBe("Needleman et al., 2018");
});

test("fields that are not known are left out, not filled in", () => {
  expect(renderReference(bare)).toBe("A title.");
  expect(renderReference({ ...bare, issuer: "NICE", issued: "2023-08-02" })).toBe("NICE. A title. 2023-08-02.");
  expect(renderShortReference({ ...bare, issuer: "NICE" })).toBe("NICE");
});

test("identifiers become links and say when they are to be verified", () => {
  const links = linksOf({ ...bare, DOI: "10.1/a b", PMID: "1", toVerify: ["PMID"] });
  expect(links.map((link) => [link.href, link.verify])).toEqual([
    ["https://doi.org/10.1/a%20b", false],
    ["https://pubmed.ncbi.nlm.nih.gov/1/", true],
  ]);
});

test("an address that is not a web address never becomes a link", () => {
  expect(linksOf({ ...bare, URL: "javascript:alert(1)" })).toEqual([]);
});
