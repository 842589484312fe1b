import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadShippedLanguage, loadShippedTopic } from "../../../test/support/shipped-topic.ts";
import { convert, decimal } from "../../clinical/quantity.ts";
import { assembleFacts } from "../../pathway/facts/assemble-facts.ts";
import { indexOf } from "../../pathway/facts/pathway-index.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import { understand } from "./understand.ts";

// What the fifteen example cases say in words, against what their authors wrote down as findings.

const dDimer = z.object({
  value: z.number(),
  unit: z.string().nullable(),
  type: z.string().nullable(),
  assay: z.string().nullable(),
  "laboratory cut-off": z.number().nullable(),
  "label in letter": z.string().optional(),
});

const vignettes = z
  .object({
    vignettes: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        structured: z.looseObject({
          age: z.number(),
          sex: z.string(),
          leg: z.string(),
          pregnant: z.boolean(),
          "wells items": z.record(z.string(), z.boolean()).optional(),
          "calf circumference cm": z.object({ symptomatic: z.number(), other: z.number() }).optional(),
          "d-dimer": dDimer.nullable().optional(),
        }),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL("../../../test/fixtures/vignettes.json", import.meta.url), "utf8"))).vignettes;

const ITEMS: Readonly<Record<string, string>> = {
  "active cancer": "activeCancer",
  "paralysis or plaster": "paralysisOrPlaster",
  "bedridden 3 days or major surgery 12 weeks": "bedriddenOrSurgery",
  "tenderness along deep veins": "deepVeinTenderness",
  "entire leg swollen": "entireLegSwollen",
  "pitting oedema only in symptomatic leg": "pittingOedema",
  "collateral superficial veins": "collateralVeins",
  "previous DVT": "previousDvt",
  "alternative diagnosis at least as likely": "alternativeDiagnosis",
};

/** Items whose absence the text leaves unsaid. They are not decisive there: the score stays on one side of the cut-off either way. */
const UNSAID: ReadonlySet<string> = new Set([
  "V02 entireLegSwollen",
  "V10 paralysisOrPlaster",
  "V17 bedriddenOrSurgery",
  "V22 entireLegSwollen",
]);

/** Findings that decide the next step besides score and D-dimer, as the authors' own words give them. */
const FURTHER: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  V12: { dDimerBasis: "unknown", dDimerAssay: "unknown" },
  V17: { limbIschaemia: false },
  V24: { calfMass: true, namedAlternative: "baker-cyst" },
  V28: { phlegmasia: true, activeCancer: true },
  V33: { pregnant: true, flankOrBackPain: false, peSymptoms: false, scan: "none", entireLegSwollen: false },
  V10: { anticoagulation: "none" },
  V42: { scan: "normal-complete", daysSinceScan: 0, symptomsWorse: false, abnormalFemoralWaveform: false },
  V47: {
    scan: "normal-proximal-only",
    anticoagulation: "interim",
    dDimerBeforeAnticoagulant: true,
    calfScanAvailable: false,
  },
  V53: {
    scan: "acute-isolated-distal",
    clotLength: 3,
    clotDiameter: 5,
    severalVeins: false,
    nearPopliteal: false,
    severeSymptoms: false,
    highBleedingRisk: false,
    unprovoked: false,
  },
  V60: { dDimerLabel: "negative" },
};

const topic = loadShippedTopic();
const language = loadShippedLanguage();
const units = new Map(
  topic.pathway?.features.map(({ id, type }) => [id, type.kind === "quantity" ? type.unit : undefined]),
);

/** Everything the text says of a feature, quantities in the feature's own unit. */
function saidOf(statements: readonly Statement[], feature: string): readonly unknown[] {
  return statements
    .filter((statement) => statement.feature === feature)
    .map((statement) => {
      if (statement.kind !== "value") return statement.kind;
      if (typeof statement.value !== "object") return statement.value;
      const converted = convert(statement.value, units.get(feature) ?? statement.value.unit);
      return converted.ok ? converted.value.value.toNumber() : "not comparable";
    });
}

/** What the text comes to for a feature, said outright or computed from what is said. */
function knownOf(statements: readonly Statement[], feature: string): readonly unknown[] {
  if (topic.pathway === undefined) return [];
  const { facts } = assembleFacts(indexOf(topic.pathway), statements, topic.pathway.defaultProfile);
  return facts.isEstablished(feature) ? [facts.valueOf(feature)] : [];
}

describe.each(vignettes)("vignette $id", ({ id, text, structured }) => {
  const { statements } = understand(text, topic, language);
  const said = (feature: string) => saidOf(statements, feature);

  test("age and side are read, and sex wherever the text says it", () => {
    expect(said("age")).toEqual([structured.age]);
    expect(said("leg")).toEqual([structured.leg.startsWith("both") ? "both" : structured.leg]);
    expect([[structured.sex], []]).toContainEqual(said("sex"));
    expect(said("pregnant")).toEqual(structured.pregnant ? [true] : []);
  });

  test("every item of the score is as its author wrote it down", () => {
    for (const [label, holds] of Object.entries(structured["wells items"] ?? {})) {
      const feature = ITEMS[label];
      if (feature === undefined) continue;
      expect({ feature, known: knownOf(statements, feature) }).toEqual({
        feature,
        known: UNSAID.has(`${id} ${feature}`) ? [] : [holds],
      });
    }
  });

  test("the calf is read as measured, not as a tick", () => {
    const given = structured["calf circumference cm"];
    const difference =
      said("calfDifference")[0] ??
      (said("calfCircumferenceSymptomatic").length === 0
        ? undefined
        : decimal(Number(said("calfCircumferenceSymptomatic")[0]))
            .minus(Number(said("calfCircumferenceOther")[0]))
            .toNumber());
    if (given !== undefined) expect(difference).toBe(decimal(given.symptomatic).minus(given.other).toNumber());
    if (difference !== undefined) expect(said("calfSwelling")).toEqual([]);
    else if (structured["wells items"])
      expect(said("calfSwelling")).toEqual([structured["wells items"]["calf swelling at least 3 cm"]]);
  });

  test("the D-dimer is read with its basis, or as incomplete", () => {
    const given = structured["d-dimer"];
    if (given === null || given === undefined) expect(said("dDimerFeu")).toEqual([]);
    else expect(said("dDimerFeu")).toEqual(given.unit === null ? ["incomplete"] : [given.value]);
    const limit = /limit \d/.test(text) ? [given?.["laboratory cut-off"]] : [];
    expect(said("laboratoryCutoffFeu")).toEqual(limit);
    const namesAssay = /laboratory|High-sensitivity/.test(text);
    if (namesAssay) expect(said("dDimerAssay")).toEqual(["high-sensitivity"]);
  });

  test("whatever else decides the next step is read", () => {
    for (const [feature, value] of Object.entries(FURTHER[id] ?? {}))
      expect({ feature, said: said(feature) }).toEqual({ feature, said: [value] });
  });
});
