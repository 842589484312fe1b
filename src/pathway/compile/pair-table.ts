const FREE = -1;

/**
 * What is known of pairs of nodes: a hash table in one typed array, three places for each pair (left, right, result).
 * A Map would need one number for a pair, and numbers that large are objects to it; most of compiling is spent here.
 */
export class PairTable {
  #entries = new Int32Array(3 * 16).fill(FREE);
  #mask = 15;
  #count = 0;

  /** The result; undefined when the pair was never set. Results and nodes are not negative. */
  get(left: number, right: number): number | undefined {
    const entries = this.#entries;
    for (let slot = hash(left, right) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const held = entries[3 * slot] ?? FREE;
      if (held === FREE) return undefined;
      if (held === left && entries[3 * slot + 1] === right) return entries[3 * slot + 2];
    }
  }

  /** The pair must not have been set before. */
  set(left: number, right: number, result: number): void {
    if (++this.#count * 2 > this.#mask) this.#grow();
    this.#place(left, right, result);
  }

  #place(left: number, right: number, result: number): void {
    let slot = hash(left, right) & this.#mask;
    while (this.#entries[3 * slot] !== FREE) slot = (slot + 1) & this.#mask;
    this.#entries[3 * slot] = left;
    this.#entries[3 * slot + 1] = right;
    this.#entries[3 * slot + 2] = result;
  }

  #grow(): void {
    const before = this.#entries;
    this.#entries = new Int32Array(2 * before.length).fill(FREE);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < before.length; at += 3) {
      const left = before[at] ?? FREE;
      if (left !== FREE) this.#place(left, before[at + 1] ?? 0, before[at + 2] ?? 0);
    }
  }
}

/** Both numbers mixed (the finaliser of MurmurHash3, by Appleby), so that neighbouring nodes do not fall together. */
function hash(left: number, right: number): number {
  let mixed = Math.imul(left, 0x9e3779b1) + right;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
