import type { EvidenceShelf, ShelfMethod } from "../../review/evidence/act-on-evidence.ts";
import { type LaneLimits, openLane } from "../threads/job-lane.ts";
import type { EvidencePlace } from "./open-quoting-threads.ts";

/** What the thread of the shelf is asked: a method of the store with what it is given. */
export type ShelfJob = {
  readonly [Method in ShelfMethod]: { readonly method: Method; readonly given: Parameters<EvidenceShelf[Method]> };
}[ShelfMethod];

/** A release is never broken off for taking long, as half of it helps nobody; an idle thread gives back its cache soon. */
const LIMITS: LaneLimits = { idle: 60_000, memory: 1_500, waiting: 1_000 };

/**
 * The shelf in a thread of its own, which alone writes to the store while a server runs: putting a source into search and learning what its words
 * mean take seconds, for which nobody who asks the server something has to wait. `entry` is the program of `shelving-worker`.
 */
export function openShelf(entry: string, place: EvidencePlace): EvidenceShelf {
  const lane = openLane<ShelfJob>(entry, LIMITS, place);
  // The thread posts what the method gives.
  const on =
    <Method extends ShelfMethod>(method: Method) =>
    (...given: Parameters<EvidenceShelf[Method]>) =>
      lane<Awaited<ReturnType<EvidenceShelf[Method]>>>({ method, given } as ShelfJob);
  return {
    digestOf: on("digestOf"),
    setState: on("setState"),
    removeSource: on("removeSource"),
    intents: on("intents"),
    intend: on("intend"),
    forgetIntent: on("forgetIntent"),
  };
}
