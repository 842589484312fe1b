import type { LibraryFile } from "../../library/model/library.ts";
import { parseLibrary } from "../../library/parse-library.ts";
import { pathwayText } from "../../pathway/testing/small-pathway.ts";
import { lintLibrary } from "../lint-library.ts";

const SOURCE = `register: T, type: article-journal, title: A study, author: [{ literal: Somebody }], issued: "2020", design: guideline, status: current, confidence: read, seen: whole, licence: unknown`;

const SCHEMES = [
  "    schemes:",
  "      - { id: level, label: Level, strata: [{ id: low, label: Low, to: 0 }, { id: high, label: High, from: 1 }] }",
];

/** A small topic without a fault. Tests change one file and see what is said about it. */
const FILES: Readonly<Record<string, string>> = {
  "sources.yaml": `sources:\n${["first", "second", "third"].map((id) => `  - { id: ${id}, ${SOURCE} }`).join("\n")}\n`,
  "glossary.yaml": `concepts:
  - { id: dvt, term: deep-vein thrombosis, aliases: [DVT], definition: { clinician: A clot., patient: A clot. } }
`,
  "named-sets.yaml": `sets:
  - id: calf-veins
    label: calf veins
    members:
      - { id: tibial, label: posterior tibial veins }
      - { id: peroneal, label: peroneal veins }
      - { id: soleal, label: soleal veins }
  - id: above
    label: veins above the groin
    notCoveredBy: calf-veins
    names: [iliac]
    members: [{ id: iliac, label: iliac veins }]
`,
  "topics/leg/topic.yaml": `title: Clot of the leg
question: Which scan for a calf lump and suspected DVT?
patientQuestion: Which test?
lastUpdated: 2026-02-18
changes:
  - { version: "2", date: 2026-02-18, what: a second look }
  - { version: "1", date: 2026-01-10, what: the first text }
terms: [calf lump, DVT, clot]
askedAs: [Is it a clot?]
scope:
  population: adults
  setting: outpatients
  includes: [pregnancy, an earlier clot]
  excludes: [{ what: people already on treatment, say: Call the clinic. }]
related:
  - { question: What follows when a clot is found?, relation: what comes next, why: It follows. }
tests:
  - { test: scan, words: [scan], advisedBy: [LOOK], features: [scan], negative: [{ scan: clear }], positive: [{ scan: clot }], nondiagnostic: "#unclear", unavailable: "#none" }
leaflet: { sections: [bottom-line] }
reviewPolicy: { clinicalSignatures: 1, methodsSignatures: 1, reviewEveryMonths: 12 }
`,
  "topics/leg/facts.yaml": `facts:
  - { id: share, quantity: clots in the calf alone, measure: proportion, value: 40, unit: "%", denominator: 200, population: "outpatients of one clinic, 2020", source: first, confidence: read }
`,
  "topics/leg/pathway.yaml": pathwayText({
    followUps: `followUps:
  - { id: soon, what: scan of the calf, windows: [[1, 3]], countedFrom: scan }
  - { id: later, what: scan of the leg, windows: [[5, 7]], countedFrom: scan }`,
    scores: `scores:
  - id: points
    label: Points
    version: "1"
    items:
      - { id: swollen, label: Swollen, points: 1, feature: swollen }
      - { id: tender, label: Tender, points: 2, feature: tender }
      - { id: explained, label: Explained, points: -2, feature: explained }
${SCHEMES.join("\n")}
      - { id: three, label: three-step, strata: [{ id: none, label: unlikely, to: 0 }, { id: some, label: moderate, from: 1, to: 1 }, { id: much, label: strong, from: 2 }] }`,
  }),
  "topics/leg/words.yaml": "words:\n  swollen: { phrases: [swollen leg] }\n",
  "topics/leg/examples.yaml":
    "examples:\n  - { id: V1, title: a clot, findings: { scan: clot }, expect: { nextStep: TREAT } }\n",
  "topics/leg/article.md": `## Bottom line {#bottom-line}

Suspected DVT and a calf lump both need the scan. [@first]{#scan must strength=weak certainty=low}
Call for help when the foot turns cold. [house-rule]{#cold must}

## More {#more}

Of the clots {{fact.share}} lay in the calf alone. [@first]{#alone must}
If the scan gives no answer, it is done again in {{followUp.soon}}. [@second]{#unclear}
If it cannot be had, ask the clinic. [@third]{#none}
`,
  "topics/leg/article.patient.md": `## Bottom line {#bottom-line}

A lump in the calf needs a scan. [@first]{#p-scan brief of=scan part=1/2}
A sore leg that may hold a clot needs it too. [@first]{#p-scan-2 of=scan part=2/2}
Call for help if the foot turns cold. [house-rule]{#p-cold of=cold}
Of the clots, {{fact.share.value}} were in the calf. [@first]{#p-alone of=alone}
If the scan is not clear, you will have one more in a few days. [@second]{#p-unclear of=unclear}
`,
};

/** What to do to a file of the small topic: words that must be there, and what stands in for them. */
export type Edit = readonly [file: string, from: string, to: string];

export function editedFiles(edits: readonly Edit[]): readonly LibraryFile[] {
  const texts = new Map(Object.entries(FILES));
  for (const [name, from, to] of edits) {
    const path = texts.has(name) ? name : `topics/leg/${name}`;
    const text = texts.get(path) ?? "";
    if (!text.includes(from)) throw new Error(`\`${from}\` is not in ${path}`);
    texts.set(path, text.replace(from, to));
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

/** Everything that is said of the small topic after the edits: reading it and linting it, as `code: underlined words`. */
export function lintWith(edits: readonly Edit[] = []): readonly string[] {
  const files = editedFiles(edits);
  const { library, diagnostics } = parseLibrary(files);
  return [...diagnostics, ...lintLibrary(library, files)].map(({ code, span }) => {
    const text = files.find(({ path }) => path === span?.file)?.text ?? "";
    return `${code}: ${span === undefined ? "" : text.slice(span.offset, span.offset + span.length)}`;
  });
}
