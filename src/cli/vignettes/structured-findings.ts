import { scanFindings } from "./scan-findings.ts";

/** Findings as the evaluate call takes them. */
export type Findings = Readonly<Record<string, unknown>>;

export interface StructuredFindings {
  readonly findings: Findings;
  /** Keys of the vignette that nothing here reads. They are reported: what is not read must not look read. */
  readonly unread: readonly string[];
}

type Reader = (value: unknown) => Findings | undefined;

/**
 * Turns the `structured` part of a vignette into findings. In that format `null` under a test means "not done" and
 * elsewhere "not known".
 */
export function structuredFindings(structured: Readonly<Record<string, unknown>>): StructuredFindings {
  const unread: string[] = [];
  const findings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(structured)) {
    const reader = READERS.find(([pattern]) => pattern.test(key))?.[1];
    const read = reader?.(value);
    if (read === undefined) unread.push(key);
    else Object.assign(findings, read);
  }
  return { findings: joinDDimer(findings), unread };
}

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^age$/, (value) => (typeof value === "number" ? { age: value } : value === null ? { age: null } : undefined)],
  [
    /^sex|gender$/,
    (value) =>
      words(value, [
        [/^f|woman/, { sex: "female" }],
        [/^m|\bman/, { sex: "male" }],
      ]),
  ],
  [
    /^(leg|side)$/,
    (value) =>
      words(value, [
        [/arm/, { site: "arm" }],
        [/both|bilateral/, { leg: "both" }],
        [/left/, { leg: "left" }],
        [/right/, { leg: "right" }],
      ]),
  ],
  [
    /^(limb|site)$/,
    (value) =>
      words(value, [
        [/arm|upper/, { site: "arm" }],
        [/leg|lower/, { site: "leg" }],
      ]),
  ],
  [
    /^setting$/,
    (value) =>
      words(value, [
        [/inpatient|ward|hospital/, { inpatient: true }],
        [/out|emergency|clinic|primary|gp|community/, { inpatient: false }],
      ]),
  ],
  [/^inpatient$/, yesNo("inpatient")],
  [/^pregnant|pregnancy$/, yesNo("pregnant")],
  [/postpartum|after birth|after delivery/, postpartum],
  [/^weeks$|trimester|^LEFt$|gestation/i, () => ({})],
  [/anticoag/, anticoagulation],
  [/calf circumference|calf measure/, circumference],
  [
    /calf difference|swelling cm/,
    (value) => (typeof value === "number" ? { calfDifference: { value, unit: "cm" } } : undefined),
  ],
  [/d-?dimer/i, dDimer],
  [
    /ultrasound|duplex|^scan$/,
    (value) =>
      value === null
        ? {}
        : isRecord(value)
          ? scanFindings(value)
          : typeof value === "string"
            ? scanFindings({ result: value, protocol: value })
            : undefined,
  ],
  [/calf scan available|whole-leg scan available|calf scanning available/, yesNo("calfScanAvailable")],
  [/scan (available )?within|scan delay|hours to scan/, scanDelay],
  [/wells items|wells/, wellsItems],
  [/^previous dvt.*(same|leg|side)|same-?leg|ipsilateral/i, yesNo("previousDvtSameLeg")],
  [/mass|lump/, mass],
  [/named alternative|alternative/, alternative],
  [/red flags?|emergency/, redFlags],
  [/pe symptoms|pulmonary embol|^(dyspnoea|dyspnea|breathless|chest pain|haemoptysis)/, peSymptoms],
  [/symptom course|course|progress/, course],
  [
    /suspicion/,
    (value) =>
      words(value, [
        [/high/, { clinicalSuspicion: "high" }],
        [/low/, { clinicalSuspicion: "low" }],
      ]),
  ],
  [
    /days since (the )?(first )?scan/,
    (value) => (typeof value === "number" ? { daysSinceScan: { value, unit: "d" } } : undefined),
  ],
  [
    /days? (in bed|bedridden)|bedridden days/,
    (value) => (typeof value === "number" ? { bedriddenDays: { value, unit: "d" } } : undefined),
  ],
  [
    /days since (major )?surgery/,
    (value) => (typeof value === "number" ? { daysSinceMajorSurgery: { value, unit: "d" } } : undefined),
  ],
  [
    /weeks since (major )?surgery/,
    (value) => (typeof value === "number" ? { daysSinceMajorSurgery: { value, unit: "wk" } } : undefined),
  ],
  [
    /bleeding risk/,
    (value) =>
      words(value, [
        [/high/, { highBleedingRisk: true }],
        [/normal|low|none/, { highBleedingRisk: false }],
      ]),
  ],
  [/bleed|haematoma|trauma/, yesNo("bleedingPlausible")],
  [/severe symptoms/, yesNo("severeSymptoms")],
  [
    /egfr|renal/i,
    (value) =>
      typeof value === "number"
        ? { renalImpairment: value < 30 }
        : words(value, [
            [/normal|no/, { renalImpairment: false }],
            [/impair|failure|poor|kidney injury/, { renalImpairment: true }],
          ]),
  ],
  [/flank|back pain|buttock/, yesNo("flankOrBackPain")],
  [/scrot|both whole legs/, yesNo("bilateralOrScrotalSwelling")],
  [/pelvic|filter|stent/, yesNo("pelvicMassFilterOrStent")],
  [
    /prominent.*veins|mri/i,
    (value) =>
      typeof value === "boolean"
        ? { prominentVeinsOnImaging: value }
        : words(value, [[/prominent|dilated/, { prominentVeinsOnImaging: true }]]),
  ],
  [/cast|ultrasound impossible/, yesNo("ultrasoundImpossible")],
  [/symptomatic|symptoms present/, yesNo("symptomatic")],
  [
    /diameter (increase|change)/,
    (value) => (typeof value === "number" ? { diameterIncrease: { value, unit: "mm" } } : undefined),
  ],
  [/suspected isolated|isolated distal/, yesNo("suspectedIsolatedDistal")],
];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function yesNo(feature: string): Reader {
  return (value) => (typeof value === "boolean" || value === null ? { [feature]: value } : undefined);
}

