import { describe, expect, test } from "vitest";
import { parseFindings } from "../findings/parse-findings.ts";
import { getPathway, pathwayText, withLine, withWords } from "../testing/small-pathway.ts";
import { type CompiledPathway, compilePathway } from "./compile-pathway.ts";
import { adviseCompiled } from "./evaluate-compiled.ts";

const low = { swollen: false, tender: false, explained: false };
const feu = (value: number) => ({ dimer: { value, unit: "ug/L", basis: "FEU" } });
const rule = (fields: string) => `      - { because: b, cite: ["[house-rule]"], ${fields} }`;

function compiled(text: string = pathwayText()): CompiledPathway {
  const made = compilePathway(getPathway(text), "first");
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join("\n"));
  return made.value;
}

function outcomeOn(made: CompiledPathway, findings: Readonly<Record<string, unknown>>): string {
  const statements = parseFindings(made.index.pathway, findings);
  if (!statements.ok) throw new Error(statements.diagnostics.map(({ message }) => message).join("\n"));
  const { outcome } = adviseCompiled(made, statements.value);
  return outcome.kind === "advice" ? outcome.code : outcome.kind;
}

describe("the diagram of a small pathway", () => {
  const small = compiled();

  test("keeps the order of the stages", () => {
    expect(outcomeOn(small, { age: 10, scan: "clot" })).toBe("ELSEWHERE");
    expect(outcomeOn(small, { age: 40, scan: "clot" })).toBe("TREAT");
  });

  test("counts a score whose items are partly unknown", () => {
    expect(outcomeOn(small, { tender: true })).toBe("needs");
    expect(outcomeOn(small, { tender: true, swollen: true, explained: false })).toBe("LOOK");
    expect(outcomeOn(small, { tender: true, explained: false })).toBe("LOOK");
  });

  test("rules nothing out on what is not known", () => {
    expect(outcomeOn(small, { ...low, ...feu(499) })).toBe("STOP");
    expect(outcomeOn(small, { ...low, ...feu(500) })).toBe("LOOK");
    expect(outcomeOn(small, low)).toBe("needs");
  });

  test("concludes when both values of an unknown lead to the same advice", () => {
    expect(outcomeOn(small, feu(500))).toBe("LOOK");
  });

  test("asks no atom that no advice depends on", () => {
    expect(small.atoms.map(({ name }) => name)).not.toContain("difference");
  });
});

test("rules of one stage that differ are a clash, and a patient whom no rule fits is a gap", () => {
  const text = withLine("stages", rule("id: extra, when: swollen, advise: TREAT"));
  expect(outcomeOn(compiled(text), { ...low, swollen: true, ...feu(600) })).toBe("clash");
  const gap = withWords(
    "stages",
    "points.level = 'low' and not below",
    "points.level = 'low' and not below and tender",
  );
  expect(outcomeOn(compiled(gap), { ...low, ...feu(600) })).toBe("gap");
});

test("a comparison of two quantities is one atom with a name", () => {
  const text = withLine("stages", rule("id: extra, when: left > right, advise: LOOK"));
  expect(compiled(text).atoms.map(({ name }) => name)).toContain("right < left");
});

describe("a diagram that outgrows its bounds", () => {
  const flags = Array.from({ length: 24 }, (_, at) => [`a${at}`, `b${at}`]);
  const feature = (id: string) => `  - { id: ${id}, type: truth, label: L, plain: p, ask: a, group: A, cost: history }`;
  // All of the first are asked before any of the second: the diagram must remember every one of them.
  const text = pathwayText({
    features: ["features:", ...flags.flat().map(feature)].join("\n"),
    scores: "scores: []",
    decidingScore: "",
    definitions: "definitions: []",
    inconsistencies: "inconsistencies: []",
    stages: `stages:
  - id: pairs
    label: Pairs
    why: w
    rules:
${rule(`id: first, when: ${flags.map(([a]) => a).join(" and ")}, advise: LOOK`)}
${rule(`id: pairs, when: ${flags.map(([a, b]) => `(${a} and ${b})`).join(" or ")}, advise: TREAT`)}`,
  });

  test.each([
    ["nodes", { maxNodes: 20_000, maxSteps: 1_000_000 }],
    ["steps", { maxNodes: 1_000_000, maxSteps: 20_000 }],
  ])("of %s is refused with its size and what makes it so", (_, settings) => {
    const made = compilePathway(getPathway(text), "first", settings);
    expect(made.ok ? [] : made.diagnostics).toMatchObject([
      { code: "diagram-too-large", message: expect.stringMatching(/asking `[ab]\d+`/) },
    ]);
  });

  test("is refused when the caller says that time is up, with the size that was reached", () => {
    let looks = 0;
    const settings = { maxNodes: 1_000_000, maxSteps: 1_000_000, isTimeUp: () => ++looks > 2 };
    const made = compilePathway(getPathway(text), "first", settings);
    expect(made.ok ? [] : made.diagnostics).toMatchObject([
      { code: "diagram-too-large", message: expect.stringMatching(/in 12288 steps .* when its time was up/) },
    ]);
  });
});

test("a score compared with a quantity has no place in a diagram", () => {
  const made = compilePathway(
    getPathway(withLine("stages", rule("id: extra, when: points > age, advise: LOOK"))),
    "first",
  );
  expect(made.ok ? [] : made.diagnostics).toMatchObject([{ code: "condition-not-compilable" }]);
});
