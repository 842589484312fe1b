/** One entry of the record of review. It speaks of exactly one text: the one with this hash. */
export interface ReviewRecord {
  readonly hash: string;
  readonly event: "submitted" | "review-begun" | "signed-clinical" | "signed-methods" | "withdrawn";
  readonly by: string;
  /** Who wrote the text, for the rule that nobody approves their own. */
  readonly author: string;
  /** ISO date. */
  readonly at: string;
}

export interface ReviewPolicy {
  readonly clinicalSignatures: number;
  readonly methodsSignatures: number;
}

export const STATUS_WORDS = ["Submitted", "Under review", "Approved", "Withdrawn"] as const;
export type StatusWord = (typeof STATUS_WORDS)[number];

export interface ReviewStatus {
  readonly status: StatusWord;
  /** Date of the record that gives the status; null when there is no record of this text yet. */
  readonly date: string | null;
  /** What a reader is told until a person has approved this exact text. */
  readonly caution: string | null;
}

export const PENDING_CAUTION =
  "Pending human review: nobody has yet approved this text. Check it against the sources before you act on it.";

/**
 * The status word of one text, computed from the record of that exact hash and from nothing else. A signature on another
 * version does not count, nor does an author's own. `proven`: the text has no pathway, or one with a certificate that holds;
 * without that no signature approves it.
 */
export function reviewStatusOf(
  hash: string,
  records: readonly ReviewRecord[],
  policy: ReviewPolicy,
  proven: boolean,
): ReviewStatus {
  const own = records.filter((record) => record.hash === hash);
  const last = (event: ReviewRecord["event"]) => own.filter((record) => record.event === event).at(-1);
  const withdrawn = last("withdrawn");
  if (withdrawn !== undefined)
    return { status: "Withdrawn", date: withdrawn.at, caution: "This text has been withdrawn. Do not use it." };
  const signatures = own.filter((record) => record.event.startsWith("signed-") && record.by !== record.author);
  if (proven && hasEnough(signatures, policy))
    return { status: "Approved", date: signatures.at(-1)?.at ?? null, caution: null };
  const begun = last("review-begun") ?? signatures.at(-1);
  if (begun !== undefined) return { status: "Under review", date: begun.at, caution: PENDING_CAUTION };
  return { status: "Submitted", date: last("submitted")?.at ?? null, caution: PENDING_CAUTION };
}

/** Each signature is by another person; a clinical and a methods signature are not made by the same one. */
function hasEnough(signatures: readonly ReviewRecord[], policy: ReviewPolicy): boolean {
  const people = (event: ReviewRecord["event"]) =>
    new Set(signatures.filter((record) => record.event === event).map((record) => record.by));
  const clinical = people("signed-clinical");
  const methods = people("signed-methods");
  const everyone = new Set([...clinical, ...methods]);
  return (
    policy.clinicalSignatures >= 1 &&
    policy.methodsSignatures >= 1 &&
    clinical.size >= policy.clinicalSignatures &&
    methods.size >= policy.methodsSignatures &&
    everyone.size >= policy.clinicalSignatures + policy.methodsSignatures
  );
}
