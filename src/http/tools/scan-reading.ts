import type { ScanTool } from "../../library/model/tools.ts";
import type { Topic } from "../../library/model/topic.ts";
import {
  COMPRESSIONS,
  CONTENTS,
  type Region,
  readScan,
  type ScanReading,
  type Segment,
  WAVEFORMS,
} from "../../tools/scan.ts";

/** A segment of the form, with its note from the library. */
export interface ListedSegment extends Segment {
  readonly note: string | undefined;
  /** From the groin down; veins that are neither proximal nor distal come last. */
  readonly rank: number;
}

export interface ScanForm {
  readonly segments: readonly ListedSegment[];
  readonly reading: ScanReading;
  /** Focal pain or a lump in the calf, which makes more segments required. */
  readonly focal: boolean;
  readonly limits: readonly (typeof LIMITS)[number][];
  readonly protocol: (typeof PROTOCOLS)[number] | "";
  /** Entries that are no mark of the list, with their names: nothing of them is used. */
  readonly wrong: readonly string[];
}

/** Named protocols, from the most of the leg to the least. */
export const PROTOCOLS = ["CDUS", "CCUS", "ECUS", "2-CUS"] as const;

/** What may have limited the study. */
export const LIMITS = ["cast", "dressing", "pain", "size", "oedema"] as const;

/** The lists that the form is made from. */
type Sets = Pick<Topic, "sets">;

const FIXED = ["focal", "limit", "protocol"];

/** Every parameter that the form of the scan has besides the patient's. */
export function scanParameters(tool: ScanTool, topic: Sets): readonly string[] {
  return [...FIXED, ...idsOf(tool, topic).flatMap((id) => [`c.${id}`, `t.${id}`, `w.${id}`])];
}

function idsOf(tool: ScanTool, { sets }: Sets): readonly string[] {
  return [tool.required, tool.byProtocol, tool.optional].flatMap(
    (set) => sets.get(set)?.members.map(({ id }) => id) ?? [],
  );
}

/** Reads the marks of a form. A value that is no mark is reported and leaves its segment unmarked. */
export function readScanForm(tool: ScanTool, topic: Sets, query: URLSearchParams): ScanForm {
  const wrong: string[] = [];
  const choose = <T extends string>(name: string, known: readonly T[]): T | undefined => {
    const text = query.get(name) ?? "";
    const found = known.find((one) => one === text);
    if (found === undefined && text !== "") wrong.push(name);
    return found;
  };
  const focal = query.get("focal") === "yes" || tool.requiredWith.some((feature) => query.get(feature) === "yes");
  const groups = [
    { set: tool.required, isRequired: true },
    { set: tool.byProtocol, isRequired: focal },
    { set: tool.optional, isRequired: false },
  ];
  const segments = groups.flatMap(({ set, isRequired }) =>
    (topic.sets.get(set)?.members ?? []).map(({ id, label, note, attributes }): ListedSegment => {
      const hasWaveform = attributes.spectralDoppler === true;
      const compresses = attributes.compression !== false;
      return {
        id,
        label,
        note,
        rank: rankOf(id, tool, topic),
        region: regionOf(id, tool, topic),
        required: isRequired,
        compresses,
        hasWaveform,
        compression: compresses ? choose(`c.${id}`, COMPRESSIONS) : undefined,
        content: compresses ? choose(`t.${id}`, CONTENTS) : undefined,
        waveform: hasWaveform ? choose(`w.${id}`, WAVEFORMS) : undefined,
      };
    }),
  );
  const protocol = choose("protocol", PROTOCOLS) ?? "";
  const limited = query.getAll("limit");
  const limits = LIMITS.filter((limit) => limited.includes(limit));
  return { segments, reading: readScan(segments), focal, limits, protocol, wrong };
}

function rankOf(id: string, tool: ScanTool, { sets }: Sets): number {
  const order = [tool.proximal, tool.distal].flatMap((set) => sets.get(set)?.members.map((member) => member.id) ?? []);
  const found = order.indexOf(id);
  return found < 0 ? order.length : found;
}

function regionOf(id: string, tool: ScanTool, { sets }: Sets): Region {
  const isIn = (set: string) => sets.get(set)?.members.some((member) => member.id === id) === true;
  if (isIn(tool.proximal)) return "proximal";
  if (isIn(tool.distal)) return "distal";
  return tool.superficial.includes(id) ? "superficial" : "other";
}

/** The patient's query with what the scan has shown, as findings of the pathway; what it has not shown is left out. */
export function withResult(tool: ScanTool, { reading }: ScanForm, query: URLSearchParams): URLSearchParams {
  const findings = new URLSearchParams(query);
  findings.delete(tool.feature);
  findings.delete(tool.waveform);
  const code = reading.class === "NOT_STARTED" ? undefined : tool.classes[reading.class];
  if (code !== undefined) findings.set(tool.feature, code);
  if (reading.abnormalWaveform) findings.set(tool.waveform, "yes");
  return findings;
}
