/** Thrown where the store of evidence was to be read and cannot be: whether it answers is not known then. */
export class EvidenceUnreachable extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : "the store of evidence cannot be read", { cause });
    this.name = "EvidenceUnreachable";
  }
}
