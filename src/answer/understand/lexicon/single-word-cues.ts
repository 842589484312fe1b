import type { CueKind, Entry } from "../phrases/entry.ts";
import type { Part } from "../phrases/phrase.ts";

/** Stems of words that are a cue of one of these kinds by themselves. */
export function singleWordCues(entries: readonly Entry[], kinds: readonly CueKind[]): ReadonlySet<string> {
  const cues = entries.filter(({ target }) => target.kind === "cue" && kinds.includes(target.cue));
  return new Set(cues.flatMap(({ phrase }) => phrase.parts.flatMap(singleWords)));
}

function singleWords({ elements: [element, ...more], near }: Part): readonly string[] {
  if (near.length > 0 || more.length > 0 || element?.kind !== "words") return [];
  return [...element.byFirst].flatMap(([stem, sequences]) =>
    sequences.some((sequence) => sequence.length === 1) ? stem : [],
  );
}
