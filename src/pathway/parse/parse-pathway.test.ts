import { describe, expect, test } from "vitest";
import { languageDiagnostics } from "../language/language-diagnostics.ts";
import { pathwayText, reportsOn, withLine, withWords } from "../testing/small-pathway.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";

const RULE = (fields: string) => `      - { because: b, cite: ["[house-rule]"], ${fields} }`;

interface Fault {
  readonly title: string;
  readonly text: string;
  readonly code: keyof typeof pathwayDiagnostics.table | keyof typeof languageDiagnostics.table;
  /** Words that the span covers, or begins with when it covers a whole entry. */
  readonly underlines: string;
}

const FAULTS: readonly Fault[] = [
  {
    title: "a definition is made of itself",
    text: withLine("definitions", "  - { id: again, label: again, when: not again }"),
    code: "reference-cyclic",
    underlines: "not again",
  },
  {
    title: "two features share a name",
    text: withLine("features", "  - { id: age, type: truth, label: A, plain: a, ask: a, group: A, cost: history }"),
    code: "id-duplicate",
    underlines: "age",
  },
  {
    title: "a parameter is called like a feature",
    text: withWords("parameters", "id: adultAge, label: adult", "id: swollen, label: adult").replace(
      "age < adultAge",
      "age < swollen",
    ),
    code: "id-duplicate",
    underlines: "swollen",
  },
  {
    title: "two rules share a name, even in different stages",
    text: withLine("stages", RULE("id: tooYoung, when: swollen, advise: LOOK")),
    code: "id-duplicate",
    underlines: "{ because",
  },
  {
    title: "two recommendations share a code",
    text: withWords("recommendations", "code: LOOK", "code: TREAT").replaceAll("advise: LOOK", "advise: TREAT"),
    code: "id-duplicate",
    underlines: "{ code: TREAT",
  },
  {
    title: "a rule advises what is not in the list",
    text: withLine("stages", RULE("id: extra, when: swollen, advise: OPERATE")),
    code: "reference-not-found",
    underlines: "{ because",
  },
  {
    title: "a rule wants a feature known that is not there",
    text: withLine("stages", RULE("id: extra, when: swollen, advise: LOOK, known: [size]")),
    code: "reference-not-found",
    underlines: "{ because",
  },
  {
    title: "a rule names a profile that is not there",
    text: withLine("stages", RULE("id: extra, when: swollen, advise: LOOK, profiles: [third]")),
    code: "reference-not-found",
    underlines: "{ because",
  },
  {
    title: "a rule names a follow-up that is not there",
    text: withLine("stages", RULE("id: extra, when: swollen, advise: LOOK, followUp: never")),
    code: "reference-not-found",
    underlines: "{ because",
  },
  {
    title: "a follow-up by profile has no default",
    text: withLine("stages", RULE("id: extra, when: swollen, advise: LOOK, followUp: { first: soon }")),
    code: "reference-not-found",
    underlines: "{ because",
  },
  {
    title: "a feature implies one that is not there",
    text: withWords("features", "{ feature: basis, value: FEU }", "{ feature: bases, value: FEU }"),
    code: "reference-not-found",
    underlines: "bases",
  },
  {
    title: "the default profile is not there",
    text: withWords("profiles", "defaultProfile: first", "defaultProfile: third"),
    code: "reference-not-found",
    underlines: "",
  },
  {
    title: "the deciding score is not there",
    text: withWords("decidingScore", "points", "marks"),
    code: "reference-not-found",
    underlines: "",
  },
  {
    title: "a contradiction disputes a feature that is not there",
    text: withWords("inconsistencies", "[scan, child]", "[scan, kid]"),
    code: "reference-not-found",
    underlines: "{ id: clearButSwollenChild",
  },
  {
    title: "a choice has no choices",
    text: withLine("features", "  - { id: other, type: choice, label: A, plain: a, ask: a, group: A, cost: history }"),
    code: "feature-type-incomplete",
    underlines: "{ id: other",
  },
  {
    title: "a number has no range",
    text: withLine(
      "features",
      "  - { id: other, type: wholeNumber, label: A, plain: a, ask: a, group: A, cost: history }",
    ),
    code: "feature-type-incomplete",
    underlines: "{ id: other",
  },
  {
    title: "a range ends before it begins",
    text: withLine(
      "features",
      "  - { id: other, type: wholeNumber, range: [9, 1], label: A, plain: a, ask: a, group: A, cost: history }",
    ),
    code: "feature-type-incomplete",
    underlines: "{ id: other",
  },
  {
    title: "a quantity has no unit",
    text: withLine(
      "features",
      "  - { id: other, type: quantity, range: [0, 1], label: A, plain: a, ask: a, group: A, cost: history }",
    ),
    code: "feature-type-incomplete",
    underlines: "{ id: other",
  },
  {
    title: "a presumption is no value of the feature",
    text: withWords("features", "presume: none", "presume: nothing"),
    code: "value-not-of-feature",
    underlines: "nothing",
  },
  {
    title: "a presumption lies outside the range",
    text: withWords(
      "features",
      "type: wholeNumber, range: [0, 120]",
      "type: wholeNumber, range: [0, 120], presume: 400",
    ),
    code: "value-not-of-feature",
    underlines: "400",
  },
  {
    title: "a presumed quantity is on another basis",
    text: withWords(
      "features",
      'unit: "ug/L{FEU}", range: [0, 100000]',
      'unit: "ug/L{FEU}", range: [0, 100000], presume: "5 \'ug/L{DDU}\'"',
    ),
    code: "value-not-of-feature",
    underlines: "\"5 'ug/L{DDU}'\"",
  },
  {
    title: "an implied value is no value of the feature",
    text: withWords("features", "value: FEU }", "value: XEU }"),
    code: "value-not-of-feature",
    underlines: "XEU",
  },
  {
    title: "a ruling-out names nothing that must be known",
    text: withWords("stages", "known: [feu], ", ""),
    code: "ruling-out-unguarded",
    underlines: "{ id: lowAndBelow",
  },
  {
    title: "a window ends before it begins",
    text: withWords("followUps", "[[5, 7]]", "[[7, 5]]"),
    code: "window-backwards",
    underlines: "{ id: later",
  },
  {
    title: "categories leave a gap",
    text: withWords("scores", "from: 1 }", "from: 2 }"),
    code: "strata-not-whole",
    underlines: "{ id: level",
  },
  {
    title: "categories overlap",
    text: withWords("scores", "from: 1 }", "from: 0 }"),
    code: "strata-not-whole",
    underlines: "{ id: level",
  },
  {
    title: "categories are closed at the top",
    text: withWords("scores", "from: 1 }", "from: 1, to: 3 }"),
    code: "strata-not-whole",
    underlines: "{ id: level",
  },
  {
    title: "a category ends before it begins",
    text: withWords(
      "scores",
      "{ id: high, label: High, from: 1 }",
      "{ id: mid, label: Mid, from: 1, to: -1 }, { id: high, label: High, from: 0 }",
    ),
    code: "strata-not-whole",
    underlines: "{ id: level",
  },
  {
    title: "a total is given in a feature that is no whole number",
    text: withWords("scores", "    items:", "    stated: { total: swollen }\n    items:"),
    code: "stated-total-unusable",
    underlines: "id: points",
  },
  {
    title: "a category is given in a feature that is no choice among the strata",
    text: withWords("scores", "    items:", "    stated: { category: scan }\n    items:"),
    code: "stated-total-unusable",
    underlines: "id: points",
  },
  {
    title: "a score that takes a total has an item with a condition of its own",
    text: withWords(
      "scores",
      "    items:\n      - { id: swollen, label: Swollen, points: 1, feature: swollen }",
      "    stated: { total: age }\n    items:\n      - { id: swollen, label: Swollen, points: 1, feature: swollen, when: swollen and tender }",
    ),
    code: "stated-total-unusable",
    underlines: "id: points",
  },
  {
    title: "a citation is not written as one",
    text: withLine(
      "stages",
      '      - { id: extra, when: swollen, advise: LOOK, because: b, cite: ["needleman-2018"] }',
    ),
    code: "citation-unreadable",
    underlines: '"needleman-2018"',
  },
  {
    title: "a warning has no trigger",
    text: pathwayText({ warnings: "warnings:\n  - { code: LOST, text: t, plain: t }" }),
    code: "warning-trigger",
    underlines: "{ code: LOST",
  },
  {
    title: "a warning has two triggers",
    text: pathwayText({ warnings: "warnings:\n  - { code: TWICE, text: t, plain: t, when: swollen, on: missing }" }),
    code: "warning-trigger",
    underlines: "{ code: TWICE",
  },
  {
    title: "a property claims nothing",
    text: pathwayText({ properties: "properties:\n  - { id: empty, label: l, advice: [STOP] }" }),
    code: "property-trigger",
    underlines: "{ id: empty",
  },
  {
    title: "a property names advice that there is not",
    text: pathwayText({ properties: "properties:\n  - { id: lost, label: l, never: swollen, advice: [GONE] }" }),
    code: "reference-not-found",
    underlines: "{ id: lost",
  },
  {
    title: "nothing leads to a recommendation",
    text: withWords(
      "recommendations",
      "  - { code: ASK",
      "  - { code: SPARE, title: S, action: S, plain: S, next: [{ on: a, step: b }] }\n  - { code: ASK",
    ),
    code: "recommendation-unused",
    underlines: "{ code: SPARE",
  },
  {
    title: "a yes/no is derived from a number",
    text: withWords("features", "derive: age < adultAge", "derive: age - adultAge"),
    code: "derivation-of-wrong-type",
    underlines: "age - adultAge",
  },
  {
    title: "a condition breaks off",
    text: withWords("definitions", "feu < limit", "feu <"),
    code: "condition-syntax",
    underlines: " ",
  },
  {
    title: "a condition names nothing that is there",
    text: withWords("definitions", "feu < limit", "feu < limits"),
    code: "name-not-found",
    underlines: "limits",
  },
  {
    title: "a condition is a number",
    text: withWords("definitions", "feu < limit", "feu"),
    code: "condition-not-truth",
    underlines: "feu",
  },
  {
    title: "a condition compares FEU with DDU",
    text: withWords("definitions", "feu < limit", "ddu < limit"),
    code: "types-differ",
    underlines: "ddu < limit",
  },
  {
    title: "a condition names a code that the choice lacks",
    text: withWords("stages", "scan = 'clot'", "scan = 'cloth'"),
    code: "choice-not-found",
    underlines: "'cloth'",
  },
  {
    title: "a rule asks whether something is known",
    text: withWords("stages", "scan = 'clot'", "scan is null"),
    code: "null-test-outside-warning",
    underlines: "scan is null",
  },
  {
    title: "a parameter has a unit that UCUM does not know",
    text: withWords("parameters", '"ug/L{FEU}"', '"microgram"'),
    code: "unit-not-ucum",
    underlines: '"microgram"',
  },
];

