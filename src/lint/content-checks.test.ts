import { describe, expect, test } from "vitest";
import { CONTENT_CHECKS } from "./lint-library.ts";
import { type Edit, lintWith } from "./testing/small-topic.ts";

const MORE = "## More {#more}\n";
/** A sentence of the section "more", in front of the others. */
const saying = (sentence: string): Edit => ["article.md", MORE, `${MORE}\n${sentence}\n`];
const HOUSE = "[house-rule]";
const HARD =
  "Comprehensive sonographic interrogation of symptomatic extremities, encompassing infrapopliteal compartments in addition to proximal segments, constitutes the recommended investigation irrespective of institutional availability, operator familiarity or competing diagnostic considerations.";

interface Case {
  readonly title: string;
  readonly fault: readonly Edit[];
  /** What is underlined, in whole or in part. */
  readonly at: string;
  /** The same in a form that is right. */
  readonly twin: readonly Edit[];
}

const CASES: Readonly<Record<string, readonly Case[]>> = {
  "status-claimed": [
    {
      title: "a review by a board",
      fault: [saying(`Every page is reviewed by our board of doctors. ${HOUSE}`)],
      at: "Every page is reviewed",
      twin: [saying("A review of cohorts by two readers found the same. [@second]")],
    },
    {
      title: "a review that is awaited",
      fault: [saying(`Human review is pending. ${HOUSE}`)],
      at: "Human review",
      twin: [saying(`Symptoms that are there at review need a second look. ${HOUSE}`)],
    },
  ],
  "promotional-claim": [
    {
      title: "praise",
      fault: [saying(`It is trusted by thousands of clinicians. ${HOUSE}`)],
      at: "It is trusted",
      twin: [saying("In one survey it was used by half of the physicians. [@second]")],
    },
  ],
  "number-without-population": [
    {
      title: "nobody in particular",
      fault: [["facts.yaml", '"outpatients of one clinic, 2020"', "patients"]],
      at: "patients",
      twin: [["facts.yaml", '"outpatients of one clinic, 2020"', "inpatients after surgery"]],
    },
  ],
  "number-without-denominator": [
    {
      title: "a share of nobody knows how many",
      fault: [["facts.yaml", "denominator: 200, ", ""]],
      at: "clots in the calf alone",
      twin: [["facts.yaml", "denominator: 200, ", "interval: { low: 30, high: 50, level: 95 }, "]],
    },
    {
      title: "a year is no size of a group",
      fault: [["facts.yaml", "denominator: 200, ", ""]],
      at: "clots in the calf alone",
      twin: [
        ["facts.yaml", "denominator: 200, ", ""],
        ["facts.yaml", "one clinic, 2020", "one clinic, 200 in all, 2020"],
      ],
    },
  ],
  "quantity-differs": [
    {
      title: "one name, two numbers",
      fault: [
        [
          "facts.yaml",
          "facts:\n",
          'facts:\n  - { id: other, quantity: "clots, in the calf alone", measure: proportion, value: 35, unit: "%", denominator: 90, population: inpatients of one ward, source: second, confidence: read }\n',
        ],
      ],
      at: "clots in the calf alone",
      twin: [
        [
          "facts.yaml",
          "facts:\n",
          'facts:\n  - { id: other, quantity: "clots in the calf alone, inpatients", measure: proportion, value: 35, unit: "%", denominator: 90, population: inpatients of one ward, source: second, confidence: read }\n',
        ],
      ],
    },
  ],
  "list-differs-from-set": [
    {
      title: "a whole list that lacks a member",
      fault: [saying(`Compress all calf veins: the posterior tibial and peroneal. ${HOUSE}`)],
      at: "Compress all calf veins",
      twin: [saying(`Compress all calf veins: {{set.calf-veins}}. ${HOUSE}`)],
    },
    {
      title: "a whole list that adds one",
      fault: [
        saying(`The complete protocol (posterior tibial, peroneal, soleal and anterior tibial) is long. ${HOUSE}`),
      ],
      at: "The complete protocol",
      twin: [saying(`Two of them hurt most often: posterior tibial and peroneal. ${HOUSE}`)],
    },
  ],
  "scheme-mixed": [
    {
      title: "a category of one scheme beside a category of another",
      fault: [saying(`At an unlikely score or a high score, wait. ${HOUSE}`)],
      at: "At an unlikely score",
      twin: [saying(`At an unlikely score (three-step) or a high score (Level), wait. ${HOUSE}`)],
    },
    {
      title: "a category beside the floor of another scheme",
      fault: [saying(`A moderate probability, that is {{stratum.points.level.high}} points, needs a scan. ${HOUSE}`)],
      at: "A moderate probability",
      twin: [saying(`A high probability, that is {{stratum.points.level.high}} points, needs a scan. ${HOUSE}`)],
    },
  ],
  "cutoff-in-words": [
    {
      title: "a limit in words",
      fault: [saying(`Swelling of at least three centimetres counts. ${HOUSE}`)],
      at: "Swelling",
      twin: [saying(`Swelling on one or the other side counts. ${HOUSE}`)],
    },
  ],
  "intervals-differ": [
    {
      title: "two intervals by hand",
      fault: [saying(`At high risk, repeat the scan in a week. ${HOUSE}\nElse repeat the scan in two weeks. ${HOUSE}`)],
      at: "Else repeat",
      twin: [saying(`Symptoms of a week or two weeks count alike. ${HOUSE}`)],
    },
    {
      title: "one by hand beside one of the pathway",
      fault: [saying(`At high risk, repeat the scan in a week. ${HOUSE}`)],
      at: "At high risk",
      twin: [saying(`At high risk, repeat the scan in {{followUp.later}}. ${HOUSE}`)],
    },
    {
      title: "two entries of the pathway that cannot be told apart",
      fault: [["pathway.yaml", "scan of the calf", "scan of the leg"]],
      at: "later",
      twin: [["pathway.yaml", "scan of the calf", "scan of the thigh"]],
    },
  ],
  "recommendation-ungraded": [
    {
      title: "a cited bottom line without a grade",
      fault: [["article.md", " strength=weak certainty=low", ""]],
      at: "Suspected DVT",
      twin: [["article.md", " strength=weak certainty=low", " strength=not-graded certainty=not-graded"]],
    },
  ],
  "scope-incomplete": [
    {
      title: "a group that nobody thought of",
      fault: [["topic.yaml", "[pregnancy, an earlier clot]", "[an earlier clot]"]],
      at: "population: adults",
      twin: [["topic.yaml", "[pregnancy, an earlier clot]", "[an earlier clot, the weeks after birth]"]],
    },
  ],
  "source-concentration": [
    {
      title: "one source under most statements",
      fault: [saying("One. [@first]\nTwo. [@first]\nThree. [@first]\nFour. [@first]")],
      at: "Suspected DVT",
      twin: [saying("One. [@second]\nTwo. [@first]\nThree. [@third]\nFour. [@first]")],
    },
  ],
  "reference-incomplete": [
    {
      title: "a source of no year",
      fault: [["sources.yaml", 'issued: "2020", ', ""]],
      at: "first",
      twin: [["sources.yaml", 'issued: "2020", ', "toVerify: [issued], "]],
    },
    {
      title: "a source that nobody answers for",
      fault: [["sources.yaml", "author: [{ literal: Somebody }], ", ""]],
      at: "first",
      twin: [["sources.yaml", "author: [{ literal: Somebody }], ", "issuer: A society, "]],
    },
  ],
  "source-machine-written": [
    {
      title: "an answer of a machine as source",
      fault: [["sources.yaml", "id: third, register: T", "id: third, machineWritten: true, register: T"]],
      at: "@third",
      twin: [["sources.yaml", "id: third, register: T", "id: third, machineWritten: false, register: T"]],
    },
  ],
  "branch-missing": [
    {
      title: "a test that may not be had",
      fault: [["topic.yaml", ', unavailable: "#none"', ""]],
      at: "scan",
      twin: [["topic.yaml", ', unavailable: "#none"', ', unavailable: "#cold"']],
    },
    {
      title: "a branch that leads nowhere",
      fault: [["topic.yaml", '"#unclear"', '"#no-such-line"']],
      at: "scan",
      twin: [["topic.yaml", '"#unclear"', '"#none"']],
    },
  ],
  "finding-not-addressed": [
    {
      title: "a lump in the question alone",
      fault: [["article.md", "Suspected DVT and a calf lump both need", "Suspected DVT needs"]],
      at: "Which scan for a calf lump",
      twin: [["article.md", "Suspected DVT and", "A suspected deep-vein thrombosis and"]],
    },
    {
      title: "a lump that is said not to be answered",
      fault: [["article.md", "Suspected DVT and a calf lump both need", "Suspected DVT needs"]],
      at: "Which scan for a calf lump",
      twin: [
        ["article.md", "Suspected DVT and a calf lump both need", "Suspected DVT needs"],
        ["topic.yaml", "excludes: [", "excludes: [{ what: a calf lump on its own, say: See the lump clinic. }, "],
      ],
    },
  ],
  "failure-not-fixed": [
    {
      title: "an argument that the advised test does not answer",
      fault: [saying("Missed iliac clots make the long scan necessary. [@second]")],
      at: "Missed iliac",
      twin: [saying("A short scan misses iliac clots, and so does the long one as well. [@second]")],
    },
  ],
  "question-personal": [
    {
      title: "somebody's leg",
      fault: [["topic.yaml", "[Is it a clot?]", "[Is the lump in my left calf a clot?]"]],
      at: "Is the lump in my",
      twin: [["topic.yaml", "[Is it a clot?]", "[When do I repeat the scan?]"]],
    },
    {
      title: "somebody's age",
      fault: [["topic.yaml", "What follows when a clot is found?", "A 65-year-old with a clot?"]],
      at: "A 65-year-old",
      twin: [["topic.yaml", "What follows when a clot is found?", "A clot in old age?"]],
    },
  ],
  "related-off-topic": [
    {
      title: "another subject",
      fault: [["topic.yaml", "What follows when a clot is found?", "Which test for a sore throat?"]],
      at: "Which test for a sore throat?",
      twin: [["topic.yaml", "What follows when a clot is found?", "Which test for clots of the arm?"]],
    },
  ],
  "history-missing": [
    {
      title: "a date without a version",
      fault: [["topic.yaml", "lastUpdated: 2026-02-18", "lastUpdated: 2026-03-01"]],
      at: "2026-02-18",
      twin: [
        ["topic.yaml", "lastUpdated: 2026-02-18", "lastUpdated: 2026-03-01"],
        ["topic.yaml", "changes:\n", 'changes:\n  - { version: "3", date: 2026-03-01, what: a third look }\n'],
      ],
    },
    {
      title: "versions out of order",
      fault: [["topic.yaml", "date: 2026-01-10", "date: 2026-03-10"]],
      at: "2026-02-18",
      twin: [["topic.yaml", "date: 2026-01-10", "date: 2026-02-18"]],
    },
  ],
  "variant-lost-number": [
    {
      title: "a must without its number",
      fault: [["article.patient.md", "Of the clots, {{fact.share.value}} were", "Of the clots, many were"]],
      at: "Of the clots, many",
      twin: [["article.patient.md", "{{fact.share.value}}", "{{fact.share}}"]],
    },
  ],
  "variant-part-missing": [
    {
      title: "half of a must",
      fault: [
        ["article.patient.md", "A lump in the calf needs a scan. [@first]{#p-scan brief of=scan part=1/2}\n", ""],
      ],
      at: "A sore leg",
      twin: [
        ["article.patient.md", "A lump in the calf needs a scan. [@first]{#p-scan brief of=scan part=1/2}\n", ""],
        ["article.patient.md", "of=scan part=2/2", "of=scan"],
      ],
    },
    {
      title: "sentences that are not numbered",
      fault: [["article.patient.md", " part=1/2", ""]],
      at: "A lump in the calf",
      twin: [["article.patient.md", "A lump in the calf", "A lump in the leg"]],
    },
  ],
  "leaflet-incomplete": [
    {
      title: "a section that the patient's text does not have",
      fault: [["topic.yaml", "leaflet: { sections: [bottom-line] }", "leaflet: { sections: [bottom-line, more] }"]],
      at: "more",
      twin: [["topic.yaml", "leaflet: { sections: [bottom-line] }\n", ""]],
    },
    {
      title: "a leaflet without what must be known first",
      fault: [
        ["article.patient.md", "Of the clots,", "## More {#more}\n\nOf the clots,"],
        ["topic.yaml", "leaflet: { sections: [bottom-line] }", "leaflet: { sections: [more] }"],
      ],
      at: "more",
      twin: [
        ["article.patient.md", "Of the clots,", "## More {#more}\n\nOf the clots,"],
        ["topic.yaml", "leaflet: { sections: [bottom-line] }", "leaflet: { sections: [more, bottom-line] }"],
      ],
    },
  ],
  "reading-level": [
    {
      title: "a hard sentence",
      fault: [["article.patient.md", "A lump in the calf needs a scan.", HARD]],
      at: "Comprehensive sonographic",
      twin: [["article.patient.md", "A lump in the calf needs a scan.", "A lump in the calf should be scanned."]],
    },
  ],
};

test("the small topic has nothing wrong with it", () => {
  expect(lintWith()).toEqual([]);
});

test("every check has its cases here", () => {
  const codes = CONTENT_CHECKS.map(({ code }) => code);
  expect(Object.keys(CASES).toSorted()).toEqual(codes.toSorted());
});

describe.each(Object.entries(CASES))("%s", (code, cases) => {
  test.each(cases)("$title is reported at its place, and nothing else", ({ fault, at }) => {
    const found = lintWith(fault);
    expect(found.filter((one) => !one.startsWith(`${code}: `))).toEqual([]);
    expect(found).toContainEqual(expect.stringContaining(at));
  });

  test.each(cases)("$title in its right form is not reported", ({ twin }) => {
    expect(lintWith(twin)).toEqual([]);
  });
});
