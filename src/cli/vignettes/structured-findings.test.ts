import { describe, expect, test } from "vitest";
import { structuredFindings } from "./structured-findings.ts";

const read = (structured: Readonly<Record<string, unknown>>) => structuredFindings(structured).findings;

describe("the structured part of a vignette", () => {
  test.each([
    [
      "a complete normal scan",
      { protocol: "complete", result: "normal, all segments seen" },
      { scan: "normal-complete" },
    ],
    ["a proximal scan", { protocol: "proximal only", result: "normal" }, { scan: "normal-proximal-only" }],
    [
      "a scan that calls itself complete but left the calf out",
      { protocol: "complete", result: "normal", calf: "not examined" },
      { scan: "normal-proximal-only" },
    ],
    [
      "a vein that was not seen",
      { protocol: "complete", result: "normal where seen", "not visualised": ["peroneal"] },
      { scan: "incomplete" },
    ],
    ["a thigh clot", { result: "acute occlusive thrombus in the left femoral vein" }, { scan: "acute-proximal" }],
    [
      "a calf clot",
      { result: "isolated distal DVT", veins: ["one peroneal"] },
      { scan: "acute-isolated-distal", severalVeins: false },
    ],
    [
      "no clot in the femoral vein",
      { protocol: "complete", result: "no DVT in femoral or popliteal vein" },
      { scan: "normal-complete" },
    ],
    ["scarring", { result: "chronic post-thrombotic change" }, { scan: "chronic-post-thrombotic" }],
    [
      "a vein measured against its baseline",
      { result: "popliteal vein not compressible", "diameter change mm": 3 },
      { scan: "indeterminate", previousDvtSameLeg: true, diameterIncrease: { value: 3, unit: "mm" } },
    ],
    ["a scan that cannot be done", { result: "impossible, full-leg cast" }, { ultrasoundImpossible: true }],
    [
      "a flat waveform",
      { protocol: "complete", result: "normal", waveforms: "left monophasic" },
      { scan: "normal-complete", abnormalFemoralWaveform: true },
    ],
  ])("reads %s", (_title, ultrasound, expected) => {
    expect(read({ ultrasound })).toEqual(expected);
  });

  test("a scan whose result is not understood is not known, never no scan", () => {
    expect(read({ ultrasound: { protocol: "complete", result: "see report" } })).toEqual({ scan: null });
    expect(read({ ultrasound: "not done" })).toEqual({});
  });

  test("two scans that answered nothing are two", () => {
    const scan = { protocol: "complete", result: "nondiagnostic" };
    expect(read({ ultrasound: [scan, scan] })).toMatchObject({ nondiagnosticTwice: true });
  });

  test.each([
    ["none", { anticoagulation: "none" }],
    ["rivaroxaban for atrial fibrillation", { anticoagulation: "therapeutic" }],
    ["prophylactic heparin", { anticoagulation: "prophylactic" }],
    ["interim dose 1 h ago, after the blood sample", { anticoagulation: "interim", dDimerBeforeAnticoagulant: true }],
    [
      "first dose last night, before the blood sample",
      { anticoagulation: "interim", dDimerBeforeAnticoagulant: false },
    ],
  ])("reads anticoagulation %j", (said, expected) => {
    expect(read({ anticoagulation: said })).toEqual(expected);
  });

  test("null under a test means not done, elsewhere not known", () => {
    expect(read({ "d-dimer": null, ultrasound: null, pregnant: null })).toEqual({ pregnant: null });
  });

  test("a D-dimer keeps what is missing missing, and text stays text", () => {
    expect(read({ "d-dimer": { value: 0.6, unit: null, type: null } })).toEqual({
      dDimer: { value: 0.6, unit: null, basis: undefined },
    });
    expect(read({ "d-dimer": { value: "499", unit: "µg/L", type: "FEU" } })).toMatchObject({
      dDimer: { value: "499" },
    });
    expect(read({ "d-dimer": { value: "negative", unit: null, type: null } })).toEqual({ dDimerLabel: "negative" });
  });

  test("a red flag that is not recognised is still a red flag", () => {
    expect(read({ "red flags": ["cyanosis", "something new"] })).toEqual({ phlegmasia: true, otherRedFlag: true });
    expect(read({ "red flags": ["none"] })).toEqual({});
  });

  test("a pelvic mass is no calf mass", () => {
    expect(read({ "pelvic mass": true, "calf mass": { palpable: true, hard: true, "size cm": 6 } })).toEqual({
      pelvicMassFilterOrStent: true,
      calfMass: true,
      massHard: true,
      massDiameter: { value: 6, unit: "cm" },
    });
  });

  test("what is not read is named", () => {
    expect(structuredFindings({ "shoe size": 44, age: 50 })).toEqual({ findings: { age: 50 }, unread: ["shoe size"] });
  });
});
