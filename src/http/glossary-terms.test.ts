import { describe, expect, test } from "vitest";
import { loadShippedTopic } from "../../test/support/shipped-topic.ts";
import type { Concept } from "../library/model/terms.ts";
import { markInHtml } from "./components/glossary.tsx";
import { explainFor, markTerms } from "./glossary-terms.ts";

const concepts: readonly Concept[] = [
  {
    id: "dvt",
    term: "deep-vein thrombosis",
    aliases: ["DVT"],
    definition: { clinician: "thrombus", patient: "a clot" },
  },
  { id: "ct", term: "tomography", aliases: ["CT"], definition: { clinician: "a scan" } },
];
const [dvt] = explainFor(concepts, "clinician");
if (dvt === undefined) throw new Error("the concept has a definition");
const button = (name: string) => `<button type="button" class="term" popovertarget="term-dvt">${name}</button>`;

describe("words that are explained", () => {
  test.each([
    ["Suspected DVT is scanned.", `Suspected ${button("DVT")} is scanned.`],
    ["Deep-vein thrombosis is scanned.", `${button("Deep-vein thrombosis")} is scanned.`],
    ["a dvt in small letters, a DVTs, a post-DVT leg", "a dvt in small letters, a DVTs, a post-DVT leg"],
    ["<strong>DVT</strong> and DVT", `<strong>${button("DVT")}</strong> and DVT`],
    ["<code>DVT</code> &amp; none", "<code>DVT</code> &amp; none"],
  ])("%s", (html, marked) => {
    expect(markInHtml(html, [dvt])).toBe(marked);
  });

  test("never lie inside the button of another word", () => {
    const [, ct] = explainFor(concepts, "clinician");
    const twice = markInHtml("CT of a DVT", ct === undefined ? [] : [dvt, ct]);
    expect(twice.match(/<button/g)).toHaveLength(2);
    expect(twice).not.toMatch(/<button[^>]*>[^<]*<button/);
  });

  test("a reader is told in their own words, or not at all", () => {
    expect(explainFor(concepts, "patient").map(({ definition }) => definition)).toEqual(["a clot"]);
    expect(explainFor(concepts, "nurse").map(({ definition }) => definition)).toEqual(["thrombus", "a scan"]);
  });

  test("are marked once in each section", () => {
    const sections = loadShippedTopic().articles.clinician?.sections ?? [];
    const marks = markTerms(sections, [dvt]);
    expect(marks.used).toEqual([dvt]);
    for (const section of sections) {
      const marked = section.blocks
        .flatMap((block) =>
          block.kind === "paragraph" ? block.statements : block.kind === "list" ? block.items.flat() : [],
        )
        .filter((statement) => marks.of(statement).length > 0);
      expect(marked.length).toBeLessThanOrEqual(1);
    }
  });
});