describe("each fault is reported with its code at its place", () => {
  test.each(FAULTS)("$title: $code", ({ text, code, underlines }) => {
    const [report, ...others] = reportsOn(text).filter((found) => !isConsequence(found.code, code));
    expect(others).toEqual([]);
    expect(report?.code).toBe(code);
    expect(report?.underlines.startsWith(underlines)).toBe(true);
  });
});

/** A name that could not be declared is then not found, and a rule that could not be read leaves its advice unused. */
function isConsequence(found: string, code: string): boolean {
  const consequences = ["name-not-found", "recommendation-unused", "condition-not-truth", "types-differ"];
  return found !== code && consequences.includes(found);
}

test("every code of both tables has a fault here", () => {
  const tried = new Set<string>(FAULTS.map(({ code }) => code));
  const codes = [...Object.keys(pathwayDiagnostics.table), ...Object.keys(languageDiagnostics.table)];
  expect(codes.filter((code) => !tried.has(code))).toEqual([]);
});

test("a pathway with an error is not returned, so that no rule is silently missing", () => {
  const text = withWords("stages", "scan = 'clot'", "scan = 'cloth'");
  expect(reportsOn(text).some(({ severity }) => severity === "error")).toBe(true);
});

test("a field that the format does not have is reported by its name", () => {
  const [report] = reportsOn(withWords("stages", "because: a clot", "beacuse: a clot"));
  expect(report?.code).toBe("yaml-shape");
});

test("a pathway with nothing wrong reports nothing", () => {
  expect(reportsOn(pathwayText())).toEqual([]);
});
