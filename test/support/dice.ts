import { decimal } from "../../src/clinical/quantity.ts";
import { seeded } from "../../src/kernel/seeded.ts";
import type { CaseFeature, FindingValue } from "../../src/pathway/model/feature.ts";

/** A seeded source of choices, for draws too many to record one by one. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  /** A whole number from 0 up to, and without, `below`. */
  roll(below: number): number {
    return Math.floor(this.#next() * below);
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.roll(from.length)] ?? from[0];
  }

  /** A value that the feature can have, `near` one of these numbers half of the time. */
  valueOf({ type }: CaseFeature, near: readonly number[] = []): FindingValue {
    switch (type.kind) {
      case "truth":
        return this.roll(2) === 1;
      case "choice":
        return type.choices[this.roll(type.choices.length)]?.code ?? "";
      case "wholeNumber":
        return this.#number(type.low, type.high, near);
      default: {
        const [low, high] = [type.low.value.toNumber(), type.high.value.toNumber()];
        return { value: decimal(this.#number(low, high, near)), unit: type.unit };
      }
    }
  }

  #number(low: number, high: number, near: readonly number[]): number {
    const close = near.length > 0 && this.roll(2) === 0 ? near[this.roll(near.length)] : undefined;
    return close ?? low + this.roll(high - low + 1);
  }
}
