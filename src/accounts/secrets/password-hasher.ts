import { hashPassword, matchesHash, NONCE_BYTES } from "./password-hash.ts";

/** Each takes 19 MiB and a fifth of a second of one core. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 32;

/** A hash of nothing anybody types, looked at where there is no account: an unknown name takes as long as a known one. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** Hashes passwords, a few at a time: a crowd that signs in must not hold up the readers. */
export class PasswordHasher {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
  }

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hashPassword(password, this.#random(NONCE_BYTES)));
  }

  /** True when so many wait already that nobody else should be let in. */
  get isBusy(): boolean {
    return this.#waiting.length >= MOST_WAITING;
  }

  matches(password: string, hash: string | undefined): Promise<boolean> {
    return this.#inTurn(() => matchesHash(password, hash ?? NOBODY));
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    // Whoever is let in takes over the place of the one who has finished.
    else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }
}
