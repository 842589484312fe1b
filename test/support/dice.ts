import { decimal } from "../../src/clinical/quantity.ts";
import type { CaseFeature, FindingValue } from "../../src/pathway/model/feature.ts";

/** A seeded source of choices (mulberry32), for draws too many to record one by one. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, and without, `below`. */
  roll(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
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
