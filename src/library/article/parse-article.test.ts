import { describe, expect, test } from "vitest";
import { statementsOf } from "../model/article.ts";
import { filesWith, mistakesIn, readArticle, readWith, sampleFiles, underlined } from "../testing/sample-library.ts";

function statement(line: string) {
  const { article, diagnostics } = readArticle(line);
  return { ...(article === undefined ? undefined : statementsOf(article).at(-1)), diagnostics };
}

describe("a line", () => {
  test("is a statement with its evidence and what its braces carry", () => {
    const [first] = statementsOf(readArticle("").article ?? { reader: "clinician", sections: [], hash: "" });
    expect(first).toMatchObject({
      id: "scan",
      text: "Scan the whole leg.",
      basis: "cited",
      citations: [{ source: "smith-2020", locator: "abstract" }, { source: "lee-2021" }],
      strength: "strong",
      certainty: "moderate",
      must: true,
      span: { file: "topics/leg/article.md", line: 3, column: 1, heading: "Bottom line" },
    });
  });

  test("takes the confidence of its weakest source when it states none", () => {
    expect(statement("One. [@smith-2020]").confidence).toBe("read");
    expect(statement("One. [@smith-2020; @lee-2021]").confidence).toBe("secondary");
    expect(statement("One. [@smith-2020] [house-rule]").confidence).toBe("house-rule");
  });

  test("may stand on a source and our own rule at once, and is then shown as our rule", () => {
    expect(statement("One. [@smith-2020] [house-rule]{#one}")).toMatchObject({
      id: "one",
      basis: "house-rule",
      citations: [{ source: "smith-2020" }],
      diagnostics: [],
    });
  });

  test("without a name gets one from its section and place", () => {
    expect(statement("One. [house-rule]").id).toBe("bottom-line.2");
  });

  test("keeps emphasis, strong, code and links, and nothing else", () => {
    expect(statement("A *b* **c** `d` [e](https://e.org/) [f](#bottom-line) & <. [signpost]")).toMatchObject({
      text: "A b c d e f & <.",
      html: 'A <em>b</em> <strong>c</strong> <code>d</code> <a href="https://e.org/">e</a> <a href="#bottom-line">f</a> &amp; &lt;.',
      diagnostics: [],
    });
  });
});

test.each([
  ["{{fact.sensitivity}}", "63.5 % (95 % CI 59.8 to 67.0)"],
  ["{{fact.sensitivity.value}}", "63.5 %"],
  ["{{ fact.sensitivity.interval }}", "95 % CI 59.8 to 67.0"],
  ["{{parameter.cutoff}}", "500 µg/L FEU"],
  ["{{parameter.surgery}}", "12 weeks"],
  ["{{stratum.wells.twoLevel.likely}}", "2 or more"],
  ["{{followUp.repeat}}", "5–7 days"],
  ["{{set.calf-veins}}", "peroneal veins, tibial veins and soleal veins"],
])("%s prints %s", (placeholder, printed) => {
  expect(statement(`It is **${placeholder}**. [@smith-2020]`)).toMatchObject({
    text: `It is ${printed}.`,
    html: `It is <strong>${printed}</strong>.`,
    diagnostics: [],
  });
});

test("a citation may carry the source's own words, which may hold what parts citations and typed numbers", () => {
  const { citations, diagnostics } = statement(
    'One. [@smith-2020, table 1 "at least 3 cm; or more"; @lee-2021, "may be"]',
  );
  expect(citations).toMatchObject([
    { source: "smith-2020", locator: "table 1", quote: "at least 3 cm; or more" },
    { source: "lee-2021", quote: "may be" },
  ]);
  expect(citations?.[1]).not.toHaveProperty("locator");
  expect(diagnostics).toEqual([]);
});

