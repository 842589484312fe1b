import { describe, expect, test } from "vitest";
import {
  adviseFor,
  ddu,
  feu,
  legDvt,
  nextStepFor,
  ruleOf,
  SENSITIVE,
  type SentFindings,
  wells,
} from "./support/leg-dvt.ts";

/**
 * Patients in whom DVT is excluded. From each, every feature of the pathway is taken away in turn: asked and not known,
 * left out, sent as text, sent without unit or basis. The answer must stop being "excluded", unless the table says for that
 * feature that it cannot matter there, and why. The tables are exact: a feature that stops mattering, or starts to, fails.
 */
interface Baseline {
  readonly name: string;
  readonly findings: SentFindings;
  readonly rule: string;
  /** Reason, and the features that may be not known without the exclusion falling. */
  readonly mayBeUnknown: readonly (readonly [why: string, features: string])[];
  /** The same for features that are left out altogether, so that a presumption may stand in. */
  readonly mayBeLeftOut: readonly (readonly [why: string, features: string])[];
}

/** Never decides whether DVT is excluded, in any patient below. */
const EVERYWHERE: Baseline["mayBeUnknown"] = [
  ["the age is stated, and says it", "under18"],
  ["whether there is a pregnancy is a question of its own", "sex"],
  ["the side is for warnings alone", "leg"],
  [
    "the item that it is a part of is stated, or does not decide here",
    "bedriddenDays daysSinceMajorSurgery recentlyBedridden recentMajorSurgery calfCircumferenceSymptomatic calfCircumferenceOther calfDifference",
  ],
  ["one point less or more leaves the category as it is", "deepVeinTenderness"],
  ["it can only lower the score", "alternativeDiagnosis"],
  ["the items are stated, and come to their total", "wellsTotal wellsCategory"],
  ["the name of the alternative is for warnings alone", "namedAlternative"],
  ["no earlier DVT is stated, or the scan was normal", "previousDvtSameLeg"],
  ["what is suspected is for warnings alone", "suspectedIsolatedDistal"],
  [
    "there is no lump for it to describe",
    "massHard massDeep massGrowing massDiameter massLarge massSolid massExplained",
  ],
  ["a bleed changes treatment, not the diagnosis", "bleedingPlausible highBleedingRisk"],
  ["it follows from the D-dimer stated, or no D-dimer decides here", "dDimerBasis dDimerLabelled"],
  ["no anticoagulant was begun, or no D-dimer decides here", "dDimerBeforeAnticoagulant"],
  ["there is no incomplete scan to repeat", "repeatCannotBeBetter"],
  ["no calf scan is wanted", "calfScanAvailable"],
  ["no scan is wanted", "scanWithinTarget"],
  ["no symptoms are said to persist", "daysSinceScan"],
  ["another cause could only make a clot less likely", "alternativeFoundOnScan"],
  [
    "no clot was shown for it to describe",
    "superficialNearJunction severeSymptoms clotLength clotDiameter severalVeins nearPopliteal unprovoked",
  ],
  ["the entire leg is stated not to be swollen", "wholeLegSwelling"],
  ["it bears on contrast alone", "renalImpairment"],
];

/** With neither scan nor lump, the D-dimer and the score decide. */
const NO_SCAN: Baseline["mayBeUnknown"] = [
  ["a lump is imaged beside the exclusion and does not change it", "calfMass"],
  ["there was no scan since which anything could change", "symptomsWorse symptomsPersist"],
  ["suspicion after a scan, without a scan", "clinicalSuspicion"],
  [
    "these lead above the groin only once the leg was scanned",
    "abnormalFemoralWaveform flankOrBackPain bilateralOrScrotalSwelling pelvicMassFilterOrStent prominentVeinsOnImaging",
  ],
];

const NORMAL_SCAN: Baseline["mayBeUnknown"] = [
  [
    "a scan classed as normal says that every segment compresses",
    "compressedDiameter compressedDiameterBefore diameterIncrease diameterGrown newNoncompressibleSegment",
  ],
];

/** With a scan the score decides only above the limit, which one item more cannot reach here. */
const SCORE_FAR_FROM_LIMIT: Baseline["mayBeUnknown"] = [
  [
    "one item more leaves the score on the same side of the limit",
    "activeCancer paralysisOrPlaster bedriddenOrSurgery calfSwelling pittingOedema collateralVeins previousDvt",
  ],
  ["a scanned inpatient is judged by the scan", "inpatient"],
];

const NO_D_DIMER_DECIDES: Baseline["mayBeUnknown"] = [
  [
    "a complete scan needs no D-dimer at a score that is not high",
    "dDimerMeasured dDimer laboratoryCutoff dDimerAssay dDimerLabel anticoagulation",
  ],
];

