import { expect, test } from "vitest";
import { decimal } from "../../clinical/quantity.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import { parseFindings } from "../findings/parse-findings.ts";
import { getPathway } from "../testing/small-pathway.ts";
import { compilePathway } from "./compile-pathway.ts";
import { findCell } from "./cut-range.ts";
import { encodeFacts } from "./encode-facts.ts";
import { type PlainValues, prepareEncoder, prepareEvaluator, prepareRowEvaluator } from "./encode-values.ts";
import { evaluateCompiled } from "./evaluate-compiled.ts";
import { prepareTrace } from "./trace-compiled.ts";

const made = compilePathway(getPathway(), "first");
if (!made.ok) throw new Error("the small pathway compiles");
const compiled = made.value;
const encode = prepareEncoder(compiled.atoms);
const trace = prepareTrace(compiled);

function statesOf(values: PlainValues): Uint8Array {
  const states = new Uint8Array(compiled.atoms.length);
  encode(values, states);
  return states;
}

test("plain values have the states that the same findings have", () => {
  const asked = { swollen: false, tender: true, explained: false, scan: "clear", age: 40 };
  const findings = parseFindings(compiled.index.pathway, {
    ...asked,
    dimer: { value: 500, unit: "ug/L", basis: "FEU" },
  });
  if (!findings.ok) throw new Error("the findings are read");
  const { facts } = assembleFacts(compiled.index, findings.value, "first");
  const plain = statesOf({ ...asked, child: false, feu: 500 });
  expect([...plain]).toEqual([...encodeFacts(compiled.index, compiled.atoms, facts)]);
});

test("a value that no atom has is refused, and null is unknown where absence lets a presumption in", () => {
  expect(() => statesOf({ scan: "sideways" })).toThrow("`scan` cannot be");
  expect(() => statesOf({ feu: Number.NaN })).toThrow("`feu` cannot be");
  expect([...statesOf({ scan: null })]).not.toEqual([...statesOf({})]);
});

test("a row leads to the end that its states lead to, and a value off its way is not looked at", () => {
  const evaluate = prepareEvaluator(compiled);
  for (const row of [{}, { child: true }, { child: false, scan: "clot" }, { child: false, scan: null, feu: 600 }])
    expect(evaluate(row)).toBe(evaluateCompiled(compiled.diagram, statesOf(row)));
  expect(evaluate({ child: true, scan: "sideways" })).toBe(evaluate({ child: true }));
});

test("a row by columns leads to the same end, whatever stands beside, and a column that is missing is refused", () => {
  const columns = ["note", ...compiled.atoms.map(({ name }) => name).toReversed()];
  const evaluate = prepareRowEvaluator(compiled, columns);
  for (const row of [{}, { child: true }, { child: false, scan: "clot" }, { child: false, scan: null, feu: 600 }]) {
    const values = new Map<string, PlainValues[string]>(Object.entries(row));
    expect(evaluate(columns.map((column) => values.get(column)))).toBe(
      evaluateCompiled(compiled.diagram, statesOf(row)),
    );
  }
  expect(() => prepareRowEvaluator(compiled, ["scan"])).toThrow("need a column");
});

test("a number has the state its cell has, below, on, between and above the cut-offs", () => {
  for (const [at, atom] of compiled.atoms.entries()) {
    if (atom.kind !== "feature" || atom.cuts === undefined) continue;
    const { thresholds, cells } = atom.cuts;
    const numbers = thresholds
      .map(Number)
      .flatMap((cut) => [cut - 3000, cut - 1, cut - 0.5, cut, cut + 0.5, cut + 1e9]);
    for (const number of numbers) {
      const cell = findCell(atom.cuts, decimal(number));
      const read = () => statesOf({ [atom.name]: number })[at];
      if (cell < 0) expect(read).toThrow("cannot be");
      else expect(read()).toBe(cell + 1);
    }
    expect(cells.length).toBe(2 * thresholds.length + 1);
  }
});

test("a trace ends where the evaluation ends and lists what it leaned on", () => {
  const states = statesOf({ child: false, scan: "none", swollen: false, tender: false, explained: false, feu: 499 });
  const { outcome, steps } = trace(states);
  expect(outcome).toEqual(compiled.outcomes[evaluateCompiled(compiled.diagram, states)]);
  expect(outcome).toMatchObject({ code: "STOP" });
  expect(steps.map(({ atom, value }) => `${atom.name} ${value?.label ?? "unknown"}`)).toContain("feu < 500");
  expect(trace(statesOf({})).steps.filter(({ presumed }) => presumed)).not.toEqual([]);
});
