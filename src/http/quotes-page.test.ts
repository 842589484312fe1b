import { afterAll, expect, test } from "vitest";
import { postJson, sampleApp } from "../../test/fixtures/sample-app.ts";
import { sampleWellspring } from "../../test/fixtures/sample-wellspring.ts";
import { quotingOf } from "../../test/support/quoting.ts";
import { quoteEvidence } from "../answer/quotes/quote-evidence.ts";
import type { EvidenceDocument } from "../evidence/corpus.ts";

// Texts of these tests are made up; they say nothing about medicine.
const page: EvidenceDocument = {
  key: "a",
  title: "Zimtol <i>for</i> croup",
  type: "guideline",
  language: "en",
  date: "2019-04-02",
  status: "corrected",
  statusReason: "A Journal. 2020",
  url: "https://example.org/croup",
  identifiers: {},
  subjects: ["Croup"],
  sections: [{ headings: ["Treatment"], text: "Offer <script>zimtol</script> for croup in all children of the town." }],
};
const odd: EvidenceDocument = { ...page, key: "b", type: "page", status: "current", url: "javascript:alert(1)" };
const other = (at: number): EvidenceDocument => ({
  ...odd,
  key: `${at}`,
  title: `Walks ${at}`,
  subjects: [],
  sections: [{ headings: [], text: `Walk ${at} leads round the town.` }],
});

const documents = [page, odd, ...Array.from({ length: 30 }, (_, at) => other(at))];
const evidence = await quotingOf([{ id: "s", licence: "CC-BY-4.0", profile: "topic-pages", documents }]);
afterAll(() => evidence.store.close());
const { app } = sampleApp(quoteEvidence(sampleWellspring, evidence.quoting));

test("the page prints the words as text, with kind, date, standing, licence and a link to their place", async () => {
  const response = await app.request(`/ask?q=${encodeURIComponent("zimtol for croup in children")}`);
  const html = await response.text();
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(html).toContain("Offer &lt;script>zimtol&lt;/script> for croup in all children of the town.");
  for (const words of [
    "Guideline",
    "2 April 2019",
    "corrected: A Journal. 2020",
    'licence <span lang="en">CC-BY-4.0',
    "Attribution 4.0",
  ])
    expect(html).toContain(words);
  expect(html).toContain('href="https://example.org/croup#:~:text=Offer%20');
  expect(html).not.toMatch(/<script(?![^>]* src=)|javascript:|<i>/);
});

test("the API gives the same quotes with their selectors, and a refusal where nothing is good enough", async () => {
  const reply = await postJson(app, "/api/ask", { question: "zimtol for croup in children" });
  const answer = await reply.json();
  expect(answer).toMatchObject({ kind: "quotes", refusal: null, quotes: { insteadOf: { reason: "no-topic" } } });
  expect(answer.quotes.groups[0].quotes[0]).toMatchObject({ exact: page.sections[0]?.text, prefix: "", suffix: "" });
  const none = await (
    await postJson(app, "/api/ask", { question: "brexpiprazole for schizoaffective disorder" })
  ).json();
  expect(none).toMatchObject({ kind: "refusal", quotes: null });
});
