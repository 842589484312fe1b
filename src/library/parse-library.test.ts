import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LibraryFile } from "./model/library.ts";
import { parseLibrary, TOPIC_FILES } from "./parse-library.ts";
import { filesWith, readWith, sampleFiles, samplePathway, underlined } from "./testing/sample-library.ts";

const LEG = "topics/leg/";

/** What is said when one file of the sample is changed by replacing a stretch of it. */
function change(path: string, from: string, to: string): readonly string[] {
  const changes = { [path]: (sampleFiles[path] ?? "").replace(from, to) };
  expect(changes[path]).not.toBe(sampleFiles[path]);
  return underlined(readWith(changes).diagnostics, filesWith(changes));
}

describe("a library without a mistake", () => {
  const { library, diagnostics } = readWith();

  test("is read whole and nothing is said", () => {
    expect(diagnostics).toEqual([]);
    expect([...library.sources.keys()]).toContain("smith-2020");
    expect(library.concepts).toMatchObject([{ id: "dvt", aliases: [] }]);
    expect(library.hazardTerms).toMatchObject([{ preferred: "femoral vein" }]);
    expect(library.topics.get("leg")).toMatchObject({
      slug: "leg",
      question: "Which scan?",
      related: [{ answeredIn: "#bottom-line" }],
      examples: [{ id: "V1", span: { file: "topics/leg/examples.yaml", line: 2 } }],
    });
  });

  test("gives the fields of a member that the format does not name as its attributes", () => {
    expect(library.sets.get("calf-veins")?.members[0]).toEqual({
      id: "peroneal",
      label: "peroneal veins",
      attributes: { side: "both", compression: true },
      sources: [],
    });
  });

  test("gives the words of each feature", () => {
    expect(library.topics.get("leg")?.words.get("calfMass")).toEqual({
      phrases: ["calf lump"],
      choices: {},
      denials: ["no lump"],
    });
  });
});

describe("what is wrong in a YAML file is underlined", () => {
  test.each([
    ["sources.yaml", "id: lee-2021", "id: smith-2020", "entry-duplicate: smith-2020"],
    ["glossary.yaml", "sources: [smith-2020]", "sources: [smith]", "source-not-found: smith"],
    ["named-sets.yaml", "id: tibial", "id: peroneal", "entry-duplicate: peroneal"],
    ["named-sets.yaml", "compression: true", "sources: [nobody]", "source-not-found: nobody"],
    [`${LEG}facts.yaml`, "source: smith-2020", "source: gone-2001", "source-retracted-cited: gone-2001"],
    [`${LEG}facts.yaml`, "    source: smith-2020\n", "", "fact-without-source: sensitivity"],
    [`${LEG}topic.yaml`, "relation: what comes next, ", "", 'related-without-relation: "And then?"'],
    [`${LEG}topic.yaml`, "#bottom-line", "#bottomline", 'related-target-unknown: "#bottomline"'],
    [`${LEG}topic.yaml`, "title: Leg", "title: Superficial femoral vein", "hazard-term: Superficial femoral vein"],
    [`${LEG}topic.yaml`, "title: Leg", "title: Leg\nslug: arm", "topic-slug-differs: arm"],
    [`${LEG}topic.yaml`, "title: Leg", "title: Le\u200bg", "invisible-character: \u200b"],
    [`${LEG}article.md`, "whole", "\u202ewhole", "invisible-character: \u202e"],
    [`${LEG}article.md`, "whole", "\u0000whole", "invisible-character: \u0000"],
    [
      `${LEG}words.yaml`,
      "calfMass:",
      "calfMas:",
      "words-feature-unknown: { phrases: [calf lump], denials: [no lump] }",
    ],
    [`${LEG}words.yaml`, "left: [", "lefty: [", "words-choice-unknown: [left leg]"],
    [
      `${LEG}words.yaml`,
      "denials: [no lump]",
      "denials: [no lump], measuredTwice: { before: calfMas }",
      "words-feature-unknown: calfMas",
    ],
    [
      `${LEG}words.yaml`,
      "denials: [no lump]",
      "denials: [no lump], measuredTwice: { before: calfMass, tells: { leg: { value: lefty } } }",
      "words-choice-unknown: { value: lefty }",
    ],
    [`${LEG}examples.yaml`, "calfMass: true", "calfMas: true", "example-feature-unknown: true"],
    [`${LEG}examples.yaml`, "nextStep: SCAN", "nextStep: SCAM", "example-advice-unknown: SCAM"],
    [`${LEG}examples.yaml`, "rule: mass", "rule: mas", "example-rule-unknown: mas"],
    [`${LEG}examples.yaml`, "[BLEED]", "[BLOOD]", "example-warning-unknown: BLOOD"],
    [`${LEG}examples.yaml`, "profile: sru", "profile: nice", "example-profile-unknown: nice"],
    [`${LEG}examples.yaml`, "needs: [leg]", "needs: [arm]", "example-feature-unknown: arm"],
    [`${LEG}examples.yaml`, "needs: [leg]", "disputed: [arm]", "example-feature-unknown: arm"],
    [`${LEG}examples.yaml`, "needs: [leg]", "alsoWindows: { SCAM: [[5, 7]] }", "example-advice-unknown: [[5, 7]]"],
    [`${LEG}examples.yaml`, "title: a mass", "titel: a mass", "yaml-shape: a mass"],
  ])("%s with %j become %j", (path, from, to, expected) => {
    expect(change(path, from, to)).toContain(expected);
  });

  test("a fact of our own needs no source", () => {
    const path = `${LEG}facts.yaml`;
    const text = (sampleFiles[path] ?? "").replace("    source: smith-2020\n", "").replace("read", "house-rule");
    expect(readWith({ [path]: text }).diagnostics).toEqual([]);
  });

  test("the words and citations of the pathway are held to the same", () => {
    const [recommendation] = samplePathway.recommendations;
    const pathway = {
      ...samplePathway,
      recommendations:
        recommendation === undefined
          ? []
          : [{ ...recommendation, action: "Scan the superficial femoral vein", cite: [{ source: "smit-2020" }] }],
    };
    const { diagnostics } = parseLibrary(filesWith(), { readPathway: () => ({ pathway, diagnostics: [] }) });
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(["source-not-found", "hazard-term"]));
  });
});

