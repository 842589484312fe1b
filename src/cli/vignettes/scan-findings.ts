import type { Findings } from "./findings.ts";

/**
 * Reads the `ultrasound` of a vignette: protocol, result and remarks in words, to the classes of a scan report. A calf that
 * was not looked at makes a normal scan proximal-only, whatever it calls itself; a segment not seen makes it incomplete.
 */
export function scanFindings(scan: Readonly<Record<string, unknown>>): Findings {
  const said = (keys: RegExp) =>
    Object.entries(scan)
      .filter(([key, value]) => keys.test(key) && wordsOf(value) !== "")
      // A key such as "not visualised" is part of what is said.
      .map(([key, value]) => `${/^not |unseen/.test(key) ? `${key} ` : ""}${wordsOf(value)}`)
      .join("; ")
      .toLowerCase();
  const all = said(/./);
  const compared = Object.entries(scan).some(([key, value]) => INCREASE.test(key) && typeof value === "number");
  const outcome =
    compared && !/normal|complete compress/.test(said(/result/))
      ? comparedWithBaseline(said(/./))
      : classify(said(/result|finding|impression|report/), said(/protocol|extent|type/), said(/calf/), all);
  const several = Array.isArray(scan.veins)
    ? scan.veins.length > 1 || /both|several|two|all/.test(said(/veins/))
    : undefined;
  return {
    ...outcome,
    ...number(scan, /days? (ago|since)|^day$/, (value) => ({ daysSinceScan: { value, unit: "d" } })),
    ...number(scan, INCREASE, (value) => ({
      diameterIncrease: { value, unit: "mm" },
    })),
    ...number(scan, /length/, (value) => ({ clotLength: { value, unit: "cm" } })),
    ...number(scan, /^(max(imal)? )?(diameter|width|calibre) mm$/, (value) => ({
      clotDiameter: { value, unit: "mm" },
    })),
    ...truth(scan, /near popliteal|close to (the )?popliteal/, "nearPopliteal"),
    ...truth(scan, /new(ly)? non-?compressible/, "newNoncompressibleSegment"),
    ...truth(scan, /near (the )?junction|within 3 ?cm/, "superficialNearJunction"),
    ...number(scan, /(distance.*junction|junction.*distance|from.*junction)/, (value) => ({
      superficialNearJunction: value <= 3,
    })),
    ...(several === undefined ? {} : { severalVeins: several }),
    ...waveforms(said(/waveform|doppler/)),
    ...(/baker|cyst|haematoma|hematoma|tear|cellulitis|collection/.test(
      said(/other|incidental|mass|alternative|finding/),
    )
      ? { alternativeFoundOnScan: true }
      : {}),
    ...(/solid/.test(said(/other|mass/)) ? { massSolid: true } : {}),
  };
}

const INCREASE = /(increase|growth|wider|larger|change|difference).*mm|diameter (change|difference|increase)/;

/** A vein measured against an earlier scan of the same leg: old change, or not to be told. */
function comparedWithBaseline(all: string): Findings {
  const scarred = /post-?thrombotic|chronic|scarr|residual|unchanged/.test(all);
  return { scan: scarred ? "chronic-post-thrombotic" : "indeterminate", previousDvtSameLeg: true };
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function classify(result: string, protocol: string, calf: string, all: string): Findings {
  if (/impossible|cannot be (done|performed|scanned)|not (possible|feasible)|unable to scan/.test(all))
    return { ultrasoundImpossible: true };
  if (
    /(nondiagnostic|non-diagnostic|inconclusive).*(twice|two|second|again)|twice (nondiagnostic|non-diagnostic)/.test(
      all,
    )
  )
    return { scan: "incomplete", nondiagnosticTwice: true };
  const clot = /\b(no|without|negative for) (evidence of )?(acute )?(dvt|thromb|clot)/.test(result)
    ? "none"
    : clotOf(result);
  if (clot !== "none") return { scan: clot };
  if (
    /not (visuali[sz]ed|seen|shown)|unseen|incomplete|inadequate|nondiagnostic|non-diagnostic|obscured/.test(all) &&
    !/calf not examined/.test(all)
  )
    return { scan: "incomplete" };
  const whole = /complete|whole|ankle|full/.test(protocol);
  const calfLeftOut = /not (examined|scanned|imaged|looked|listed|mentioned|assessed)|omitted|none/.test(calf);
  if (/normal|negative|clear|compressible|no (dvt|thromb|clot)/.test(result))
    return { scan: whole && !calfLeftOut ? "normal-complete" : "normal-proximal-only" };
  if (/not (yet )?done|none yet|pending|awaited|not performed/.test(all)) return {};
  // A scan was done and its result is not understood: not known, which no presumption of "no scan yet" may replace.
  return { scan: null };
}

const CLOT = /clot|thromb|dvt|non-?compressible|not (fully )?compressible|incompressible|occlu/;

/** Clots in the words of reports, the most particular first; those of veins need a word for a clot beside the vein. */
const CLOTS: readonly (readonly [RegExp, string])[] = [
  [/indeterminate|equivocal|acute (or|versus|vs\.?) chronic|cannot be dated/, "indeterminate"],
  [/post-?thrombotic|chronic|scarr|residual|old (thromb|clot|change)|unchanged/, "chronic-post-thrombotic"],
];

const CLOTTED_VEINS: readonly (readonly [RegExp, string])[] = [
  [/isolated distal|distal dvt|\bcalf\b.*(isolated|only|alone)|isolated calf/, "acute-isolated-distal"],
  [
    /proximal dvt|iliac|iliofemoral|femoral vein|common femoral|femoropopliteal|\bpopliteal vein (clot|thromb|occlu|non|not)|in the (left |right )?popliteal/,
    "acute-proximal",
  ],
  [/superficial|saphenous/, "superficial-only"],
  [/peroneal|posterior tibial|anterior tibial|soleal|gastrocnemius|muscular|distal|calf/, "acute-isolated-distal"],
  [/proximal|femoral|popliteal|acute/, "acute-proximal"],
];

function clotOf(result: string): string {
  const whole = CLOTS.find(([pattern]) => pattern.test(result))?.[1];
  if (whole !== undefined) return whole;
  return CLOT.test(result) ? (CLOTTED_VEINS.find(([pattern]) => pattern.test(result))?.[1] ?? "none") : "none";
}

function waveforms(said: string): Findings {
  if (/flat|monophasic|asymmetr|abnormal|dampened|continuous|loss of phasic/.test(said))
    return { abnormalFemoralWaveform: true };
  return /normal|symmetr|phasic/.test(said) ? { abnormalFemoralWaveform: false } : {};
}

function number(scan: Readonly<Record<string, unknown>>, keys: RegExp, to: (value: number) => Findings): Findings {
  const found = Object.entries(scan).find(([key, value]) => keys.test(key) && typeof value === "number");
  return found === undefined || typeof found[1] !== "number" ? {} : to(found[1]);
}

function truth(scan: Readonly<Record<string, unknown>>, keys: RegExp, feature: string): Findings {
  const found = Object.entries(scan).find(([key, value]) => keys.test(key) && typeof value === "boolean");
  return found === undefined ? {} : { [feature]: found[1] };
}
