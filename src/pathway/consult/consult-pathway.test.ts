import { describe, expect, test } from "vitest";
import { parseFindings } from "../findings/parse-findings.ts";
import type { Pathway } from "../model/pathway.ts";
import { getPathway, pathwayText, withLine, withWords } from "../testing/small-pathway.ts";
import { type Consultation, consultPathway, settledAdvice } from "./consult-pathway.ts";
import { printReason } from "./print-reason.ts";

const small = getPathway();
const low = { swollen: false, tender: false, explained: false };
const feu = (value: number) => ({ dimer: { value, unit: "ug/L", basis: "FEU" } });
const rule = (fields: string) => `      - { because: b, cite: ["[house-rule]"], ${fields} }`;

function consultOn(pathway: Pathway, findings: Readonly<Record<string, unknown>>): Consultation {
  const statements = parseFindings(pathway, findings);
  if (!statements.ok) throw new Error(statements.diagnostics.map(({ message }) => message).join("\n"));
  const consulted = consultPathway(pathway, statements.value, "first");
  if (!consulted.ok) throw new Error(consulted.diagnostics.map(({ message }) => message).join("\n"));
  return consulted.value;
}

function askedOn(pathway: Pathway, findings: Readonly<Record<string, unknown>>): readonly string[] {
  const { evaluation } = consultOn(pathway, findings);
  return "features" in evaluation ? evaluation.features : [evaluation.kind];
}

function reasonsOn(pathway: Pathway, findings: Readonly<Record<string, unknown>>): readonly string[] {
  return consultOn(pathway, findings).questions.map((question) => printReason(pathway, question));
}

describe("a conclusion", () => {
  test("is carried by the rule that holds", () => {
    const { evaluation } = consultOn(small, { ...low, ...feu(300) });
    expect(evaluation).toMatchObject({ kind: "concluded", advice: { rule: { id: "lowAndBelow" } } });
    expect("advice" in evaluation && evaluation.advice.cases).toBe(undefined);
  });

  test("by distinction of cases names the rule of each case, and no other", () => {
    const { evaluation } = consultOn(small, feu(900));
    if (!("advice" in evaluation)) throw new Error("both cases lead to LOOK");
    expect(evaluation.advice.recommendation.code).toBe("LOOK");
    expect(evaluation.advice.cases?.map(({ id }) => id)).toEqual(["high", "lowAndAbove"]);
    expect(evaluation.trace.find(({ rule: id }) => id === "high")?.outcome).toBe("unknown");
  });

  test("by cases has only the notes that every case has", () => {
    const noted = (id: string, notes: string) =>
      withWords("stages", `id: ${id}, when`, `id: ${id}, notes: [${notes}], when`);
    const text = noted("high", "shared, only when high").replace(
      "id: lowAndAbove, when",
      "id: lowAndAbove, notes: [shared], when",
    );
    expect(consultOn(getPathway(text), feu(900)).evaluation).toMatchObject({ advice: { notes: ["shared"] } });
  });

  test("is drawn over the cases of a number, which the interpreter does not try", () => {
    const text = withWords(
      "stages",
      "id: lowAndBelow, when",
      "id: extra, advise: LOOK, because: b, when: points.level = 'low' and below, cite: [\"[house-rule]\"] }\n      - { id: lowAndBelow, when",
    ).replace(
      "points.level = 'low' and below, advise: STOP",
      "points.level = 'low' and below and not below, advise: STOP",
    );
    expect(consultOn(getPathway(text), low).evaluation).toMatchObject({
      kind: "concluded",
      advice: { cases: { length: 2 } },
    });
  });

  test("that this is not for the patient is out of scope", () => {
    expect(consultOn(small, { age: 10 }).evaluation).toMatchObject({
      kind: "outOfScope",
      advice: { rule: { id: "tooYoung" } },
    });
  });
});

describe("rules that clash", () => {
  const clash = getPathway(withLine("stages", rule("id: extra, when: swollen, advise: TREAT")));

  test("are a conflict with both named", () => {
    const { evaluation, questions } = consultOn(clash, { ...low, swollen: true, ...feu(600) });
    expect(evaluation).toMatchObject({ kind: "conflict", rules: ["high", "extra"], code: { code: "SETTLE" } });
    expect(questions).toEqual([]);
  });

  test("are a conflict in whichever case, and the rules of all cases are named", () => {
    expect(consultOn(clash, { swollen: true, explained: true, ...feu(600) }).evaluation).toMatchObject({
      kind: "conflict",
      rules: ["high", "lowAndAbove", "extra"],
    });
  });
});

