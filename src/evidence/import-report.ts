/** A record or a file that was not taken, and why. */
export interface Refusal {
  readonly file: string;
  /** Of a record in its file: `line 3`, `article 17`. */
  readonly place: string;
  readonly reason: string;
}

/** What an import has done so far. */
export interface ImportReport {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** Documents that their publisher took back. */
  readonly deleted: number;
  readonly refused: number;
  /** Files that were read to their end before and have not changed since. */
  readonly filesUnchanged: number;
  /** Files in folders that are not of the kind that is imported, by their names. */
  readonly filesPassedOver: number;
  /** Documents that were taken with something taken out of them. */
  readonly changed: number;
  /** What was taken out of the first of them; `reason` says it. */
  readonly changes: readonly Refusal[];
  /** Documents of which quotes may no longer hold: passages of the version before are gone or say something else. */
  readonly outdated: number;
  /** The first of them; `reason` says how many passages. */
  readonly outdatings: readonly Refusal[];
  /** The first of the refused records. */
  readonly refusals: readonly Refusal[];
  /** Files that could not be read to their end; what was read of them is kept. */
  readonly failures: readonly Refusal[];
}
