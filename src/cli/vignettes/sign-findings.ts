import { type Findings, isRecord, words } from "./findings.ts";

export function mass(value: unknown): Findings | undefined {
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

export function alternative(value: unknown): Findings | undefined {
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
export function redFlags(value: unknown): Findings | undefined {
  const flags = Array.isArray(value) ? value : typeof value === "string" ? [value] : value === null ? [] : undefined;
  if (flags === undefined) return undefined;
  return Object.fromEntries(
    flags
      .filter((flag) => typeof flag === "string")
      .filter((flag) => !/^(none|no)$/i.test(flag))
      .map((flag) => [RED_FLAGS.find(([pattern]) => pattern.test(flag.toLowerCase()))?.[1] ?? "otherRedFlag", true]),
  );
}

export function peSymptoms(value: unknown): Findings | undefined {
  if (typeof value === "boolean" || value === null) return { peSymptoms: value };
  if (Array.isArray(value)) return { peSymptoms: value.length > 0 };
  return words(value, [
    [/^(none|no|absent)/, { peSymptoms: false }],
    [/shock|syncope|hypox|collapse/, { peSymptoms: true, unstable: true }],
    [/./, { peSymptoms: true }],
  ]);
}

export function course(value: unknown): Findings | undefined {
  return words(value, [
    [/worse|deteriorat|increas|spreading/, { symptomsWorse: true }],
    [/improv|easing|settl|better|resolv|gone/, { symptomsWorse: false, symptomsPersist: false }],
    [/persist|unchanged|same|still|not better/, { symptomsWorse: false, symptomsPersist: true }],
  ]);
}