test("a patient whom no rule fits is told that something is missing, with nothing to ask", () => {
  const gap = withWords(
    "stages",
    "points.level = 'low' and not below",
    "points.level = 'low' and not below and tender",
  );
  expect(consultOn(getPathway(gap), { ...low, ...feu(600) }).evaluation).toMatchObject({
    kind: "needs",
    features: [],
    possible: [],
  });
});

describe("what is asked", () => {
  test("is what can still change the advice, and nothing else", () => {
    expect(askedOn(small, { tender: true })).toEqual(["swollen", "explained", "feu"]);
    expect(askedOn(small, { tender: true, explained: true })).toEqual(["swollen", "feu"]);
    expect(askedOn(small, { tender: true, explained: false })).toEqual(["concluded"]);
  });

  test("is a presumption that a rule wants known", () => {
    const text = withWords(
      "features",
      'unit: "ug/L{FEU}", range: [0, 100000]',
      'unit: "ug/L{FEU}", range: [0, 100000], presume: "300 \'ug/L{FEU}\'"',
    );
    expect(askedOn(getPathway(text), low)).toEqual(["feu"]);
  });

  test("is one member of a family", () => {
    const text = withWords("stages", "and not below", "and basis = 'FEU' and not below");
    expect(askedOn(getPathway(text), { ...low, dimer: 3 })).toEqual(["feu"]);
  });

  test("is each quantity of a comparison that is not known", () => {
    const text = withLine("stages", rule("id: extra, when: left > right and explained, advise: TREAT"));
    const known = { ...low, explained: true, ...feu(600) };
    expect(askedOn(getPathway(text), known)).toEqual(["left", "right"]);
    expect(askedOn(getPathway(text), { ...known, left: { value: 30, unit: "cm" } })).toEqual(["right"]);
  });

  test("is what is in dispute, where that can change the advice", () => {
    const { evaluation, questions } = consultOn(small, { age: 10, child: false, ...low, ...feu(3) });
    expect(evaluation).toMatchObject({ kind: "conflict", features: ["child"], code: { code: "SETTLE" } });
    expect(questions).toMatchObject([{ feature: "child", disputed: true }]);
    expect(consultOn(small, { measured: false, tender: true, explained: false, ...feu(3) }).evaluation.kind).toBe(
      "concluded",
    );
  });
});

describe("the order of questions", () => {
  test("puts what is learnt at the bedside before tests, however much a test could tell", () => {
    const asked = askedOn(small, { scan: null });
    expect(asked.slice(0, 3).toSorted()).toEqual(["explained", "swollen", "tender"]);
    expect(asked.slice(3)).toEqual(["feu", "scan"]);
  });

  test("puts first what is to be expected to need the fewest further questions", () => {
    const sooner = getPathway(withWords("stages", "scan = 'clot'", "explained"));
    const { questions } = consultOn(sooner, feu(300));
    expect(questions.map(({ feature }) => feature)).toEqual(["explained", "swollen", "tender"]);
    const expected = questions.map(({ expected: count }) => count);
    expect(expected).toEqual(expected.toSorted((a, b) => a - b));
    expect(expected[0]).toBeLessThan(expected[1] ?? 0);
  });

  test("counts what an answer implies as found along with it", () => {
    const implying = withWords(
      "features",
      "ask: Swollen, group: A, cost: examination",
      "ask: Swollen, group: A, cost: examination, implies: [{ when: true, feature: tender, value: true }]",
    );
    const pathway = getPathway(
      implying
        .replace("points.level = 'high'", "swollen and tender")
        .replace("points.level = 'low' and not below", "not swollen"),
    );
    const [first, second] = consultOn(pathway, feu(600)).questions;
    expect(first).toMatchObject({ feature: "swollen", expected: 1 });
    expect(second?.expected).toBeGreaterThan(1);
  });

  test("counts a value on any basis as one question, which tells its basis too", () => {
    const either = "(basis = 'FEU' and feu < limit) or (basis = 'DDU' and ddu < 250 'ng/mL{DDU}')";
    const text = withWords("definitions", "when: feu < limit", `when: "${either}"`).replace(
      "known: [feu]",
      "known: [basis]",
    );
    expect(consultOn(getPathway(text), { ...low, dimer: 3 }).questions).toMatchObject([
      { feature: "feu", expected: 1 },
    ]);
  });

  test("puts the cheaper of two equal questions first, and else keeps the pathway's order", () => {
    const either = (cost: string) =>
      getPathway(
        withWords("stages", "scan = 'clot'", "swollen and tender").replace(
          "label: Tender, plain: tender, ask: Tender, group: A, cost: examination",
          `label: Tender, plain: tender, ask: Tender, group: A, cost: ${cost}`,
        ),
      );
    expect(askedOn(either("history"), { explained: true, ...feu(600) })[0]).toBe("tender");
    expect(askedOn(either("examination"), { explained: true, ...feu(600) })[0]).toBe("swollen");
  });
});