function words(value: unknown, table: readonly (readonly [RegExp, Findings])[]): Findings | undefined {
  if (typeof value !== "string") return undefined;
  return table.find(([pattern]) => pattern.test(value.toLowerCase()))?.[1];
}

function postpartum(value: unknown): Findings | undefined {
  if (typeof value === "number") return { postpartum: value <= 6 };
  return typeof value === "boolean" ? { postpartum: value } : undefined;
}

function anticoagulation(value: unknown): Findings | undefined {
  if (value === null || value === false) return { anticoagulation: value === null ? null : "none" };
  if (typeof value !== "string") return undefined;
  const text = value.toLowerCase();
  if (/^(none|no)\b/.test(text)) return { anticoagulation: "none" };
  const drawn = /after (the )?(blood|sample|d-?dimer)|blood (was )?(taken|drawn) (before|first)/.test(text)
    ? { dDimerBeforeAnticoagulant: true }
    : /before (the )?(blood|sample|d-?dimer)/.test(text)
      ? { dDimerBeforeAnticoagulant: false }
      : {};
  if (/interim|first dose|started (today|this|an hour|yesterday)|one dose|single dose/.test(text))
    return { anticoagulation: "interim", ...drawn };
  if (/prophyla/.test(text)) return { anticoagulation: "prophylactic" };
  return { anticoagulation: "therapeutic", ...drawn };
}

function circumference(value: unknown): Findings | undefined {
  if (typeof value === "number") return { calfDifference: { value, unit: "cm" } };
  if (!isRecord(value)) return undefined;
  const side = (name: string) => (typeof value[name] === "number" ? { value: value[name], unit: "cm" } : undefined);
  const [symptomatic, other] = [side("symptomatic"), side("other")];
  return {
    ...(symptomatic === undefined ? {} : { calfCircumferenceSymptomatic: symptomatic }),
    ...(other === undefined ? {} : { calfCircumferenceOther: other }),
  };
}

/** Kept apart until the end, because its parts go to several findings. */
const D_DIMER = "d-dimer parts";

function dDimer(value: unknown): Findings | undefined {
  if (value === null) return {};
  if (typeof value === "string")
    return words(value, [
      [/neg/, { dDimerLabel: "negative" }],
      [/pos|raised|high/, { dDimerLabel: "positive" }],
      [/not done|none|pending/, {}],
    ]);
  return isRecord(value) ? { [D_DIMER]: value } : undefined;
}

function joinDDimer(findings: Record<string, unknown>): Findings {
  const { [D_DIMER]: parts, ...rest } = findings;
  if (!isRecord(parts)) return rest;
  const basis = parts.type ?? parts.basis;
  const unit = parts.unit;
  const label = [parts["label in letter"], parts.label, parts.result, parts.reported].find(
    (word) => typeof word === "string",
  );
  const limit = parts["laboratory cut-off"] ?? parts.cutoff;
  return {
    ...rest,
    ...(typeof parts.value === "number" || typeof parts.value === "string"
      ? { dDimer: { value: parts.value, unit, basis } }
      : {}),
    ...(typeof limit === "number" && typeof unit === "string"
      ? { laboratoryCutoff: { value: limit, unit, basis } }
      : {}),
    ...(words(parts.assay, [
      [/high|elisa|elfa|turbidimetric|quantitative/, { dDimerAssay: "high-sensitivity" }],
      [/moderate|low|bedside|qualitative|whole-?blood|agglutination|point/, { dDimerAssay: "moderate-sensitivity" }],
    ]) ?? {}),
    ...(words(label, [
      [/neg|normal/, { dDimerLabel: "negative" }],
      [/pos|raised|high/, { dDimerLabel: "positive" }],
    ]) ?? {}),
    ...(typeof parts["drawn before anticoagulant"] === "boolean"
      ? { dDimerBeforeAnticoagulant: parts["drawn before anticoagulant"] }
      : {}),
  };
}

