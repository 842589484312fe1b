/** Thrown where the record was to be read and cannot be: nothing that it would vouch for may be shown then. */
export class RecordUnreachable extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : "the record cannot be read", { cause });
    this.name = "RecordUnreachable";
  }
}