const LEFT_OUT_OF_SCORE: Baseline["mayBeLeftOut"] = [
  ["adults are presumed, and 300 is below the cut-off at any age", "age"],
  ["one point less or more leaves the category as it is", "deepVeinTenderness"],
  ["it can only lower the score", "alternativeDiagnosis"],
];

const LEFT_OUT_WITH_SCAN: Baseline["mayBeLeftOut"] = [
  ...LEFT_OUT_OF_SCORE,
  [
    "one item more leaves the score on the same side of the limit",
    "activeCancer paralysisOrPlaster bedriddenOrSurgery calfSwelling pittingOedema collateralVeins previousDvt",
  ],
  ["whole-leg swelling is presumed absent when nobody named it", "entireLegSwollen"],
];

const MEASURED: Baseline["mayBeUnknown"] = [
  ["the value is stated, and counts before words", "dDimerMeasured dDimerLabel"],
];

const BASELINES: readonly Baseline[] = [
  {
    name: "unlikely score, D-dimer 300 µg/L FEU",
    findings: { ...wells("deepVeinTenderness"), age: 40, ...feu(300), ...SENSITIVE },
    rule: "unlikelyNegative",
    mayBeUnknown: [...EVERYWHERE, ...NO_SCAN, ...MEASURED],
    mayBeLeftOut: LEFT_OUT_OF_SCORE,
  },
  {
    name: "unlikely score, age-adjusted D-dimer 600 µg/L FEU at 70",
    findings: { ...wells("deepVeinTenderness"), age: 70, ...feu(600), ...SENSITIVE },
    rule: "unlikelyNegative",
    mayBeUnknown: [...EVERYWHERE, ...NO_SCAN, ...MEASURED],
    mayBeLeftOut: LEFT_OUT_OF_SCORE.filter(([, features]) => features !== "age"),
  },
  {
    name: "unlikely score, D-dimer 200 ng/mL DDU",
    findings: {
      ...wells("deepVeinTenderness"),
      age: 40,
      ...ddu(200),
      ...SENSITIVE,
      laboratoryCutoff: { value: 250, unit: "ng/mL", basis: "DDU" },
    },
    rule: "unlikelyNegative",
    mayBeUnknown: [...EVERYWHERE, ...NO_SCAN, ...MEASURED],
    mayBeLeftOut: LEFT_OUT_OF_SCORE,
  },
  {
    name: "unlikely score, D-dimer reported as negative",
    findings: { ...wells("deepVeinTenderness"), age: 40, dDimerLabel: "negative", ...SENSITIVE },
    rule: "unlikelyReportedNegative",
    mayBeUnknown: [
      ...EVERYWHERE,
      ...NO_SCAN,
      ["the laboratory has judged, and no value was given to judge again", "dDimer laboratoryCutoff"],
    ],
    mayBeLeftOut: LEFT_OUT_OF_SCORE,
  },
  {
    name: "normal complete scan, score not high",
    findings: { ...wells("deepVeinTenderness"), age: 40, scan: "normal-complete" },
    rule: "completeNegativeStop",
    mayBeUnknown: [
      ...EVERYWHERE,
      ...NORMAL_SCAN,
      ...SCORE_FAR_FROM_LIMIT,
      ...NO_D_DIMER_DECIDES,
      ["it decides in pregnancy alone", "clinicalSuspicion"],
    ],
    mayBeLeftOut: LEFT_OUT_WITH_SCAN,
  },
  {
    name: "normal proximal scan and valid negative D-dimer",
    findings: {
      ...wells("deepVeinTenderness", "pittingOedema"),
      age: 40,
      scan: "normal-proximal-only",
      ...feu(300),
      ...SENSITIVE,
    },
    rule: "proximalAndDDimerNegative",
    mayBeUnknown: [
      ...EVERYWHERE,
      ...NORMAL_SCAN,
      ...SCORE_FAR_FROM_LIMIT,
      ...MEASURED,
      ["it decides in pregnancy alone", "clinicalSuspicion"],
    ],
    mayBeLeftOut: LEFT_OUT_WITH_SCAN,
  },
  {
    name: "pregnant, normal complete scan, low suspicion",
    findings: { age: 30, pregnant: true, entireLegSwollen: false, scan: "normal-complete", clinicalSuspicion: "low" },
    rule: "pregnantSuspicionLow",
    mayBeUnknown: [
      ...EVERYWHERE,
      ...NORMAL_SCAN,
      ...SCORE_FAR_FROM_LIMIT,
      ...NO_D_DIMER_DECIDES,
      ["a pregnancy is stated", "postpartum"],
      ["a lump is imaged beside the exclusion and does not change it", "calfMass pulsatilePoplitealMass"],
    ],
    mayBeLeftOut: [
      ["adults are presumed", "age"],
      ["whole-leg swelling is presumed absent when nobody named it", "entireLegSwollen"],
    ],
  },
];

