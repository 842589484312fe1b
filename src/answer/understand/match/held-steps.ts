import type { FiledSteps } from "./word-steps.ts";

/** Marks by number which of many things hold this time; beginning anew costs nothing, however many there are. */
export class Marks {
  readonly #times: Uint32Array;
  #time = 0;

  constructor(count: number) {
    this.#times = new Uint32Array(count);
  }

  clear(): void {
    this.#time += 1;
  }

  mark(one: number): void {
    this.#times[one] = this.#time;
  }

  has(one: number): boolean {
    return this.#times[one] === this.#time;
  }
}

/** Marks the steps that a stretch of text can hold: those of which it has all words of one sequence, wherever they stand. Gives their numbers. */
export function markHeldSteps(
  there: ReadonlyMap<number, unknown>,
  filed: readonly FiledSteps[],
  held: Marks,
): readonly number[] {
  held.clear();
  const steps: number[] = [];
  const hold = (step: number) => {
    if (held.has(step)) return;
    held.mark(step);
    steps.push(step);
  };
  for (const word of there.keys()) {
    const { byWord, bySequence } = filed[word] ?? NOTHING;
    for (const step of byWord) hold(step);
    for (const { step, words } of bySequence) if (!held.has(step) && words.every((one) => there.has(one))) hold(step);
  }
  return steps;
}

const NOTHING: FiledSteps = { byWord: [], bySequence: [] };