describe("the reason", () => {
  test("says which answer settles it, and what the other leaves open", () => {
    const first = consultOn(small, feu(300)).questions[0];
    expect(first).toMatchObject({
      feature: "swollen",
      answers: [
        { answer: "no", settles: false },
        { answer: "yes", settles: false },
      ],
    });
    expect(reasonsOn(small, { tender: false, ...feu(300) })).toEqual([
      "One answer may settle it: no leads to “Stop”; yes leaves that or “Look” open.",
      "One answer may settle it: yes leads to “Stop”; no leaves that or “Look” open.",
    ]);
  });

  test("says that any answer settles it, with stretches of numbers in their unit", () => {
    expect(reasonsOn(small, low)).toEqual([
      "Any answer settles it: < 500 µg/L FEU leads to “Stop”; = 500 µg/L FEU or > 500 µg/L FEU leads to “Look”.",
    ]);
  });

  test("says between what a question can decide that settles nothing alone", () => {
    expect(reasonsOn(small, feu(300))[0]).toBe(
      "Together with other answers it can still decide between “Look” and “Stop”.",
    );
  });

  test("says that a statement contradicts another", () => {
    expect(reasonsOn(small, { age: 10, child: false, ...low, ...feu(3) })[0]).toMatch(
      /^What was said of it contradicts itself/,
    );
  });

  test("leaves out an answer that would contradict what was said", () => {
    const [scan] = consultOn(
      getPathway(
        withWords("stages", "scan = 'clot'", "scan != 'none'").replace("when: child, ", "when: child and tender, "),
      ),
      {
        age: 10,
        ...low,
        ...feu(3),
        scan: null,
      },
    ).questions;
    expect(scan?.answers.map(({ answer }) => answer)).toEqual(["None", "Clot"]);
  });
});

test("an emergency is told apart without asking anything", () => {
  const emergency = getPathway(
    withWords("recommendations", "plain: Treat, next", "plain: Treat, emergency: true, next"),
  );
  const found = (findings: Readonly<Record<string, unknown>>) => {
    const statements = parseFindings(emergency, findings);
    const settled = statements.ok && settledAdvice(emergency, statements.value, "first");
    return settled !== false && settled.ok && settled.value?.emergency === true;
  };
  expect(found({ age: 40, scan: "clot" })).toBe(true);
  expect(found({ age: 40, scan: null })).toBe(false);
});

test("a profile that the pathway does not have is refused", () => {
  expect(() => consultPathway(small, [], "third")).toThrow("no profile");
});

test("the same pathway is compiled once", () => {
  const pathway = getPathway(pathwayText());
  const begun = consultOn(pathway, {});
  expect(consultOn(pathway, {})).toEqual(begun);
});

