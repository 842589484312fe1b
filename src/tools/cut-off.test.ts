import { describe, expect, test } from "vitest";
import { shippedLibrary } from "../../test/real-library.ts";
import { renderQuantity } from "../clinical/quantity.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import { type CutOffReading, readCutOff } from "./cut-off.ts";

const { wellspring } = await shippedLibrary();
const topic = wellspring.library.topics.get("suspected-leg-dvt");

/** An unlikely score: every item asked, one of them present. */
const UNLIKELY = {
  ...Object.fromEntries(
    ["activeCancer", "paralysisOrPlaster", "bedriddenOrSurgery", "entireLegSwollen", "calfSwelling"].map((id) => [
      id,
      false,
    ]),
  ),
  pittingOedema: false,
  collateralVeins: false,
  previousDvt: false,
  alternativeDiagnosis: false,
  deepVeinTenderness: true,
  dDimerAssay: "high-sensitivity",
};

function read(findings: Readonly<Record<string, unknown>>): CutOffReading {
  if (topic?.pathway === undefined || topic.tools?.cutOff === undefined)
    throw new Error("the topic has a cut-off tool");
  const statements = parseFindings(topic.pathway, findings);
  if (!statements.ok) throw new Error(statements.diagnostics[0]?.message);
  return readCutOff(topic.pathway, topic.tools.cutOff, statements.value, topic.pathway.defaultProfile);
}

const feu = (value: number, unit = "ug/L") => ({ value, unit, basis: "FEU" });
const ddu = (value: number) => ({ value, unit: "ng/mL", basis: "DDU" });

describe("the cut-off that holds", () => {
  test.each([
    ["at 50 is the usual one", { age: 50 }, "500 µg/L FEU"],
    ["at 51 is ten times the age", { age: 51 }, "510 µg/L FEU"],
    ["at 66 is 660", { age: 66 }, "660 µg/L FEU"],
    [
      "stays the laboratory's own where that is not the usual one",
      { age: 66, laboratoryCutoff: feu(400) },
      "400 µg/L FEU",
    ],
    ["stays the usual one with a likely score", { age: 66, calfSwelling: true, pittingOedema: true }, "500 µg/L FEU"],
    [
      "stays the usual one with an assay of moderate sensitivity",
      { age: 66, dDimerAssay: "moderate-sensitivity" },
      "500 µg/L FEU",
    ],
  ])("%s", (_title, findings, cutOff) => {
    const { inForce } = read({ ...UNLIKELY, dDimer: feu(600), ...findings }).measured ?? {};
    expect(inForce && renderQuantity(inForce)).toBe(cutOff);
  });

  test("in DDU rises with age only where the laboratory's own is about 250", () => {
    const inForce = (cutOff: number) =>
      read({ ...UNLIKELY, age: 66, dDimer: ddu(300), laboratoryCutoff: ddu(cutOff) }).measured?.inForce;
    expect([250, 200].map((cutOff) => String(inForce(cutOff)?.value))).toEqual(["330", "200"]);
  });

  test("is open while nobody knows whether the score is unlikely", () => {
    const { measured, open } = read({ age: 66, dDimer: feu(600), dDimerAssay: "high-sensitivity" });
    expect(measured).toMatchObject({ adjusted: "unknown", inForce: undefined, below: "unknown" });
    expect(open).toContain("alternativeDiagnosis");
  });

  test("needs no score where the value is below either of them", () => {
    expect(read({ age: 66, dDimer: feu(480) }).measured?.below).toBe(true);
  });
});

describe("a value", () => {
  test.each([
    [655, true],
    [660, false],
    [661, false],
  ])("of %d at a cut-off of 660 is below it: %s", (value, below) => {
    const reading = read({ ...UNLIKELY, age: 66, dDimer: feu(value) });
    expect(reading.measured?.below).toBe(below);
    expect(reading.rulesOut).toBe(below);
    expect(reading.measured?.equal).toBe(value === 660);
  });

  test("is the same in milligrams per litre", () => {
    expect(read({ ...UNLIKELY, age: 66, dDimer: feu(0.655, "mg/L") }).rulesOut).toBe(true);
  });

  test("below the cut-off rules nothing out on anticoagulant treatment, in pregnancy or with a likely score", () => {
    const low = { ...UNLIKELY, age: 40, dDimer: feu(200) };
    expect(read(low).rulesOut).toBe(true);
    expect(read({ ...low, anticoagulation: "therapeutic" }).rulesOut).toBe(false);
    expect(read({ ...low, pregnant: true }).rulesOut).toBe(false);
    expect(read({ ...low, calfSwelling: true }).rulesOut).toBe(false);
    expect(read({ ...low, dDimerAssay: null }).rulesOut).toBe("unknown");
  });

  test("that was not given has no verdict, and the cut-offs of every basis are told", () => {
    const { measured, bases } = read({ age: 66 });
    expect(measured).toBeUndefined();
    expect(bases.map(({ forAge }) => forAge && renderQuantity(forAge))).toEqual(["660 µg/L FEU", "330 ng/mL DDU"]);
  });
});
