import { contentHash } from "../../kernel/content-hash.ts";
import type { Instant, PersonId } from "../model/review-record.ts";

/** By which door an entry came in. On the command line whoever may write the file may act for anybody: the entry says so. */
export const DOORS = ["command-line", "desk", "api"] as const;
export type Door = (typeof DOORS)[number];

/** One entry of the log (agent, activity and recorded as in FHIR's Provenance), sealed to the one before it. */
export interface LogEntry {
  /** 1, 2, 3, … without a gap. */
  readonly sequence: number;
  readonly recorded: Instant;
  readonly agent: PersonId;
  readonly activity: string;
  readonly door: Door;
  /** JSON, kept as it was sealed. */
  readonly body: string;
  /** Hash of the entry before; `LOG_START` for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** Stands where the first entry names the one before it. */
export const LOG_START = contentHash([{ name: "log", text: "wellspring record of review" }]);

export function hashOfEntry(entry: Omit<LogEntry, "hash">): string {
  const { sequence, recorded, agent, activity, door, body, previous } = entry;
  const parts = { sequence: String(sequence), recorded, agent, activity, door, body, previous };
  return contentHash(Object.entries(parts).map(([name, text]) => ({ name, text })));
}

export function sealEntry(entry: Omit<LogEntry, "hash">): LogEntry {
  return { ...entry, hash: hashOfEntry(entry) };
}
