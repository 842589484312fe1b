import { describe, expect, test } from "vitest";
import { evaluatePathway } from "../evaluate/evaluate-pathway.ts";
import type { Expectation, ExpectedPatient } from "../examples/expected-patient.ts";
import { parseFindings } from "../findings/parse-findings.ts";
import { getPathway, pathwayText, withWords } from "../testing/small-pathway.ts";
import type { Fate } from "./fate.ts";
import { judgeMutants } from "./judge-mutants.ts";
import { listMutants } from "./list-mutants.ts";
import { firstDifference, observe } from "./observed.ts";

const feu = (value: number) => ({ dimer: { value, unit: "ug/L", basis: "FEU" } });
const low = { age: 40, swollen: false, tender: false, explained: false };

function patient(text: string, findings: Readonly<Record<string, unknown>>, expect: Expectation): ExpectedPatient {
  const statements = parseFindings(getPathway(text), findings);
  if (!statements.ok) throw new Error("the findings cannot be read");
  return { id: "one", profile: "first", statements: statements.value, expect };
}

function fateOf(id: string, text = pathwayText(), examples: readonly ExpectedPatient[] = []): Fate {
  const pathway = getPathway(text);
  const mutants = listMutants(pathway, text).filter((mutant) => mutant.id === id);
  const judged = judgeMutants(pathway, mutants, examples);
  const [found] = judged.ok ? judged.value : [];
  if (found === undefined) throw new Error(`there is no mutant \`${id}\``);
  return found.fate;
}

describe("a mutant", () => {
  const raised = "parameter `limit`: 500 becomes 501 (ug/L{FEU})";

  test("is killed by an example that is advised otherwise", () => {
    const text = pathwayText();
    const at = patient(text, { ...low, ...feu(500) }, { nextStep: "LOOK" });
    expect(fateOf(raised, text, [at])).toMatchObject({ kind: "example", example: "one" });
  });

  test("that no example meets survives, with a patient for whom the advice differs", () => {
    const text = pathwayText();
    const beside = patient(text, { ...low, ...feu(499) }, { nextStep: "STOP" });
    const fate = fateOf(raised, text, [beside]);
    expect(fate).toMatchObject({ kind: "survived", shows: "advice: LOOK → advice: ASK" });
    if (fate.kind !== "survived" || fate.patient === undefined) throw new Error("a survivor has its patient");
    const mutant = listMutants(getPathway(text), text)
      .find(({ id }) => id === raised)
      ?.make();
    if (mutant === undefined) throw new Error("the mutant can be read");
    const { statements, profile } = fate.patient;
    const seen = [getPathway(text), mutant].map((pathway) => observe(pathway, statements, profile));
    expect(firstDifference(seen[0] ?? [], seen[1] ?? [])).toBe(fate.shows);
    // At the cut-off itself both ways lead to a look; below it one has to ask first.
    expect(evaluatePathway(getPathway(text), statements, profile).kind).toBe("concluded");
    expect(statements).toHaveLength(1);
  });

  test("is killed by a proof where it leaves a patient without advice", () => {
    expect(fateOf("rule `lowAndAbove`: dropped")).toMatchObject({ kind: "proof", profile: "first" });
  });

  test("is killed by the reader where it cannot be read", () => {
    expect(fateOf("rule `lowAndBelow`: `feu` dropped from `known`")).toEqual({ kind: "unreadable" });
  });

  test("that shows every patient the same is equivalent", () => {
    const text = withWords("stages", "when: scan = 'clot'", "when: scan = 'clot' and (below or not below or true)");
    expect(fateOf("rule `clotSeen`: `below` dropped", text)).toEqual({ kind: "equivalent" });
  });
});

test("mutants have names of their own, the same on every run", () => {
  const text = pathwayText();
  const names = () => listMutants(getPathway(text), text).map(({ id }) => id);
  expect(new Set(names()).size).toBe(names().length);
  expect(names()).toEqual(names());
});