test("lists, subheadings and tables are read in order, each row with its evidence", () => {
  const { article, diagnostics } = readArticle(`
1. First. [house-rule]
2. Second. [house-rule]
   Still second. [house-rule]

### Likely: {{stratum.wells.twoLevel.likely}} {#likely}

| group | total | evidence |
| --- | --- | --- |
| likely \\| high | {{stratum.wells.twoLevel.likely}} | [@smith-2020]{#row-likely must of=x} |
`);
  expect(article?.sections[0]?.blocks.slice(1)).toMatchObject([
    { kind: "list", ordered: true, items: [[{ text: "First." }], [{ text: "Second." }, { text: "Still second." }]] },
    { kind: "subheading", title: "Likely: 2 or more", id: "likely" },
    {
      kind: "table",
      head: ["group", "total"],
      rows: [
        {
          cells: [{ text: "likely | high" }, { html: "2 or more" }],
          evidence: { id: "row-likely", text: "likely | high – total: 2 or more", must: true, basis: "cited" },
        },
      ],
    },
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["of-outside-variant", "variant-lost-statement"]);
});

describe("what is wrong is underlined", () => {
  test.each([
    ["Nothing here.", "statement-without-evidence: Nothing here."],
    ["Both [@smith-2020] here.", "evidence-not-at-end: [@smith-2020]"],
    ["Both. [@smith-2020].", "evidence-not-at-end: [@smith-2020]"],
    ["One. {#x} [house-rule]", "evidence-not-at-end: {#x}"],
    ["One. [expert opinion]", "evidence-mark-unknown: [expert opinion]"],
    ["One. [see @smith-2020]", "citation-malformed: [see @smith-2020]"],
    ["One. [@smith-2020; lee]", "citation-malformed: lee"],
    ['One. [@smith-2020, page "so]', 'citation-malformed: @smith-2020, page "so'],
    ['One. [@smith-2020, "" ]', 'citation-malformed: @smith-2020, ""'],
    ['One. [@smith-2020, "so" page]', 'citation-malformed: @smith-2020, "so" page'],
    ["One. [@smit-2020]", "source-not-found: @smit-2020"],
    ["One. [@doubtful-2019]", "source-not-citable: @doubtful-2019"],
    ["One. [@gone-2001]", "source-retracted-cited: @gone-2001"],
    ["One. [@old-1999]", "source-superseded-cited: @old-1999"],
    ["One. [signpost] [house-rule]", "signpost-with-evidence: One. [signpost] [house-rule]"],
    ["One. [house-rule]{#x grade=1}", "attribute-unknown: grade=1"],
    ["One. [house-rule]{strength=good}", "attribute-value-unknown: strength=good"],
    ["One. [house-rule]{#scan}", "statement-id-duplicate: One. [house-rule]{#scan}"],
    ["One. [@lee-2021]{confidence=read}", "confidence-above-source: One. [@lee-2021]{confidence=read}"],
    ["One. [unresolved]", "unresolved-without-correction: One. [unresolved]"],
    ["Is {{fact.sensitivty}}. [@smith-2020]", "fact-not-found: {{fact.sensitivty}}"],
    ["Is {{fact.sensitivity.mean}}. [@smith-2020]", "placeholder-unknown: {{fact.sensitivity.mean}}"],
    ["Is {{followUp.never}}. [@smith-2020]", "placeholder-unknown: {{followUp.never}}"],
    ["Is {{set.veins}}. [@smith-2020]", "placeholder-unknown: {{set.veins}}"],
    ["Is {{constructor}}. [@smith-2020]", "placeholder-unknown: {{constructor}}"],
    ["Is {{fact.sensitivity}}. [@lee-2021]", "fact-source-not-cited: fact.sensitivity"],
    ["In 7 days. [house-rule]", "number-typed-in-prose: 7"],
    ["In **3.5** cm. [house-rule]", "number-typed-in-prose: 3.5"],
    ["Of 3cm. [house-rule]", "number-typed-in-prose: 3"],
    ["The superficial femoral vein. [house-rule]", "hazard-term: superficial femoral vein"],
    ["An ![x](https://x.org/y). [house-rule]", "markup-not-allowed: An ![x](https://x.org/y)."],
    ["A [b](javascript:alert). [house-rule]", "link-not-allowed: A [b](javascript:alert)."],
    ["A [b](http://b.org). [house-rule]", "link-not-allowed: A [b](http://b.org)."],
    ["A <b>bold</b> word. [house-rule]", "raw-html: <b>"],
    ["One. [house-rule]{of=scan}", "of-outside-variant: One. [house-rule]{of=scan}"],
    ["\n#### Deep", "heading-level: Deep"],
    ["\n# Top", "heading-level: Top"],
    ["\n## Unnamed", "section-without-id: Unnamed"],
    ["\n## Again {#bottom-line}", "section-id-duplicate: Again {#bottom-line}"],
    ["\n> quoted", "markup-not-allowed: > quoted"],
    ["\n```\ncode\n```", "markup-not-allowed: ```"],
    ["\n- One. [house-rule]\n  - Two. [house-rule]", "list-nested: - Two. [house-rule]"],
    ["\n| a |\n| --- |\n| [house-rule] |", "table-malformed: | a |"],
    ["\n| a | b |\n| --- | --- |\n| x | y |", "statement-without-evidence: y"],
  ])("%j gives %s", (lines, expected) => {
    expect(mistakesIn(lines)).toEqual([expected]);
  });

  test("an article without bottom line, with text before its first section and with front matter", () => {
    const changes = {
      "topics/leg/article.md": "---\ntitle: x\n---\nHello.\n\n## Why {#why}\n\nOne. [house-rule]{#scan}\n",
    };
    expect(underlined(readWith(changes).diagnostics, filesWith(changes))).toEqual([
      "front-matter-in-article: ---",
      "text-outside-section: Hello.",
      "bottom-line-missing: Why {#why}",
      'related-target-unknown: "#bottom-line"',
    ]);
  });

  test("a line of a million characters is refused and the others are read", () => {
    const { article, diagnostics } = readArticle(`${"*a [".repeat(250_000)}\n\nOne. [house-rule]`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["line-too-long"]);
    expect(article && statementsOf(article).map(({ text }) => text)).toEqual(["Scan the whole leg.", "One."]);
  });
});

test.each([
  "In the cohort of 1997 and by 2023. [house-rule]",
  "Disc disease at L5 and S1, row D1, NG158, the 4D study, COVID-19. [house-rule]",
  "See table 1, type 2 diabetes and recommendation 3.1. [house-rule]",
  "A rule named `step-3`, [shown](https://example.org/4). [house-rule]",
  "The femoral vein, once called superficial femoral vein. [house-rule]",
  "What was called “superficial femoral vein” is deep. [house-rule]",
  "Often said. [unresolved]\nIn truth. [@smith-2020]",
])("nothing is said of %j", (lines) => {
  expect(mistakesIn(lines)).toEqual([]);
});

describe("a variant", () => {
  test("may not lose what the clinician's article must say", () => {
    const changes = { "topics/leg/article.patient.md": "## Bottom line {#bottom-line}\n\nHello. [signpost]\n" };
    const [lost] = readWith(changes).diagnostics;
    expect(lost).toMatchObject({ code: "variant-lost-statement", span: { file: "topics/leg/article.md", line: 3 } });
  });

  test("may not be tied to what is not there, nor say something of its own", () => {
    expect(mistakesIn("One. [house-rule]{of=scam}\nTwo. [house-rule]", "patient")).toEqual([
      "variant-of-unknown: One. [house-rule]{of=scam}",
      "variant-added-statement: Two. [house-rule]",
    ]);
  });
});

describe("no markup of an author reaches the page", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    '[x](https://a.org/"onmouseover="alert(1))',
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "`<script>`",
    "**<svg/onload=alert(1)>**",
    "&lt;script&gt; &#x202e;",
  ])("%s", (attack) => {
    const { article, diagnostics } = readArticle(
      `${attack} [house-rule]\n\n### ${attack}\n\n| ${attack} | e |\n|---|---|\n| ${attack} | [house-rule] |`,
    );
    const html = article === undefined ? [] : statementsOf(article).map((one) => one.html);
    expect(html.length).toBeGreaterThan(2);
    for (const one of html) {
      const tags = one.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) expect(tag).toMatch(/^<\/?(?:em|strong|code|a)>$|^<a href="(?:https:\/\/|#)[^"<>\s]*">$/);
    }
    expect(diagnostics.every(({ span }) => span?.file === "topics/leg/article.md")).toBe(true);
  });
});

