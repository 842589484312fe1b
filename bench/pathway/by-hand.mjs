// The shipped pathway, profile SRU, written by hand for patients of whom everything is known: what a careful programmer would
// write when unknowns did not matter. Three-valued logic, presumptions and guards are left out, which makes it quicker, not slower.

const SCORED = [
  "activeCancer",
  "paralysisOrPlaster",
  "bedriddenOrSurgery",
  "deepVeinTenderness",
  "entireLegSwollen",
  "calfSwelling",
  "pittingOedema",
  "collateralVeins",
  "previousDvt",
];

/** The code of the advice for a complete row: a value for each atom of the profile by its name. */
export function adviseByHand(p) {
  if (
    p.phlegmasia ||
    p.limbIschaemia ||
    p.compartmentSyndrome ||
    p.necrotisingInfection ||
    p.unstable ||
    p.otherRedFlag
  )
    return "EMERGENCY_NOW";
  if (p.peSymptoms) return "PE_PATHWAY";
  if (p.under18 || p.site === "arm" || !p.symptomatic) return "OUT_OF_SCOPE";
  const { scan } = p;
  const unclear = scan === "incomplete" || scan === "indeterminate";
  if (scan === "acute-proximal" || scan === "superficial-only") return "TREATMENT_PATHWAY";
  if (scan === "acute-isolated-distal") return "ISOLATED_DISTAL_DECISION";
  if (
    (scan === "none" || scan === "chronic-post-thrombotic" || unclear) &&
    (p.diameterGrown || p.newNoncompressibleSegment)
  )
    return "TREATMENT_PATHWAY";
  if (scan === "chronic-post-thrombotic" || (scan === "indeterminate" && p.previousDvtSameLeg))
    return "RECURRENT_DVT_PROTOCOL";
  const negative = scan === "normal-complete" || scan === "normal-proximal-only";
  if ((negative || scan === "incomplete") && isIliocaval(p)) return "ILIOCAVAL_IMAGING";
  if (p.ultrasoundImpossible || p.nondiagnosticTwice) return "ALTERNATIVE_IMAGING";
  if (unclear) return p.repeatCannotBeBetter ? "ALTERNATIVE_IMAGING" : "REPEAT_ULTRASOUND";
  const gestational = p.pregnant || p.postpartum;
  const notComeDown = p.symptomsWorse || (p.symptomsPersist && p.daysSinceScan >= 5);
  if (gestational && negative)
    return p.clinicalSuspicion === "high" || notComeDown ? "REPEAT_ULTRASOUND" : "DVT_EXCLUDED";
  const massOpen = (p.calfMass || p.pulsatilePoplitealMass) && (p.massSolid || p.massGrowing || !p.massExplained);
  if (negative && massOpen) return "MASS_IMAGING";
  const wells = wellsOf(p);
  const test = dDimerOf(p, wells, gestational);
  if (scan === "normal-complete") return afterCompleteScan(p, wells, test, notComeDown);
  if (scan === "normal-proximal-only") return afterProximalScan(p, test, notComeDown);
  return beforeScan(p, wells, test, gestational, massOpen);
}

function isIliocaval(p) {
  return (
    p.abnormalFemoralWaveform ||
    p.flankOrBackPain ||
    p.bilateralOrScrotalSwelling ||
    p.pelvicMassFilterOrStent ||
    p.prominentVeinsOnImaging ||
    (p.wholeLegSwelling && !p.alternativeDiagnosis && !p.alternativeFoundOnScan)
  );
}

function wellsOf(p) {
  let total = p.alternativeDiagnosis ? -2 : 0;
  for (const item of SCORED) if (p[item]) total++;
  return total;
}

function dDimerOf(p, wells, gestational) {
  const done = p.dDimerMeasured || p.dDimerLabelled;
  const anticoagulated =
    p.anticoagulation === "therapeutic" || (p.anticoagulation === "interim" && (!done || !p.dDimerBeforeAnticoagulant));
  const strong = p.dDimerAssay === "high-sensitivity";
  const rises = p.age > 50 && wells < 2 && strong;
  const below =
    p.dDimerBasis === "FEU"
      ? p["dDimerFeu < laboratoryCutoffFeu"] ||
        (rises && p.laboratoryCutoffFeu === 500 && p["dDimerFeu < (age * dDimerAgeStepFeu)"])
      : p["dDimerDdu < laboratoryCutoffDdu"] ||
        (rises &&
          p.laboratoryCutoffDdu >= 225 &&
          p.laboratoryCutoffDdu <= 275 &&
          p["dDimerDdu < (age * dDimerAgeStepDdu)"]);
  const isNegative = p.dDimerMeasured ? below : p.dDimerLabel === "negative";
  const isVoid = gestational || anticoagulated;
  return {
    done,
    strong,
    anticoagulated,
    isNegative,
    isVoid,
    settles: done && !isVoid && isNegative && strong,
    useful: !isVoid && (!done || (isNegative && !strong)),
  };
}

function afterCompleteScan(p, wells, test, notComeDown) {
  if (notComeDown) return "REPEAT_ULTRASOUND";
  if (wells < 3 || p.alternativeDiagnosis || p.alternativeFoundOnScan || test.settles) return "DVT_EXCLUDED";
  return test.useful ? "D_DIMER_AFTER_SCAN" : "REPEAT_ULTRASOUND";
}

function afterProximalScan(p, test, notComeDown) {
  if (test.settles && !notComeDown) return "DVT_EXCLUDED";
  if (p.calfScanAvailable) return "COMPLETE_THE_SCAN";
  return test.useful && !notComeDown ? "D_DIMER_AFTER_SCAN" : "REPEAT_ULTRASOUND";
}

function beforeScan(p, wells, test, gestational, massOpen) {
  if (gestational) return "PREGNANCY_PATHWAY";
  if (test.anticoagulated || p.inpatient || p.activeCancer) return "COMPLETE_DUPLEX";
  const ofConcern = p.massHard || p.massDeep || p.massGrowing || p.massLarge;
  if (massOpen && (p.pulsatilePoplitealMass || (p.calfMass && ofConcern && wells < 2))) return "MASS_IMAGING";
  if (wells >= 2) return "COMPLETE_DUPLEX";
  if (!test.done) return "D_DIMER_FIRST";
  return test.isNegative && (test.strong || wells < 1) ? "DVT_EXCLUDED" : "COMPLETE_DUPLEX";
}