/** Names under which findings are sent: a family stands for its members. */
const FIELDS = [
  ...new Set(
    legDvt.features.map(({ id, family, type }) => (family !== undefined && type.kind === "quantity" ? family : id)),
  ),
];
const MEASURED_FIELDS = new Set(
  legDvt.features.filter(({ type }) => type.kind === "quantity").flatMap(({ id, family }) => [family ?? id]),
);

function listed(table: Baseline["mayBeUnknown"]): readonly string[] {
  return table.flatMap(([, features]) => features.split(" "));
}

/** The fields after whose change DVT is still excluded, in the pathway's order. */
function stillExcluded(fields: readonly string[], change: (field: string) => SentFindings): readonly string[] {
  return fields.filter((field) => nextStepFor(change(field)) === "DVT_EXCLUDED");
}

describe.each(BASELINES)("$name", ({ findings, rule, mayBeUnknown, mayBeLeftOut }) => {
  const tolerated = listed(mayBeUnknown);

  test("excludes DVT to begin with", () => {
    expect([nextStepFor(findings), ruleOf(adviseFor(findings))]).toEqual(["DVT_EXCLUDED", rule]);
  });

  test("asked and not known: excluded only where the table says why", () => {
    expect(stillExcluded(FIELDS, (field) => ({ ...findings, [field]: null }))).toEqual(
      FIELDS.filter((field) => tolerated.includes(field)),
    );
  });

  test("left out: excluded only where the table says why", () => {
    const fields = Object.keys(findings);
    const without = (field: string) => Object.fromEntries(Object.entries(findings).filter(([name]) => name !== field));
    expect(stillExcluded(fields, without).toSorted()).toEqual(listed(mayBeLeftOut).toSorted());
  });

  test("sent as text: refused, whatever the feature", () => {
    expect(FIELDS.filter((field) => nextStepFor({ ...findings, [field]: "499" }) !== "REFUSED")).toEqual([]);
  });

  test("sent without unit or basis: never read as a value", () => {
    const bare = (field: string) => ({ ...findings, [field]: 40 });
    const fields = FIELDS.filter((field) => MEASURED_FIELDS.has(field));
    expect(stillExcluded(fields, bare).filter((field) => !tolerated.includes(field))).toEqual([]);
  });

  test("the table names only features that there are, each once", () => {
    expect(tolerated.filter((field, at) => !FIELDS.includes(field) || tolerated.indexOf(field) < at)).toEqual([]);
  });
});

test("with nothing known, DVT is never excluded", () => {
  expect(legDvt.profiles.map(({ id }) => nextStepFor({}, id))).not.toContain("DVT_EXCLUDED");
});

test("with everything asked and nothing known, DVT is never excluded", () => {
  const nothing = Object.fromEntries(FIELDS.map((field) => [field, null]));
  expect(legDvt.profiles.map(({ id }) => nextStepFor(nothing, id))).not.toContain("DVT_EXCLUDED");
});

describe("a D-dimer that is missing, incomplete or in dispute never excludes", () => {
  const unlikely = { ...wells("deepVeinTenderness"), age: 40, ...SENSITIVE };
  test.each<[string, SentFindings]>([
    ["none", {}],
    ["not known", { dDimer: null }],
    ["a bare number", { dDimer: 0.3 }],
    ["no basis", { dDimer: { value: 300, unit: "ug/L" } }],
    ["no unit", { dDimer: { value: 300, basis: "FEU" } }],
    ["measured, without a value", { dDimerMeasured: true }],
    ["reported, without the words", { dDimerLabelled: true }],
    ["a basis without a value", { dDimerBasis: "FEU" }],
    ["negative in words, not negative in numbers", { ...feu(900), dDimerLabel: "negative" }],
    ["positive in words, negative in numbers", { ...feu(300), dDimerLabel: "positive" }],
    ["negative in words, a bare number", { dDimer: 0.3, dDimerLabel: "negative" }],
    [
      "FEU and DDU at once, one above its cut-off",
      { dDimerFeu: { value: 900, unit: "ug/L", basis: "FEU" }, dDimerDdu: { value: 100, unit: "ng/mL", basis: "DDU" } },
    ],
    ["denied and measured", { ...feu(300), dDimerMeasured: false }],
  ])("%s", (_, dDimer) => {
    expect(legDvt.profiles.map(({ id }) => nextStepFor({ ...unlikely, ...dDimer }, id))).not.toContain("DVT_EXCLUDED");
  });
});
