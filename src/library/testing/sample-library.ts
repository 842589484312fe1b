import { decimal } from "../../clinical/quantity.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { LibraryFile } from "../model/library.ts";
import { parseLibrary } from "../parse-library.ts";

const span = { file: "topics/leg/pathway.yaml", line: 1, column: 1, offset: 0, length: 1 };
const cite = [{ source: "smith-2020" }];
const always = { kind: "truth", value: true, span } as const;

/** A pathway with one of everything that text may name. It stands in for the pathway engine's reader in tests. */
export const samplePathway: Pathway = {
  id: "leg",
  title: "Leg",
  version: "1",
  profiles: [{ id: "sru", label: "SRU", cite }],
  defaultProfile: "sru",
  features: [feature("calfMass", { kind: "truth" }), feature("leg", sides())],
  parameters: [
    { id: "cutoff", label: "cut-off", value: { value: decimal(500), unit: "ug/L{FEU}" }, cite, span },
    { id: "surgery", label: "window", value: { value: decimal(84), unit: "d" }, cite, span },
  ],
  scores: [
    {
      id: "wells",
      label: "Wells",
      version: "2003",
      cite,
      items: [],
      stated: {},
      schemes: [{ id: "twoLevel", label: "two-level", strata: [{ id: "likely", label: "likely", from: 2 }] }],
      span,
    },
  ],
  definitions: [],
  followUps: [{ id: "repeat", what: "repeat the scan", windows: [[5, 7]], countedFrom: "the scan", cite, span }],
  recommendations: ["SCAN", "ASK", "RESOLVE"].map((code) => ({
    code,
    title: code,
    action: "act",
    plain: "act",
    strength: "weak",
    certainty: "low",
    cite,
    rulesOut: false,
    emergency: false,
    outOfScope: false,
    next: [],
    span,
  })),
  outcomes: { needs: "ASK", contradiction: "RESOLVE" },
  stages: [
    {
      id: "first",
      label: "first",
      why: "first",
      rules: [
        {
          id: "mass",
          when: always,
          advise: "SCAN",
          because: "b",
          cite,
          profiles: [],
          known: [],
          disagreements: [],
          notes: [],
          span,
        },
      ],
      span,
    },
  ],
  alsoDo: [],
  warnings: [{ code: "BLEED", text: "t", plain: "p", amounts: {}, when: always, with: [], except: [], cite, span }],
  inconsistencies: [],
  properties: [],
};

function sides(): Pathway["features"][number]["type"] {
  return { kind: "choice", choices: [{ code: "left", label: "left" }] };
}

function feature(id: string, type: Pathway["features"][number]["type"]): Pathway["features"][number] {
  return {
    id,
    type,
    label: id,
    plain: id,
    ask: id,
    cost: "history",
    input: true,
    implies: [],
    group: "g",
    codings: [],
    span,
  };
}

function source(id: string, more = ""): string {
  return `
  - id: ${id}
    register: R1
    type: article-journal
    title: A study
    issued: "2020"
    design: cohort-study
    status: ${more.includes("status:") ? more.replace("status: ", "") : "current"}
    confidence: ${id === "lee-2021" ? "secondary" : "read"}
    seen: abstract
    citable: ${id !== "doubtful-2019"}
    licence: unknown`;
}

/** A small library without a mistake. Tests change one file and see what is said about it. */
export const sampleFiles: Readonly<Record<string, string>> = {
  "sources.yaml": `sources:${source("smith-2020")}${source("lee-2021")}${source("doubtful-2019")}${source("gone-2001", "status: retracted")}${source("old-1999", "status: superseded")}\n`,
  "glossary.yaml": `concepts:
  - { id: dvt, term: deep-vein thrombosis, definition: { clinician: "A clot.", patient: "A clot." } }
hazardTerms:
  - { term: superficial femoral vein, preferred: femoral vein, why: it is a deep vein, sources: [smith-2020] }
`,
  "named-sets.yaml": `sets:
  - id: calf-veins
    label: calf veins
    members:
      - { id: peroneal, label: peroneal veins, side: both, compression: true }
      - { id: tibial, label: tibial veins }
      - { id: soleal, label: soleal veins }
`,
  "topics/leg/topic.yaml": `title: Leg
question: Which scan?
patientQuestion: Which test?
lastUpdated: 2026-02-18
scope: { population: adults, setting: outpatients }
related:
  - { question: "And then?", relation: what comes next, why: "It follows.", answeredIn: "#bottom-line" }
reviewPolicy: { clinicalSignatures: 1, methodsSignatures: 1, reviewEveryMonths: 12 }
`,
  "topics/leg/facts.yaml": `facts:
  - id: sensitivity
    quantity: sensitivity in the calf
    measure: sensitivity
    value: 63.5
    unit: "%"
    interval: { low: 59.8, high: 67.0, level: 95 }
    population: cohorts
    source: smith-2020
    confidence: read
`,
  "topics/leg/pathway.yaml": "id: leg\n",
  "topics/leg/words.yaml": `words:
  calfMass: { phrases: [calf lump], denials: [no lump] }
  leg: { choices: { left: [left leg] } }
`,
  "topics/leg/examples.yaml": `examples:
  - id: V1
    title: a mass
    profile: sru
    findings: { calfMass: true }
    expect: { nextStep: SCAN, rule: mass, warnings: [BLEED], needs: [leg] }
`,
  "topics/leg/article.md": `## Bottom line {#bottom-line}

Scan the whole leg. [@smith-2020, abstract; @lee-2021]{#scan strength=strong certainty=moderate must}
`,
  "topics/leg/article.patient.md": `## Bottom line {#bottom-line}

You need a scan of your leg. [@smith-2020]{#p-scan of=scan}
`,
};

/** The sample with some files replaced; `undefined` takes a file away. */
export function filesWith(changes: Readonly<Record<string, string | undefined>> = {}): readonly LibraryFile[] {
  return Object.entries({ ...sampleFiles, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
}

/** Reads the sample with some files replaced, the pathway being the sample's. */
export function readWith(changes: Readonly<Record<string, string | undefined>> = {}) {
  return parseLibrary(filesWith(changes), { readPathway: () => ({ pathway: samplePathway, diagnostics: [] }) });
}

/** Reads an article of the sample whose bottom line is followed by these lines, each a paragraph line. */
export function readArticle(lines: string, reader: "clinician" | "patient" = "clinician") {
  const path = reader === "clinician" ? "topics/leg/article.md" : "topics/leg/article.patient.md";
  const read = readWith({ [path]: `${sampleFiles[path]}${lines}\n` });
  return { ...read, article: read.library.topics.get("leg")?.articles[reader] };
}

/** What each diagnostic underlines, as `code: words`. */
export function underlined(diagnostics: readonly Diagnostic[], files: readonly LibraryFile[]): readonly string[] {
  return diagnostics.map(({ code, span: place }) => {
    const text = files.find((file) => file.path === place?.file)?.text ?? "";
    return place === undefined ? code : `${code}: ${text.slice(place.offset, place.offset + place.length)}`;
  });
}

/** The sample's clinician article with these lines added: what is said about it, and the words that are underlined. */
export function mistakesIn(lines: string, reader: "clinician" | "patient" = "clinician"): readonly string[] {
  const path = reader === "clinician" ? "topics/leg/article.md" : "topics/leg/article.patient.md";
  const changes = { [path]: `${sampleFiles[path]}${lines}\n` };
  return underlined(readWith(changes).diagnostics, filesWith(changes));
}
