import { dDimer, joinDDimer } from "./d-dimer-findings.ts";
import { type Findings, isRecord, type Reader, words, yesNo } from "./findings.ts";
import { scanFindings } from "./scan-findings.ts";
import { alternative, course, mass, peSymptoms, redFlags } from "./sign-findings.ts";

export interface StructuredFindings {
  readonly findings: Findings;
  /** Keys of the vignette that nothing here reads. They are reported: what is not read must not look read. */
  readonly unread: readonly string[];
}

/**
 * Turns the `structured` part of a vignette into findings. In that format `null` under a test means "not done" and
 * elsewhere "not known".
 */
export function structuredFindings(structured: Readonly<Record<string, unknown>>): StructuredFindings {
  const unread: string[] = [];
  const findings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(structured)) {
    const reader = READERS.find(([pattern]) => pattern.test(key.toLowerCase()))?.[1];
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
  [
    /(postpartum|after birth|since birth|after delivery).*days|days.*(postpartum|after birth|since birth|after delivery)/,
    (value) => (typeof value === "number" ? { postpartum: value <= 42 } : undefined),
  ],
  [/postpartum|after birth|since birth|after delivery/, postpartum],
  [/^weeks$|trimester|^left(t)?$|^left score|gestation/, () => ({})],
  [/anticoag/, anticoagulation],
  [/calf circumference|calf measure/, circumference],
  [
    /calf difference|swelling cm/,
    (value) => (typeof value === "number" ? { calfDifference: { value, unit: "cm" } } : undefined),
  ],
  [/d-?dimer/i, dDimer],
  [/ultrasound|duplex|^scans?$/, ultrasound],
  [/calf scan(ning)? available|whole-leg scan available/, yesNo("calfScanAvailable")],
  [/scan.*(within|avail|delay|hours|wait)|(delay|hours|wait).*scan/, scanDelay],
  [/wells items|wells/, wellsItems],
  [
    /^previous dvt.*(same|leg|side)|same-?leg|ipsilateral/,
    (value) => yesNo("previousDvtSameLeg")(value) ?? previousDvt(value),
  ],
  [/^previous dvt|dvt history|history of dvt/, previousDvt],
  [/baseline/, (value) => (value === null || value === false ? {} : { previousDvtSameLeg: true })],
  [/pelvic|filter|stent|iliac/, yesNo("pelvicMassFilterOrStent")],
  [/mass|lump/, mass],
  [/named alternative|alternative/, alternative],
  [/red flags?|emergency/, redFlags],
  [/pe symptoms|pulmonary embol|^(dyspnoea|dyspnea|breathless|chest pain|haemoptysis)/, peSymptoms],
  [/haemodynamic|hemodynamic|blood pressure|saturation|oxygen/, haemodynamics],
  [/symptom course|course|progress/, course],
  [/^symptoms?$/, symptoms],
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
    /days? (in bed|bedridden)|bed(ridden|bound)? days|days of bed|^bed/,
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

/** One scan, or several in order: the last one counts, and two that answered nothing are said to be two. */
function ultrasound(value: unknown): Findings | undefined {
  if (value === null) return {};
  if (typeof value === "string") return scanFindings({ result: value, protocol: value });
  if (isRecord(value)) return scanFindings(value);
  if (!Array.isArray(value)) return undefined;
  const scans = value.filter(isRecord).map(scanFindings);
  const unanswered = scans.filter(({ scan }) => scan === "incomplete" || scan === "indeterminate");
  return { ...scans.at(-1), ...(unanswered.length > 1 ? { nondiagnosticTwice: true } : {}) };
}

function haemodynamics(value: unknown): Findings | undefined {
  return words(value, [
    [/unstable|shock|hypotens|collapse|severe|syncope/, { unstable: true }],
    [/stable|normal/, { unstable: false }],
  ]);
}

function symptoms(value: unknown): Findings | undefined {
  const said = Array.isArray(value) ? value.join(", ") : value;
  if (typeof said !== "string") return undefined;
  if (/^(none|no symptoms|asymptomatic|screening)/i.test(said)) return { symptomatic: false };
  return {
    ...(/chest|breath|haemopt|hemopt|dyspn/i.test(said) ? { peSymptoms: true } : {}),
    ...(redFlags(value)?.unstable === true ? { unstable: true } : {}),
  };
}

/** An earlier clot told by its side or in an object; "same" or the words for the same leg make it the same leg. */
function previousDvt(value: unknown): Findings | undefined {
  if (typeof value === "boolean") return { previousDvt: value };
  const said = isRecord(value) ? Object.values(value).join(" ") : typeof value === "string" ? value : undefined;
  if (said === undefined) return value === null ? {} : undefined;
  if (/^(none|no)\b/i.test(said)) return { previousDvt: false };
  if (/same|ipsilateral/i.test(said)) return { previousDvtSameLeg: true };
  return /other|contralateral|opposite/i.test(said)
    ? { previousDvt: true, previousDvtSameLeg: false }
    : { previousDvt: true };
}

/** Weeks since the birth. */
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

function scanDelay(value: unknown): Findings | undefined {
  if (typeof value === "number") return { scanWithinTarget: value <= 4 };
  if (typeof value === "boolean") return { scanWithinTarget: value };
  return words(value, [
    [/tomorrow|next|overnight|days?|weeks?|not/, { scanWithinTarget: false }],
    [/now|today|immediate|at once|yes/, { scanWithinTarget: true }],
  ]);
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