describe("a broken file costs what it holds and nothing else", () => {
  test("sources that cannot be read are reported once, not at every citation", () => {
    const { library, diagnostics } = readWith({ "sources.yaml": "sources:\n\t- id: x\n" });
    expect(diagnostics.every(({ code, span }) => code === "yaml-syntax" && span?.file === "sources.yaml")).toBe(true);
    expect(library.topics.get("leg")?.articles.clinician?.sections).toHaveLength(1);
  });

  test("one bad source spares the others, and its citations are not reported again", () => {
    const sources = (sampleFiles["sources.yaml"] ?? "").replace("design: cohort-study", "design: cohort");
    const { library, diagnostics } = readWith({ "sources.yaml": sources });
    expect(diagnostics.map(({ code }) => code)).toEqual(["yaml-shape"]);
    expect([...library.sources.keys()]).toEqual(["lee-2021", "doubtful-2019", "gone-2001", "old-1999"]);
  });

  test("a pathway that cannot be read is not blamed on the text that prints it", () => {
    const article = `${sampleFiles[`${LEG}article.md`]}At {{parameter.cutoff}}. [house-rule]\n`;
    const { library, diagnostics } = parseLibrary(filesWith({ [`${LEG}article.md`]: article }), {
      readPathway: () => ({ diagnostics: [] }),
    });
    expect(diagnostics).toEqual([]);
    expect(library.topics.get("leg")?.pathway).toBeUndefined();
  });

  test("a pathway that cannot be loaded leaves its topic, which says why", () => {
    const refused = {
      code: "diagram-too-large",
      severity: "error",
      message: "it is too large",
      help: "split it",
    } as const;
    const { library } = parseLibrary(filesWith(), { readPathway: () => ({ diagnostics: [refused] }) });
    expect(library.topics.get("leg")).toMatchObject({ pathwayRefused: "it is too large" });
    expect(readWith().library.topics.get("leg")?.pathwayRefused).toBeUndefined();
  });

  test("a topic without a readable topic.yaml is left out, and the other topics stay", () => {
    const { library, diagnostics } = readWith({ "topics/arm/topic.yaml": "title: [", "topics/arm/article.md": "" });
    expect([...library.topics.keys()]).toEqual(["leg"]);
    expect(diagnostics.map(({ code }) => code)).toContain("yaml-syntax");
  });
});

describe("the files themselves", () => {
  test("that are missing are named", () => {
    expect(parseLibrary([]).diagnostics.map(({ code, span }) => `${code} ${span?.file}`)).toEqual([
      "file-missing sources.yaml",
      "file-missing glossary.yaml",
      "file-missing named-sets.yaml",
    ]);
    const { diagnostics } = readWith({
      [`${LEG}topic.yaml`]: undefined,
      [`${LEG}words.yaml`]: undefined,
      [`${LEG}examples.yaml`]: undefined,
    });
    expect(diagnostics.map(({ code, span }) => `${code} ${span?.file}`)).toEqual([
      "file-missing topics/leg/topic.yaml",
      "file-missing topics/leg/words.yaml",
      "file-missing topics/leg/examples.yaml",
    ]);
  });

  test("that nothing reads are a warning; schemas and readmes are not", () => {
    const { diagnostics } = readWith({
      [`${LEG}fact.yaml`]: "",
      "notes.txt": "",
      "topics/leg/deep/topic.yaml": "",
      "README.md": "",
      "schemas/facts.schema.json": "{}",
    });
    expect(diagnostics.map(({ code, severity, span }) => `${severity} ${code} ${span?.file}`)).toEqual([
      "warning file-unknown topics/leg/fact.yaml",
      "warning file-unknown notes.txt",
      "warning file-unknown topics/leg/deep/topic.yaml",
    ]);
  });

  test("that come twice, or lie in a folder that cannot be an address", () => {
    const files = [...filesWith(), ...filesWith().slice(0, 1), { path: "topics/Left Leg/article.md", text: "" }];
    const codes = parseLibrary(files).diagnostics.map(({ code }) => code);
    expect(codes).toContain("file-repeated");
    expect(codes).toContain("topic-name-malformed");
  });
});