function scanDelay(value: unknown): Findings | undefined {
  if (typeof value === "number") return { scanWithinTarget: value <= 4 };
  return typeof value === "boolean" ? { scanWithinTarget: value } : undefined;
}

const WELLS_ITEMS: readonly (readonly [RegExp, string])[] = [
  [/cancer/, "activeCancer"],
  [/paralysis|plaster/, "paralysisOrPlaster"],
  [/bedridden|surgery/, "bedriddenOrSurgery"],
  [/tender/, "deepVeinTenderness"],
  [/entire|whole/, "entireLegSwollen"],
  [/calf/, "calfSwelling"],
  [/pitting|oedema|edema/, "pittingOedema"],
  [/collateral/, "collateralVeins"],
  [/previous/, "previousDvt"],
  [/alternative/, "alternativeDiagnosis"],
];

function wellsItems(value: unknown): Findings | undefined {
  if (!isRecord(value)) return value === null ? {} : undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const feature = WELLS_ITEMS.find(([pattern]) => pattern.test(key.toLowerCase()))?.[1];
      return feature === undefined ? [] : [[feature, item === "unknown" ? null : item]];
    }),
  );
}

function mass(value: unknown): Findings | undefined {
  if (typeof value === "boolean") return { calfMass: value };
  if (!isRecord(value)) return undefined;
  const features: readonly (readonly [RegExp, string])[] = [
    [/palpable|present/, "calfMass"],
    [/hard|firm/, "massHard"],
    [/deep|fixed/, "massDeep"],
    [/grow|enlarg/, "massGrowing"],
    [/pulsa/, "pulsatilePoplitealMass"],
    [/solid/, "massSolid"],
    [/explained/, "massExplained"],
  ];
  const read: Record<string, unknown> = { calfMass: true };
  for (const [key, part] of Object.entries(value)) {
    const feature = features.find(([pattern]) => pattern.test(key))?.[1];
    if (feature !== undefined && typeof part === "boolean") read[feature] = part;
    if (/size|diameter|cm/.test(key) && typeof part === "number") read.massDiameter = { value: part, unit: "cm" };
  }
  return read;
}

function alternative(value: unknown): Findings | undefined {
  if (value === null) return {};
  return words(value, [
    [/cellulitis/, { namedAlternative: "cellulitis" }],
    [/baker|popliteal cyst/, { namedAlternative: "baker-cyst" }],
    [/tear|rupture|strain|tennis/, { namedAlternative: "muscle-tear" }],
    [/haematoma|hematoma|bleed/, { namedAlternative: "haematoma" }],
    [/post-?thrombotic/, { namedAlternative: "post-thrombotic" }],
    [/heart|cardiac/, { namedAlternative: "heart-failure" }],
    [/superficial/, { namedAlternative: "superficial-thrombosis" }],
    [/lymph/, { namedAlternative: "lymphoedema" }],
    [/arthr|joint|gout/, { namedAlternative: "joint" }],
    [/./, { namedAlternative: "other" }],
  ]);
}

const RED_FLAGS: readonly (readonly [RegExp, string])[] = [
  [/cyano|blue|phlegmasia|blister|tense/, "phlegmasia"],
  [/cold|pale|pallor|pulse|numb|ischaem|ischem|weak/, "limbIschaemia"],
  [/compartment|passive stretch|out of proportion/, "compartmentSyndrome"],
  [/necroti|crepitus|spreading/, "necrotisingInfection"],
  [/shock|syncope|hypox|collapse|hypotens|faint/, "unstable"],
  [/breath|chest|haemopt|hemopt|dyspn/, "peSymptoms"],
];

/** A red flag that is not recognised is still a red flag. */
function redFlags(value: unknown): Findings | undefined {
  const flags = Array.isArray(value) ? value : typeof value === "string" ? [value] : value === null ? [] : undefined;
  if (flags === undefined) return undefined;
  return Object.fromEntries(
    flags
      .filter((flag) => typeof flag === "string")
      .filter((flag) => !/^(none|no)$/i.test(flag))
      .map((flag) => [RED_FLAGS.find(([pattern]) => pattern.test(flag.toLowerCase()))?.[1] ?? "otherRedFlag", true]),
  );
}

function peSymptoms(value: unknown): Findings | undefined {
  if (typeof value === "boolean" || value === null) return { peSymptoms: value };
  if (Array.isArray(value)) return { peSymptoms: value.length > 0 };
  return words(value, [
    [/^(none|no|absent)/, { peSymptoms: false }],
    [/shock|syncope|hypox|collapse/, { peSymptoms: true, unstable: true }],
    [/./, { peSymptoms: true }],
  ]);
}

function course(value: unknown): Findings | undefined {
  return words(value, [
    [/worse|deteriorat|increas|spreading/, { symptomsWorse: true }],
    [/improv|easing|settl|better|resolv|gone/, { symptomsWorse: false, symptomsPersist: false }],
    [/persist|unchanged|same|still|not better/, { symptomsWorse: false, symptomsPersist: true }],
  ]);
}
