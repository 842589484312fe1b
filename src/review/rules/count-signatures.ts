import type { PersonId, ReviewRecord, Signature, Text } from "../model/review-record.ts";
import { ROLE_OF_CAPACITY } from "../model/role.ts";
import { conflictOf } from "./find-interest.ts";

/** Why a signature does not count any more, or nothing: the signer lost the role, declared a conflict, or wrote the text. */
function isVoid(record: ReviewRecord, topic: string, authors: readonly PersonId[], signature: Signature): boolean {
  const person = record.people.get(signature.agent);
  if (person === undefined || !person.roles.includes(ROLE_OF_CAPACITY[signature.capacity])) return true;
  return authors.includes(person.id) || conflictOf(person, topic) !== undefined;
}

/** Signatures that count now. */
export function validSignatures(
  record: ReviewRecord,
  topic: string,
  { authors }: Pick<Text, "authors">,
  signatures: readonly Signature[],
): readonly Signature[] {
  return signatures.filter((signature) => !isVoid(record, topic, authors, signature));
}

/**
 * What a text still lacks, in words; nothing when it has its signatures. A policy that asks for none is read as one: nobody
 * can write a text that approves itself.
 */
export function missingSignatures(
  record: ReviewRecord,
  topic: string,
  text: Text,
  signatures: readonly Signature[] = text.signatures,
): readonly string[] {
  const valid = validSignatures(record, topic, text, signatures);
  return (["clinical", "methods"] as const).flatMap((capacity) => {
    const asked = Math.max(1, capacity === "clinical" ? text.policy.clinicalSignatures : text.policy.methodsSignatures);
    const signers = new Set(valid.filter((one) => one.capacity === capacity).map(({ agent }) => agent));
    const lacking = asked - signers.size;
    return lacking <= 0 ? [] : [`${lacking} ${capacity} ${lacking === 1 ? "signature" : "signatures"}`];
  });
}
