/** Work that is done in steps: between two of them whoever runs it may let others go on. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function runThrough<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Does it step by step, with a pause between two. */
export async function runWithPauses<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  let step = steps.next();
  while (step.done !== true) {
    await pause();
    step = steps.next();
  }
  return step.value;
}
