/** Whole numbers in a typed array that doubles when it is full, so that millions of them are one object to the memory's keeper. */
export class GrowingArray {
  #numbers = new Int32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Undefined from the length on, as for any array, until the room that is kept ends; callers stay below the length. */
  at(place: number): number | undefined {
    return this.#numbers[place];
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const more = new Int32Array(2 * this.#length);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.#length++] = number;
  }

  slice(from: number, to: number): readonly number[] {
    const part: number[] = [];
    for (let at = from; at < to; at++) part.push(this.#numbers[at] ?? 0);
    return part;
  }
}
