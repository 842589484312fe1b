import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readAs, readOne } from "../../../test/support/read-file.ts";

const page = `<!doctype html><html lang="en-GB"><head><title>Legs | A Site</title>
<meta name="DC.title" content="Swollen legs"><meta name="dcterms.modified" content="2021-03-04T10:00:00Z">
<meta property="og:site_name" content="A Site"><link rel="canonical" href="https://example.org/legs"><meta name="citation_doi" content="10.1000/abc"></head>
<body><nav>Home | Search</nav><main><h1>Swollen legs</h1><p>They are <b>com</b>mon.<br>In both sexes.</p>
<h2>Recommendations</h2><ul><li>Offer stockings. (Grade B)</li><li>Do not bleed.</li></ul>
<h2>Results</h2><table><tr><th>Dose</th><th>Effect</th></tr><tr><td><p>5 mg</p></td><td>less &lt; more</td></tr></table>
<h3>Harms</h3><p>None.</p></main><footer>© A Site</footer><script>alert(1)</script></body></html>`;

test("a page gives its main part under its headings, and what its metadata says of it", async () => {
  expect(await readOne("html", page, "guides/legs.html")).toEqual({
    key: "guides/legs.html",
    title: "Swollen legs",
    type: "page",
    status: "current",
    subjects: [],
    language: "en-GB",
    date: "2021-03-04",
    url: "https://example.org/legs",
    issuer: "A Site",
    identifiers: { doi: "10.1000/abc" },
    sections: [
      { headings: ["Swollen legs"], text: "They are common.\nIn both sexes." },
      {
        headings: ["Swollen legs", "Recommendations"],
        text: "Offer stockings. (Grade B)",
        role: "recommendation",
        grade: "Grade B",
      },
      { headings: ["Swollen legs", "Recommendations"], text: "Do not bleed.", role: "recommendation" },
      { headings: ["Swollen legs", "Results"], text: "Dose | Effect\n5 mg | less < more", role: "results" },
      { headings: ["Swollen legs", "Results", "Harms"], text: "None." },
    ],
  });
});

test("a page laid out in tables keeps its headings", async () => {
  const { sections } = await readOne(
    "html",
    "<title>T</title><table><tr><td>menu</td><td><h2>Cause</h2><p>Veins.</p></td></tr></table>",
  );
  expect(sections.map(({ headings, text }) => [headings, text])).toEqual([
    [[], "menu"],
    [["Cause"], "Veins."],
  ]);
});

test("a page that does not say its language or date has none", async () => {
  const read = await readOne("html", '<title>T</title><meta name="dc.date" content="lately"><p>Words.</p>');
  expect(read.language).toBe("und");
  expect(read).not.toHaveProperty("date");
  expect(read).not.toHaveProperty("url");
});

test("a page is read in the encoding it declares; bytes that are none of it are refused", async () => {
  const latin = Buffer.from('<meta charset="iso-8859-1"><title>Größe</title><p>5 µg</p>', "latin1");
  expect(await readOne("html", latin)).toMatchObject({ title: "Größe", sections: [{ text: "5 µg" }] });
  const broken = Buffer.concat([Buffer.from("<title>T</title><p>"), Buffer.from([0xff])]);
  expect(await readAs("html", broken)).toMatchObject([{ kind: "refused", place: "whole file" }]);
});

test("a page without title or text is refused", async () => {
  await expect(readOne("html", "<p>Words.</p>")).rejects.toThrow("it has no title");
  await expect(readOne("html", "<title>T</title><script>words</script>")).rejects.toThrow("it has no text");
});

test("Markdown is read with its front matter, plain or gzip", async () => {
  const text =
    "---\ntitle: Legs\nlang: de\ndate: 2020-05\nurl: https://example.org/l\npublisher: An Agency\n---\n# Advice\n\nWalk *more*.\n\n## Recommendations\n\n1. Offer stockings [strong].\n";
  const expected = {
    key: "l.md",
    title: "Legs",
    language: "de",
    date: "2020-05",
    url: "https://example.org/l",
    issuer: "An Agency",
    sections: [
      { headings: ["Advice"], text: "Walk more." },
      { headings: ["Advice", "Recommendations"], text: "Offer stockings [strong].", grade: "strong" },
    ],
  };
  expect(await readOne("markdown", text, "l.md")).toMatchObject(expected);
  expect(await readOne("markdown", gzipSync(text), "l.md")).toMatchObject(expected);
});

test("Markdown without front matter is called by its first heading", async () => {
  expect(await readOne("markdown", "# Legs\n\nWalk.")).toMatchObject({ title: "Legs", language: "und" });
});

test("front matter that is no YAML refuses the document with the reason", async () => {
  await expect(readOne("markdown", "---\ntitle: [\n---\nWords.")).rejects.toThrow(
    /front matter is not well-formed YAML/,
  );
});

test("a document larger than is read is refused, packed or not", async () => {
  const large = Buffer.alloc(64_000_001, 0x20);
  for (const content of [large, gzipSync(large)])
    expect(await readAs("html", content)).toEqual([
      { kind: "refused", place: "whole file", reason: "it is larger than 64000000 bytes" },
    ]);
});

test("however deeply a page nests, it is read", async () => {
  const deep = `<title>T</title>${"<div>".repeat(100_000)}words`;
  expect((await readOne("html", deep)).sections).toEqual([{ headings: [], text: "words" }]);
  const tables = `<title>T</title>${"<table><tr><td>".repeat(5_000)}words`;
  expect((await readOne("html", tables)).sections).toEqual([{ headings: [], text: "words" }]);
});
