import type { Stretch } from "../text/stretch.ts";

/** Things of a text in the order of their places. What stands in a stretch is found by halving: a long text has thousands of clauses. */
export class Placed<T> {
  readonly #things: readonly T[];
  readonly #places: readonly number[];

  /** Things of the same place stay in the order in which they are given. */
  constructor(things: readonly T[], placeOf: (thing: T) => number) {
    this.#things = things.toSorted((left, right) => placeOf(left) - placeOf(right));
    this.#places = this.#things.map(placeOf);
  }

  in({ from, to }: Stretch): readonly T[] {
    return this.#things.slice(this.#before(from), this.#before(to));
  }

  firstIn({ from, to }: Stretch): T | undefined {
    const first = this.#before(from);
    return (this.#places[first] ?? to) < to ? this.#things[first] : undefined;
  }

  /** The last thing before a place, and the first at it or behind. */
  around(place: number): readonly [before: T | undefined, behind: T | undefined] {
    const behind = this.#before(place);
    return [this.#things[behind - 1], this.#things[behind]];
  }

  /** How many stand before a place. */
  #before(place: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? place) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
