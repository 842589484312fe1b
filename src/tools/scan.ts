import type { SCAN_CLASS_NAMES } from "../library/model/tools.ts";

/** How a segment was marked. Nothing but `full` is ever read as a normal vein. */
export const COMPRESSIONS = ["full", "partly", "not", "not-seen"] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/** What lies in a vein that does not compress. */
export const CONTENTS = ["acute", "chronic", "undecided"] as const;
export type Content = (typeof CONTENTS)[number];

/** The waveform where it is to be recorded. */
export const WAVEFORMS = ["normal", "abnormal", "not-seen"] as const;
export type Waveform = (typeof WAVEFORMS)[number];

/** Where a segment lies, which decides what a clot in it is called. */
export type Region = "proximal" | "distal" | "superficial" | "other";

/** A segment of the protocol with what was marked; what was not marked is absent and counts as not examined. */
export interface Segment {
  readonly id: string;
  readonly label: string;
  readonly region: Region;
  readonly required: boolean;
  /** Whether it is to be compressed, and whether its waveform is to be recorded. */
  readonly compresses: boolean;
  readonly hasWaveform: boolean;
  readonly compression?: Compression | undefined;
  readonly content?: Content | undefined;
  readonly waveform?: Waveform | undefined;
}

/** One class for each leg, as a report's impression names it. */
export type ScanClass = "NOT_STARTED" | (typeof SCAN_CLASS_NAMES)[number];

export interface ScanReading {
  readonly class: ScanClass;
  /** Why, in one sentence. */
  readonly because: string;
  /** Required segments of which something is still missing, each with what. */
  readonly missing: readonly { readonly segment: Segment; readonly what: string }[];
  readonly involved: readonly Segment[];
  /** The femoral waveform is flat or unequal, whatever the class. */
  readonly abnormalWaveform: boolean;
}

/**
 * Reads a protocol. INVARIANT: a normal class needs every segment that it speaks of to be marked as fully compressible; a segment
 * not marked or not seen makes the scan incomplete and never negative. A clot that was seen is told whatever was not.
 */
export function readScan(segments: readonly Segment[]): ScanReading {
  const missing = segments.flatMap((segment) => missingOf(segment));
  const involved = segments.filter(isInvolved);
  const abnormalWaveform = segments.some(({ waveform }) => waveform === "abnormal");
  const made = (found: ScanClass, because: string): ScanReading => ({
    class: found,
    because,
    missing,
    involved,
    abnormalWaveform,
  });
  if (segments.every(isUnmarked)) return made("NOT_STARTED", "no segment has been marked");
  const has = (content: Content, ...regions: readonly Region[]) =>
    involved.some((segment) => contentOf(segment) === content && regions.includes(segment.region));
  if (has("acute", "proximal")) return made("ACUTE_PROXIMAL", "a proximal vein with acute content does not compress");
  const unseen = missing.filter(({ what }) => what !== "waveform");
  const proximalUnseen = unseen.filter(({ segment }) => segment.region === "proximal");
  if (has("acute", "distal"))
    return proximalUnseen.length === 0 && !has("undecided", "proximal")
      ? made("ACUTE_ISOLATED_DISTAL", "a calf vein with acute content does not compress, and every proximal vein does")
      : made(
          "INCOMPLETE",
          "a calf clot is shown, but not every proximal vein was: whether it is isolated is not known",
        );
  if (has("undecided", "proximal", "distal"))
    return made("INDETERMINATE", "a vein does not compress, and acute or chronic was not decided");
  const calf = segments.filter(({ region }) => region === "distal");
  const isCalfUntouched = calf.every(isUnmarked);
  if (involved.length === 0 && isCalfUntouched && proximalUnseen.length === 0 && !abnormalWaveform)
    return made("NORMAL_PROXIMAL_ONLY", "the proximal veins compress fully; no calf vein was examined");
  if (missing.length > 0)
    return made("INCOMPLETE", "not everything that is required was seen; not seen is not negative");
  if (has("chronic", "proximal", "distal"))
    return made("CHRONIC_POSTTHROMBOTIC", "scarring without acute content; every required segment was seen");
  if (involved.some(({ region }) => region === "superficial"))
    return made("SUPERFICIAL_ONLY", "a superficial vein does not compress, and every required deep vein does");
  if (abnormalWaveform)
    return made("ABNORMAL_WAVEFORM", "every vein compresses, but a waveform is flat or unequal: look above the groin");
  return made("NORMAL_COMPLETE", "every required segment was seen and compresses fully, and the waveforms are normal");
}

function isUnmarked({ compression, waveform }: Segment): boolean {
  return compression === undefined && waveform === undefined;
}

function isInvolved({ compression }: Segment): boolean {
  return compression === "partly" || compression === "not";
}

/** A vein that does not compress and of which nobody said what it holds is undecided. */
function contentOf({ content }: Segment): Content {
  return content ?? "undecided";
}

function missingOf(segment: Segment): ScanReading["missing"] {
  if (!segment.required) return [];
  const { compresses, compression, hasWaveform, waveform } = segment;
  const lacks = [
    ...(compresses && compression === undefined ? ["not examined"] : []),
    ...(compresses && compression === "not-seen" ? ["not visualised"] : []),
    ...(hasWaveform && (waveform === undefined || waveform === "not-seen") ? ["waveform"] : []),
  ];
  return lacks.map((what) => ({ segment, what }));
}
