import fc from "fast-check";
import type { SentFindings } from "./leg-dvt.ts";

// Notes on invented patients, put together from sentences that stand alone, so that what they state is known beforehand.

/** How clinicians say that something is there, and that it is not. `SIDE` and `OTHER` stand for the legs. */
interface Wording {
  readonly feature: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

const WORDINGS: readonly Wording[] = [
  {
    feature: "activeCancer",
    present: ["Bowel cancer, on chemotherapy at present.", "Active cancer under treatment."],
    absent: ["No cancer.", "No history of malignancy.", "There is no malignancy."],
  },
  {
    feature: "paralysisOrPlaster",
    present: ["A plaster cast was taken off that leg last week.", "Paresis of that leg since a stroke."],
    absent: ["No plaster and no paralysis.", "The leg has been neither paralysed nor in plaster."],
  },
  {
    feature: "bedriddenOrSurgery",
    present: [
      "Hip replacement under spinal anaesthesia four weeks ago.",
      "In bed for five days with influenza last week.",
    ],
    absent: ["No surgery and no bed rest.", "Neither bedridden nor operated on recently."],
  },
  {
    feature: "deepVeinTenderness",
    present: ["Tenderness along the deep veins.", "The deep veins of the calf are tender to palpation."],
    absent: ["No tenderness along the deep veins.", "The deep veins are not tender."],
  },
  {
    feature: "entireLegSwollen",
    present: ["The entire leg is swollen.", "Swelling of the whole leg."],
    absent: ["The leg as a whole is not swollen.", "No swelling of the entire leg."],
  },
  {
    feature: "calfSwelling",
    present: ["The SIDE calf is 4 cm larger than the OTHER.", "Calf circumference SIDE 41 cm, OTHER 37 cm."],
    absent: ["The SIDE calf is 1 cm larger than the OTHER.", "Calf circumference SIDE 37 cm, OTHER 36 cm."],
  },
  {
    feature: "pittingOedema",
    present: ["Pitting oedema confined to the SIDE leg.", "Pitting oedema in the SIDE leg only."],
    absent: ["No pitting oedema.", "Pitting oedema is absent."],
  },
  {
    feature: "collateralVeins",
    present: [
      "Dilated collateral veins, not varicose, are visible.",
      "Non-varicose superficial collateral veins are present.",
    ],
    absent: ["No collateral veins.", "Collateral veins are absent."],
  },
  {
    feature: "previousDvt",
    present: ["Documented DVT of the OTHER leg in 2015.", "Previous DVT of the OTHER leg nine years ago."],
    absent: ["No previous DVT.", "Never had a DVT."],
  },
  {
    feature: "alternativeDiagnosis",
    present: ["Cellulitis is at least as likely as DVT.", "A muscle tear is at least as likely as DVT."],
    absent: ["No alternative diagnosis is as likely.", "No other diagnosis fits."],
  },
];

/** A note: how it begins, and one sentence for each item, in the order in which they are to be told. */
export interface Note {
  readonly opening: string;
  readonly sentences: readonly string[];
  readonly side: "left" | "right";
  /** What the note states, as the evaluate call takes it. */
  readonly findings: SentFindings;
}

const OPENINGS = [
  "A 58-year-old woman has had a painful SIDE leg for three days.",
  "47M with pain in the SIDE leg since Monday.",
  "This 71-year-old gentleman presents with an aching SIDE leg.",
] as const;

/** Patients with every item of the score told, each present or absent in any of its wordings. */
export const notes: fc.Arbitrary<Note> = fc
  .record({
    opening: fc.constantFrom(...OPENINGS),
    side: fc.constantFrom("left" as const, "right" as const),
    told: fc.tuple(...WORDINGS.map(tellings)),
  })
  .map(({ opening, side, told }) => ({
    opening,
    side,
    sentences: told.map(({ sentence }) => sentence),
    findings: Object.fromEntries(told.map(({ feature, holds }) => [feature, holds])),
  }));

function tellings({ feature, present, absent }: Wording) {
  const say = (holds: boolean, sentences: readonly string[]) =>
    fc.constantFrom(...sentences).map((sentence) => ({ feature, holds, sentence }));
  return fc.oneof(say(true, present), say(false, absent));
}

/** A note as text, its sentences in the order given. */
export function textOf({ opening, sentences, side }: Note, order: readonly string[] = sentences): string {
  const other = side === "left" ? "right" : "left";
  return [opening, ...order].join(" ").replaceAll("SIDE", side).replaceAll("OTHER", other);
}

/** Sentences that say nothing which bears on a clot in the leg. */
export const IRRELEVANT = [
  "Lives alone on the second floor.",
  "Allergic to penicillin.",
  "Works as a bookkeeper.",
  "Had a flu jab last October.",
  "Wears reading glasses.",
  "Height 171 cm, weight 74 kg.",
  "Blood pressure 132/78.",
  "Takes a statin.",
  "Keeps two dogs.",
  "Never smoked.",
  "Hearing aids on both ears.",
  "Ears and throat unremarkable.",
  "Likes gardening.",
  "Due for cataract review in spring.",
] as const;

const SPELLINGS: readonly (readonly [british: string, american: string])[] = [
  ["oedema", "edema"],
  ["haem", "hem"],
  ["anaesth", "anesth"],
  ["ischaem", "ischem"],
  ["tumour", "tumor"],
  ["colour", "color"],
  ["centimetre", "centimeter"],
  ["litre", "liter"],
  ["immobilis", "immobiliz"],
  ["paralysed", "paralyzed"],
  ["visualis", "visualiz"],
  ["localis", "localiz"],
  ["recanalis", "recanaliz"],
  ["leukaem", "leukem"],
  ["dyspnoea", "dyspnea"],
  ["caesarean", "cesarean"],
];

/** The text with each word that has two spellings in the American one. */
export function americanised(text: string): string {
  return SPELLINGS.reduce(
    (said, [british, american]) => said.replace(new RegExp(british, "gi"), keepCase(american)),
    text,
  );
}

function keepCase(word: string): (found: string) => string {
  return (found) => {
    if (found === found.toUpperCase()) return word.toUpperCase();
    return /^\p{Lu}/u.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  };
}

const SIDES: Readonly<Record<string, string>> = { left: "right", right: "left", l: "r", r: "l", lt: "rt", rt: "lt" };

/** The text with left and right changed over wherever a side is named. */
export function mirrored(text: string): string {
  return text.replace(/(?<![/\p{L}µ])(left|right|lt|rt|[LR])(?!\p{L})/giu, (found) => {
    const swapped = SIDES[found.toLowerCase()] ?? found;
    if (found === found.toUpperCase()) return swapped.toUpperCase();
    return /^\p{Lu}/u.test(found) ? swapped.charAt(0).toUpperCase() + swapped.slice(1) : swapped;
  });
}
