import { describe, expect, test } from "vitest";
import { sampleWellspring } from "../../test/fixtures/sample-wellspring.ts";
import { formFields } from "./form-fields.ts";
import { readForm, toParameters } from "./form-findings.ts";

const pathway = sampleWellspring.library.topics.get("suspected-leg-dvt")?.pathway;
if (pathway === undefined) throw new Error("the sample has a pathway");

const read = (query: string) => readForm(pathway, new URLSearchParams(query));

describe("each type of feature is read in its own way", () => {
  test.each([
    ["calfMass=yes", { calfMass: true }],
    ["calfMass=no", { calfMass: false }],
    ["calfMass=unknown", { calfMass: null }],
    ["calfMass=", {}],
    ["age=66", { age: 66 }],
    ["age=unknown", { age: null }],
    ["setting=inpatient", { setting: "inpatient" }],
    ["calfDifference=3.5", { calfDifference: { value: 3.5, unit: "cm" } }],
    ["dDimer=0.655&dDimer.unit=mg/L{FEU}", { dDimerFeu: { value: 0.655, unit: "mg/L{FEU}" } }],
    ["dDimer=340&dDimer.unit=ng/mL{DDU}", { dDimerDdu: { value: 340, unit: "ng/mL{DDU}" } }],
    ["dDimer=unknown", { dDimerFeu: null, dDimerDdu: null }],
  ])("%s", (query, findings) => {
    expect(read(query)).toMatchObject({ findings, errors: [] });
  });
});

describe("what cannot be read is refused beside its field and kept as typed", () => {
  test.each([
    ["calfMass", "maybe"],
    ["age", "sixty"],
    ["age", "66.5"],
    ["age", "1e3"],
    ["setting", "moon"],
    ["calfDifference", "3,5"],
    ["calfDifference", "three"],
    ["calfDifference", "NaN"],
    ["dDimer", "480"],
  ])("%s=%s", (name, text) => {
    const reading = read(new URLSearchParams({ [name]: text }).toString());
    expect(reading.findings).toEqual({});
    expect(reading.errors.map((error) => error.name)).toEqual([name]);
    expect(reading.typed.get(name)).toBe(text);
  });

  test("a unit of another measurement", () => {
    expect(read("dDimer=480&dDimer.unit=cm").errors).toHaveLength(1);
  });

  test("one finding given twice", () => {
    expect(read("calfMass=yes&calfMass=no")).toMatchObject({ findings: {}, errors: [{ name: "calfMass" }] });
  });
});

test("a parameter that no field has is reported, the page's own are not", () => {
  expect(read("calfMas=yes&reader=clinician&profile=nice").unused).toEqual(["calfMas"]);
});

test("one entry stands for a family of assay bases, with every unit and basis", () => {
  const field = formFields(pathway).find((candidate) => candidate.name === "dDimer");
  expect(field?.kind === "quantity" && field.units.map((unit) => unit.label)).toContain("ng/mL DDU");
  expect(formFields(pathway).filter((candidate) => candidate.name === "dDimerDdu")).toEqual([]);
});

test("a feature may not take the name of a page's own parameter", () => {
  const clash = pathway.features.slice(0, 1).map((feature) => ({ ...feature, id: "reader" }));
  expect(() => formFields({ ...pathway, features: clash })).toThrow("`reader`");
});

test("findings of an answer become parameters that read as the same findings", () => {
  const findings = { calfMass: true, previousDvt: null, age: 66, dDimerDdu: { value: 340, unit: "ng/mL{DDU}" } };
  const topic = sampleWellspring.library.topics.get("suspected-leg-dvt");
  const answer = topic && sampleWellspring.evaluate(topic, { findings });
  if (!answer?.ok) throw new Error("the sample evaluates");
  expect(readForm(pathway, toParameters(pathway, answer.value.findings)).findings).toEqual(findings);
});