describe("a total that was counted elsewhere", () => {
  const feature =
    "{ id: total, type: wholeNumber, range: [-2, 3], label: Total, plain: total, ask: Total, group: A, cost: history }";
  const withTotal = getPathway(
    pathwayText()
      .replace("    items:", "    stated: { total: total }\n    items:")
      .replace("  - { id: scan, type: choice", `  - ${feature}\n  - { id: scan, type: choice`),
  );

  test("settles what the items leave open", () => {
    expect(consultOn(withTotal, { total: 3 }).evaluation).toMatchObject({
      kind: "concluded",
      advice: { recommendation: { code: "LOOK" } },
      scores: [{ low: 3, high: 3, stated: true }],
    });
    expect(consultOn(withTotal, { total: 0, ...feu(300) }).evaluation).toMatchObject({
      kind: "concluded",
      advice: { recommendation: { code: "STOP" } },
    });
  });

  test("names no rule among what is possible that it has ruled out", () => {
    const { evaluation } = consultOn(withTotal, { total: 0 });
    expect(evaluation).toMatchObject({ kind: "needs" });
    const possible = evaluation.kind === "needs" ? evaluation.possible.map(({ rule }) => rule.id) : [];
    expect(possible).toEqual(expect.arrayContaining(["lowAndAbove", "lowAndBelow"]));
    expect(possible).not.toContain("high");
  });

  test("leaves items open that were not told", () => {
    const [score] = consultOn(withTotal, { total: 3 }).evaluation.scores;
    expect(score?.items.map(({ holds }) => holds)).toEqual(["unknown", "unknown", "unknown"]);
  });

  test("asks for the item that other rules ask for, and for no other", () => {
    const text = withWords("stages", "points.level = 'low' and below", "points.level = 'low' and below and not tender");
    const asking = getPathway(
      text
        .replace("    items:", "    stated: { total: total }\n    items:")
        .replace("  - { id: scan, type: choice", `  - ${feature}\n  - { id: scan, type: choice`),
    );
    // Nothing holds, or what explains it makes up for tenderness: only that differs.
    expect(askedOn(asking, { total: 0, ...feu(300) })).not.toContain("swollen");
  });

  test("that the items do not come to is a contradiction, and nothing is ruled out over it", () => {
    const { evaluation } = consultOn(withTotal, { total: 3, ...low, ...feu(300) });
    expect(evaluation).toMatchObject({
      kind: "conflict",
      features: ["total"],
      possible: [{ recommendation: { code: "STOP" } }],
    });
    expect(evaluation.contradictions.map(({ message }) => message)).toEqual([
      "Points: a total of 3 is stated, but the findings give 0",
    ]);
  });

  test("between the ends that no items come to is one, too", () => {
    expect(consultOn(withTotal, { total: 1, swollen: false, tender: false }).evaluation.contradictions).toHaveLength(1);
  });

  test("changes nothing where it is what the items come to", () => {
    const { evaluation } = consultOn(withTotal, { total: 0, ...low, ...feu(300) });
    expect(evaluation).toMatchObject({ kind: "concluded", advice: { recommendation: { code: "STOP" } } });
    expect(evaluation.contradictions).toEqual([]);
    expect(evaluation.scores[0]?.stated).toBe(false);
  });
});

describe("a category that was counted elsewhere", () => {
  const features = [
    "{ id: total, type: wholeNumber, range: [-2, 3], label: Total, plain: total, ask: Total, group: A, cost: history }",
    "{ id: category, type: choice, choices: { low: Low, high: High }, label: C, plain: c, ask: C, group: A, cost: history }",
  ];
  const withCategory = getPathway(
    pathwayText()
      .replace("    items:", "    stated: { total: total, category: category }\n    items:")
      .replace("  - { id: scan, type: choice", `  - ${features.join("\n  - ")}\n  - { id: scan, type: choice`),
  );

  test("narrows the score to its stretch, and concludes what holds in all of it", () => {
    expect(consultOn(withCategory, { category: "high" }).evaluation).toMatchObject({
      kind: "concluded",
      advice: { recommendation: { code: "LOOK" } },
      scores: [{ low: 1, high: 3, stated: true, strata: { level: "high" } }],
    });
    expect(consultOn(withCategory, { category: "low", ...feu(300) }).evaluation).toMatchObject({
      kind: "concluded",
      advice: { recommendation: { code: "STOP" } },
    });
  });

  test("adds nothing where the items already lie in it", () => {
    const { evaluation } = consultOn(withCategory, { category: "high", ...low, swollen: true, tender: true });
    expect(evaluation.scores[0]).toMatchObject({ low: 3, high: 3, stated: false });
  });

  test("that the items do not lie in is a contradiction, and nothing is ruled out over it", () => {
    const { evaluation } = consultOn(withCategory, { category: "high", ...low, ...feu(300) });
    expect(evaluation).toMatchObject({ kind: "conflict", possible: [{ recommendation: { code: "STOP" } }] });
    expect(evaluation.contradictions.map(({ message }) => message)).toEqual([
      "Points: the category “High” is stated, but the findings give 0",
    ]);
  });

  test("that the total which goes with it does not lie in disputes both", () => {
    const { evaluation } = consultOn(withCategory, { category: "high", total: 0, ...feu(300) });
    expect(evaluation.contradictions.map(({ features: disputed }) => disputed)).toEqual([["total", "category"]]);
    expect(evaluation.kind).not.toBe("concluded");
  });
});
