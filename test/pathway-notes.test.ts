import { describe, expect, test } from "vitest";
import { adviseFor, codeOf, feu, PROFILES, SENSITIVE, type SentFindings, wells } from "./support/leg-dvt.ts";

function notesFor(findings: SentFindings): string {
  const found = adviseFor(findings);
  if (!("advice" in found)) throw new Error("no advice was given");
  return found.advice.notes.join(" ");
}

describe("a calf clot: which of the two options is preferred", () => {
  const lowRisk: SentFindings = {
    scan: "acute-isolated-distal",
    severeSymptoms: false,
    clotLength: { value: 5, unit: "cm" },
    clotDiameter: { value: 7, unit: "mm" },
    severalVeins: false,
    nearPopliteal: false,
    unprovoked: false,
    activeCancer: false,
    previousDvt: false,
    inpatient: false,
  };

  test("surveillance without severe symptoms or a risk factor, at the limits of length and width", () => {
    expect(notesFor(lowRisk)).toContain("surveillance");
    expect(notesFor(lowRisk)).not.toContain("anticoagulation over scanning");
  });

  test.each<[string, SentFindings]>([
    ["severe symptoms", { severeSymptoms: true }],
    ["longer than 5 cm", { clotLength: { value: 5.1, unit: "cm" } }],
    ["longer than 50 mm", { clotLength: { value: 51, unit: "mm" } }],
    ["wider than 7 mm", { clotDiameter: { value: 7.1, unit: "mm" } }],
    ["several veins", { severalVeins: true }],
    ["close to the popliteal vein", { nearPopliteal: true }],
    ["no reversible trigger", { unprovoked: true }],
    ["active cancer", { activeCancer: true }],
    ["earlier clot", { previousDvt: true }],
    ["inpatient", { inpatient: true }],
  ])("anticoagulation with %s", (_, finding) => {
    expect(notesFor({ ...lowRisk, ...finding })).toContain("anticoagulation over scanning");
    expect(notesFor({ ...lowRisk, ...finding })).not.toContain("surveillance with repeat duplex");
  });

  test.each(Object.keys(lowRisk).filter((id) => id !== "scan"))("neither while %s is not known", (id) => {
    const notes = notesFor({ ...lowRisk, [id]: null });
    expect(notes).not.toContain("Preferred here");
  });

  test("high bleeding risk and treatment already begun are said", () => {
    expect(notesFor({ ...lowRisk, highBleedingRisk: true })).toContain("High bleeding risk favours scanning");
    expect(notesFor({ ...lowRisk, anticoagulation: "interim" })).toContain("An interim anticoagulant has begun");
    expect(notesFor({ ...lowRisk, anticoagulation: "therapeutic" })).not.toContain("stopping");
  });
});

test("a superficial clot is told apart by its distance to the junction, and not at all while that is not known", () => {
  expect(notesFor({ scan: "superficial-only", superficialNearJunction: true })).toContain("like deep-vein thrombosis");
  expect(notesFor({ scan: "superficial-only", superficialNearJunction: false })).toContain("not deep-vein thrombosis");
  expect(notesFor({ scan: "superficial-only" })).toBe("");
});

describe("symptoms that do not settle", () => {
  const clear = { ...wells("deepVeinTenderness"), scan: "normal-complete" };
  const day = (value: number) => ({ daysSinceScan: { value, unit: "d" } });

  test("on day 5 the scan is repeated now", () => {
    expect(notesFor({ ...clear, symptomsPersist: true, ...day(5) })).toBe("The date has come: repeat now.");
  });

  test("that are worse do not wait for the window", () => {
    expect(notesFor({ ...clear, symptomsWorse: true, ...day(2) })).toBe(
      "Symptoms are worse: do not wait for the window.",
    );
    expect(
      notesFor({ ...clear, scan: "normal-proximal-only", calfScanAvailable: false, symptomsWorse: true, ...day(2) }),
    ).toBe("Symptoms are worse: do not wait for the window.");
  });
});

test("prominent veins on MRI are called a soft trigger", () => {
  expect(notesFor({ scan: "normal-complete", prominentVeinsOnImaging: true })).toContain("soft trigger");
  expect(notesFor({ scan: "normal-complete", flankOrBackPain: true })).not.toContain("soft trigger");
});

describe("beside a lump, the veins are followed up in the window they would have without it", () => {
  const high = {
    deepVeinTenderness: true,
    pittingOedema: true,
    calfSwelling: true,
    entireLegSwollen: false,
    alternativeDiagnosis: false,
  };
  const patients: readonly (readonly [string, SentFindings])[] = [
    ["high score, positive D-dimer", { ...high, age: 40, scan: "normal-complete", ...feu(900), ...SENSITIVE }],
    ["worse", { ...wells(), scan: "normal-complete", symptomsWorse: true }],
    [
      "likely, positive, calf not seen",
      { ...high, age: 40, scan: "normal-proximal-only", calfScanAvailable: false, ...feu(900), ...SENSITIVE },
    ],
    [
      "on anticoagulation, calf not seen",
      { ...wells(), scan: "normal-proximal-only", calfScanAvailable: false, anticoagulation: "therapeutic" },
    ],
  ];

  test.each(patients)("%s", (_, patient) => {
    for (const profile of PROFILES) {
      const without = adviseFor(patient, profile);
      const repeats = codeOf(without) === "REPEAT_ULTRASOUND" && "advice" in without;
      const beside = adviseFor({ ...patient, calfMass: true }, profile).alsoDo.find(
        ({ advise }) => advise === "REPEAT_ULTRASOUND",
      );
      expect(beside?.followUp).toBe(repeats ? without.advice.followUp?.id : undefined);
    }
  });
});
