import type { RetrievalSet } from "../../evidence/retrieval-set.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { CliEffects } from "../command.ts";
import type { MeasuredStore } from "../evidence-desk.ts";

export interface OpenedSet {
  readonly set: RetrievalSet;
  readonly store: MeasuredStore;
}

/** Reads a folder of documents, questions and judgements, and imports its documents into a store of its own. */
export async function openSet(path: string, effects: CliEffects): Promise<Result<OpenedSet>> {
  const set = await effects.readRetrievalSet(path);
  if (!set.ok) return set;
  const store = await effects.openMeasuredStore(set.value);
  return store.ok ? ok({ set: set.value, store: store.value }) : store;
}

/** The questions of a set in its first wording, spread evenly over it when fewer than all are wanted. */
export function questionsOf({ wordings }: RetrievalSet, most = Number.POSITIVE_INFINITY) {
  const topics = wordings[0]?.topics ?? [];
  const step = Math.max(1, topics.length / most);
  return topics.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/** A share in per cent. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "none" : `${((100 * part) / whole).toFixed(1)} %`;
}

/** A share with three places. */
export function figure(part: number, whole: number): string {
  return whole === 0 ? "none" : (part / whole).toFixed(3);
}
