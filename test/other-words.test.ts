import { expect, test } from "vitest";
import { parseLibrary } from "../src/library/parse-library.ts";
import { lintLibrary } from "../src/lint/lint-library.ts";
import { shippedLibrary } from "./real-library.ts";

/** The faults that the checks look for in prose, in other words than those they were first written against. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  "status-claimed": [
    "Every article is reviewed by our medical board.",
    "All content on this site has been peer reviewed by physicians.",
    "Reviewed by board-certified physicians.",
    "Human review: pending.",
    "This page has been medically reviewed.",
    "Our editorial board approves every answer.",
    "Awaiting review by a human.",
    "Vetted by experts.",
    "Our physicians review each article before publication.",
    "This answer was checked and approved by specialists.",
    "Medical reviewers have verified this content.",
    "Approved by the medical advisory board.",
    "Review status: approved.",
    "The board has signed off this text.",
  ],
  "promotional-claim": [
    "Used by doctors at top institutions.",
    "Trusted by clinicians at two famous clinics.",
    "Join the thousands of physicians who rely on us.",
    "The leading source of clinical answers.",
    "Best-in-class answers for busy clinicians.",
    "Doctors at leading hospitals use this every day.",
    "Physicians worldwide trust our answers.",
    "The number one clinical resource.",
  ],
  "scheme-mixed": [
    "In moderate-to-high probability (Wells ≥ 2), skip the D-dimer.",
    "At moderate or high clinical probability, a Wells score of two or above, go to the scan.",
    "With a high score, that is likely, scan.",
    "A Wells score of at least two is a moderate-to-high pretest probability.",
    "Patients with moderate/high probability (likely) are scanned.",
    "A low score (unlikely) needs a D-dimer.",
  ],
  "cutoff-in-words": [
    "Swelling of three centimetres or more counts.",
    "A score of two or more needs a scan.",
    "Bed rest for more than three days counts.",
    "Those over fifty years take the adjusted value.",
    "A score greater than or equal to two is likely.",
    "Within four weeks of surgery a point is given.",
    "A score below two is unlikely.",
  ],
  "failure-not-fixed": [
    "Limited scans miss isolated iliac thrombosis, so the complete duplex is needed.",
    "Because iliac clots go undetected by short scans, scan from the groin down.",
    "Pelvic vein thrombi would be missed without a complete duplex.",
    "A two-point scan overlooks iliac clots.",
    "Iliac thrombosis is not seen by a limited scan, which is why the complete scan is preferred.",
  ],
  "list-differs-from-set": [
    "Compress all calf veins — posterior tibial, peroneal, and anterior tibial — along the leg.",
    "Compress all calf veins including the posterior tibial, peroneal and anterior tibial veins.",
    "The complete protocol covers: common femoral, femoral, popliteal and posterior tibial veins.",
    "Every deep calf vein is compressed (posterior tibial and peroneal).",
    "The full scan includes the common femoral, femoral, popliteal, posterior tibial and peroneal veins.",
    "Calf veins (posterior tibial, peroneal, anterior tibial) are all compressed.",
  ],
  "intervals-differ": [
    "Repeat ultrasound in one week.",
    "Repeat the scan within two weeks.",
    "A follow-up ultrasound is done after ten days.",
    "Rescan after a week.",
    "Scan again one week later.",
    "Serial ultrasound at two weeks.",
    "A second ultrasound follows after ten days.",
  ],
};

/** Sentences beside the faults, which are none. */
const HARMLESS: readonly string[] = [
  "A review of cohorts approved the method. [@kraaijpoel-2020]",
  "Doctors in two hospitals used the score. [@silveira-2015]",
  "A high score and a likely cause are two things. [house-rule]",
  "One or more of the veins may be doubled. [house-rule]",
  "Iliac clot is missed by the complete scan as well. [house-rule]",
  "Two of them hurt most often: posterior tibial and peroneal. [house-rule]",
  "Symptoms of a week or two weeks count alike. [house-rule]",
];

const HEADING = "## Why the whole leg {#why-complete}\n";
const { files } = await shippedLibrary();
const sentences = [
  ...Object.values(SAID)
    .flat()
    .map((sentence) => `${sentence} [house-rule]`),
  ...HARMLESS,
];
const edited = files.map((file) =>
  file.path.endsWith("suspected-leg-dvt/article.md")
    ? { ...file, text: file.text.replace(HEADING, `${HEADING}\n${sentences.join("\n")}\n`) }
    : file,
);
const found = lintLibrary(parseLibrary(edited).library, edited);
const codesAt = (sentence: string) =>
  found
    .filter(({ span }) => {
      const text = edited.find(({ path }) => path === span?.file)?.text ?? "";
      return text.slice(span?.offset).startsWith(sentence);
    })
    .map(({ code }) => code);

test.each(Object.entries(SAID).flatMap(([code, said]) => said.map((sentence) => [code, sentence] as const)))(
  "%s is found in: %s",
  (code, sentence) => {
    expect(codesAt(sentence)).toContain(code);
  },
);

test.each(HARMLESS)("nothing is found in: %s", (sentence) => {
  expect(codesAt(sentence)).toEqual([]);
});
