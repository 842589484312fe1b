import fc from "fast-check";
import { decimal } from "../../src/clinical/quantity.ts";
import type { CaseFeature, FindingValue } from "../../src/pathway/model/feature.ts";
import type { Statement } from "../../src/pathway/model/finding.ts";
import type { Pathway } from "../../src/pathway/model/pathway.ts";

/** Numbers near the cut-offs of the pathway, where a mistake would show, besides any of the declared range. */
const NEAR: Readonly<Record<string, readonly number[]>> = {
  age: [17, 18, 50, 51, 66],
  bedriddenDays: [0, 2, 3, 4],
  daysSinceMajorSurgery: [28, 29, 84, 85],
  calfDifference: [0, 2.9, 3, 3.1],
  massDiameter: [4.9, 5, 5.1],
  dDimerFeu: [400, 499, 500, 501, 655, 659, 660, 2000],
  dDimerDdu: [149, 229, 230, 249, 250, 251, 329, 330, 340],
  laboratoryCutoffFeu: [400, 500, 500, 500, 600],
  laboratoryCutoffDdu: [200, 224, 225, 230, 250, 275, 276],
  daysSinceScan: [0, 4, 5, 6],
  diameterIncrease: [0, 3, 4, 5],
  clotLength: [4.9, 5, 5.1],
  clotDiameter: [6.9, 7, 7.1],
};

/** A value that the feature can have. */
export function anyValueOf(feature: CaseFeature): fc.Arbitrary<FindingValue> {
  const { type } = feature;
  switch (type.kind) {
    case "truth":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...type.choices.map(({ code }) => code));
    case "wholeNumber":
      return fc.oneof(
        fc.constantFrom(...(NEAR[feature.id] ?? [type.low])),
        fc.integer({ min: type.low, max: type.high }),
      );
    default: {
      const [low, high] = [type.low.value.toNumber(), type.high.value.toNumber()];
      return fc
        .oneof(
          fc.constantFrom(...(NEAR[feature.id] ?? [low])),
          fc.integer({ min: Math.ceil(low), max: Math.floor(high) }),
        )
        .map((value) => ({ value: decimal(value), unit: type.unit }));
    }
  }
}

/** What sends a patient away from the later stages: drawn as usual most of the time, so that those stages are reached. */
const USUAL: Readonly<Record<string, FindingValue>> = {
  site: "leg",
  symptomatic: true,
  ...Object.fromEntries(
    [
      "phlegmasia",
      "limbIschaemia",
      "compartmentSyndrome",
      "necrotisingInfection",
      "unstable",
      "otherRedFlag",
      "peSymptoms",
      "under18",
      "inpatient",
      "pregnant",
      "postpartum",
      "activeCancer",
      "calfMass",
      "pulsatilePoplitealMass",
      "ultrasoundImpossible",
      "nondiagnosticTwice",
      "abnormalFemoralWaveform",
      "flankOrBackPain",
      "bilateralOrScrotalSwelling",
      "pelvicMassFilterOrStent",
      "prominentVeinsOnImaging",
      "newNoncompressibleSegment",
    ].map((id) => [id, false]),
  ),
};

function usualOrAny(feature: CaseFeature): fc.Arbitrary<FindingValue> {
  const usual = feature.id === "age" ? fc.integer({ min: 18, max: 95 }) : USUAL[feature.id];
  const any = anyValueOf(feature);
  if (usual === undefined) return any;
  const arbitrary: fc.Arbitrary<FindingValue> =
    typeof usual === "object" && "generate" in usual ? usual : fc.constant(usual as FindingValue);
  return fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: any });
}

function statementOf(feature: CaseFeature, silent: number, unknown: number): fc.Arbitrary<Statement | undefined> {
  const stated = usualOrAny(feature).map((value): Statement => ({ feature: feature.id, kind: "value", value }));
  return fc.oneof(
    { weight: 100 - silent - unknown, arbitrary: stated },
    { weight: silent, arbitrary: fc.constant(undefined) },
    { weight: unknown, arbitrary: fc.constant<Statement>({ feature: feature.id, kind: "unknown" }) },
  );
}

/** What might be said of a patient: each feature stated, passed over in silence, or asked and not known. May contradict itself. */
export function randomStatements(
  pathway: Pathway,
  { silent = 30, unknown = 10 }: { readonly silent?: number; readonly unknown?: number } = {},
): fc.Arbitrary<readonly Statement[]> {
  return fc
    .tuple(...pathway.features.map((feature) => statementOf(feature, silent, unknown)))
    .map((statements) => statements.filter((statement) => statement !== undefined));
}

type Values = Readonly<Record<string, FindingValue>>;

const NO_PROXIMAL_CLOT = ["normal-complete", "normal-proximal-only", "acute-isolated-distal", "superficial-only"];

/** Features left out of a complete patient: what follows from the rest, and each D-dimer but the one that was measured. */
function leftOut(route: string): ReadonlySet<string> {
  const routes: Readonly<Record<string, string>> = { feu: "dDimerFeu", ddu: "dDimerDdu", words: "dDimerLabel" };
  return new Set([
    ...["dDimerMeasured", "dDimerBasis", "dDimerLabelled", "calfCircumferenceSymptomatic", "calfCircumferenceOther"],
    ...["compressedDiameter", "compressedDiameterBefore"],
    // Its items are known, and a total or a category drawn beside them would contradict them.
    ...["wellsTotal", "wellsCategory"],
    ...Object.values(routes).filter((id) => id !== routes[route]),
  ]);
}

/** Takes back what would contradict the rest, so that a complete patient is a possible one. */
function coherent(values: Values): Values {
  const man: Values = values.sex === "male" ? { pregnant: false, postpartum: false } : {};
  const first: Values = values.previousDvt === false ? { previousDvtSameLeg: false } : {};
  const clear: Values = NO_PROXIMAL_CLOT.includes(String(values.scan))
    ? { newNoncompressibleSegment: false, diameterIncrease: { value: decimal(0), unit: "mm" } }
    : {};
  // A sample is drawn after a dose of something.
  const sampled: Values = values.anticoagulation === "none" ? { dDimerBeforeAnticoagulant: true } : {};
  const told = ["massHard", "massDeep", "massGrowing", "massSolid"].some((id) => values[id] === true);
  const lump: Values = told ? { calfMass: true } : {};
  const scanned: Values = values.scan === "none" ? {} : { ultrasoundImpossible: false };
  return { ...values, ...man, ...first, ...clear, ...sampled, ...lump, ...scanned };
}

/** A patient of whom everything is known and nothing contradicts anything else. */
export function completePatient(pathway: Pathway): fc.Arbitrary<readonly Statement[]> {
  const features = pathway.features.filter(
    (feature) => feature.derive === undefined || feature.id === "calfDifference",
  );
  return fc
    .tuple(
      fc.constantFrom("feu", "ddu", "words", "none"),
      fc.record(Object.fromEntries(features.map((feature) => [feature.id, usualOrAny(feature)]))),
    )
    .map(([route, values]) => {
      const out = leftOut(route);
      return Object.entries(coherent(values))
        .filter(([feature]) => !out.has(feature))
        .map(([feature, value]): Statement => ({ feature, kind: "value", value }));
    });
}