describe("the hash of an article", () => {
  const hashOf = (changes: Record<string, string>) =>
    readWith(changes).library.topics.get("leg")?.articles.clinician?.hash;
  const printing = {
    "topics/leg/article.md": `${sampleFiles["topics/leg/article.md"]}Is {{fact.sensitivity}}. [@smith-2020]\n`,
  };

  test("changes with a number that is printed, a source that is cited and the pathway", () => {
    const change = (file: string, from: string, to: string) => ({
      ...printing,
      [file]: (sampleFiles[file] ?? "").replace(from, to),
    });
    const hashes = [
      hashOf(printing),
      hashOf(change("topics/leg/facts.yaml", "63.5", "64.5")),
      hashOf(change("sources.yaml", "title: A study", "title: Another study")),
      hashOf(change("topics/leg/pathway.yaml", "id: leg", "id: leg # new")),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  test("does not change with a comment in the facts or a source that is not cited", () => {
    const facts = `# a remark\n${sampleFiles["topics/leg/facts.yaml"]}`;
    const sources = (sampleFiles["sources.yaml"] ?? "").replace("id: old-1999", "id: older-1998");
    expect(hashOf({ ...printing, "topics/leg/facts.yaml": facts, "sources.yaml": sources })).toBe(hashOf(printing));
  });
});
