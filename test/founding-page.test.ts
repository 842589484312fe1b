import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseLibrary } from "../src/library/parse-library.ts";
import { lintLibrary } from "../src/lint/lint-library.ts";
import { Board } from "../src/review/testing/board.ts";
import { checkAgainstRecord } from "../src/review/text/check-record.ts";
import { readLibraryFolder } from "../src/store/library-folder.ts";
import { publishOnBoard } from "./support/publish-on-board.ts";

const read = await readLibraryFolder(join(import.meta.dirname, "fixtures", "founding-page"));
if (!read.ok) throw new Error("the fixture cannot be read");
const files = read.value;
const { library, diagnostics } = parseLibrary(files);
const topic = library.topics.get("calf-mass");
if (topic === undefined) throw new Error("the fixture has its topic");
// A clinician and a methods reviewer have signed it, and nobody who reads as its patients do.
const board = publishOnBoard(Board.full(), topic);
const record = { read: async () => board.record, now: () => board.now, findText: async () => undefined };
const recorded = await checkAgainstRecord(library.topics, record);
const found = [...diagnostics, ...lintLibrary(library, files), ...recorded.diagnostics];

/** The lines that a code is reported at. */
function linesAt(code: string): string {
  return found
    .filter((diagnostic) => diagnostic.code === code)
    .map(({ span }) => files.find(({ path }) => path === span?.file)?.text.split("\n")[(span?.line ?? 0) - 1] ?? "")
    .join("\n");
}

/** The fourteen faults that the checks were built against: the code that catches each, and words of the line it is caught at. */
const FAULTS: readonly (readonly [fault: string, caughtBy: readonly (readonly [code: string, words: string])[]])[] = [
  [
    "F1 a review is claimed, and awaited, without a record",
    [
      ["status-claimed", "reviewed by our board"],
      ["status-claimed", "awaits human review"],
    ],
  ],
  [
    "F2 one reference carries the page, one resolves to nothing, one has no year",
    [
      ["source-concentration", "Order a complete duplex"],
      ["source-not-found", "@no-such-document"],
      ["reference-incomplete", "nameless-document"],
    ],
  ],
  [
    "F3 one idea has three numbers, of people who are not named",
    [
      ["quantity-differs", "missed-of-people"],
      ["number-without-population", "population: all DVT"],
      ["number-without-denominator", "missed-of-calf"],
      ["number-typed-in-prose", "15–20 %"],
    ],
  ],
  ["F4 the calf veins of the headline are not those of the protocol", [["list-differs-from-set", "all calf veins"]]],
  ["F5 the question speaks of a mass and the answer does not", [["finding-not-addressed", "left calf mass"]]],
  ["F6 a deep vein is called superficial", [["hazard-term", "superficial femoral vein"]]],
  [
    "F7 the categories of two schemes are mixed, and a cut-off is typed",
    [
      ["scheme-mixed", "moderate-to-high"],
      ["cutoff-in-words", "two or more"],
    ],
  ],
  ["F8 two intervals for looking again", [["intervals-differ", "five to seven days"]]],
  [
    "F9 no strength, no certainty, no limits of the population",
    [
      ["recommendation-ungraded", "Order a complete duplex"],
      ["scope-incomplete", "everybody with a swollen calf"],
    ],
  ],
  ["F10 missed iliac clots argue for a scan that begins below them", [["failure-not-fixed", "missed iliac clots"]]],
  [
    "F11 related questions without relation, off the subject, and somebody's own",
    [
      ["related-without-relation", "How is a duplex done?"],
      ["related-off-topic", "sore throat"],
      ["question-personal", "I noticed a lump"],
    ],
  ],
  [
    "F12 a variant without a record of its own, too hard to read, that loses a statement",
    [
      ["variant-without-record", "Bottom line"],
      ["reading-level", "Comprehensive sonographic interrogation"],
      ["variant-lost-statement", "leave out the D-dimer"],
    ],
  ],
  ["F13 a date, and neither version nor change", [["history-missing", "2026-02-18"]]],
  ["F14 praise without a source", [["promotional-claim", "top institutions"]]],
];

describe("a page with fourteen faults", () => {
  test.each(FAULTS)("%s", (_fault, caughtBy) => {
    for (const [code, words] of caughtBy) expect(linesAt(code), code).toContain(words);
  });

  test("is found wrong in nothing else but the branches that its test leaves open", () => {
    const expected = new Set([...FAULTS.flatMap(([, caughtBy]) => caughtBy.map(([code]) => code)), "branch-missing"]);
    expect([...new Set(found.map(({ code }) => code))].filter((code) => !expected.has(code))).toEqual([]);
  });
});
