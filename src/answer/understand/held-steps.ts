import type { FiledSteps } from "./word-steps.ts";

/** Which steps a text can hold, by their number: 1 for those of which it has all words of one sequence, wherever they stand. */
export function heldSteps(
  there: ReadonlyMap<number, unknown>,
  filed: readonly FiledSteps[],
  steps: number,
): Uint8Array {
  const isHeld = new Uint8Array(steps);
  for (const word of there.keys()) {
    const { byWord, bySequence } = filed[word] ?? NOTHING;
    for (const step of byWord) isHeld[step] = 1;
    for (const { step, words } of bySequence)
      if (isHeld[step] === 0 && words.every((one) => there.has(one))) isHeld[step] = 1;
  }
  return isHeld;
}

const NOTHING: FiledSteps = { byWord: [], bySequence: [] };