describe("the hash of a topic", () => {
  const hashOf = (changes: Record<string, string | undefined> = {}) =>
    readWith(changes).library.topics.get("leg")?.hash;

  test.each([...Object.keys(sampleFiles)])("changes with %s", (path) => {
    expect(hashOf({ [path]: `${sampleFiles[path]}\n` })).not.toBe(hashOf());
  });

  test("does not change with another topic, nor with the order of the files", () => {
    expect(hashOf({ "topics/arm/article.md": "text" })).toBe(hashOf());
    const turned = parseLibrary(filesWith().toReversed(), {
      readPathway: () => ({ pathway: samplePathway, diagnostics: [] }),
    });
    expect(turned.library.topics.get("leg")?.hash).toBe(hashOf());
  });
});

describe("hostile text", () => {
  const paths = [...Object.keys(sampleFiles)];
  const attacks: readonly (readonly [string, string])[] = [
    [
      "an alias bomb",
      `a0: &a0 [x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n},*a${n},*a${n},*a${n},*a${n},*a${n},*a${n},*a${n}]`).join("\n")}`,
    ],
    [
      "keys named like object internals",
      "__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\nsources: [{ __proto__: { id: x } }]\nwords: { __proto__: { phrases: [x] }, constructor: {} }\n",
    ],
    ["deep brackets", `sources: ${"[".repeat(20_000)}`],
    ["deep quotation and lists", `${"> ".repeat(5_000)}x\n${"- ".repeat(5_000)}y\n`],
    ["a line of a million characters", `sources: "${"x".repeat(1_000_000)}"`],
    ["NUL bytes", "\0\0sources:\0 []"],
    ["a million brackets of Markdown", `## A {#a}\n\n${"[".repeat(1_000_000)}`],
    ["many short lines", "x [house-rule]\n".repeat(20_000)],
    ["lone surrogates", "\ud800 title: \udfff"],
    ["carriage returns", (sampleFiles[`${LEG}article.md`] ?? "").replaceAll("\n", "\r\n")],
  ];
  test.each(attacks)("%s in any file is answered with diagnostics at most", (_title, text) => {
    for (const path of paths) {
      const { diagnostics } = readWith({ [path]: text });
      expect(diagnostics.every(({ message }) => typeof message === "string")).toBe(true);
    }
    expect("polluted" in {}).toBe(false);
  });

  test("line ends of Windows change nothing that is read", () => {
    const files = filesWith().map(({ path, text }) => ({ path, text: text.replaceAll("\n", "\r\n") }));
    const { diagnostics } = parseLibrary(files, { readPathway: () => ({ pathway: samplePathway, diagnostics: [] }) });
    expect(diagnostics).toEqual([]);
  });

  test("a key that is itself a map is reported on one line", () => {
    const { diagnostics } = parseLibrary([{ path: "sources.yaml", text: "? ? ##" }]);
    expect(diagnostics.map(({ code }) => code)).toContain("yaml-shape");
    for (const { message } of diagnostics) expect(message).not.toMatch(/[\r\n]/);
  });

  test("no text in any file makes the reader throw", () => {
    const words = fc.constantFrom(
      ..."## |---| - [ ] {# } {{fact. }} [@smith-2020] [house-rule] : &a *a ? --- ``` > # \t must of= \r <b> ![ ]( sources facts id".split(
        " ",
      ),
      "\n",
      "\n\n",
      "  ",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join(" ")),
    );
    const path = fc.oneof(
      fc.constantFrom(...paths, ...TOPIC_FILES.map((name) => `topics/__proto__/${name}`)),
      fc.string({ maxLength: 30 }),
    );
    const files: fc.Arbitrary<LibraryFile[]> = fc.array(fc.record({ path, text }), { maxLength: 4 });
    fc.assert(
      fc.property(files, (changed) => {
        const { library, diagnostics } = parseLibrary([...changed, ...filesWith()]);
        return library.topics.size <= 3 && diagnostics.every(({ message }) => !message.includes("\n"));
      }),
      { numRuns: 300 },
    );
  });
});
